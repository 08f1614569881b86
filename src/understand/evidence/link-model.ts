import { FACTORS, factorAt, type Factor } from './factors';

/** Weights of the factors, in the order of `FACTORS`. */
export type Weights = Float64Array;

/** One decided signal: its candidates' factor rows and which of them people confirmed. */
export interface Example {
  readonly rows: Float32Array;
  readonly candidates: number;
  readonly confirmed: readonly number[];
}

const STEPS = 120;
const STEP_SIZE = 0.5;
const PULL_TO_START = 2;
/** They say whether a pair is right and order an issue's list; which of a signal's issues is meant they do not say: learned there they cost hits. */
const NOT_RANKED = (['fault-said', 'phrase'] as const).map(factorAt);

/** Weights before anyone decided anything: text first, a confirmed neighbour outweighs it, dates only nudge, meaning orders what words leave equal. */
export const START_WEIGHTS: Weights = weightsOf({
  lexical: 1,
  'title-coverage': 1,
  'shared-terms': 3.5,
  latent: 2,
  spelling: 2.5,
  'customer-words': 3,
  'confirmed-neighbour': 11,
  'confirmed-before': 0.6,
  'confirmed-lately': 1.5,
  'filed-near': 0.8,
  'filed-later': -1.2,
  'fixed-long-before': -1.2,
  'exact-key': 30,
  'exact-mark': 1,
  'rejected-neighbour': -6,
  'confirmed-likeness': 1,
  meaning: 0.01,
});

export function weightsOf(named: Partial<Record<Factor, number>>): Weights {
  return Float64Array.from(FACTORS, (factor) => named[factor] ?? 0);
}

export function scoreOf(weights: Weights, rows: Float32Array, base: number): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += weights[at]! * rows[base + at]!;
  return sum;
}

/**
 * Conditional logit (McFadden 1974): the weights under which the confirmed candidates are the likeliest choice of each
 * signal, held near the start weights so that ten decisions do not overturn what text says. AdaGrad, fixed steps.
 */
export function refit(start: Weights, examples: readonly Example[]): Weights {
  const weights = Float64Array.from(start);
  const squares = new Float64Array(weights.length).fill(1e-6);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = Float64Array.from(weights, (weight, at) => PULL_TO_START * (weight - start[at]!));
    for (const example of examples) addSlope(example, weights, slope);
    for (const factor of NOT_RANKED) slope[factor] = 0;
    for (let at = 0; at < weights.length; at += 1) {
      squares[at]! += slope[at]! ** 2;
      weights[at]! -= (STEP_SIZE * slope[at]!) / Math.sqrt(squares[at]!);
    }
  }
  return weights;
}

function addSlope({ rows, candidates, confirmed }: Example, weights: Weights, slope: Float64Array): void {
  const width = weights.length;
  const chances = new Float64Array(candidates);
  let highest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < candidates; row += 1) {
    chances[row] = scoreOf(weights, rows, row * width);
    highest = Math.max(highest, chances[row]!);
  }
  let all = 0;
  for (let row = 0; row < candidates; row += 1) {
    chances[row] = Math.exp(chances[row]! - highest);
    all += chances[row]!;
  }
  const right = confirmed.reduce((sum, row) => sum + chances[row]!, 0);
  for (let row = 0; row < candidates; row += 1) {
    const pull = chances[row]! / all - (confirmed.includes(row) ? chances[row]! / right : 0);
    if (Math.abs(pull) > 1e-9) for (let at = 0; at < width; at += 1) slope[at]! += pull * rows[row * width + at]!;
  }
}
