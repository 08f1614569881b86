import { midTails, type FourCounts } from './conditional-test';
import type { Dispersion } from './dispersion';
import { exactFor } from './scaled-p';

export interface Interval {
  readonly low: number;
  /** Infinity where nothing was counted before, since every rise fits then. */
  readonly high: number;
}

const WIDEST = 1e9;
const ROUNDS = 60;

/**
 * Mid-p limits of the ratio of ratios, widened for over-dispersion in the same way as the test, so that test and interval agree.
 * @param level two-sided, e.g. 0.9
 */
export function ratioInterval(counts: FourCounts, dispersion: Dispersion, level: number): Interval {
  const tail = exactFor((1 - level) / 2, dispersion);
  // P(as many or fewer) falls as the ratio grows: the high limit is where it has fallen to the tail.
  const high = counts.themeBefore === 0 ? Number.POSITIVE_INFINITY : crossing((ratio) => midTails(counts, ratio).lower < tail);
  const low = counts.themeAfter === 0 ? 0 : crossing((ratio) => midTails(counts, ratio).upper >= tail);
  return { low, high };
}

/** The ratio, on a logarithmic scale, at which the condition turns from false to true. */
function crossing(isPast: (ratio: number) => boolean): number {
  let [low, high] = [-Math.log(WIDEST), Math.log(WIDEST)];
  for (let round = 0; round < ROUNDS; round += 1) {
    const middle = (low + high) / 2;
    if (isPast(Math.exp(middle))) high = middle;
    else low = middle;
  }
  return Math.exp((low + high) / 2);
}
