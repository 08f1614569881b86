import { quantile } from '../../domain/expected-band';
import { DAY_IN_MS, epochMs, isoDay, isoTime, type IsoDay, type IsoTime } from '../../domain/time';
import type { Probe } from '../../ports/connector';

/** Why an answer without errors is not believed. */
export type Disbelief =
  | { readonly kind: 'nothing-ever' | 'count-contradicts' | 'shrunk' | 'canaries-missing' | 'too-quiet'; readonly since?: IsoTime }
  /** Something does not add up, and reading everything anew will tell. */
  | { readonly kind: 'read-anew' };

export interface Believing {
  readonly probe: Probe;
  /** Records that we know as live at the source. */
  readonly known: number;
  readonly canaries: readonly string[];
  /** A person said that there is really nothing. */
  readonly isEmptyAccepted?: boolean;
}

/** More than this share gone at once is a scope that was taken away, until a person says otherwise. */
const SHRUNK_SHARE = 0.3;
/** New records may come between the page and the probe. */
const SLACK = { share: 0.02, records: 5 };
const LEAST_CANARIES = 3;

/** What the source says about itself, against what we read of it. */
export function findDisbelief({ probe, known, canaries, isEmptyAccepted = false }: Believing): Disbelief | undefined {
  const { total, found } = probe;
  // A source that never gave anything cannot be told from one that shows us nothing.
  if (known === 0 && (total ?? 0) === 0) return isEmptyAccepted ? undefined : { kind: 'nothing-ever' };
  if (total !== undefined) {
    if (known === 0 && total > 0) return { kind: 'count-contradicts' };
    if (total < known * (1 - SHRUNK_SHARE) && known - total > SLACK.records) return { kind: 'shrunk' };
    if (total - known > Math.max(SLACK.records, SLACK.share * total)) return { kind: 'count-contradicts' };
  }
  if (found !== undefined && canaries.length > 0) {
    const seen = canaries.filter((id) => found.includes(id)).length;
    if (seen === 0 && canaries.length >= LEAST_CANARIES) return { kind: 'canaries-missing' };
    if (seen < canaries.length) return { kind: 'read-anew' };
  }
  return total !== undefined && total !== known ? { kind: 'read-anew' } : undefined;
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
