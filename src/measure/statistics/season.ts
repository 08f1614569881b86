import type { WindowTotals } from '../series';
import type { Dispersion } from './dispersion';
import { studentCdf } from './normal';

/** Fewer counts than this a year ago tell nothing about the season. */
const LEAST_A_YEAR_AGO = 8;
const CLEAR_FALL = 0.8;

/**
 * Did the theme fall in the same weeks of the year before, and is this year's fall no clearer? Wald test on the difference of
 * the two log ratios of ratios (0.5 added to every count), widened by phi.
 */
export function seasonExplains(now: WindowTotals, yearBefore: WindowTotals, { phi, degreesOfFreedom }: Dispersion, alpha: number): boolean {
  if (yearBefore.themeBefore < LEAST_A_YEAR_AGO) return false;
  const earlier = logRatio(yearBefore);
  if (earlier.value > Math.log(CLEAR_FALL)) return false;
  const current = logRatio(now);
  const error = Math.sqrt(phi * (current.variance + earlier.variance));
  return studentCdf((current.value - earlier.value) / error, degreesOfFreedom) >= alpha;
}

/** Logarithm of (after/before of the theme) over (after/before of the controls), and its Poisson variance. */
export function logRatio(totals: WindowTotals): { readonly value: number; readonly variance: number } {
  const [a, b, c, d] = [totals.themeBefore + 0.5, totals.themeAfter + 0.5, totals.controlBefore + 0.5, totals.controlAfter + 0.5];
  return { value: Math.log(b / a) - Math.log(d / c), variance: 1 / a + 1 / b + 1 / c + 1 / d };
}
