/** Order of the database (UTF-8 bytes, which is code points), not of JavaScript (UTF-16 units). */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
