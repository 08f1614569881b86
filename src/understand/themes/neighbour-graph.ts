import { MEANING, SPELLING, VIEWS, WORDS, type LikenessViews } from './likeness-views';
import { isInPool, nearestPools } from './nearest-pools';

/** Words in more rows than this are compared but bring no candidates: every seventh row says them. */
const COMMON = { least: 200, share: 0.1 };

/** An undirected weighted graph: node n's edges are `[starts[n], starts[n + 1])` of `ends` and `weights`. */
export interface Graph {
  readonly nodes: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly weights: Float32Array;
}

export interface GraphOptions {
  /** Neighbours per row and view. */
  readonly nearest: number;
  /** Candidates per row. */
  readonly pool: number;
  /** What of a row brings none, as `nearestPools` has it. */
  readonly light: number;
  /** Spelling is compared from this share on of what a row's neighbours by words, or by meaning, are alike at least; 0 for always. */
  readonly spelled: number;
}

/**
 * The union of every view's nearest neighbours: an edge weighs the sum of its likenesses in the views that chose it. Two rows
 * are compared when one is among the other's nearest by shared words that are not everybody's.
 */
export function neighbourGraph(views: LikenessViews, columnCount: number, { nearest, pool, light, spelled }: GraphOptions): Graph {
  const { words } = views;
  const pools = nearestPools(words, columnCount, { pool, common: Math.max(COMMON.least, COMMON.share * words.rows), light });
  const best = newBestLists(words.rows * VIEWS, nearest);
  const likeness = new Float32Array(VIEWS);
  for (let row = 0; row < words.rows; row += 1) {
    let isLoaded = false;
    // In heap order the best stand behind: they come first.
    for (let at = row * pool + pools.sizes[row]! - 1; at >= row * pool; at -= 1) {
      const other = pools.rows[at]!;
      if (other < row && isInPool(pools, other, row, pools.scores[at]!)) continue;
      if (!isLoaded) views.load(row);
      isLoaded = true;
      views.compare(other, likeness);
      if (isWorthSpelling(best, row, likeness, spelled) || isWorthSpelling(best, other, likeness, spelled)) likeness[SPELLING]! += views.spelling(other);
      for (let view = 0; view < VIEWS; view += 1) {
        offerBest(best, row * VIEWS + view, other, likeness[view]!);
        offerBest(best, other * VIEWS + view, row, likeness[view]!);
      }
    }
  }
  const chosen = newChoices(words.rows, nearest * VIEWS);
  for (let list = 0; list < words.rows * VIEWS; list += 1) for (let at = list * nearest; at < list * nearest + best.sizes[list]!; at += 1) choose(chosen, Math.floor(list / VIEWS), best.rows[at]!, best.values[at]!);
  return symmetric(chosen);
}

/** Who is far from a row's neighbours by words and by meaning is none by spelling. */
function isWorthSpelling({ floors }: BestLists, row: number, likeness: Float32Array, spelled: number): boolean {
  return likeness[WORDS]! >= spelled * floors[row * VIEWS + WORDS]! || likeness[MEANING]! >= spelled * floors[row * VIEWS + MEANING]!;
}

/** Lists of the few largest values with their rows, best first: list n at `[n * most, n * most + sizes[n])`. */
interface BestLists {
  readonly most: number;
  readonly rows: Int32Array;
  readonly values: Float32Array;
  readonly sizes: Uint8Array;
  /** The least of a full list, 0 before: close together, because most values are turned away. */
  readonly floors: Float32Array;
}

function newBestLists(lists: number, most: number): BestLists {
  return { most, rows: new Int32Array(lists * most), values: new Float32Array(lists * most), sizes: new Uint8Array(lists), floors: new Float32Array(lists) };
}

/** Keeps a positive value if it is among the list's largest, ties by row number. */
function offerBest({ most, rows, values, sizes, floors }: BestLists, list: number, row: number, value: number): void {
  if (value <= 0 || value < floors[list]!) return;
  const from = list * most;
  const size = sizes[list]!;
  if (size === most && value === floors[list] && row > rows[from + most - 1]!) return;
  let at = from + Math.min(size, most - 1);
  while (at > from && (values[at - 1]! < value || (values[at - 1] === value && rows[at - 1]! > row))) {
    values[at] = values[at - 1]!;
    rows[at] = rows[at - 1]!;
    at -= 1;
  }
  values[at] = value;
  rows[at] = row;
  if (size < most) sizes[list] = size + 1;
  if (sizes[list] === most) floors[list] = values[from + most - 1]!;
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
