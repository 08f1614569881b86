import { graphOf, type Graph } from './neighbour-graph';

/**
 * Communities by modularity with a resolution (Louvain: Blondel et al. 2008; resolution: Reichardt and Bornholdt 2006), the
 * nodes moved once more after each merge of levels so that early mistakes are undone (Rotta and Noack 2011).
 * Deterministic: nodes are visited in a fixed order.
 * @param start a label per node to begin from; alone when absent
 * @returns a label per node, numbered from 0
 */
export function communitiesOf(graph: Graph, resolution: number, start?: Int32Array): Int32Array {
  let labels = renumbered(start ?? Int32Array.from({ length: graph.nodes }, (_, node) => node)).labels;
  if (start !== undefined) moveNodes(graph, labels, resolution);
  for (let level = 0; level < 12; level += 1) {
    if (start === undefined || level > 0) moveNodes(graph, labels, resolution);
    const { labels: compact, count } = renumbered(labels);
    const upper = aggregated(graph, compact, count);
    const merged = Int32Array.from({ length: count }, (_, node) => node);
    const moved = mergeLevels(upper, merged, resolution);
    labels = compact.map((label) => merged[label]!);
    if (!moved) break;
  }
  return renumbered(labels).labels;
}

function mergeLevels(graph: Graph, labels: Int32Array, resolution: number): boolean {
  if (!moveNodes(graph, labels, resolution)) return false;
  const { labels: compact, count } = renumbered(labels);
  if (count < graph.nodes) {
    const merged = Int32Array.from({ length: count }, (_, node) => node);
    mergeLevels(aggregated(graph, compact, count), merged, resolution);
    compact.forEach((label, node) => (labels[node] = merged[label]!));
    moveNodes(graph, labels, resolution);
  }
  return true;
}

/** Moves nodes to the neighbouring community with the largest gain until none gains; labels change in place. */
function moveNodes(graph: Graph, labels: Int32Array, resolution: number): boolean {
  const degree = degrees(graph);
  const total = degree.reduce((sum, one) => sum + one, 0);
  if (total === 0) return false;
  const communityDegree = new Float64Array(graph.nodes);
  labels.forEach((label, node) => (communityDegree[label]! += degree[node]!));
  const queue = scrambledOrder(graph.nodes);
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
function scrambledOrder(size: number): Int32Array {
  let step = Math.max(1, Math.floor(size * 0.618));
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
