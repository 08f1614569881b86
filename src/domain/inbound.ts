import type { Signal } from './signal';
import type { IsoTime } from './time';
import type { VisibilityClass } from './visibility';

/** A system of the customer's own that sends us signals: where they belong and who may see them. */
export interface InboundSource {
  /** At most 40 characters; also the id of its source in coverage. */
  readonly id: string;
  readonly product: string;
  readonly name: string;
  readonly visibility: VisibilityClass;
  /** Longer than this without a delivery, an empty one included, and we do not know whether nobody spoke or nobody sent. */
  readonly quietAfterHours: number;
  /** Without their secrets. At most two. */
  readonly keys: readonly { readonly id: string; readonly createdAt: IsoTime }[];
  readonly createdAt: IsoTime;
  /** When it was made first, where it was removed since and added again. */
  readonly heardFrom?: IsoTime;
}

/** One key with what only the sender and we know. */
export interface InboundKey {
  readonly id: string;
  readonly source: string;
  readonly secret: string;
}

/** Who spoke, as far as the delivery told, for finding the account. */
export interface SignalOrigin {
  /** Domain of the author's address, when it belongs to an organisation. */
  readonly domain?: string;
  /** The source's own id of the organisation. */
  readonly organisation?: string;
}

/** A signal that waits to be stored; redacted already. */
export interface WaitingSignal {
  readonly signal: Signal;
  readonly origin: SignalOrigin;
  /** Sorts as text: of two versions of one signal the greater is the newer. Absent where the sender tells none; then what arrives last is. */
  readonly revision?: string;
}

/** What is known of one id of a sender beside its signal. */
export interface InboundMark {
  readonly externalId: string;
  /** The newest that was taken; empty where none was told. */
  readonly revision: string;
  /** Taken back then, for good, whether it had come before or not. */
  readonly goneAt?: IsoTime;
}

/** One accepted request: everything in it, or nothing. */
export interface Delivery {
  readonly source: string;
  readonly nonce: string;
  readonly receivedAt: IsoTime;
  readonly signals: readonly WaitingSignal[];
  /** External ids that are gone at the sender. */
  readonly gone: readonly string[];
}

/** What became of a request. Each has one fixed answer in the manifest, by this name. */
export type InboundOutcome =
  | 'accepted'
  | 'not-post'
  | 'no-signature'
  | 'wrong-time'
  | 'unknown-key'
  | 'wrong-signature'
  | 'replayed'
  | 'not-json'
  | 'wrong-record'
  | 'too-many'
  | 'too-large'
  | 'over-limit'
  | 'busy';

/** A refusal of a request that came with a key of ours, for its admin to see. */
export interface InboundRefusal {
  readonly at: IsoTime;
  readonly outcome: InboundOutcome;
  /** Which record and field, e.g. `record 3, at: not a date`; never a value. */
  readonly detail?: string;
}
