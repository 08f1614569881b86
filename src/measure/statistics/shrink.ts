import type { RatioEstimate } from '../../domain/outcome';

/** Before this many releases nothing is known about how far outcomes of this project usually go. */
export const LEAST_PAST_OUTCOMES = 10;
/** Releases differ at least this much in truth, so that one odd project cannot flatten everything. */
const LEAST_SPREAD = 0.1;

/**
 * Pulls a log ratio towards "no change" by the spread of this project's past outcomes: prior Normal(0, tau²), tau² by moments
 * (mean square of the past log ratios less their mean squared error). Undefined with fewer than ten usable past outcomes.
 */
export function shrunkRatio(current: Omit<RatioEstimate, 'shrunk'>, past: readonly RatioEstimate[]): number | undefined {
  const usable = past.map(moments).filter((one) => one !== undefined);
  const own = moments(current);
  if (usable.length < LEAST_PAST_OUTCOMES || own === undefined) return undefined;
  const excess = usable.reduce((sum, one) => sum + one.value ** 2 - one.variance, 0) / usable.length;
  const spread = Math.max(LEAST_SPREAD ** 2, excess);
  return Math.exp((own.value * spread) / (spread + own.variance));
}

/** Log ratio and its variance, read from the width of the interval; undefined for a ratio of zero or an open interval. */
function moments(estimate: Omit<RatioEstimate, 'shrunk'>): { readonly value: number; readonly variance: number } | undefined {
  const { ratio, low, high } = estimate;
  if (!(high > 0) || !Number.isFinite(high)) return undefined;
  // After a complete stop the ratio is 0: the upper half of the interval alone says how sure that is.
  const value = ratio > 0 ? Math.log(ratio) : Math.log(high) - HALF_WIDTH_AT_90;
  const half = low > 0 && ratio > 0 ? (Math.log(high) - Math.log(low)) / 2 : Math.log(high) - value;
  return { value, variance: (half / HALF_WIDTH_AT_90) ** 2 };
}

const HALF_WIDTH_AT_90 = 1.645;
