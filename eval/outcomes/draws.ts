import type { Random } from '../../src/domain/random';

/** Standard normal by the polar method. */
export function drawNormal(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** Gamma with the given shape and scale 1 (Marsaglia and Tsang 2000). */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * Math.pow(1 - random(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Poisson: multiplication for small means, for large ones halved exactly through a gamma (Ahrens and Dieter 1974). */
export function drawPoisson(random: Random, mean: number): number {
  if (mean > 24) {
    const order = Math.floor(mean * 0.875);
    const waited = drawGamma(random, order);
    return waited > mean ? drawBinomial(random, order - 1, mean / waited) : order + drawPoisson(random, mean - waited);
  }
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = 1 - random(); product > limit; product *= 1 - random()) count += 1;
  return count;
}

function drawBinomial(random: Random, trials: number, chance: number): number {
  if (trials > 40) {
    const order = 1 + Math.floor(trials / 2);
    const first = drawGamma(random, order);
    const split = first / (first + drawGamma(random, trials + 1 - order));
    return split <= chance ? order + drawBinomial(random, trials - order, (chance - split) / (1 - split)) : drawBinomial(random, order - 1, chance / split);
  }
  let hits = 0;
  for (let trial = 0; trial < trials; trial += 1) if (random() < chance) hits += 1;
  return hits;
}

/** Negative binomial with variance mean + dispersion · mean². Dispersion 0 is Poisson. */
export function drawCount(random: Random, mean: number, dispersion: number): number {
  if (mean <= 0) return 0;
  return drawPoisson(random, dispersion === 0 ? mean : mean * dispersion * drawGamma(random, 1 / dispersion));
}
