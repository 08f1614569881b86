import type { ReadCorpus } from '../text/read-corpus';
import { newMatrixBuilder, transpose, type TermMatrix } from '../text/term-matrix';
import type { Impacts } from './impacts';
import { addPostings, newScoreBoard, takeTop } from './top-rows';

/** Weight of customers' words beside an issue's own words when candidates are gathered. */
const EXPANSION = 6;

export type Retrieve = (row: number, most: number) => { row: number; score: number }[];

/** Issues for a signal: words of the issue and customers' words of the issue in one pass over postings. */
export function issueRetriever(corpus: ReadCorpus, impacts: Impacts, expansion: TermMatrix): Retrieve {
  const board = newScoreBoard(impacts.issues.rows);
  const { starts, columns, weights } = transpose(bothWords(corpus, impacts.issues, expansion), corpus.vocabulary.size());
  const { signals } = impacts;
  return (signal, most) => {
    for (let at = signals.starts[signal]!; at < signals.starts[signal + 1]!; at += 1) {
      const term = signals.columns[at]!;
      addPostings(board, columns, weights, { from: starts[term]!, to: starts[term + 1]!, factor: signals.weights[at]! });
    }
    return takeTop(board, most);
  };
}

/** An issue's own words and its customers' words as one row of weights; words that weigh nothing are left out. */
function bothWords(corpus: ReadCorpus, issues: TermMatrix, expansion: TermMatrix): TermMatrix {
  const builder = newMatrixBuilder(issues.rows);
  const sums = new Float32Array(corpus.vocabulary.size());
  const add = ({ starts, columns, weights }: TermMatrix, row: number, factor: number, terms: number[]): void => {
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const term = columns[at]!;
      if (corpus.termWeight[term] === 0 || weights[at] === 0) continue;
      if (sums[term] === 0) terms.push(term);
      sums[term]! += factor * weights[at]!;
    }
  };
  for (let row = 0; row < issues.rows; row += 1) {
    const terms: number[] = [];
    add(issues, row, 1, terms);
    add(expansion, row, EXPANSION, terms);
    for (const term of terms) {
      builder.put(term, sums[term]!);
      sums[term] = 0;
    }
    builder.endRow();
  }
  return builder.build();
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

/**
 * The same search, asked once: the best `most` rows of each of `rows` are kept, and whoever asks for fewer reads them there.
 * Asked for more, it searches again.
 */
export function rememberingRetriever(retrieve: Retrieve, rows: number, most: number): Retrieve {
  const kept: (readonly { row: number; score: number }[] | undefined)[] = Array.from({ length: rows });
  return (row, wanted) => {
    if (wanted > most) return retrieve(row, wanted);
    const known = kept[row] ?? retrieve(row, most);
    kept[row] = known;
    return known.slice(0, wanted);
  };
}
