import type { ReadCorpus } from '../text/read-corpus';
import { logOfCount, logOfNext } from '../text/log-of-count';
import { latentRow } from '../text/latent-space';
import { packRows, productWith, turnVector } from '../text/packed-rows';
import { GRAM_BUCKETS } from '../text/term-grams';
import { newMatrixBuilder, type TermMatrix } from '../text/term-matrix';
import { kindredTerms } from '../text/kindred-words';
import { FACTORS, factorAt } from './factors';
import { faultTerms } from './fault-words';
import type { Impacts } from './impacts';
import { addGramsOf, type IssueShapes } from './issue-shapes';

/** The texts' side of the factors of a pair. Load a signal once, then read it against any number of issues. */
export interface PairReader {
  readonly load: (signal: number) => void;
  /** Writes the lexical factors of (loaded signal, issue) into `row` at `base`. */
  readonly read: (issue: number, row: Float32Array, base: number) => void;
}

const LEXICAL = factorAt('lexical');
const COVERAGE = factorAt('title-coverage');
const SHARED = factorAt('shared-terms');
const LATENT = factorAt('latent');
const SPELLING = factorAt('spelling');
const CUSTOMER = factorAt('customer-words');
const RARE = factorAt('rare-term');
const ONE_SENTENCE = factorAt('one-sentence');
const MATCHED = factorAt('matched-words');
const UPKEEP = factorAt('upkeep');
const NEED_SHARE = factorAt('need-share');
const NEED_WORDS = factorAt('need-words');
const NEED_SENTENCE = factorAt('need-sentence');
const SENTENCE_MASS = factorAt('sentence-mass');
const HEAD_SHARE = factorAt('head-share');
const CODE_NAMES = factorAt('code-names');
const NAMES_SAID = factorAt('names-said');
const SPOKEN_TITLES = factorAt('spoken-titles');
const HEAD_LIKENESS = factorAt('head-likeness');
const FAULT_SAID = factorAt('fault-said');
const MOST_MATCHED = 64;
const TITLE = 1;
const FIRST_SENTENCE = 2;
/** Where a signal without a heading says what is wrong: after a greeting. */
const FIRST_SENTENCES = 2 | 4 | 8;
/** What a word counts that another of the same meaning stands for. */
const KINDRED = 0.6;

export interface PairTexts {
  readonly corpus: ReadCorpus;
  readonly impacts: Impacts;
  readonly shapes: IssueShapes;
  readonly expansion: TermMatrix;
}

export function newPairReader({ corpus, impacts, shapes, expansion }: PairTexts): PairReader {
  const impact = new Float32Array(corpus.vocabulary.size());
  const vector = new Float32Array(corpus.vocabulary.size());
  const places = new Int32Array(corpus.vocabulary.size());
  const matchedPlaces = new Int32Array(MOST_MATCHED);
  const matchedWeights = new Float32Array(MOST_MATCHED);
  const needPlaces = new Int32Array(MOST_MATCHED);
  const needWeights = new Float32Array(MOST_MATCHED);
  const kindred = kindredTerms(corpus.vocabulary);
  const gramTally = new Float32Array(GRAM_BUCKETS);
  const grams: number[] = [];
  const need = needsOf(corpus.issues.counts, shapes.core);
  const needMass = Float64Array.from({ length: need.rows }, (_, issue) => need.weights.subarray(need.starts[issue], need.starts[issue + 1]).reduce((sum, weight) => sum + weight, 0));
  const names = shapes.names.map((all) => all.map((terms) => ({ terms, weight: terms.reduce((sum, term) => sum + corpus.termWeight[term]!, 0) })));
  const nameMass = Float64Array.from(names, (all) => all.reduce((sum, { weight }) => sum + weight, 0));
  const k = corpus.latent.dimensions;
  const issueMeanings = packRows(corpus.issueLatent, k, [0, k], 2);
  const latent = new Float32Array(k);
  const meaning = new Float64Array(issueMeanings.width);
  let meaningScale = 0;
  let loaded = -1;
  let gramNorm = 1;
  let head = TITLE;
  let headMass = 0;
  let saysFault = false;
  const faults = faultTerms(corpus.vocabulary);

  const fill = (matrix: TermMatrix, into: Float32Array, row: number, clear: boolean): void => {
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) into[matrix.columns[at]!] = clear ? 0 : matrix.weights[at]!;
  };
  const load = (signal: number): void => {
    if (loaded >= 0) {
      fill(impacts.signals, impact, loaded, true);
      fill(corpus.signalVectors, vector, loaded, true);
    }
    for (const gram of grams) gramTally[gram] = 0;
    grams.length = 0;
    loaded = signal;
    fill(impacts.signals, impact, signal, false);
    fill(corpus.signalVectors, vector, signal, false);
    const { counts, sentences } = corpus.signals;
    head = FIRST_SENTENCE;
    for (let at = counts.starts[signal]!; at < counts.starts[signal + 1]!; at += 1) {
      places[counts.columns[at]!] = sentences[at]!;
      if ((sentences[at]! & TITLE) !== 0) head = TITLE;
    }
    headMass = 0;
    saysFault = false;
    const opening = head === TITLE ? TITLE : FIRST_SENTENCES;
    for (let at = counts.starts[signal]!; at < counts.starts[signal + 1]! && !saysFault; at += 1) saysFault = faults[counts.columns[at]!] === 1 && (sentences[at]! & opening) !== 0;
    for (let at = counts.starts[signal]!; at < counts.starts[signal + 1]!; at += 1) if ((sentences[at]! & head) !== 0) headMass += corpus.termWeight[counts.columns[at]!]!;
    for (let at = counts.starts[signal]!; at < counts.starts[signal + 1]!; at += 1) addGramsOf(corpus.grams, counts.columns[at]!, corpus.termWeight[counts.columns[at]!] === 0, gramTally, grams);
    let square = 0;
    for (const gram of grams) {
      const weight = (1 + logOfCount(gramTally[gram]!)) * shapes.gramWeight[gram]!;
      gramTally[gram] = weight;
      square += weight * weight;
    }
    gramNorm = square > 0 ? 1 / Math.sqrt(square) : 0;
    latentRow(corpus.signalVectors, signal, corpus.latent, latent);
    meaningScale = turnVector(latent, 2, meaning);
  };
  /** The words of the need alone: said anywhere, in one sentence, in the head; a kindred word stands for one that is not said. */
  const readNeed = (issue: number, row: Float32Array, base: number): void => {
    const { starts, columns, weights } = need;
    const mass = needMass[issue]!;
    let said = 0;
    let inHead = 0;
    let matched = 0;
    for (let at = starts[issue]!; at < starts[issue + 1]! && matched < MOST_MATCHED; at += 1) {
      const term = columns[at]!;
      const isSaid = impact[term] !== 0;
      let place = isSaid ? places[term]! : 0;
      if (!isSaid) {
        for (let kin = kindred.starts[term]!; kin < kindred.starts[term + 1]!; kin += 1) if (impact[kindred.terms[kin]!] !== 0) place |= places[kindred.terms[kin]!]!;
        if (place === 0) continue;
      }
      const weight = isSaid ? weights[at]! : weights[at]! * KINDRED;
      said += weight;
      if ((place & head) !== 0) inHead += weight;
      needPlaces[matched] = place;
      needWeights[matched] = weight;
      matched += 1;
    }
    const heaviest = heaviestSentence(needPlaces, needWeights, matched);
    const recall = mass > 0 ? inHead / mass : 0;
    const precision = headMass > 0 ? Math.min(1, inHead / headMass) : 0;
    row[base + NEED_SHARE] = mass > 0 ? said / mass : 0;
    row[base + NEED_WORDS] = logOfNext(starts[issue + 1]! - starts[issue]!);
    row[base + NEED_SENTENCE] = mass > 0 ? heaviest / mass : 0;
    row[base + SENTENCE_MASS] = heaviest / corpus.heaviest;
    row[base + HEAD_SHARE] = recall;
    row[base + HEAD_LIKENESS] = recall + precision > 0 ? (2 * recall * precision) / (recall + precision) : 0;
  };
  /** Share of the weight of the title's names from code that stand whole in the signal's head; in a body they come from pasted logs. */
  const namesSaid = (issue: number): number => {
    if (nameMass[issue] === 0) return 0;
    let said = 0;
    for (const { terms, weight } of names[issue]!) {
      let at = 0;
      while (at < terms.length && impact[terms[at]!] !== 0 && (places[terms[at]!]! & head) !== 0) at += 1;
      if (at === terms.length) said += weight;
    }
    return said / nameMass[issue]!;
  };
  const read = (issue: number, row: Float32Array, base: number): void => {
    const issues = impacts.issues;
    let lexical = 0;
    let covered = 0;
    let cosine = 0;
    let rarest = 0;
    let matched = 0;
    for (let at = issues.starts[issue]!; at < issues.starts[issue + 1]!; at += 1) {
      const term = issues.columns[at]!;
      const said = impact[term]!;
      if (said === 0) continue;
      const weight = corpus.termWeight[term]!;
      lexical += said * issues.weights[at]!;
      covered += weight;
      cosine += vector[term]! * corpus.issueVectors.weights[at]!;
      if (weight > rarest) rarest = weight;
      if (weight > 0 && matched < MOST_MATCHED) {
        matchedPlaces[matched] = places[term]!;
        matchedWeights[matched] = weight;
        matched += 1;
      }
    }
    readNeed(issue, row, base);
    const mass = shapes.mass[issue]!;
    row[base + LEXICAL] = lexical / 10;
    row[base + COVERAGE] = mass > 0 ? covered / mass : 0;
    row[base + ONE_SENTENCE] = mass > 0 ? heaviestSentence(matchedPlaces, matchedWeights, matched) / mass : 0;
    row[base + MATCHED] = logOfNext(matched);
    row[base + UPKEEP] = shapes.upkeep[issue]!;
    row[base + FAULT_SAID] = shapes.mends[issue] === 0 ? 0 : saysFault ? 1 : -1;
    row[base + CODE_NAMES] = shapes.coded[issue]!;
    row[base + SPOKEN_TITLES] = shapes.spokenTitles;
    row[base + NAMES_SAID] = namesSaid(issue);
    row[base + SHARED] = cosine;
    row[base + RARE] = rarest / corpus.heaviest;
    row[base + LATENT] = meaningScale === 0 ? 0 : productWith(issueMeanings, issue, meaning) * issueMeanings.scales[issue]! * meaningScale;
    row[base + SPELLING] = sparseDot(shapes.grams, issue, gramTally) * gramNorm;
    row[base + CUSTOMER] = sparseDot(expansion, issue, impact);
  };
  return { load, read };
}

/** Largest sum of weights that one sentence holds. */
function heaviestSentence(places: Int32Array, weights: Float32Array, matched: number): number {
  let heaviest = 0;
  let left = 0;
  for (let at = 0; at < matched; at += 1) left |= places[at]!;
  while (left !== 0) {
    const bit = left & -left;
    left ^= bit;
    let sum = 0;
    for (let at = 0; at < matched; at += 1) if ((places[at]! & bit) !== 0) sum += weights[at]!;
    if (sum > heaviest) heaviest = sum;
  }
  return heaviest;
}

/** Number of factors in a row. */
export const FACTOR_COUNT = FACTORS.length;

/** The words of each issue's need with their weights, without the others. */
function needsOf(counts: TermMatrix, core: Float32Array): TermMatrix {
  const builder = newMatrixBuilder(counts.rows);
  for (let row = 0; row < counts.rows; row += 1) {
    for (let at = counts.starts[row]!; at < counts.starts[row + 1]!; at += 1) if (core[at] !== 0) builder.put(counts.columns[at]!, core[at]!);
    builder.endRow();
  }
  return builder.build();
}

function sparseDot(matrix: TermMatrix, row: number, dense: Float32Array): number {
  let sum = 0;
  for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) sum += matrix.weights[at]! * dense[matrix.columns[at]!]!;
  return sum;
}
