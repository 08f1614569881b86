import { hmac } from '../../src/platform/crypto';

export interface SignedWith {
  readonly key: string;
  readonly secret: string;
  readonly nonce?: string;
  readonly seconds: number;
}

let count = 0;

/** Headers of a request as a sender makes them. */
export function signed(body: string, { key, secret, seconds, nonce = `nonce-${String((count += 1)).padStart(16, '0')}` }: SignedWith): Record<string, string> {
  return {
    'X-Resurface-Key': key,
    'X-Resurface-Timestamp': String(seconds),
    'X-Resurface-Nonce': nonce,
    'X-Resurface-Signature': `sha256=${hmac(secret, `${seconds}.${nonce}.${body}`)}`,
  };
}
