import type { InboundKey, InboundOutcome } from '../../domain/inbound';

/** A request as it came. */
export interface Request {
  readonly method: string;
  /** Lower-case names; every value that came under one. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Byte for byte as sent, read as UTF-8. */
  readonly body: string;
}

export interface Crypto {
  /** HMAC-SHA-256 over the UTF-8 bytes of `text`, 64 lower-case hex digits. */
  readonly hmac: (secret: string, text: string) => string;
  /** In a time that does not depend on where they differ. */
  readonly isSame: (a: string, b: string) => boolean;
}

export type Checked = { readonly ok: true; readonly source: string; readonly nonce: string } | { readonly ok: false; readonly outcome: InboundOutcome; readonly source?: string };

/** A sender's clock may be wrong by so much. */
export const MOST_SKEW_SECONDS = 300;
const NONCE = /^[A-Za-z0-9_-]{16,64}$/;
const SECONDS = /^\d{10}$/;
const SIGNATURE = /^sha256=([0-9a-f]{64})$/;

/**
 * Whether a request was signed with an active key: HMAC-SHA-256 over `<timestamp>.<nonce>.<body>`. A header that came twice counts as
 * missing: two readers could take different ones. Says nothing about the nonce having been used; only the store can.
 */
export function checkSignature({ headers, body }: Request, keys: readonly InboundKey[], nowMs: number, crypto: Crypto): Checked {
  const [id, timestamp, nonce, signature] = ['key', 'timestamp', 'nonce', 'signature'].map((name) => single(headers[`x-resurface-${name}`]));
  const given = SIGNATURE.exec(signature ?? '')?.[1];
  if (id === undefined || given === undefined || nonce === undefined || !NONCE.test(nonce) || timestamp === undefined || !SECONDS.test(timestamp)) return { ok: false, outcome: 'no-signature' };
  const key = keys.find((one) => one.id === id);
  if (key === undefined) return { ok: false, outcome: 'unknown-key' };
  if (!crypto.isSame(crypto.hmac(key.secret, `${timestamp}.${nonce}.${body}`), given)) return { ok: false, outcome: 'wrong-signature', source: key.source };
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > MOST_SKEW_SECONDS) return { ok: false, outcome: 'wrong-time', source: key.source };
  return { ok: true, source: key.source, nonce };
}

function single(values: readonly string[] | undefined): string | undefined {
  return values?.length === 1 ? values[0]?.trim() : undefined;
}
