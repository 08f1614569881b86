import type { ReadCorpus } from '../text/read-corpus';
import { transpose, type TermMatrix } from '../text/term-matrix';
import type { Impacts } from './impacts';
import { addPostings, newScoreBoard, takeTop } from './top-rows';

/** Weight of customers' words beside an issue's own words when candidates are gathered. */
const EXPANSION = 6;

export type Retrieve = (row: number, most: number) => { row: number; score: number }[];

/** Issues for a signal: words of the issue and customers' words of the issue in one pass over postings. */
export function issueRetriever(corpus: ReadCorpus, impacts: Impacts, expansion: TermMatrix): Retrieve {
  const board = newScoreBoard(impacts.issues.rows);
  const expanded = transpose(expansion, corpus.vocabulary.size());
  const { signals, issuesByTerm } = impacts;
  return (signal, most) => {
    for (let at = signals.starts[signal]!; at < signals.starts[signal + 1]!; at += 1) {
      const term = signals.columns[at]!;
      if (corpus.termWeight[term] === 0) continue;
      const factor = signals.weights[at]!;
      addPostings(board, issuesByTerm.columns, issuesByTerm.weights, { from: issuesByTerm.starts[term]!, to: issuesByTerm.starts[term + 1]!, factor });
      addPostings(board, expanded.columns, expanded.weights, { from: expanded.starts[term]!, to: expanded.starts[term + 1]!, factor: factor * EXPANSION });
    }
    return takeTop(board, most);
  };
}

/** Signals for an issue, by the same scores. */
export function signalRetriever(corpus: ReadCorpus, impacts: Impacts, expansion: TermMatrix): Retrieve {
  const board = newScoreBoard(impacts.signals.rows);
  const { issues, signalsByTerm } = impacts;
  const add = (matrix: TermMatrix, issue: number, factor: number): void => {
    for (let at = matrix.starts[issue]!; at < matrix.starts[issue + 1]!; at += 1) {
      const term = matrix.columns[at]!;
      if (corpus.termWeight[term] === 0) continue;
      addPostings(board, signalsByTerm.columns, signalsByTerm.weights, { from: signalsByTerm.starts[term]!, to: signalsByTerm.starts[term + 1]!, factor: factor * matrix.weights[at]! });
    }
  };
  return (issue, most) => {
    add(issues, issue, 1);
    add(expansion, issue, EXPANSION);
    return takeTop(board, most);
  };
}
