import { communitiesOf } from './communities';
import { centroidsOf, fitsOf, type Centroids } from './centroids';
import { neighbourGraph } from './neighbour-graph';
import { dissolveLanguages } from './language-groups';
import { likenessViews } from './likeness-views';
import type { ReadCorpus } from '../text/read-corpus';
import type { ThemeVectors } from './theme-vectors';

/** Rows whose neighbours are computed: fewer when texts are long, so that the work stays the same. */
const SAMPLE = { most: 12_000, least: 5_000, words: 240_000 };
const NEIGHBOURS = 7;
const POOL = 80;
/** A hundred signals have few needs, ten thousand many: the resolution rises with the sample until it settles. */
const RESOLUTION = { most: 4, perSignals: 200 };
const SMALLEST = { group: 5, inSmallCorpus: 3, smallCorpus: 300 };
const REFINEMENTS = 1;
const MOVES_FOR = 0.08;
const WARM_FROM = 0.5;
/** A one-line message is about one thing; a long one may be about several, so it must fit better to be placed. */
const WEAKEST_OF_MEDIAN = { oneLine: 0.58, long: 0.78, longWords: 30 };

export interface Grouping {
  /** Group per signal, -1 for unassigned. */
  readonly groups: Int32Array;
  readonly fits: Float32Array;
  readonly centroids: Centroids;
}

/**
 * Groups signals: nearest neighbours in a sample, communities, centroid refinement, then everyone to the best centroid. Who
 * fits a group far worse than its typical member stays unassigned.
 * @param seeds group per signal to start from (-1 unknown), from the last run
 * @param pinned group per signal that may not change (-1 free); groups 0..pinnedCount-1
 */
export function groupSignals(corpus: ReadCorpus, vectors: ThemeVectors, seeds: Int32Array | undefined, pinned: { groups: Int32Array; count: number }): Grouping {
  const rows = sampleOf(vectors, pinned.groups);
  const graph = neighbourGraph(likenessViews(corpus, vectors, rows), vectors.termCount, { nearest: NEIGHBOURS, pool: POOL });
  const labels = dropSmall(communitiesOf(graph, Math.min(RESOLUTION.most, Math.max(1, rows.length / RESOLUTION.perSignals)), seeds === undefined || !isMostlyKnown(seeds) ? undefined : startFrom(seeds, rows)));
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
  const grouping = assignAll(vectors, centroids, { pinned: pinned.groups, sample: rows, placed: seeds === undefined ? groups : withSeeds(groups, seeds) });
  dissolveLanguages(corpus, grouping.groups, pinned.groups);
  return grouping;
}

/** Every n-th free signal: signals come in time order, so the sample covers the whole time evenly. Repeated texts count a few times only. */
function sampleOf(vectors: ThemeVectors, pinned: Int32Array): Int32Array {
  const wordsPerRow = vectors.words.columns.length / Math.max(1, vectors.words.rows);
  const said = new Map<string, number>();
  const free = Int32Array.from([...pinned.keys()].filter((row) => pinned[row] === -1 && isAmongFirst(said, wordsOf(vectors, row))));
  const size = Math.floor(Math.min(SAMPLE.most, Math.max(SAMPLE.least, SAMPLE.words / Math.max(1, wordsPerRow))));
  if (free.length <= size) return free;
  return Int32Array.from({ length: size }, (_, at) => free[Math.floor((at * free.length) / size)]!);
}

const SAME_TEXT = 3;

function isAmongFirst(said: Map<string, number>, words: string): boolean {
  const times = (said.get(words) ?? 0) + 1;
  said.set(words, times);
  return words !== '' && times <= SAME_TEXT;
}

/** The row's words as one key; long rows differ early. */
function wordsOf({ words }: ThemeVectors, row: number): string {
  const [from, to] = [words.starts[row]!, words.starts[row + 1]!];
  return from === to ? '' : `${to - from} ${words.columns.subarray(from, Math.min(to, from + 24)).join(' ')}`;
}

function startFrom(seeds: Int32Array, rows: Int32Array): Int32Array {
  const known = seeds.reduce((highest, seed) => Math.max(highest, seed), -1) + 1;
  return rows.map((row, at) => (seeds[row]! >= 0 ? seeds[row]! : known + at));
}

/** Enough of the signals were placed before that their themes are worth keeping; else a fresh start is better. */
function isMostlyKnown(seeds: Int32Array): boolean {
  let known = 0;
  for (const seed of seeds) if (seed >= 0) known += 1;
  return known >= WARM_FROM * seeds.length;
}

function dropSmall(labels: Int32Array): Int32Array {
  const smallest = labels.length < SMALLEST.smallCorpus ? SMALLEST.inSmallCorpus : SMALLEST.group;
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const numbers = new Map<number, number>();
  for (const [label, size] of [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0])) if (size >= smallest) numbers.set(label, numbers.size);
  return labels.map((label) => numbers.get(label) ?? -1);
}

function assign(vectors: ThemeVectors, centroids: Centroids, rows: Int32Array, groups: Int32Array): void {
  const fits = new Float32Array(centroids.count);
  for (const row of rows) {
    fitsOf(vectors, centroids, row, fits);
    const best = bestOf(fits);
    const own = groups[row]!;
    if (own === -1 || best.fit > fits[own]! + MOVES_FOR) groups[row] = best.group;
  }
}

/** Signals placed before start where most of their earlier theme is now; they leave it only for a clearly better fit. */
function withSeeds(groups: Int32Array, seeds: Int32Array): Int32Array {
  const votes = new Map<number, Map<number, number>>();
  groups.forEach((group, row) => {
    if (group < 0 || seeds[row]! < 0) return;
    const vote = votes.get(seeds[row]!) ?? new Map<number, number>();
    votes.set(seeds[row]!, vote.set(group, (vote.get(group) ?? 0) + 1));
  });
  const heirs = new Map([...votes].map(([seed, vote]) => [seed, [...vote].reduce((best, one) => (one[1] > best[1] ? one : best))[0]]));
  return groups.map((group, row) => heirs.get(seeds[row]!) ?? group);
}

interface Places {
  readonly pinned: Int32Array;
  readonly sample: Int32Array;
  /** Group of each sampled signal after refinement. */
  readonly placed: Int32Array;
}

function assignAll(vectors: ThemeVectors, centroids: Centroids, { pinned, sample, placed }: Places): Grouping {
  const groups = placed.slice();
  const fits = new Float32Array(pinned.length);
  const board = new Float32Array(centroids.count);
  for (let row = 0; row < groups.length; row += 1) {
    fitsOf(vectors, centroids, row, board);
    const best = bestOf(board);
    const own = groups[row]!;
    if (own >= 0 && (pinned[row]! >= 0 || best.fit <= board[own]! + MOVES_FOR)) [best.group, best.fit] = [own, Math.min(1, board[own]!)];
    groups[row] = best.group;
    fits[row] = best.fit;
  }
  const floors = mediansOf(placed, fits, sample, centroids.count).map((median) => median * weakestShare(vectors));
  for (let row = 0; row < groups.length; row += 1) if (pinned[row] === -1 && (fits[row] === 0 || fits[row]! < floors[groups[row]!]!)) groups[row] = -1;
  return { groups, fits, centroids };
}

function weakestShare({ words }: ThemeVectors): number {
  const length = Math.min(1, words.columns.length / Math.max(1, words.rows) / WEAKEST_OF_MEDIAN.longWords);
  return WEAKEST_OF_MEDIAN.oneLine + (WEAKEST_OF_MEDIAN.long - WEAKEST_OF_MEDIAN.oneLine) * length;
}

/** Median fit of each group's sampled members. */
function mediansOf(placed: Int32Array, fits: Float32Array, sample: Int32Array, count: number): Float32Array {
  const members: number[][] = Array.from({ length: count }, () => []);
  for (const row of sample) if (placed[row]! >= 0) members[placed[row]!]!.push(fits[row]!);
  return Float32Array.from(members, (one) => one.sort((a, b) => a - b)[one.length >> 1] ?? 0);
}

function bestOf(fits: Float32Array): { group: number; fit: number } {
  let group = -1;
  let fit = 0;
  fits.forEach((one, at) => {
    if (one > fit) [group, fit] = [at, one];
  });
  return { group, fit: Math.min(1, fit) };
}
