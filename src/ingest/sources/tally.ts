import type { Connection } from '../../domain/connection';
import type { Gap } from '../../domain/coverage';
import type { Receipt, ReceiptOutcome } from '../../domain/receipt';
import type { IsoTime } from '../../domain/time';
import type { Canaries } from './find-blindness';
import type { Taken } from './take-records';

/** Running sums of one run over one source. */
export interface Tally {
  read: number;
  kept: number;
  unchanged: number;
  removed: number;
  readonly skipped: Record<string, number>;
  linksConfirmed?: number;
  linksWithdrawn?: number;
  totalAtSource?: number;
  /** Scopes were read in turn: the total is put together from counts of different hours. */
  isInTurn?: boolean;
  /** Drawn for this run, where a feed asked for some. */
  drawn?: Canaries;
  oldestAt?: IsoTime;
  newestAt?: IsoTime;
  readonly gaps: Gap[];
  readonly products: Set<string>;
}

export function emptyTally(): Tally {
  return { read: 0, kept: 0, unchanged: 0, removed: 0, skipped: {}, gaps: [], products: new Set() };
}

export function addTaken(tally: Tally, taken: Taken): void {
  tally.read += taken.read;
  tally.kept += taken.kept;
  tally.unchanged += taken.unchanged;
  tally.removed += taken.removed;
  for (const [reason, count] of Object.entries(taken.skipped)) tally.skipped[reason] = (tally.skipped[reason] ?? 0) + count;
  if (taken.oldestAt !== undefined && !(tally.oldestAt !== undefined && tally.oldestAt <= taken.oldestAt)) tally.oldestAt = taken.oldestAt;
  if (taken.newestAt !== undefined && !(tally.newestAt !== undefined && tally.newestAt >= taken.newestAt)) tally.newestAt = taken.newestAt;
  for (const product of taken.products) tally.products.add(product);
}

/** Records that were there and could not be understood. @param settled reasons that a person settled */
export function unreadableOf(tally: Pick<Tally, 'skipped'>, settled: ReadonlySet<string>): number {
  return Object.entries(tally.skipped).reduce((sum, [reason, count]) => (reason.startsWith('unreadable') && !settled.has(reason) ? sum + count : sum), 0);
}

export function receiptOf(connection: Connection, tally: Tally, run: { readonly startedAt: IsoTime; readonly finishedAt: IsoTime; readonly outcome: ReceiptOutcome; readonly requests: number; readonly received: number; readonly blindBecause?: string }): Receipt {
  const { products: _products, isInTurn: _turns, drawn: _drawn, ...sums } = tally;
  return { connection: connection.id, ...run, ...sums };
}
