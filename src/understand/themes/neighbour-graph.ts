import { transpose } from '../text/term-matrix';
import { addPostings, fillHeap, newHeap, newScoreBoard, type Heap } from '../evidence/top-rows';
import { VIEWS, type LikenessViews } from './likeness-views';

/** Words in more rows than this are compared but bring no candidates: every seventh row says them. */
const COMMON = { least: 200, share: 0.15 };

/** An undirected weighted graph: node n's edges are `[starts[n], starts[n + 1])` of `ends` and `weights`. */
export interface Graph {
  readonly nodes: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly weights: Float32Array;
}

/**
 * The union of every view's nearest neighbours: an edge weighs the sum of its likenesses in the views that chose it. The
 * candidates of a row are its nearest by shared words that are not everybody's.
 * @param nearest neighbours per row and view; @param pool candidates per row
 */
export function neighbourGraph(views: LikenessViews, columnCount: number, { nearest, pool }: { nearest: number; pool: number }): Graph {
  const { words } = views;
  const postings = transpose(words, columnCount);
  const common = Math.max(COMMON.least, COMMON.share * words.rows);
  const board = newScoreBoard(words.rows);
  const heap = newHeap(pool + 1);
  const likeness = new Float32Array((pool + 1) * VIEWS);
  const chosen = newChoices(words.rows, nearest * VIEWS);
  const places = new Int32Array(nearest);
  for (let row = 0; row < words.rows; row += 1) {
    for (let at = words.starts[row]!; at < words.starts[row + 1]!; at += 1) {
      const column = words.columns[at]!;
      if (postings.starts[column + 1]! - postings.starts[column]! > common) continue;
      addPostings(board, postings.columns, postings.weights, { from: postings.starts[column]!, to: postings.starts[column + 1]!, factor: words.weights[at]! });
    }
    fillHeap(board, heap);
    views.load(row);
    for (let at = 0; at < heap.size; at += 1) {
      if (heap.rows[at] === row) likeness.fill(0, at * VIEWS, (at + 1) * VIEWS);
      else views.compare(heap.rows[at]!, likeness, at * VIEWS);
    }
    for (let view = 0; view < VIEWS; view += 1) {
      const found = strongest(likeness, heap, view, places);
      for (let turn = 0; turn < found; turn += 1) choose(chosen, row, heap.rows[places[turn]!]!, likeness[places[turn]! * VIEWS + view]!);
    }
  }
  return symmetric(chosen);
}

/** Places of the largest positive values of one view, ties by row number, by insertion: there are few. @returns how many */
function strongest(likeness: Float32Array, heap: Heap, view: number, places: Int32Array): number {
  let count = 0;
  for (let at = 0; at < heap.size; at += 1) {
    const value = likeness[at * VIEWS + view]!;
    if (value <= 0) continue;
    let slot = count;
    while (slot > 0) {
      const before = places[slot - 1]!;
      const other = likeness[before * VIEWS + view]!;
      if (other > value || (other === value && heap.rows[before]! < heap.rows[at]!)) break;
      if (slot < places.length) places[slot] = before;
      slot -= 1;
    }
    if (slot < places.length) places[slot] = at;
    count = Math.min(places.length, count + 1);
  }
  return count;
}

interface Choices {
  readonly rows: number;
  readonly most: number;
  readonly ends: Int32Array;
  readonly weights: Float32Array;
  readonly counts: Int32Array;
}

function newChoices(rows: number, most: number): Choices {
  return { rows, most, ends: new Int32Array(rows * most), weights: new Float32Array(rows * most), counts: new Int32Array(rows) };
}

function choose({ most, ends, weights, counts }: Choices, row: number, other: number, weight: number): void {
  const from = row * most;
  const to = from + counts[row]!;
  for (let at = from; at < to; at += 1) {
    if (ends[at] !== other) continue;
    weights[at]! += weight;
    return;
  }
  ends[to] = other;
  weights[to] = weight;
  counts[row]! += 1;
}

/** An edge wherever either end chose the other, with the larger of the two weights. */
function symmetric({ rows, most, ends, weights, counts }: Choices): Graph {
  const room = new Int32Array(rows + 1);
  const each = (visit: (from: number, to: number, weight: number) => void): void => {
    for (let row = 0; row < rows; row += 1) {
      for (let at = row * most; at < row * most + counts[row]!; at += 1) {
        visit(row, ends[at]!, weights[at]!);
        visit(ends[at]!, row, weights[at]!);
      }
    }
  };
  each((from) => (room[from + 1]! += 1));
  for (let row = 0; row < rows; row += 1) room[row + 1]! += room[row]!;
  const next = room.slice(0, rows);
  const allEnds = new Int32Array(room[rows]!);
  const allWeights = new Float32Array(allEnds.length);
  each((from, to, weight) => {
    const slot = next[from]!++;
    allEnds[slot] = to;
    allWeights[slot] = weight;
  });
  return withoutTwins({ nodes: rows, starts: room, ends: allEnds, weights: allWeights });
}

/** Two edges between the same nodes become one with the larger weight. */
function withoutTwins({ nodes, starts, ends, weights }: Graph): Graph {
  const place = new Int32Array(nodes).fill(-1);
  const kept = new Int32Array(nodes + 1);
  let size = 0;
  for (let node = 0; node < nodes; node += 1) {
    const first = size;
    for (let at = starts[node]!; at < starts[node + 1]!; at += 1) {
      const end = ends[at]!;
      const known = place[end]!;
      if (known >= first) weights[known] = Math.max(weights[known]!, weights[at]!);
      else {
        place[end] = size;
        ends[size] = end;
        weights[size] = weights[at]!;
        size += 1;
      }
    }
    kept[node + 1] = size;
  }
  return { nodes, starts: kept, ends: ends.slice(0, size), weights: weights.slice(0, size) };
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
