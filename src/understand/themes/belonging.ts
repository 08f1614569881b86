import type { Graph } from './neighbour-graph';

/** Share of each node's edge weight that stays inside its own community, 0..1; 0 for a node without edges or with label -1. */
export function belongingOf(graph: Graph, labels: Int32Array): Float32Array {
  return Float32Array.from({ length: graph.nodes }, (_, node) => {
    if (labels[node]! < 0) return 0;
    let [inside, all] = [0, 0];
    for (let at = graph.starts[node]!; at < graph.starts[node + 1]!; at += 1) {
      all += graph.weights[at]!;
      if (labels[graph.ends[at]!] === labels[node]) inside += graph.weights[at]!;
    }
    return all > 0 ? inside / all : 0;
  });
}
