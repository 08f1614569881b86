import type { Gap } from './coverage';
import type { IsoTime } from './time';

/** `complete`: read to the end. `partial`: stopped in between, goes on. `blind`: what came cannot be believed, or nothing came. */
export type ReceiptOutcome = 'complete' | 'partial' | 'blind';

/** What one run over one source gave. Counts are of this run; what is stored by now is in the source's coverage. */
export interface Receipt {
  readonly connection: string;
  readonly startedAt: IsoTime;
  readonly finishedAt: IsoTime;
  readonly outcome: ReceiptOutcome;
  /** Records seen in this run; the same record on two pages counts twice here, once in coverage. */
  readonly read: number;
  /** Added or changed. */
  readonly kept: number;
  readonly unchanged: number;
  readonly skipped: Readonly<Record<string, number>>;
  /** Tombstones: gone at the source. */
  readonly removed: number;
  /** What the source says it has; absent where it says nothing. */
  readonly totalAtSource?: number;
  readonly oldestAt?: IsoTime;
  readonly newestAt?: IsoTime;
  /** Links that the source listed anew, and links that it took back. */
  readonly linksConfirmed?: number;
  readonly linksWithdrawn?: number;
  readonly requests: number;
  /** Why it was blind: an error's code or a detector's name. */
  readonly blindBecause?: string;
  readonly gaps: readonly Gap[];
}
