import { factorAt } from './factors';
import type { Candidates } from './link-memory';
import { scoreOf, weightsOf } from './link-model';
import { FACTOR_COUNT } from './pair-reader';
import type { OddsShift } from './refit-odds';

const ONE_SENTENCE = factorAt('one-sentence');
const RARE = factorAt('rare-term');
const MATCHED = factorAt('matched-words');
const UPKEEP = factorAt('upkeep');
const EXACT = factorAt('exact-key');
const CONFIRMED = factorAt('confirmed-neighbour');
const REJECTED = factorAt('rejected-neighbour');

/** Text alone, for how far an issue stands out among a signal's candidates. */
const TEXT = weightsOf({ lexical: 1, 'title-coverage': 1, 'shared-terms': 3.5, latent: 2, spelling: 2.5, 'customer-words': 3 });

/** Log-odds, fitted on judged pairs of a real year; how and what it costs stands in docs/design/confidence.md. */
const OFFSET = -0.5;
const PER_LOG_SENTENCE = 3.8;
const PER_LOG_RARITY = 7.6;
const PER_STANDING_OUT = 0.9;
const PER_UPKEEP = -4;
const SINGLE_WORD = -1.5;
const WHOLE_TITLE = { share: 0.75, words: Math.log(3.5), bonus: 2.5 };
const PER_CONFIRMED = 10;
const PER_REJECTED = -8;
const FLOOR = 0.05;
const FURTHEST_OUT = 6;
const NAMED_OUTRIGHT = 0.98;

/** Panel threshold: above it, 19 of 20 are right where titles speak like customers, 8 of 13 where they speak like developers. */
export const SHOWN_FROM = 0.6;

/**
 * For each candidate of a signal, the probability that the signal is about it, 0..1. What speaks for a pair: one sentence
 * holds most of the title, with a word few others use, and no other issue fits the signal as well.
 */
export function confidences(candidates: Candidates, shift: OddsShift): Float32Array {
  return oddsOf(candidates).map((odds, at) => (candidates.rows[at * FACTOR_COUNT + EXACT] !== 0 ? NAMED_OUTRIGHT : 1 / (1 + Math.exp(-(shift.offset + shift.slope * odds)))));
}

/** Log-odds of each candidate before a product's own decisions shift them. */
export function oddsOf({ issues, rows }: Candidates): Float32Array {
  const scores = issues.map((_, at) => scoreOf(TEXT, rows, at * FACTOR_COUNT));
  let best = -1;
  let second = -1;
  scores.forEach((score, at) => {
    if (best === -1 || score > scores[best]!) [best, second] = [at, best];
    else if (second === -1 || score > scores[second]!) second = at;
  });
  return Float32Array.from(scores, (score, at) => {
    const rival = at === best ? second : best;
    return oddsOfPair(rows, at * FACTOR_COUNT, rival === -1 ? 0 : score - scores[rival]!);
  });
}

function oddsOfPair(rows: Float32Array, base: number, standsOut: number): number {
  return (
    OFFSET +
    PER_LOG_SENTENCE * Math.log(FLOOR + rows[base + ONE_SENTENCE]!) +
    PER_LOG_RARITY * Math.log(FLOOR + rows[base + RARE]!) +
    PER_STANDING_OUT * Math.max(-2, Math.min(FURTHEST_OUT, standsOut)) +
    PER_UPKEEP * rows[base + UPKEEP]! +
    (rows[base + MATCHED]! < Math.log(2.5) ? SINGLE_WORD : 0) +
    (rows[base + ONE_SENTENCE]! >= WHOLE_TITLE.share && rows[base + MATCHED]! >= WHOLE_TITLE.words ? WHOLE_TITLE.bonus : 0) +
    PER_CONFIRMED * rows[base + CONFIRMED]! +
    PER_REJECTED * rows[base + REJECTED]!
  );
}
