import { SAYS_ENOUGH } from './exact-view';
import { factorAt, type Factor } from './factors';

/** From which value on a factor is worth naming to a person, and under which name. */
const NAMED: readonly (readonly [Factor, string, number])[] = [
  ['exact-key', 'exact-key', 0.5],
  ['exact-mark', 'exact-mark', SAYS_ENOUGH],
  ['confirmed-neighbour', 'confirmed-neighbour', 0.3],
  ['title-coverage', 'shared-terms', 0.4],
  ['latent', 'wording', 0.6],
  ['spelling', 'wording', 0.3],
];

/** The factors that speak for a pair, as one bit each. */
export function reasonBits(rows: Float32Array, base: number): number {
  let bits = 0;
  NAMED.forEach(([factor, , from], at) => {
    if (rows[base + factorAt(factor)]! >= from) bits |= 1 << at;
  });
  return bits;
}

export function reasonNames(bits: number): string[] {
  return [...new Set(NAMED.filter((_, at) => (bits & (1 << at)) !== 0).map(([, name]) => name))];
}
