/** A count with this mean and variance mean + dispersion × mean², as a Poisson with a gamma mean (Marsaglia and Tsang 2000). */
export function negativeBinomial(random: () => number, mean: number, dispersion: number): number {
  return poisson(random, dispersion === 0 ? mean : gamma(random, 1 / dispersion) * mean * dispersion);
}

/** Shape at least 1/3, scale 1. */
export function gamma(random: () => number, shape: number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function poisson(random: () => number, mean: number): number {
  const floor = Math.exp(-mean);
  let [product, count] = [random(), 0];
  for (; product > floor; count += 1) product *= random();
  return count;
}
