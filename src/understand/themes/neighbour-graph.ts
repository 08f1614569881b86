import { transpose, type TermMatrix } from '../text/term-matrix';
import { addPostings, newScoreBoard, takeTop } from '../evidence/top-rows';

/** An undirected weighted graph: node n's edges are `[starts[n], starts[n + 1])` of `ends` and `weights`. */
export interface Graph {
  readonly nodes: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly weights: Float32Array;
}

/** Likeness of two rows beyond shared words, added when neighbours are ordered. */
export type ExtraLikeness = (a: number, b: number) => number;

/**
 * Each row's `k` nearest rows by cosine (rows of unit length), exact over shared columns; an edge stands when either end
 * chose it, with the larger weight.
 * @param pool how many by shared columns are reordered by `extra`
 */
export function neighbourGraph(rows: TermMatrix, columnCount: number, k: number, reorder?: { pool: number; extra: ExtraLikeness }): Graph {
  const postings = transpose(rows, columnCount);
  const board = newScoreBoard(rows.rows);
  const chosen = new Int32Array(rows.rows * k).fill(-1);
  const likeness = new Float32Array(rows.rows * k);
  for (let row = 0; row < rows.rows; row += 1) {
    for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at += 1) {
      const column = rows.columns[at]!;
      addPostings(board, postings.columns, postings.weights, { from: postings.starts[column]!, to: postings.starts[column + 1]!, factor: rows.weights[at]! });
    }
    let top = takeTop(board, (reorder?.pool ?? k) + 1).filter((one) => one.row !== row);
    if (reorder !== undefined) top = top.map((one) => ({ row: one.row, score: one.score + reorder.extra(row, one.row) })).sort((a, b) => b.score - a.score || a.row - b.row);
    top.slice(0, k).forEach((one, index) => {
      chosen[row * k + index] = one.row;
      likeness[row * k + index] = one.score;
    });
  }
  return symmetric(rows.rows, k, chosen, likeness);
}

function symmetric(nodes: number, k: number, chosen: Int32Array, likeness: Float32Array): Graph {
  const chose = (node: number, other: number): boolean => {
    for (let at = node * k; at < (node + 1) * k; at += 1) if (chosen[at] === other) return true;
    return false;
  };
  const starts = new Int32Array(nodes + 1);
  const eachEdge = (visit: (from: number, to: number, weight: number) => void): void => {
    for (let slot = 0; slot < chosen.length; slot += 1) {
      const [from, to] = [Math.floor(slot / k), chosen[slot]!];
      if (to === -1 || likeness[slot]! <= 0) continue;
      visit(from, to, likeness[slot]!);
      if (!chose(to, from)) visit(to, from, likeness[slot]!);
    }
  };
  eachEdge((from) => (starts[from + 1]! += 1));
  for (let node = 0; node < nodes; node += 1) starts[node + 1]! += starts[node]!;
  const next = starts.slice();
  const ends = new Int32Array(starts[nodes]!);
  const weights = new Float32Array(ends.length);
  eachEdge((from, to, weight) => {
    const slot = next[from]!++;
    ends[slot] = to;
    weights[slot] = weight;
  });
  return { nodes, starts, ends, weights };
}
