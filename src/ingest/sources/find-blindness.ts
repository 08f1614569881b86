import { quantile } from '../../domain/expected-band';
import { DAY_IN_MS, epochMs, isoDay, isoTime, type IsoDay, type IsoTime } from '../../domain/time';
import type { Probe } from '../../ports/connector';

/** Why an answer without errors is not believed. */
export type Disbelief =
  | { readonly kind: 'nothing-ever' | 'no-customer-ever' | 'count-contradicts' | 'shrunk' | 'canaries-missing' | 'emptied' | 'too-quiet'; readonly since?: IsoTime }
  /** Something does not add up, and reading everything anew will tell. */
  | { readonly kind: 'read-anew' };

/** Records that we have and that should be there. */
export interface Canaries {
  /** Said lately: a vendor that keeps only some years does not let go of them. */
  readonly recent: readonly string[];
  readonly others: readonly string[];
}

export interface Believing {
  readonly probe: Probe;
  /** Records that we know as live at the source. */
  readonly known: number;
  /** Of them those that are ours, where there is no other: nobody was ever taken for a customer. */
  readonly onlyOurs?: number;
  readonly canaries: Canaries;
  /** The source was found blind by its canaries. */
  readonly wasMissing?: boolean;
  /** Of those that were missing then, so many nobody has explained yet. */
  readonly unexplained?: number;
  /** Its total was found to have fallen. */
  readonly wasShrunk?: boolean;
  /** One more or less says nothing. */
  readonly isTotalRough?: boolean;
  /** A person said that there is really nothing. */
  readonly isEmptyAccepted?: boolean;
}

/** More than this gone at once without a word is a scope that was taken away, until a person says otherwise. */
export const LOST = { share: 0.2, records: 5 } as const;
/** A total that is put together from counts of several hours lags behind what was read. */
const ROUGH_SHARE = 0.3;
/** New records may come between the page and the probe. */
const SLACK = { share: 0.02, records: 5 };
const LEAST_CANARIES = 3;
const LEAST_OURS = 20;
/** Where one record in twenty was deleted since the last reading, so many are missing by chance less than once in two thousand times. */
const CHANCE = { deleted: 0.05, tail: 1 / 2000 };
/** A source that was found blind so is believed again when next to none is missing. */
const STILL_MISSING_SHARE = 0.1;

/** What the source says about itself, against what we read of it. */
export function findDisbelief({ probe, known, onlyOurs = 0, canaries, wasMissing = false, unexplained = 0, wasShrunk = false, isTotalRough = false, isEmptyAccepted = false }: Believing): Disbelief | undefined {
  const { total, found } = probe;
  // A source that never gave anything cannot be told from one that shows us nothing.
  if (known === 0 && (total ?? 0) === 0) return isEmptyAccepted ? undefined : { kind: 'nothing-ever' };
  // So many without one of a customer are a choice of who is one that does not fit this source.
  if (onlyOurs >= LEAST_OURS && !isEmptyAccepted) return { kind: 'no-customer-ever' };
  if (total !== undefined) {
    if (known === 0 && total > 0) return { kind: 'count-contradicts' };
    if (isShrunk(total, known, isTotalRough, wasShrunk)) return { kind: 'shrunk' };
    if (total - known > Math.max(SLACK.records, SLACK.share * total)) return { kind: 'count-contradicts' };
  }
  // Whatever else is shown: these were there, and nobody has said where they are.
  if (unexplained > 0) return { kind: 'canaries-missing' };
  if (found !== undefined) {
    const isMissing = (id: string): boolean => !found.includes(id);
    // What is old may have run out of the vendor's keeping, all at once: that is for reading anew to tell.
    if (isLost(canaries.recent.length, canaries.recent.filter(isMissing).length, wasMissing)) return { kind: 'canaries-missing' };
    if ([...canaries.recent, ...canaries.others].some(isMissing)) return { kind: 'read-anew' };
  }
  return total !== undefined && (isTotalRough ? known - total > Math.max(LOST.records, LOST.share * known) : total !== known) ? { kind: 'read-anew' } : undefined;
}

/** Are so many of those that were asked for missing that it cannot be single deletions? */
function isLost(asked: number, missing: number, wasMissing: boolean): boolean {
  if (wasMissing) return missing > STILL_MISSING_SHARE * asked;
  return asked >= LEAST_CANARIES && chanceOf(asked, missing) < CHANCE.tail;
}

/** How likely so many or more are missing of those asked for, where single records were deleted (binomial). */
function chanceOf(asked: number, missing: number): number {
  let [probability, below] = [(1 - CHANCE.deleted) ** asked, 0];
  for (let count = 0; count < missing; count += 1) {
    below += probability;
    probability *= ((asked - count) / (count + 1)) * (CHANCE.deleted / (1 - CHANCE.deleted));
  }
  return 1 - below;
}

/** A doubt that stands is not thinned out by what is new. */
function isShrunk(total: number, known: number, isRough: boolean, wasShrunk: boolean): boolean {
  const share = wasShrunk ? (isRough ? LOST.share : 0) : isRough ? ROUGH_SHARE : LOST.share;
  return known - total > Math.max(LOST.records, share * known);
}

const BLOCK_DAYS = [1, 7, 28] as const;
const LEAST_BLOCKS = 8;
const HISTORY_DAYS = 364;
/** One false alarm in a thousand quiet blocks. */
const TAIL = 0.001;

/**
 * Has less come in the last whole day, week or four weeks than such a block ever brings by chance: below the 0.1 % quantile of a negative
 * binomial with the mean and variance of the blocks before (at least Poisson; see `expectedBand`)? Needs eight earlier blocks.
 * @param arrivals kept records a day; days without any are absent
 * @param now until when everything is read
 * @param acceptedAt until then a person says that it was really quiet: a block that began earlier is doubted no more
 */
export function findQuiet(arrivals: ReadonlyMap<IsoDay, number>, now: IsoTime, acceptedAt?: IsoTime): Disbelief | undefined {
  const first = [...arrivals.keys()].sort()[0];
  if (first === undefined) return undefined;
  const days: number[] = [];
  for (let at = epochMs(isoDay(now)) - DAY_IN_MS; at >= epochMs(first) && days.length < HISTORY_DAYS; at -= DAY_IN_MS) days.push(arrivals.get(isoDay(isoTime(at))) ?? 0);
  for (const length of BLOCK_DAYS) {
    const since = isoTime(epochMs(isoDay(now)) - length * DAY_IN_MS);
    if (acceptedAt !== undefined && since < acceptedAt) continue;
    const blocks: number[] = [];
    for (let from = 0; from + length <= days.length; from += length) blocks.push(days.slice(from, from + length).reduce((sum, count) => sum + count, 0));
    const [last, ...before] = blocks;
    if (last === undefined || before.length < LEAST_BLOCKS || last >= leastUsual(before)) continue;
    return { kind: 'too-quiet', since };
  }
  return undefined;
}

function leastUsual(history: readonly number[]): number {
  const mean = (history.reduce((sum, count) => sum + count, 0) + 0.5) / history.length;
  const variance = Math.max(mean, history.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (history.length - 1));
  return quantile(mean, variance, TAIL);
}
