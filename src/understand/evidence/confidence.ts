import { factorAt } from './factors';
import type { Candidates } from './link-memory';
import { FACTOR_COUNT } from './pair-reader';
import type { OddsShift } from './refit-odds';

const ONE_SENTENCE = factorAt('one-sentence');
const RARE = factorAt('rare-term');
const MATCHED = factorAt('matched-words');
const UPKEEP = factorAt('upkeep');
const EXACT = factorAt('exact-key');
const EXACT_MARK = factorAt('exact-mark');
const CONFIRMED = factorAt('confirmed-neighbour');
const REJECTED = factorAt('rejected-neighbour');
const HEAD_SHARE = factorAt('head-share');
const HEAD_LIKENESS = factorAt('head-likeness');
const SENTENCE_MASS = factorAt('sentence-mass');
const NEED_SHARE = factorAt('need-share');
const LEXICAL = factorAt('lexical');
const SPELLING = factorAt('spelling');
const LATENT = factorAt('latent');
const FAULT_SAID = factorAt('fault-said');
const CODE_NAMES = factorAt('code-names');
const NAMES_SAID = factorAt('names-said');
const SPOKEN_TITLES = factorAt('spoken-titles');

/** Text alone, for how far an issue stands out among a signal's candidates. */
const TEXT = [
  { factor: LEXICAL, weight: 1 },
  { factor: factorAt('title-coverage'), weight: 1 },
  { factor: factorAt('shared-terms'), weight: 3.5 },
  { factor: LATENT, weight: 2 },
  { factor: SPELLING, weight: 2.5 },
  { factor: factorAt('customer-words'), weight: 3 },
];

/** Log-odds, fitted on pairs judged in three products; how, and what it costs, stands in docs/design/confidence.md. */
const OFFSET = -5.58;
const PER_HEAD_SHARE = 0.96;
const PER_HEAD_LIKENESS = 0.37;
const PER_MASS = 0.72;
const MOST_MASS = 8;
const PER_LEXICAL = 0.48;
const PER_SPELLING = 0.5;
const PER_LATENT = 1.12;
/** Of an issue that mends something: whether the customer's heading says that something is wrong. Fitted on the pairs named there alone. */
const FAULT = { said: 0.87, unsaid: -0.46 };
const CODE_IN_TITLE = -1.07;
/** Of an issue that mends: a crash is named by its function, a refactoring of that function is nobody's need. */
const NAMED_IN_HEAD = { share: 0.9, bonus: 4.5 };
const PER_SPOKEN_TITLES = 3.29;
/** Titles in customers' words make a near match likelier, not a word in common: below this share of the title in one sentence they count in proportion. */
const SPOKEN_FROM = 0.75;
const PER_RARE_SENTENCE = 0.176;

/** A rare word in a sentence that holds most of the title, as a product: part of the log-odds above. */
const RARE_SENTENCE = { perLogSentence: 3.8, perLogRarity: 7.6, perStandingOut: 0.9, furthestOut: 6, singleWord: -1.5, least: -12, most: 4 };
const WHOLE_TITLE = { share: 0.75, words: Math.log(3.5), bonus: 2.5 };
const FLOOR = 0.05;

const PER_UPKEEP = -3;
/** Likeness below which a confirmed or rejected signal says nothing: three quarters of all pairs of signals are that alike. */
const ALIKE_FROM = 0.25;
/** By sense: of thirty pairs that a rare code or name alone joined a few were right, so it lifts what words leave in doubt. */
const PER_EXACT_MARK = 3;
const PER_CONFIRMED = 11;
const PER_REJECTED = -11;
const NAMED_OUTRIGHT = 0.98;

/**
 * For each candidate of a signal, the probability that the signal is about it, 0..1. What speaks for a pair: one sentence
 * holds most of the title, with a word few others use, the customer's own heading says it, no other issue fits the signal as well,
 * and the tracker's titles are not developers' notes.
 */
export function confidences(candidates: Candidates, shift: OddsShift): Float32Array {
  const odds = oddsOf(candidates);
  for (let at = 0; at < odds.length; at += 1) odds[at] = candidates.rows[at * FACTOR_COUNT + EXACT] !== 0 ? NAMED_OUTRIGHT : 1 / (1 + Math.exp(-(shift.offset + shift.slope * odds[at]!)));
  return odds;
}

/** Log-odds of each candidate before a product's own decisions shift them. */
export function oddsOf({ issues, rows }: Candidates): Float32Array {
  const scores = new Float64Array(issues.length);
  let best = -1;
  let second = -1;
  for (let at = 0; at < scores.length; at += 1) {
    const score = textScore(rows, at * FACTOR_COUNT);
    scores[at] = score;
    if (best === -1 || score > scores[best]!) {
      second = best;
      best = at;
    } else if (second === -1 || score > scores[second]!) second = at;
  }
  const odds = new Float32Array(issues.length);
  for (let at = 0; at < odds.length; at += 1) {
    const rival = at === best ? second : best;
    odds[at] = oddsOfPair(rows, at * FACTOR_COUNT, rival === -1 ? 0 : scores[at]! - scores[rival]!);
  }
  return odds;
}

function textScore(rows: Float32Array, base: number): number {
  let sum = 0;
  for (const { factor, weight } of TEXT) sum += weight * rows[base + factor]!;
  return sum;
}

function oddsOfPair(rows: Float32Array, base: number, standsOut: number): number {
  return (
    OFFSET +
    PER_HEAD_SHARE * rows[base + HEAD_SHARE]! +
    PER_HEAD_LIKENESS * rows[base + HEAD_LIKENESS]! +
    PER_MASS * Math.min(MOST_MASS, rows[base + SENTENCE_MASS]! * rows[base + NEED_SHARE]!) +
    PER_LEXICAL * Math.log1p(Math.max(0, rows[base + LEXICAL]!)) +
    PER_SPELLING * rows[base + SPELLING]! +
    PER_LATENT * Math.max(0, rows[base + LATENT]!) +
    PER_RARE_SENTENCE * (rareSentence(rows, base, standsOut) - RARE_SENTENCE.least) +
    (rows[base + FAULT_SAID]! > 0 ? FAULT.said : rows[base + FAULT_SAID]! < 0 ? FAULT.unsaid : 0) +
    CODE_IN_TITLE * rows[base + CODE_NAMES]! +
    (rows[base + NAMES_SAID]! >= NAMED_IN_HEAD.share && rows[base + FAULT_SAID]! !== 0 ? NAMED_IN_HEAD.bonus : 0) +
    PER_SPOKEN_TITLES * rows[base + SPOKEN_TITLES]! * Math.min(1, rows[base + ONE_SENTENCE]! / SPOKEN_FROM) +
    PER_UPKEEP * rows[base + UPKEEP]! +
    PER_EXACT_MARK * rows[base + EXACT_MARK]! +
    PER_CONFIRMED * Math.max(0, rows[base + CONFIRMED]! - ALIKE_FROM) +
    PER_REJECTED * Math.max(0, rows[base + REJECTED]! - ALIKE_FROM)
  );
}

function rareSentence(rows: Float32Array, base: number, standsOut: number): number {
  const [share, words] = [rows[base + ONE_SENTENCE]!, rows[base + MATCHED]!];
  const odds =
    RARE_SENTENCE.perLogSentence * Math.log(FLOOR + share) +
    RARE_SENTENCE.perLogRarity * Math.log(FLOOR + rows[base + RARE]!) +
    RARE_SENTENCE.perStandingOut * Math.max(-2, Math.min(RARE_SENTENCE.furthestOut, standsOut)) +
    (words < Math.log(2.5) ? RARE_SENTENCE.singleWord : 0) +
    (share >= WHOLE_TITLE.share && words >= WHOLE_TITLE.words ? WHOLE_TITLE.bonus : 0);
  return Math.max(RARE_SENTENCE.least, Math.min(RARE_SENTENCE.most, odds));
}
