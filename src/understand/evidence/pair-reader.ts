import type { ReadCorpus } from '../text/read-corpus';
import { GRAM_BUCKETS } from '../text/term-grams';
import type { TermMatrix } from '../text/term-matrix';
import { FACTORS, factorAt } from './factors';
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
const MOST_MATCHED = 64;

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
  const gramTally = new Float32Array(GRAM_BUCKETS);
  const grams: number[] = [];
  const k = corpus.latent.dimensions;
  let loaded = -1;
  let gramNorm = 1;

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
    for (let at = counts.starts[signal]!; at < counts.starts[signal + 1]!; at += 1) places[counts.columns[at]!] = sentences[at]!;
    for (let at = counts.starts[signal]!; at < counts.starts[signal + 1]!; at += 1) addGramsOf(corpus.grams, counts.columns[at]!, corpus.termWeight[counts.columns[at]!] === 0, gramTally, grams);
    let square = 0;
    for (const gram of grams) {
      gramTally[gram] = (1 + Math.log(gramTally[gram]!)) * shapes.gramWeight[gram]!;
      square += gramTally[gram]! ** 2;
    }
    gramNorm = square > 0 ? 1 / Math.sqrt(square) : 0;
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
    const mass = shapes.mass[issue]!;
    row[base + LEXICAL] = lexical / 10;
    row[base + COVERAGE] = mass > 0 ? covered / mass : 0;
    row[base + ONE_SENTENCE] = mass > 0 ? heaviestSentence(matchedPlaces, matchedWeights, matched) / mass : 0;
    row[base + MATCHED] = Math.log1p(matched);
    row[base + UPKEEP] = shapes.upkeep[issue]!;
    row[base + SHARED] = cosine;
    row[base + RARE] = rarest / corpus.heaviest;
    row[base + LATENT] = dot(corpus.signalLatent, loaded * k, corpus.issueLatent, issue * k, k);
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

function dot(a: Float32Array, fromA: number, b: Float32Array, fromB: number, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at += 1) sum += a[fromA + at]! * b[fromB + at]!;
  return sum;
}

function sparseDot(matrix: TermMatrix, row: number, dense: Float32Array): number {
  let sum = 0;
  for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) sum += matrix.weights[at]! * dense[matrix.columns[at]!]!;
  return sum;
}
