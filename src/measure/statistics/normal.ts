import { regularisedBeta, upperGamma } from './special-functions';

/** P(Z <= z) for a standard normal; the relative error stays small far into both tails. */
export function normalCdf(z: number): number {
  const tail = 0.5 * upperGamma(0.5, (z * z) / 2);
  return z < 0 ? tail : 1 - tail;
}

/** The z with P(Z <= z) = p, by Newton's method on the logarithm; p is kept within 1e-300 of its ends. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  const target = Math.log(Math.max(p, 1e-300));
  let z = p > 0.02 ? (p - 0.5) * 2.5066 : -Math.sqrt(-2 * target - Math.log(-4 * Math.PI * target));
  for (let round = 0; round < 40; round += 1) {
    const tail = normalCdf(z);
    const step = (Math.log(tail) - target) / (Math.exp(-(z * z) / 2) / (2.5066282746310002 * tail));
    z -= step;
    if (Math.abs(step) < 1e-12) break;
  }
  return z;
}

/** P(T <= t) for Student's t with `df` degrees of freedom (need not be whole). */
export function studentCdf(t: number, df: number): number {
  const tail = 0.5 * regularisedBeta(df / (df + t * t), df / 2, 0.5);
  return t < 0 ? tail : 1 - tail;
}

/** The t with P(T <= t) = p, by bisection. */
export function studentQuantile(p: number, df: number): number {
  let [low, high] = [-1, 1];
  while (studentCdf(low, df) > p) low *= 2;
  while (studentCdf(high, df) < p) high *= 2;
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (studentCdf(middle, df) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
