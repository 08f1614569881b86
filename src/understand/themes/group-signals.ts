import { belongingOf } from './belonging';
import { communitiesOf } from './communities';
import { centroidsOf } from './centroids';
import { tellingOf } from './claims';
import { neighbourGraph, type Graph } from './neighbour-graph';
import { dissolveLanguages } from './language-groups';
import { likenessViews } from './likeness-views';
import { placeSignals, type Places } from './place-signals';
import { sampleRows } from './sample-rows';
import type { Timed } from '../stage-clock';
import type { ReadCorpus } from '../text/read-corpus';
import type { ThemeVectors } from './theme-vectors';

const NEIGHBOURS = 7;
const POOL = 80;
/** A twentieth of what a row says, its lightest words, brings no candidates: half the work, the same themes. */
const LIGHT = 0.05;
/** From here on spelling may make a neighbour of a row: half of the pairs, the same themes. */
const SPELLED = 0.8;
/** A hundred signals have few needs, ten thousand many: the resolution rises with the sample until it settles. */
const RESOLUTION = { most: 4, perSignals: 200 };
const SMALLEST = { group: 5, inSmallCorpus: 3, smallCorpus: 300 };
/** Mean share of its members' likeness that lies inside a community, from which it is one; less where themes of the last run are gone on with. */
const COHESION = { new: 0.57, known: 0.48 };
const WARM_FROM = 0.5;
/**
 * A signal is of a theme's core when at least this share of its likeness to its neighbours lies inside it, and stays out of all
 * themes below the second share; one that was in it before stays with less, so that nobody comes and goes at the edge.
 */
const BELONGS = { joins: 0.4, out: 0.3, stays: 0.25, leaves: 0.15 };

export interface GroupingOptions {
  /** Group per signal to start from (-1 unknown), from the last run. */
  readonly seeds: Int32Array | undefined;
  /** Group per signal that may not change (-1 free); groups 0..count-1. */
  readonly pinned: { readonly groups: Int32Array; readonly count: number };
  /** Language per signal, as `languagesOf` gives it. */
  readonly languages: Int8Array;
  readonly timed: Timed;
}

/**
 * Groups signals: communities among the nearest neighbours of a sample, then everyone else to the best centroid. Whose
 * neighbours are spread over several groups, or who fits a second group nearly as well, stays unassigned.
 */
export function groupSignals(corpus: ReadCorpus, vectors: ThemeVectors, { seeds, pinned, languages, timed }: GroupingOptions): Places {
  const { rows, twins } = sampleRows(vectors, pinned.groups);
  const views = timed('theme-views', () => likenessViews(corpus, vectors, rows));
  const graph = timed('theme-graph', () => neighbourGraph(views, vectors.termCount, { nearest: NEIGHBOURS, pool: POOL, light: LIGHT, spelled: SPELLED }));
  const resolution = Math.min(RESOLUTION.most, Math.max(1, rows.length / RESOLUTION.perSignals));
  const start = seeds === undefined || !isMostlyKnown(seeds) ? undefined : startFrom(seeds, rows);
  const found = dropSmall(timed('communities', () => communitiesOf(graph, resolution, start)));
  const labels = dropLoose(graph, found, start);
  return timed('places', () => {
    const belonging = belongingOf(graph, found);
    const origins = start === undefined ? undefined : heirsOf(start, labels);
    const fixed = pinned.groups.slice();
    const core = pinned.groups.slice();
    const isPinned = Uint8Array.from(pinned.groups, (group) => (group >= 0 ? 1 : 0));
    const isSettled = isPinned.slice();
    let [count, leftOut] = [pinned.count, 0];
    labels.forEach((label, at) => {
      if (label < 0) {
        if (found[at]! >= 0 && belonging[at]! < BELONGS.joins) leftOut += 1;
        return;
      }
      const [row, group] = [rows[at]!, pinned.count + label];
      count = Math.max(count, group + 1);
      isSettled[row] = 1;
      const wasHere = start !== undefined && origins?.[at] === start[at];
      if (belonging[at]! >= (wasHere ? BELONGS.leaves : BELONGS.out)) fixed[row] = group;
      if (belonging[at]! >= (wasHere ? BELONGS.stays : BELONGS.joins)) core[row] = group;
      else leftOut += 1;
    });
    const centroids = centroidsOf(vectors, core, count);
    const telling = tellingOf(vectors, core, count);
    for (let row = 0; row < twins.length; row += 1) {
      if (twins[row]! < 0 || isSettled[row] === 1 || isSettled[twins[row]!] === 0) continue;
      fixed[row] = fixed[twins[row]!]!;
      isSettled[row] = 1;
    }
    const earlier = seeds === undefined ? new Int32Array(fixed.length).fill(-1) : heirsOf(fixed, seeds);
    const places = placeSignals(vectors, centroids, telling, { fixed, isPinned, isSettled, earlier, sample: rows, leftOut: leftOut / Math.max(1, rows.length) });
    dissolveLanguages(languages, places.groups, pinned.groups);
    return places;
  });
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

/** Communities whose members are hardly more alike to each other than to the rest are none: their members are free to join another. */
function dropLoose(graph: Graph, labels: Int32Array, start: Int32Array | undefined): Int32Array {
  const belonging = belongingOf(graph, labels);
  const sums = new Map<number, { readonly members: number; readonly inside: number }>();
  labels.forEach((label, at) => {
    if (label < 0) return;
    const one = sums.get(label) ?? { members: 0, inside: 0 };
    sums.set(label, { members: one.members + 1, inside: one.inside + belonging[at]! });
  });
  const loosest = start === undefined ? COHESION.new : COHESION.known;
  return numbered(labels, (label) => (sums.get(label)?.inside ?? 0) >= loosest * (sums.get(label)?.members ?? 1));
}

function dropSmall(labels: Int32Array): Int32Array {
  const smallest = labels.length < SMALLEST.smallCorpus ? SMALLEST.inSmallCorpus : SMALLEST.group;
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return numbered(labels, (label) => (sizes.get(label) ?? 0) >= smallest);
}

/** Groups that are kept, numbered from 0, the largest first; -1 for members of the others. */
function numbered(labels: Int32Array, isKept: (label: number) => boolean): Int32Array {
  const sizes = new Map<number, number>();
  for (const label of labels) if (label >= 0) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const numbers = new Map<number, number>();
  for (const [label] of [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0])) if (isKept(label)) numbers.set(label, numbers.size);
  return labels.map((label) => numbers.get(label) ?? -1);
}

/** For each signal placed before, where most of its earlier theme is now. */
function heirsOf(groups: Int32Array, seeds: Int32Array): Int32Array {
  const votes = new Map<number, Map<number, number>>();
  groups.forEach((group, row) => {
    if (group < 0 || seeds[row]! < 0) return;
    const vote = votes.get(seeds[row]!) ?? new Map<number, number>();
    votes.set(seeds[row]!, vote.set(group, (vote.get(group) ?? 0) + 1));
  });
  const heirs = new Map([...votes].map(([seed, vote]) => [seed, [...vote].reduce((best, one) => (one[1] > best[1] ? one : best))[0]]));
  return seeds.map((seed) => heirs.get(seed) ?? -1);
}
