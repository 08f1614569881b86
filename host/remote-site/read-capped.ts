export class TooLarge extends Error {}

/** A response's body, given up as soon as it is larger than allowed. @throws TooLarge */
export async function readCapped(response: Response, maximumBytes: number): Promise<Buffer> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.length;
    if (size > maximumBytes) {
      await reader?.cancel();
      throw new TooLarge(`The site's answer is larger than ${maximumBytes} bytes.`);
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}
