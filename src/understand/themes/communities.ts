import { aggregated } from './aggregated';
import { degreesOf, moveNodes, shuffledNodes } from './move-nodes';
import type { Graph } from './neighbour-graph';

/**
 * Communities by modularity with a resolution (Louvain: Blondel et al. 2008; resolution: Reichardt and Bornholdt 2006), the
 * nodes moved once more after each merge of levels so that early mistakes are undone (Rotta and Noack 2011). The best of a few
 * runs that visit nodes in different orders, which are fixed: the same graph gives the same answer.
 * @param start a label per node to begin from, nodes without one alone; a fresh start when absent
 * @returns a label per node, numbered from 0
 */
export function communitiesOf(graph: Graph, resolution: number, start?: Int32Array): Int32Array {
  if (start !== undefined) return settledFrom(graph, resolution, start);
  const count = Math.max(RUNS.least, Math.min(RUNS.most, Math.floor(RUNS.visits / Math.max(1, graph.nodes))));
  const runs = Array.from({ length: count }, (_, seed) => {
    const labels = seed < RUNS.least ? alone(graph.nodes) : drawnByLot(graph.nodes, seed);
    improve(graph, labels, resolution, seed);
    return { labels, modularity: modularityOf(graph, labels, resolution) };
  });
  return renumbered(runs.reduce((best, run) => (run.modularity > best.modularity + 1e-9 ? run : best)).labels).labels;
}

/** Modularity with a resolution: share of weight inside communities minus what their degrees would give by chance. */
export function modularityOf(graph: Graph, labels: Int32Array, resolution: number): number {
  const degree = degreesOf(graph);
  const total = degree.reduce((sum, one) => sum + one, 0);
  if (total === 0) return 0;
  const inside = new Float64Array(graph.nodes);
  const all = new Float64Array(graph.nodes);
  for (let node = 0; node < graph.nodes; node += 1) {
    all[labels[node]!]! += degree[node]!;
    for (let at = graph.starts[node]!; at < graph.starts[node + 1]!; at += 1) if (labels[graph.ends[at]!] === labels[node]) inside[labels[node]!]! += graph.weights[at]!;
  }
  return inside.reduce((sum, one, label) => sum + one / total - resolution * (all[label]! / total) ** 2, 0);
}

/** In small graphs, where further runs cost nothing, those after the first few start from groups drawn by lot: from nodes alone all may go astray in one way. */
const RUNS = { least: 4, most: 40, visits: 4_000 };
const LEVELS = 12;

/** Known groups stay apart: single nodes move, groups are not merged, so that a re-run keeps what people have seen. */
function settledFrom(graph: Graph, resolution: number, start: Int32Array): Int32Array {
  const { labels } = renumbered(start);
  moveNodes(graph, labels, { resolution, seed: 0 });
  return renumbered(labels).labels;
}

/** Moves nodes and merges communities until neither gains. Labels change in place. */
function improve(graph: Graph, labels: Int32Array, resolution: number, seed: number): void {
  for (let level = 0; level < LEVELS; level += 1) {
    moveNodes(graph, labels, { resolution, seed });
    if (!mergeCommunities(graph, labels, resolution, seed)) break;
  }
}

/** Merges whole communities, their communities, and so on; on the way back what was merged may move once more. Labels change in place. */
function mergeCommunities(graph: Graph, labels: Int32Array, resolution: number, seed: number): boolean {
  const { labels: compact, count } = renumbered(labels);
  if (count === graph.nodes) return false;
  const upper = aggregated(graph, compact, count);
  const merged = alone(count);
  const moved = moveNodes(upper, merged, { resolution, seed });
  if (moved && mergeCommunities(upper, merged, resolution, seed)) moveNodes(upper, merged, { resolution, seed });
  compact.forEach((label, node) => (labels[node] = merged[label]!));
  return moved;
}

/** Two to five groups by lot, fewer where there are fewer nodes. */
function drawnByLot(nodes: number, seed: number): Int32Array {
  const groups = Math.min(nodes, 2 + (seed % 4));
  return shuffledNodes(nodes, seed).map((number) => number % groups);
}

function alone(nodes: number): Int32Array {
  return Int32Array.from({ length: nodes }, (_, node) => node);
}

/** Labels as 0, 1, 2 … in order of first appearance. */
function renumbered(labels: Int32Array): { labels: Int32Array; count: number } {
  const numbers = new Map<number, number>();
  const compact = labels.map((label) => {
    const known = numbers.get(label) ?? numbers.size;
    numbers.set(label, known);
    return known;
  });
  return { labels: compact, count: numbers.size };
}
