import type { ReadCorpus } from '../text/read-corpus';
import type { ReadTexts } from '../text/read-texts';
import { transpose, type TermMatrix } from '../text/term-matrix';

/** Saturated counts of both sides and their postings; a pair's lexical score is the dot product over shared terms. */
export interface Impacts {
  /** BM25 saturation of each signal's terms. */
  readonly signals: TermMatrix;
  /** BM25 saturation × term weight of each issue's terms. */
  readonly issues: TermMatrix;
  readonly signalsByTerm: TermMatrix;
  readonly issuesByTerm: TermMatrix;
}

/** BM25 (Robertson, Zaragoza 2009) with both sides saturated, since a signal is as long as a document. */
export function impactsOf(corpus: ReadCorpus): Impacts {
  const size = corpus.vocabulary.size();
  const signals = saturated(corpus.signals, 1.2, 0.5);
  const issues = saturated(corpus.issues, 0.9, 0.3);
  const weighted = { ...issues, weights: issues.weights.map((impact, at) => impact * corpus.termWeight[issues.columns[at]!]!) };
  return { signals, issues: weighted, signalsByTerm: transpose(signals, size), issuesByTerm: transpose(weighted, size) };
}

function saturated(texts: ReadTexts, k1: number, b: number): TermMatrix {
  const { counts, lengths } = texts;
  let total = 0;
  for (const length of lengths) total += length;
  const average = lengths.length === 0 || total === 0 ? 1 : total / lengths.length;
  const weights = new Float32Array(counts.weights.length);
  for (let row = 0; row < counts.rows; row += 1) {
    const norm = k1 * (1 - b + (b * lengths[row]!) / average);
    for (let at = counts.starts[row]!; at < counts.starts[row + 1]!; at += 1) weights[at] = (counts.weights[at]! * (k1 + 1)) / (counts.weights[at]! + norm);
  }
  return { ...counts, weights };
}
