import type { Issue } from '../../domain/issue';
import type { SaidSignal } from '../../domain/signal';
import { logOfCount } from './log-of-count';
import { latentRows, latentSpace, type LatentSpace } from './latent-space';
import { readTexts, type ReadTexts } from './read-texts';
import { STOP_WORDS } from './stop-words';
import { gramsOfTerms, type TermGrams } from './term-grams';
import { newMatrixBuilder, normalised, rowsOf, rowsPerColumn, type TermMatrix } from './term-matrix';
import { newVocabulary, type Vocabulary } from './vocabulary';

const SIGNAL_TITLE_WEIGHT = 2;
const ISSUE_TITLE_WEIGHT = 3;
const LATENT_SAMPLE = 12_000;
const LATENT_DIMENSIONS = 96;

/** A product's texts as numbers: what every view of linking and theming starts from. */
export interface ReadCorpus {
  readonly vocabulary: Vocabulary;
  readonly signals: ReadTexts;
  readonly issues: ReadTexts;
  /** How much a shared term says, 0 for function words. */
  readonly termWeight: Float32Array;
  /** Weight of a term that one signal and one issue hold: the most a term can say. */
  readonly heaviest: number;
  readonly signalsPerTerm: Int32Array;
  readonly issuesPerTerm: Int32Array;
  readonly grams: TermGrams;
  /** tf-idf rows of unit length; all of the signals' are computed when first asked for: themes need those of a sample only. */
  readonly signalVectors: TermMatrix;
  readonly signalVectorsOf: (rows: Int32Array) => TermMatrix;
  readonly issueVectors: TermMatrix;
  readonly latent: LatentSpace;
  /** Computed when first asked for, too. */
  readonly signalLatent: Float32Array;
  readonly issueLatent: Float32Array;
}

export function readCorpus(signals: readonly SaidSignal[], issues: readonly Issue[]): ReadCorpus {
  const vocabulary = newVocabulary();
  return corpusOfTexts(vocabulary, readSignals(signals, vocabulary), issues);
}

/** Signals' texts as word counts; words that are new join the vocabulary. */
export function readSignals(signals: readonly SaidSignal[], vocabulary: Vocabulary): ReadTexts {
  return readTexts(signals, signalFields, vocabulary, SIGNAL_TITLE_WEIGHT);
}

/** The same from signals that were read before, with the vocabulary that their words are numbered by. */
export function corpusOfTexts(vocabulary: Vocabulary, signals: ReadTexts, issues: readonly Issue[]): ReadCorpus {
  const said = signals.counts.rows;
  const readIssues = readTexts(issues, issueFields, vocabulary, ISSUE_TITLE_WEIGHT);
  const size = vocabulary.size();
  const signalsPerTerm = rowsPerColumn(signals.counts, size);
  const issuesPerTerm = rowsPerColumn(readIssues.counts, size);
  const termWeight = weighTerms(vocabulary, signalsPerTerm, said, issuesPerTerm, issues.length);
  const issueVectors = tfIdf(readIssues.counts, termWeight);
  const signalVectorsOf = (rows: Int32Array): TermMatrix => tfIdf(rowsOf(signals.counts, rows), termWeight);
  const everyNth = spread(said + issues.length, LATENT_SAMPLE);
  const parts = [signalVectorsOf(everyNth.filter((row) => row < said)), rowsOf(issueVectors, everyNth.filter((row) => row >= said).map((row) => row - said))];
  const latent = latentSpace(stack(parts, (term) => signalsPerTerm[term]! + issuesPerTerm[term]! >= 3), size, LATENT_DIMENSIONS);
  let signalVectors: TermMatrix | undefined;
  let signalLatent: Float32Array | undefined;
  return {
    vocabulary,
    signals,
    issues: readIssues,
    termWeight,
    heaviest: Math.max(1e-6, weightOf(1, said, 1, issues.length)),
    signalsPerTerm,
    issuesPerTerm,
    grams: gramsOfTerms(vocabulary),
    get signalVectors() {
      return (signalVectors ??= tfIdf(signals.counts, termWeight));
    },
    signalVectorsOf,
    issueVectors,
    latent,
    get signalLatent() {
      return (signalLatent ??= latentRows(this.signalVectors, latent));
    },
    issueLatent: latentRows(issueVectors, latent),
  };
}

/** Titles that only repeat the start of the body are read once. */
export function signalFields(signal: SaidSignal): { title: string; body: string } {
  return { title: signal.title ?? '', body: signal.text };
}

function issueFields(issue: Issue): { title: string; body: string } {
  return { title: issue.summary, body: issue.description ?? '' };
}

/**
 * Inverse document frequency among signals and among issues, as their geometric mean: a word that every customer uses
 * ("email") says as little as a word that every title uses ("fix").
 */
function weighTerms(vocabulary: Vocabulary, inSignals: Int32Array, signals: number, inIssues: Int32Array, issues: number): Float32Array {
  const weights = new Float32Array(vocabulary.size());
  for (let term = 0; term < weights.length; term += 1) {
    if (STOP_WORDS.has(vocabulary.text(term)) || isLetter(vocabulary.text(term))) continue;
    weights[term] = weightOf(inSignals[term]!, signals, inIssues[term]!, issues);
  }
  return weights;
}

/** A lone Latin letter or digit ("drag-n-drop", "step 2") says nothing; a lone Chinese character may. */
function isLetter(text: string): boolean {
  return text.length === 1 && text < '\u0250';
}

function weightOf(inSignals: number, signals: number, inIssues: number, issues: number): number {
  const spoken = inverseFrequency(inSignals, signals);
  const written = inverseFrequency(inIssues, issues);
  return issues === 0 ? spoken : signals === 0 ? written : Math.sqrt(spoken * written);
}

function inverseFrequency(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

function tfIdf(counts: TermMatrix, weights: Float32Array): TermMatrix {
  const values = new Float32Array(counts.weights.length);
  for (let at = 0; at < values.length; at += 1) values[at] = (1 + logOfCount(counts.weights[at]!)) * weights[counts.columns[at]!]!;
  return normalised({ ...counts, weights: values });
}

/** At most `most` of so many rows, evenly spread. */
function spread(rows: number, most: number): Int32Array {
  const step = Math.max(1, rows / most);
  return Int32Array.from({ length: Math.min(rows, Math.ceil(rows / step)) }, (_, at) => Math.floor(at * step));
}

/** The rows of all matrices one after another, entries that weigh something kept by `keeps`. */
function stack(parts: readonly TermMatrix[], keeps: (term: number) => boolean): TermMatrix {
  const builder = newMatrixBuilder(parts.reduce((sum, part) => sum + part.rows, 0));
  for (const { rows, starts, columns, weights } of parts) {
    for (let row = 0; row < rows; row += 1) {
      for (let at = starts[row]!; at < starts[row + 1]!; at += 1) if (weights[at]! > 0 && keeps(columns[at]!)) builder.put(columns[at]!, weights[at]!);
      builder.endRow();
    }
  }
  return builder.build();
}
