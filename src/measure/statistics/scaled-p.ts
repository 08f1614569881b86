import type { Dispersion } from './dispersion';
import { normalCdf, normalQuantile, studentCdf, studentQuantile } from './normal';

/**
 * A one-sided probability from the exact test, widened for over-dispersion: its normal score is divided by the root of phi and read
 * from Student's t, because phi itself is estimated from few weeks. With phi = 1 and many weeks the exact value returns.
 */
export function scaledP(exact: number, { phi, degreesOfFreedom }: Dispersion): number {
  return studentCdf(normalQuantile(exact) / Math.sqrt(phi), degreesOfFreedom);
}

/** The exact probability that `scaledP` turns into `p`: for limits of an interval. */
export function exactFor(p: number, { phi, degreesOfFreedom }: Dispersion): number {
  return normalCdf(studentQuantile(p, degreesOfFreedom) * Math.sqrt(phi));
}
