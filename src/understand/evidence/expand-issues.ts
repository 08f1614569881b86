import type { ReadCorpus } from '../text/read-corpus';
import { newMatrixBuilder, type TermMatrix } from '../text/term-matrix';
import type { Impacts } from './impacts';
import { addPostings, newScoreBoard, takeTop } from './top-rows';

const NEAREST_SIGNALS = 12;
const EXPANSION_TERMS = 20;

/**
 * Customers' words for each issue: the terms that stand out in the signals nearest to it (relevance model RM3, Lavrenko and
 * Croft 2001). Weights of a row sum to 1; an issue whose words no customer uses has an empty row.
 */
export function expandIssues(corpus: ReadCorpus, impacts: Impacts): TermMatrix {
  const board = newScoreBoard(corpus.signals.counts.rows);
  const terms = newScoreBoard(corpus.vocabulary.size());
  const builder = newMatrixBuilder(impacts.issues.rows);
  const { signalsByTerm, issues } = impacts;
  for (let issue = 0; issue < issues.rows; issue += 1) {
    for (let at = issues.starts[issue]!; at < issues.starts[issue + 1]!; at += 1) {
      const term = issues.columns[at]!;
      if (corpus.termWeight[term] === 0) continue;
      addPostings(board, signalsByTerm.columns, signalsByTerm.weights, { from: signalsByTerm.starts[term]!, to: signalsByTerm.starts[term + 1]!, factor: issues.weights[at]! });
    }
    const { signalVectors } = corpus;
    for (const { row, score } of takeTop(board, NEAREST_SIGNALS)) {
      addPostings(terms, signalVectors.columns, signalVectors.weights, { from: signalVectors.starts[row]!, to: signalVectors.starts[row + 1]!, factor: score });
    }
    for (const one of ofUnitSum(takeTop(terms, EXPANSION_TERMS))) builder.put(one.row, one.score);
    builder.endRow();
  }
  return builder.build();
}

function ofUnitSum(terms: readonly { row: number; score: number }[]): { row: number; score: number }[] {
  const kept = terms.filter((one) => one.score > 0);
  const sum = kept.reduce((total, one) => total + one.score, 0);
  return kept.map((one) => ({ row: one.row, score: one.score / sum })).sort((a, b) => a.row - b.row);
}
