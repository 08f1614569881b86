/** Taken out of the loops once: where globals are watched (as in test runners) each look-up costs more than the sum it serves. */
const { log, exp, abs, log1p } = Math;

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** Natural logarithm of the gamma function for x > 0 (Lanczos, g = 7; relative error about 1e-14). */
export function logGamma(x: number): number {
  if (x < 0.5) return log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  let series = 0.99999999999980993;
  for (let index = 0; index < LANCZOS.length; index += 1) series += (LANCZOS[index] ?? 0) / (shifted + index + 1);
  const base = shifted + 7.5;
  return HALF_LOG_TWO_PI + (shifted + 0.5) * log(base) - base + log(series);
}

/** Regularised incomplete beta I_x(a, b) for a, b > 0 (continued fraction, modified Lentz). */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const safe = (value: number): number => (abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 5_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    const step = d * c;
    result *= step;
    if (abs(step - 1) < 1e-13) break;
  }
  return result;
}

/** Regularised upper incomplete gamma Q(a, x) = P(Poisson(x) < a) for whole a; a > 0, x >= 0. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = exp(a * log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * lowerGammaSeries(a, x) : front * upperGammaFraction(a, x);
}

function lowerGammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= 10_000; n += 1) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-15) break;
  }
  return sum;
}

function upperGammaFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n <= 10_000; n += 1) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / (abs(factor * d + b) < tiny ? tiny : factor * d + b);
    c = abs(b + factor / c) < tiny ? tiny : b + factor / c;
    const step = d * c;
    result *= step;
    if (abs(step - 1) < 1e-14) break;
  }
  return result;
}
