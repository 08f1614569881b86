import type { Gap } from './coverage';
import type { IsoDay, IsoTime } from './time';

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
  /** Bytes of the answers; absent where they were not counted yet. */
  readonly received?: number;
  /** Why it was blind: an error's code or a detector's name. */
  readonly blindBecause?: string;
  /** Why it stopped before the end and goes on later: the source asked us to wait, or we have asked as much as we may. */
  readonly heldBack?: string;
  readonly gaps: readonly Gap[];
}

/** All runs over one source on one day (UTC) together: what is left when the receipts of single runs are gone. */
export interface ReceiptDay extends Omit<Receipt, 'startedAt' | 'finishedAt' | 'outcome' | 'blindBecause' | 'heldBack'> {
  readonly day: IsoDay;
  /** When the first run began and the last one ended. */
  readonly firstAt: IsoTime;
  readonly lastAt: IsoTime;
  /** Runs by how they ended. */
  readonly runs: Readonly<Record<ReceiptOutcome, number>>;
  /** When the last run began that was read to its end. */
  readonly completeAt?: IsoTime;
  /** Why runs were blind, and how many. */
  readonly blindBecause: Readonly<Record<string, number>>;
}

/** Sums up the receipts of one day, in whatever order they come. What the source said last of its total counts. @throws RangeError without receipts */
export function rollUp(connection: string, day: IsoDay, receipts: readonly Receipt[]): ReceiptDay {
  const runs = [...receipts].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a day without receipts is no day');
  const sum = (of: (one: Receipt) => number): number => runs.reduce((total, one) => total + of(one), 0);
  const told = <Value>(values: readonly (Value | undefined)[]): Value | undefined => values.filter((value) => value !== undefined).at(-1);
  const oldestAt = runs.flatMap((one) => one.oldestAt ?? []).sort()[0];
  const newestAt = runs.flatMap((one) => one.newestAt ?? []).sort().at(-1);
  const [totalAtSource, completeAt] = [told(runs.map((one) => one.totalAtSource)), told(runs.map((one) => (one.outcome === 'complete' ? one.startedAt : undefined)))];
  // A part of the day would be taken for all of it.
  const received = runs.every((one) => one.received !== undefined) ? sum((one) => one.received ?? 0) : undefined;
  const [linksConfirmed, linksWithdrawn] = [sum((one) => one.linksConfirmed ?? 0), sum((one) => one.linksWithdrawn ?? 0)];
  return {
    connection, day, firstAt: first.startedAt, lastAt: runs.map((one) => one.finishedAt).sort().at(-1) ?? last.finishedAt,
    runs: { complete: sum((one) => Number(one.outcome === 'complete')), partial: sum((one) => Number(one.outcome === 'partial')), blind: sum((one) => Number(one.outcome === 'blind')) },
    read: sum((one) => one.read), kept: sum((one) => one.kept), unchanged: sum((one) => one.unchanged), removed: sum((one) => one.removed), requests: sum((one) => one.requests),
    skipped: counted(runs.flatMap((one) => Object.entries(one.skipped))),
    blindBecause: counted(runs.flatMap((one) => (one.blindBecause === undefined ? [] : [[one.blindBecause, 1] as const]))),
    gaps: [...new Map(runs.flatMap((one) => one.gaps).map((gap) => [`${gap.from} ${gap.to ?? ''} ${gap.reason}`, gap])).values()],
    ...(received === undefined ? {} : { received }),
    ...(totalAtSource === undefined ? {} : { totalAtSource }), ...(completeAt === undefined ? {} : { completeAt }),
    ...(oldestAt === undefined ? {} : { oldestAt }), ...(newestAt === undefined ? {} : { newestAt }),
    ...(linksConfirmed === 0 ? {} : { linksConfirmed }), ...(linksWithdrawn === 0 ? {} : { linksWithdrawn }),
  };
}

function counted(pairs: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [name, count] of [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}
