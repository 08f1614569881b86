import type { Graph } from './neighbour-graph';

/** One node per community: its edges are the sums of its members' edges, those inside it a loop. @param labels below `count` */
export function aggregated({ nodes, starts, ends, weights }: Graph, labels: Int32Array, count: number): Graph {
  const members = membersByLabel(labels, count);
  const sums = new Float64Array(count);
  const touched = new Int32Array(count);
  const upper = { starts: new Int32Array(count + 1), ends: new Int32Array(ends.length), weights: new Float32Array(ends.length) };
  let size = 0;
  for (let community = 0, at = 0; community < count; community += 1) {
    let found = 0;
    for (; at < nodes && labels[members[at]!] === community; at += 1) {
      const node = members[at]!;
      for (let edge = starts[node]!; edge < starts[node + 1]!; edge += 1) {
        const other = labels[ends[edge]!]!;
        if (sums[other] === 0) touched[found++] = other;
        sums[other]! += weights[edge]!;
      }
    }
    for (let turn = 0; turn < found; turn += 1, size += 1) {
      upper.ends[size] = touched[turn]!;
      upper.weights[size] = sums[touched[turn]!]!;
      sums[touched[turn]!] = 0;
    }
    upper.starts[community + 1] = size;
  }
  return { nodes: count, starts: upper.starts, ends: upper.ends.slice(0, size), weights: upper.weights.slice(0, size) };
}

/** Nodes sorted by label, in rising order within each. */
function membersByLabel(labels: Int32Array, count: number): Int32Array {
  const next = new Int32Array(count + 1);
  for (const label of labels) next[label + 1]! += 1;
  for (let label = 0; label < count; label += 1) next[label + 1]! += next[label]!;
  const members = new Int32Array(labels.length);
  labels.forEach((label, node) => (members[next[label]!++] = node));
  return members;
}
