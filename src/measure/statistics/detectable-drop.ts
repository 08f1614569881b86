import { midTails, type FourCounts } from './conditional-test';
import type { Dispersion } from './dispersion';
import { scaledP } from './scaled-p';
import { upperGamma } from './special-functions';

/** A fall that would be seen in four of five cases is called detectable. */
const POWER = 0.8;

/**
 * Smallest fall, as a share, that would have been called "fewer" with 80 % power, given what was counted before and in the controls.
 * First the largest count that would still be called a fall; then the mean under which a count is that small in 80 % of cases
 * (Poisson on counts divided by phi). Undefined: not even a complete stop would have shown.
 */
export function detectableDrop(counts: FourCounts, dispersion: Dispersion, alpha: number, leastEffect: number): number | undefined {
  const expected = (counts.themeBefore * counts.controlAfter) / Math.max(counts.controlBefore, 1e-9);
  const most = largestFall(counts, dispersion, alpha, expected * (1 - leastEffect));
  if (most === undefined) return undefined;
  const phi = dispersion.phi;
  let [low, high] = [0, expected];
  for (let round = 0; round < 50; round += 1) {
    const mean = (low + high) / 2;
    if (upperGamma(most / phi + 1, mean / phi) >= POWER) low = mean;
    else high = mean;
  }
  return 1 - low / expected;
}

function largestFall(counts: FourCounts, dispersion: Dispersion, alpha: number, ceiling: number): number | undefined {
  const isFall = (after: number): boolean => scaledP(midTails(withAfter(counts, after), 1).lower, dispersion) < alpha;
  if (ceiling <= 0 || !isFall(0)) return undefined;
  let [low, high] = [0, Math.floor(ceiling)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isFall(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function withAfter(counts: FourCounts, themeAfter: number): FourCounts {
  return { ...counts, themeAfter };
}
