import { transpose } from '../text/term-matrix';
import { addPostings, newScoreBoard, takeTop } from '../evidence/top-rows';
import { VIEWS, type LikenessViews } from './likeness-views';

/** An undirected weighted graph: node n's edges are `[starts[n], starts[n + 1])` of `ends` and `weights`. */
export interface Graph {
  readonly nodes: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly weights: Float32Array;
}

/**
 * The union of every view's nearest neighbours: an edge weighs the sum of its likenesses in the views that chose it. The
 * candidates of a row are its nearest by shared words, exact.
 * @param nearest neighbours per row and view; @param pool candidates per row
 */
export function neighbourGraph(views: LikenessViews, columnCount: number, { nearest, pool }: { nearest: number; pool: number }): Graph {
  const { words } = views;
  const postings = transpose(words, columnCount);
  const board = newScoreBoard(words.rows);
  const likeness = new Float32Array((pool + 1) * VIEWS);
  const edges = Array.from({ length: words.rows }, () => new Map<number, number>());
  for (let row = 0; row < words.rows; row += 1) {
    for (let at = words.starts[row]!; at < words.starts[row + 1]!; at += 1) {
      const column = words.columns[at]!;
      addPostings(board, postings.columns, postings.weights, { from: postings.starts[column]!, to: postings.starts[column + 1]!, factor: words.weights[at]! });
    }
    const candidates = takeTop(board, pool + 1).filter((one) => one.row !== row);
    views.load(row);
    candidates.forEach((one, at) => views.compare(one.row, one.score, likeness, at * VIEWS));
    const chosen = new Map<number, number>();
    for (let view = 0; view < VIEWS; view += 1) {
      for (const at of strongest(likeness, candidates.length, view, nearest)) {
        const other = candidates[at]!.row;
        chosen.set(other, (chosen.get(other) ?? 0) + likeness[at * VIEWS + view]!);
      }
    }
    for (const [other, weight] of chosen) {
      if (weight > (edges[row]!.get(other) ?? 0)) edges[row]!.set(other, weight);
      if (weight > (edges[other]!.get(row) ?? 0)) edges[other]!.set(row, weight);
    }
  }
  return graphOf(edges);
}

/** Places of the `most` largest positive values of one view, by repeated selection: `most` is small. */
function strongest(likeness: Float32Array, count: number, view: number, most: number): number[] {
  const places: number[] = [];
  for (let turn = 0; turn < most; turn += 1) {
    let best = -1;
    for (let at = 0; at < count; at += 1) {
      const value = likeness[at * VIEWS + view]!;
      if (value > 0 && (best === -1 || value > likeness[best * VIEWS + view]!) && !places.includes(at)) best = at;
    }
    if (best === -1) break;
    places.push(best);
  }
  return places;
}

/** Flat arrays of an adjacency list. */
export function graphOf(edges: readonly ReadonlyMap<number, number>[]): Graph {
  const starts = new Int32Array(edges.length + 1);
  edges.forEach((one, node) => (starts[node + 1] = starts[node]! + one.size));
  const ends = new Int32Array(starts[edges.length]!);
  const weights = new Float32Array(ends.length);
  edges.forEach((one, node) => {
    let at = starts[node]!;
    for (const [to, weight] of one) {
      ends[at] = to;
      weights[at] = weight;
      at += 1;
    }
  });
  return { nodes: edges.length, starts, ends, weights };
}
