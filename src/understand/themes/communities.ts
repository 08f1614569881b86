import { graphOf, type Graph } from './neighbour-graph';

/**
 * Communities by modularity with a resolution (Louvain: Blondel et al. 2008; resolution: Reichardt and Bornholdt 2006), the
 * nodes moved once more after each merge of levels so that early mistakes are undone (Rotta and Noack 2011).
 * Deterministic: nodes are visited in a fixed order.
 * @param start a label per node to begin from, nodes without one alone; a fresh start when absent
 * @returns a label per node, numbered from 0
 */
export function communitiesOf(graph: Graph, resolution: number, start?: Int32Array): Int32Array {
  if (start !== undefined) return settledFrom(graph, resolution, start);
  const runs = ORDERS.map((order) => oneRun(graph, resolution, order));
  return runs.reduce((best, run) => (modularityOf(graph, run, resolution) > modularityOf(graph, best, resolution) ? run : best));
}

/** Modularity with a resolution: share of weight inside communities minus what their degrees would give by chance. */
export function modularityOf(graph: Graph, labels: Int32Array, resolution: number): number {
  const degree = degrees(graph);
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

/** Orders of visiting, as the stride between nodes: the best of a few runs varies less than one. */
const ORDERS = [0.618, 0.414, 0.732, 0.236] as const;

/** Known groups stay apart: single nodes move, groups are not merged, so that a re-run keeps what people have seen. */
function settledFrom(graph: Graph, resolution: number, start: Int32Array): Int32Array {
  const { labels } = renumbered(start);
  moveNodes(graph, labels, resolution, ORDERS[0]);
  return renumbered(labels).labels;
}

function oneRun(graph: Graph, resolution: number, order: number): Int32Array {
  let labels = Int32Array.from({ length: graph.nodes }, (_, node) => node);
  for (let level = 0; level < 12; level += 1) {
    moveNodes(graph, labels, resolution, order);
    const { labels: compact, count } = renumbered(labels);
    const upper = aggregated(graph, compact, count);
    const merged = Int32Array.from({ length: count }, (_, node) => node);
    const moved = mergeLevels(upper, merged, resolution, order);
    labels = compact.map((label) => merged[label]!);
    if (!moved) break;
  }
  return renumbered(labels).labels;
}

function mergeLevels(graph: Graph, labels: Int32Array, resolution: number, order: number): boolean {
  if (!moveNodes(graph, labels, resolution, order)) return false;
  const { labels: compact, count } = renumbered(labels);
  if (count < graph.nodes) {
    const merged = Int32Array.from({ length: count }, (_, node) => node);
    mergeLevels(aggregated(graph, compact, count), merged, resolution, order);
    compact.forEach((label, node) => (labels[node] = merged[label]!));
    moveNodes(graph, labels, resolution, order);
  }
  return true;
}

/** Moves nodes to the neighbouring community with the largest gain until none gains; labels change in place. */
function moveNodes(graph: Graph, labels: Int32Array, resolution: number, order: number): boolean {
  const degree = degrees(graph);
  const total = degree.reduce((sum, one) => sum + one, 0);
  if (total === 0) return false;
  const communityDegree = new Float64Array(graph.nodes);
  labels.forEach((label, node) => (communityDegree[label]! += degree[node]!));
  const queue = scrambledOrder(graph.nodes, order);
  const queued = new Uint8Array(graph.nodes).fill(1);
  const toCommunity = new Float64Array(graph.nodes);
  const seen: number[] = [];
  let [head, waiting, moved, visits] = [0, graph.nodes, false, 0];
  while (waiting > 0 && visits < graph.nodes * 60) {
    const node = queue[head]!;
    head = (head + 1) % graph.nodes;
    waiting -= 1;
    visits += 1;
    queued[node] = 0;
    const own = labels[node]!;
    seen.push(own);
    for (let at = graph.starts[node]!; at < graph.starts[node + 1]!; at += 1) {
      if (graph.ends[at] === node) continue;
      const label = labels[graph.ends[at]!]!;
      if (toCommunity[label] === 0 && label !== own) seen.push(label);
      toCommunity[label]! += graph.weights[at]!;
    }
    const price = (resolution * degree[node]!) / total;
    communityDegree[own]! -= degree[node]!;
    let best = own;
    let bestGain = toCommunity[own]! - price * communityDegree[own]!;
    for (const label of seen) {
      const gain = toCommunity[label]! - price * communityDegree[label]!;
      if (gain > bestGain + 1e-9) [best, bestGain] = [label, gain];
    }
    for (const label of seen) toCommunity[label] = 0;
    seen.length = 0;
    communityDegree[best]! += degree[node]!;
    if (best === own) continue;
    labels[node] = best;
    moved = true;
    for (let at = graph.starts[node]!; at < graph.starts[node + 1]!; at += 1) {
      const other = graph.ends[at]!;
      if (queued[other] === 1 || labels[other] === best) continue;
      queued[other] = 1;
      queue[(head + waiting) % graph.nodes] = other;
      waiting += 1;
    }
  }
  return moved;
}

/** Every number below `size` once, far apart: neighbours in the input are not neighbours in the queue. */
function scrambledOrder(size: number, order: number): Int32Array {
  let step = Math.max(1, Math.floor(size * order));
  while (greatestCommonDivisor(step, size) !== 1) step += 1;
  return Int32Array.from({ length: size }, (_, at) => (at * step) % size);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function degrees(graph: Graph): Float64Array {
  const degree = new Float64Array(graph.nodes);
  for (let node = 0; node < graph.nodes; node += 1) for (let at = graph.starts[node]!; at < graph.starts[node + 1]!; at += 1) degree[node]! += graph.weights[at]!;
  return degree;
}

function aggregated(graph: Graph, labels: Int32Array, count: number): Graph {
  const edges = Array.from({ length: count }, () => new Map<number, number>());
  for (let node = 0; node < graph.nodes; node += 1) {
    const from = edges[labels[node]!]!;
    for (let at = graph.starts[node]!; at < graph.starts[node + 1]!; at += 1) {
      const to = labels[graph.ends[at]!]!;
      from.set(to, (from.get(to) ?? 0) + graph.weights[at]!);
    }
  }
  return graphOf(edges);
}

/** Labels as 0, 1, 2 … in order of first appearance. */
export function renumbered(labels: Int32Array): { labels: Int32Array; count: number } {
  const numbers = new Map<number, number>();
  const compact = labels.map((label) => {
    const known = numbers.get(label) ?? numbers.size;
    numbers.set(label, known);
    return known;
  });
  return { labels: compact, count: numbers.size };
}
