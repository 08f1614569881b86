/** What a usual week looks like: counts from `low` to `high`, both usual. */
export interface ExpectedBand {
  readonly low: number;
  readonly high: number;
}

/** Fewer weeks of history cannot say what is usual. */
export const LEAST_WEEKS = 8;
/** With some eighty themes a band of 95 % would call two of them unusual in every usual week. */
const TAIL = 0.005;
/** One week's worth of history for the mean that is not known exactly, two for the spread. */
const NOT_KNOWN = 3;

/**
 * The usual range of a weekly count from the weeks before it: the 0.5 % and 99.5 % quantiles of a negative binomial with the
 * history's mean and variance (at least the mean, so never narrower than Poisson), the variance widened by 3 / weeks because both
 * are estimated. Over-dispersed, because complaints come in bursts. Counts are of whole weeks, so that every one holds the same
 * days and the rhythm of the week cancels out. Undefined with fewer than eight weeks.
 */
export function expectedBand(history: readonly number[]): ExpectedBand | undefined {
  if (history.length < LEAST_WEEKS) return undefined;
  // Half an event of prior, so that twelve empty weeks do not make one contact a sensation.
  const mean = (history.reduce((sum, count) => sum + count, 0) + 0.5) / history.length;
  const variance = Math.max(mean, history.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (history.length - 1)) * (1 + NOT_KNOWN / history.length);
  return { low: quantile(mean, variance, TAIL), high: quantile(mean, variance, 1 - TAIL) };
}

/** Smallest count whose cumulative probability reaches `share`. Probabilities by the recurrence of the negative binomial. */
export function quantile(mean: number, variance: number, share: number): number {
  const excess = variance - mean;
  const size = excess < 1e-9 ? Infinity : (mean * mean) / excess;
  let probability = size === Infinity ? Math.exp(-mean) : Math.exp(size * Math.log(size / (size + mean)));
  let cumulative = probability;
  const most = Math.ceil(mean + 40 * Math.sqrt(variance) + 40);
  for (let count = 0; count < most; count += 1) {
    if (cumulative >= share) return count;
    const step = size === Infinity ? mean / (count + 1) : ((size + count) / (count + 1)) * (mean / (size + mean));
    probability *= step;
    cumulative += probability;
  }
  return most;
}
