import type { IsoTime } from './time';

export type LedgerKind =
  | 'policy-changed'
  | 'policy-corrected'
  | 'live-approved'
  | 'stopped'
  | 'resumed'
  | 'breaker-opened'
  | 'breaker-rearmed'
  | 'batch-planned'
  | 'item-approved'
  | 'suggestion-judged'
  | 'notice-intent'
  | 'notice-done'
  | 'notice-withdrawn'
  | 'kept'
  | 'close-intent'
  | 'close-done'
  | 'close-abandoned'
  | 'evidence-moved'
  | 'undo-intent'
  | 'undo-done'
  | 'undo-abandoned'
  | 'reopen-proposed'
  | 'reopened-by-evidence'
  | 'reopened-by-person'
  | 'decision-made'
  | 'decision-changed'
  | 'reconciled'
  | 'person-forgotten';

/** Ids, counts and hashes; never a text of a customer. Flat, so that its canonical form is plain. */
export type LedgerBody = Readonly<Record<string, string | number | boolean>>;

/** What is to be written down, before it has a place in the chain. */
export interface LedgerNote {
  /** Unique: writing the same note twice keeps one entry. */
  readonly id: string;
  readonly product: string;
  readonly at: IsoTime;
  readonly kind: LedgerKind;
  /** A Jira account id, or `resurface` for what the app did by itself. */
  readonly by: string;
  readonly issue?: string;
  /** The operation an intent and its end share. */
  readonly op?: string;
  readonly body: LedgerBody;
}

/** One link of the chain: `hash = sha256(previous + canonical(note, seq))`. Appended, never changed but for taking out who acted, when they ask for it. */
export interface LedgerEntry extends LedgerNote {
  /** 1, 2, 3 … without a hole. */
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
}

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** Who the ledger names when no person acted. */
export const APP = 'resurface';
