import { communitiesOf } from './communities';
import { centroidsOf, fitsOf, type Centroids } from './centroids';
import { neighbourGraph } from './neighbour-graph';
import { latentLikeness, rowsOf, type ThemeVectors } from './theme-vectors';

const SAMPLE = 12_000;
const NEIGHBOURS = 15;
const POOL = 60;
const RESOLUTION = 5;
const SMALLEST = 5;
const REFINEMENTS = 2;
const WEAKEST_SHARE = 0.1;

export interface Grouping {
  /** Group per signal, -1 for unassigned. */
  readonly groups: Int32Array;
  readonly fits: Float32Array;
  readonly centroids: Centroids;
}

/**
 * Groups signals: nearest neighbours in a sample, communities, centroid refinement, then everyone to the best centroid. The
 * worst-fitting tenth of what the sample looked like stays unassigned.
 * @param seeds group per signal to start from (-1 unknown), from the last run
 * @param pinned group per signal that may not change (-1 free); groups 0..pinnedCount-1
 */
export function groupSignals(vectors: ThemeVectors, seeds: Int32Array | undefined, pinned: { groups: Int32Array; count: number }): Grouping {
  const rows = sampleOf(pinned.groups);
  const sample = rowsOf(vectors.words, rows);
  const graph = neighbourGraph(sample, vectors.termCount, NEIGHBOURS, { pool: POOL, extra: (a, b) => latentLikeness(vectors, rows[a]!, rows[b]!) });
  const labels = dropSmall(communitiesOf(graph, RESOLUTION, seeds === undefined ? undefined : startFrom(seeds, rows)));
  const groups = pinned.groups.slice();
  let count = pinned.count;
  labels.forEach((label, at) => {
    if (label >= 0) groups[rows[at]!] = pinned.count + label;
    count = Math.max(count, pinned.count + label + 1);
  });
  let centroids = centroidsOf(vectors, groups, count);
  for (let round = 0; round < REFINEMENTS; round += 1) {
    assign(vectors, centroids, rows, groups);
    centroids = centroidsOf(vectors, groups, count);
  }
  return assignAll(vectors, centroids, pinned.groups, rows);
}

/** Every n-th free signal: signals come in time order, so the sample covers the whole time evenly. */
function sampleOf(pinned: Int32Array): Int32Array {
  const free = Int32Array.from([...pinned.keys()].filter((row) => pinned[row] === -1));
  if (free.length <= SAMPLE) return free;
  return Int32Array.from({ length: SAMPLE }, (_, at) => free[Math.floor((at * free.length) / SAMPLE)]!);
}

function startFrom(seeds: Int32Array, rows: Int32Array): Int32Array {
  const known = seeds.reduce((highest, seed) => Math.max(highest, seed), -1) + 1;
  return rows.map((row, at) => (seeds[row]! >= 0 ? seeds[row]! : known + at));
}

function dropSmall(labels: Int32Array): Int32Array {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const numbers = new Map<number, number>();
  for (const [label, size] of [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0])) if (size >= SMALLEST) numbers.set(label, numbers.size);
  return labels.map((label) => numbers.get(label) ?? -1);
}

function assign(vectors: ThemeVectors, centroids: Centroids, rows: Int32Array, groups: Int32Array): void {
  const fits = new Float32Array(centroids.count);
  for (const row of rows) {
    fitsOf(vectors, centroids, row, fits);
    groups[row] = bestOf(fits).group;
  }
}

function assignAll(vectors: ThemeVectors, centroids: Centroids, pinned: Int32Array, sample: Int32Array): Grouping {
  const groups = new Int32Array(pinned.length).fill(-1);
  const fits = new Float32Array(pinned.length);
  const board = new Float32Array(centroids.count);
  for (let row = 0; row < groups.length; row += 1) {
    fitsOf(vectors, centroids, row, board);
    const best = pinned[row]! >= 0 ? { group: pinned[row]!, fit: board[pinned[row]!]! } : bestOf(board);
    groups[row] = best.group;
    fits[row] = best.fit;
  }
  const sorted = Float32Array.from(sample, (row) => fits[row]!).sort();
  const weakest = sorted[Math.floor(sorted.length * WEAKEST_SHARE)] ?? 0;
  for (let row = 0; row < groups.length; row += 1) if (pinned[row] === -1 && (fits[row]! < weakest || fits[row] === 0)) groups[row] = -1;
  return { groups, fits, centroids };
}

function bestOf(fits: Float32Array): { group: number; fit: number } {
  let group = -1;
  let fit = 0;
  fits.forEach((one, at) => {
    if (one > fit) [group, fit] = [at, one];
  });
  return { group, fit: Math.min(1, fit) };
}
