import type { Graph } from './neighbour-graph';

export interface Moving {
  readonly resolution: number;
  /** Decides the order in which nodes are visited. */
  readonly seed: number;
}

/**
 * Moves nodes one by one to the neighbouring community with the largest gain in modularity, or out of theirs to be alone,
 * until none gains; labels (below the number of nodes) change in place. @returns whether any moved
 */
export function moveNodes(graph: Graph, labels: Int32Array, { resolution, seed }: Moving): boolean {
  const { nodes, starts, ends, weights } = graph;
  const degree = degreesOf(graph);
  const total = degree.reduce((sum, one) => sum + one, 0);
  if (total === 0) return false;
  const communityDegree = new Float64Array(nodes);
  const members = new Int32Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    communityDegree[labels[node]!]! += degree[node]!;
    members[labels[node]!]! += 1;
  }
  const free: number[] = [];
  for (let label = nodes - 1; label >= 0; label -= 1) if (members[label] === 0) free.push(label);
  const queue = shuffledNodes(nodes, seed);
  const queued = new Uint8Array(nodes).fill(1);
  const toCommunity = new Float64Array(nodes);
  const seen = new Int32Array(nodes + 1);
  let [head, waiting, moved, visits] = [0, nodes, false, 0];
  while (waiting > 0 && visits < nodes * 60) {
    const node = queue[head]!;
    head = head + 1 === nodes ? 0 : head + 1;
    waiting -= 1;
    visits += 1;
    queued[node] = 0;
    const own = labels[node]!;
    const [from, to] = [starts[node]!, starts[node + 1]!];
    let count = 0;
    for (let at = from; at < to; at += 1) {
      const other = ends[at]!;
      if (other === node) continue;
      const label = labels[other]!;
      if (toCommunity[label] === 0) seen[count++] = label;
      toCommunity[label]! += weights[at]!;
    }
    const price = (resolution * degree[node]!) / total;
    let best = own;
    let bestGain = toCommunity[own]! - price * (communityDegree[own]! - degree[node]!);
    for (let at = 0; at < count; at += 1) {
      const label = seen[at]!;
      const gain = toCommunity[label]! - price * communityDegree[label]!;
      toCommunity[label] = 0;
      if (label !== own && gain > bestGain + 1e-9) [best, bestGain] = [label, gain];
    }
    // Alone a node gains nothing: better than a community that costs it.
    if (bestGain < -1e-9 && members[own]! > 1) best = free.pop() ?? own;
    if (best === own) continue;
    communityDegree[own]! -= degree[node]!;
    communityDegree[best]! += degree[node]!;
    members[own]! -= 1;
    members[best]! += 1;
    if (members[own] === 0) free.push(own);
    labels[node] = best;
    moved = true;
    for (let at = from; at < to; at += 1) {
      const other = ends[at]!;
      if (queued[other] === 1 || labels[other] === best) continue;
      queued[other] = 1;
      queue[(head + waiting) % nodes] = other;
      waiting += 1;
    }
  }
  return moved;
}

/** Sum of each node's weights, loops included. */
export function degreesOf({ nodes, starts, weights }: Graph): Float64Array {
  const degree = new Float64Array(nodes);
  for (let node = 0; node < nodes; node += 1) for (let at = starts[node]!; at < starts[node + 1]!; at += 1) degree[node]! += weights[at]!;
  return degree;
}

/** Every number below `size` once, in an order of the seed's own (Fisher–Yates with xorshift). */
export function shuffledNodes(size: number, seed: number): Int32Array {
  const nodes = Int32Array.from({ length: size }, (_, at) => at);
  let state = (0x9e3779b9 ^ Math.imul(seed + 1, 0x85ebca6b)) | 0;
  for (let at = size - 1; at > 0; at -= 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const other = (state >>> 0) % (at + 1);
    const node = nodes[at]!;
    nodes[at] = nodes[other]!;
    nodes[other] = node;
  }
  return nodes;
}
