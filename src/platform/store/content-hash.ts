import { createHash } from 'node:crypto';

/** Tells changed content from unchanged: 22 characters (128 bits of SHA-256) of the values in the order given. */
export function contentHash(values: unknown): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22);
}
