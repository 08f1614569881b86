/** HMAC-SHA-256 of a text in UTF-8, as vendors sign their deliveries. */
export async function hmacSha256(key: string, text: string, encoding: 'hex' | 'base64'): Promise<string> {
  const encoder = new TextEncoder();
  const signer = await crypto.subtle.importKey('raw', encoder.encode(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return Buffer.from(await crypto.subtle.sign('HMAC', signer, encoder.encode(text))).toString(encoding);
}

/** Compares in a time that does not tell how much of the signature was right. */
export function isSameSignature(given: string | undefined, expected: string): boolean {
  if (given?.length !== expected.length) return false;
  let difference = 0;
  for (let at = 0; at < expected.length; at += 1) difference |= given.charCodeAt(at) ^ expected.charCodeAt(at);
  return difference === 0;
}
