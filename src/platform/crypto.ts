import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA-256 over the UTF-8 bytes of `text`, 64 lower-case hex digits. */
export function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text, 'utf8').digest('hex');
}

/** Compares in a time that does not depend on where the two differ. */
export function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** `bytes` of chance as text that fits an address. */
export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
