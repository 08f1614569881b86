/** What speaks for a pair of signal and issue, as numbers that weights apply to. The order is the layout of factor rows. */
export const FACTORS = [
  'lexical',
  'title-coverage',
  'shared-terms',
  'latent',
  'spelling',
  'customer-words',
  'confirmed-neighbour',
  'confirmed-before',
  'confirmed-lately',
  'filed-near',
  'filed-later',
  'fixed-long-before',
  'exact-key',
  'exact-mark',
  'rejected-neighbour',
  'confirmed-likeness',
  'rare-term',
  'one-sentence',
  'matched-words',
  'upkeep',
  'need-share',
  'need-words',
  'need-sentence',
  'sentence-mass',
  'head-share',
  'head-likeness',
  'fault-said',
  'phrase',
  'code-names',
  'names-said',
  'spoken-titles',
  'meaning',
] as const;

export type Factor = (typeof FACTORS)[number];

/** Position of a factor in a row. */
export function factorAt(factor: Factor): number {
  return FACTORS.indexOf(factor);
}
