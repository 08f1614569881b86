import { weightsOf, scoreOf, type Weights } from './link-model';

/** Log-odds that a pair is right, from its factors. */
const WEIGHTS: Weights = weightsOf({
  'title-coverage': 5,
  'shared-terms': 5,
  latent: 2,
  spelling: 3,
  'customer-words': 1,
  'rare-term': 1,
  'confirmed-neighbour': 8,
  'rejected-neighbour': -6,
  'exact-key': 12,
});
const OFFSET = -6.5;

/** Panel threshold: what stands above it reached the precision goal on judged pairs. */
export const SHOWN_FROM = 0.5;

/** Probability that the signal is about the issue, 0..1. */
export function confidenceOf(rows: Float32Array, base: number): number {
  return 1 / (1 + Math.exp(-(OFFSET + scoreOf(WEIGHTS, rows, base))));
}
