import type { ReadCorpus } from '../text/read-corpus';
import { logOfCount, logOfNext } from '../text/log-of-count';
import { latentRow } from '../text/latent-space';
import { packRows, productWith, turnVector } from '../text/packed-rows';
import { GRAM_BUCKETS } from '../text/term-grams';
import type { TermMatrix } from '../text/term-matrix';
import { kindredTerms } from '../text/kindred-words';
import { compactRows, numberColumns, sparseDot } from './compact-rows';
import { FACTORS, factorAt } from './factors';
import { faultTerms } from './fault-words';
import type { Impacts } from './impacts';
import { FACT, FACTS, issueRecords, kindredOf, nameRows, renumbered } from './issue-records';
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
  const kindred = kindredTerms(corpus.vocabulary);
  const terms = numberColumns(corpus.vocabulary.size(), [impacts.issues.columns, expansion.columns, ...shapes.names.flat(), kindredOf(impacts.issues.columns, kindred)]);
  const own = compactRows(impacts.issues, terms);
  const customers = compactRows(expansion, terms);
  const kin = renumbered(kindred, terms);
  const hasKin = Uint8Array.from({ length: terms.count }, (_, term) => (kin.starts[term + 1]! > kin.starts[term]! ? 1 : 0));
  const termWeight = new Float32Array(terms.count);
  terms.of.forEach((number, term) => number >= 0 && (termWeight[number] = corpus.termWeight[term]!));
  /** Of each term what the loaded signal says of it. */
  const impact = new Float32Array(terms.count);
  const vector = new Float32Array(terms.count);
  const places = new Int32Array(terms.count);
  const matchedPlaces = new Int32Array(MOST_MATCHED);
  const matchedWeights = new Float32Array(MOST_MATCHED);
  const needPlaces = new Int32Array(MOST_MATCHED);
  const needWeights = new Float32Array(MOST_MATCHED);
  const gramTally = new Float32Array(GRAM_BUCKETS);
  const grams: number[] = [];
  const gramNumbers = numberColumns(GRAM_BUCKETS, [shapes.grams.columns]);
  const issueGrams = compactRows(shapes.grams, gramNumbers);
  const spelled = new Float32Array(gramNumbers.count);
  const names = nameRows(shapes.names, corpus.termWeight, terms);
  const k = corpus.latent.dimensions;
  const issueMeanings = packRows(corpus.issueLatent, k, [0, k], 2);
  const { words, facts } = issueRecords(corpus, impacts, shapes, names, issueMeanings.scales);
  const latent = new Float32Array(k);
  const meaning = new Float64Array(issueMeanings.width);
  let meaningScale = 0;
  let loaded = -1;
  let gramNorm = 1;
  let head = TITLE;
  let headMass = 0;
  let saysFault = false;
  const faults = faultTerms(corpus.vocabulary);

  const unload = (): void => {
    const { starts, columns } = corpus.signals.counts;
    for (let at = starts[loaded]!; at < starts[loaded + 1]!; at += 1) {
      const term = terms.of[columns[at]!]!;
      if (term >= 0) impact[term] = 0;
    }
    for (const gram of grams) {
      gramTally[gram] = 0;
      if (gramNumbers.of[gram]! >= 0) spelled[gramNumbers.of[gram]!] = 0;
    }
    grams.length = 0;
  };
  const load = (signal: number): void => {
    if (loaded >= 0) unload();
    loaded = signal;
    const { counts, sentences } = corpus.signals;
    const [said, vectors] = [impacts.signals.weights, corpus.signalVectors.weights];
    head = FIRST_SENTENCE;
    for (let at = counts.starts[signal]!; at < counts.starts[signal + 1]!; at += 1) {
      if ((sentences[at]! & TITLE) !== 0) head = TITLE;
      const term = terms.of[counts.columns[at]!]!;
      if (term < 0) continue;
      impact[term] = said[at]!;
      vector[term] = vectors[at]!;
      places[term] = sentences[at]!;
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
      if (gramNumbers.of[gram]! >= 0) spelled[gramNumbers.of[gram]!] = weight;
      square += weight * weight;
    }
    gramNorm = square > 0 ? 1 / Math.sqrt(square) : 0;
    latentRow(corpus.signalVectors, signal, corpus.latent, latent);
    meaningScale = turnVector(latent, 2, meaning);
  };
  /** Share of the weight of the title's names from code that stand whole in the signal's head; in a body they come from pasted logs. */
  const namesSaid = (issue: number): number => {
    const { starts, weights, from, terms: all } = names;
    let sum = 0;
    for (let name = starts[issue]!; name < starts[issue + 1]!; name += 1) {
      let at = from[name]!;
      while (at < from[name + 1]! && impact[all[at]!] !== 0 && (places[all[at]!]! & head) !== 0) at += 1;
      if (at === from[name + 1]!) sum += weights[name]!;
    }
    return sum;
  };
  /** All words of the issue, and those of its need alone: said anywhere, in one sentence, in the head; a kindred word stands for one that is not said. */
  const read = (issue: number, row: Float32Array, base: number): void => {
    let [lexical, covered, cosine, rarest, matched] = [0, 0, 0, 0, 0];
    let [needSaid, inHead, needed] = [0, 0, 0];
    for (let at = own.starts[issue]!, end = own.starts[issue + 1]!; at < end; at += 1) {
      const term = own.columns[at]!;
      const said = impact[term]!;
      if (said === 0 && hasKin[term] === 0) continue;
      let place = 0;
      let weight = words[3 * at + 2]!;
      if (said !== 0) {
        place = places[term]!;
        const rarity = termWeight[term]!;
        lexical += said * words[3 * at]!;
        covered += rarity;
        cosine += vector[term]! * words[3 * at + 1]!;
        if (rarity > rarest) rarest = rarity;
        if (rarity > 0 && matched < MOST_MATCHED) {
          matchedPlaces[matched] = place;
          matchedWeights[matched] = rarity;
          matched += 1;
        }
      } else {
        for (let near = kin.starts[term]!; near < kin.starts[term + 1]!; near += 1) if (impact[kin.terms[near]!] !== 0) place |= places[kin.terms[near]!]!;
        if (place === 0) continue;
        weight *= KINDRED;
      }
      if (weight === 0 || needed === MOST_MATCHED) continue;
      needSaid += weight;
      if ((place & head) !== 0) inHead += weight;
      needPlaces[needed] = place;
      needWeights[needed] = weight;
      needed += 1;
    }
    const fact = FACTS * issue;
    const mass = facts[fact + FACT.mass]!;
    const needMass = facts[fact + FACT.needMass]!;
    const nameMass = facts[fact + FACT.nameMass]!;
    const heaviest = heaviestSentence(needPlaces, needWeights, needed);
    const recall = needMass > 0 ? inHead / needMass : 0;
    const precision = headMass > 0 ? Math.min(1, inHead / headMass) : 0;
    row[base + NEED_SHARE] = needMass > 0 ? needSaid / needMass : 0;
    row[base + NEED_WORDS] = facts[fact + FACT.needWords]!;
    row[base + NEED_SENTENCE] = needMass > 0 ? heaviest / needMass : 0;
    row[base + SENTENCE_MASS] = heaviest / corpus.heaviest;
    row[base + HEAD_SHARE] = recall;
    row[base + HEAD_LIKENESS] = recall + precision > 0 ? (2 * recall * precision) / (recall + precision) : 0;
    row[base + LEXICAL] = lexical / 10;
    row[base + COVERAGE] = mass > 0 ? covered / mass : 0;
    row[base + ONE_SENTENCE] = mass > 0 ? heaviestSentence(matchedPlaces, matchedWeights, matched) / mass : 0;
    row[base + MATCHED] = logOfNext(matched);
    row[base + UPKEEP] = facts[fact + FACT.upkeep]!;
    row[base + FAULT_SAID] = facts[fact + FACT.mends] === 0 ? 0 : saysFault ? 1 : -1;
    row[base + CODE_NAMES] = facts[fact + FACT.coded]!;
    row[base + SPOKEN_TITLES] = shapes.spokenTitles;
    row[base + NAMES_SAID] = nameMass === 0 ? 0 : namesSaid(issue) / nameMass;
    row[base + SHARED] = cosine;
    row[base + RARE] = rarest / corpus.heaviest;
    row[base + LATENT] = meaningScale === 0 ? 0 : productWith(issueMeanings, issue, meaning) * facts[fact + FACT.meaningScale]! * meaningScale;
    row[base + SPELLING] = sparseDot(issueGrams, issue, spelled) * gramNorm;
    row[base + CUSTOMER] = sparseDot(customers, issue, impact);
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
