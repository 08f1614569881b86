import fc from 'fast-check';
import { communitiesOf, modularityOf } from '../../../../src/understand/themes/communities';
import { graphOf, type Graph } from '../../../../src/understand/themes/neighbour-graph';

function graphFrom(nodes: number, edges: readonly (readonly [number, number, number])[]): Graph {
  const lists = Array.from({ length: nodes }, () => new Map<number, number>());
  for (const [a, b, weight] of edges) {
    if (a === b) continue;
    lists[a]!.set(b, weight);
    lists[b]!.set(a, weight);
  }
  return graphOf(lists);
}

/** Modularity from its definition: sum over pairs of (A - γ·k·k/2m) / 2m where the two share a label. */
function naiveModularity(graph: Graph, labels: ArrayLike<number>, resolution: number): number {
  const weightOf = (a: number, b: number): number => {
    for (let at = graph.starts[a]!; at < graph.starts[a + 1]!; at += 1) if (graph.ends[at] === b) return graph.weights[at]!;
    return 0;
  };
  const degree = Array.from({ length: graph.nodes }, (_, a) => Array.from({ length: graph.nodes }, (__, b) => weightOf(a, b)).reduce((sum, one) => sum + one, 0));
  const total = degree.reduce((sum, one) => sum + one, 0);
  if (total === 0) return 0;
  let sum = 0;
  for (let a = 0; a < graph.nodes; a += 1) for (let b = 0; b < graph.nodes; b += 1) if (labels[a] === labels[b]) sum += weightOf(a, b) - (resolution * degree[a]! * degree[b]!) / total;
  return sum / total;
}

function bestByTryingAll(graph: Graph, resolution: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const labels = new Array<number>(graph.nodes).fill(0);
  const place = (node: number, used: number): void => {
    if (node === graph.nodes) {
      best = Math.max(best, naiveModularity(graph, labels, resolution));
      return;
    }
    for (let label = 0; label <= used; label += 1) {
      labels[node] = label;
      place(node + 1, Math.max(used, label + 1));
    }
  };
  place(0, 0);
  return best;
}

const smallGraphs = fc.integer({ min: 2, max: 7 }).chain((nodes) => fc.tuple(fc.constant(nodes), fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 14 })));

it('measures modularity by its definition', () => {
  fc.assert(
    fc.property(smallGraphs, fc.constantFrom(0.5, 1, 2), ([nodes, edges], resolution) => {
      const graph = graphFrom(nodes, edges);
      const labels = Int32Array.from({ length: nodes }, (_, node) => node % 2);
      expect(modularityOf(graph, labels, resolution)).toBeCloseTo(naiveModularity(graph, labels, resolution), 6);
    }),
    { numRuns: 200 },
  );
});

it('finds the best partition of tiny graphs, as trying all does', () => {
  fc.assert(
    fc.property(smallGraphs, fc.constantFrom(0.5, 1, 2), ([nodes, edges], resolution) => {
      const graph = graphFrom(nodes, edges);
      expect(naiveModularity(graph, communitiesOf(graph, resolution), resolution)).toBeCloseTo(bestByTryingAll(graph, resolution), 6);
    }),
    {
      numRuns: 150,
      examples: [
        // A star: one order of visiting drags all into one group.
        [[6, [[1, 0, 2], [3, 0, 4], [3, 2, 3], [3, 4, 1]]], 1],
        // A ring with a chord: every order from nodes alone ends in the same wrong groups.
        [[7, [[4, 3, 3], [0, 2, 2], [4, 0, 3], [6, 2, 3], [3, 6, 2], [2, 1, 1], [4, 1, 1], [1, 0, 3], [2, 3, 2]]], 1],
      ],
    },
  );
});

it('separates two cliques joined by one edge', () => {
  const clique = (from: number): [number, number, number][] => [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].flatMap((b): [number, number, number][] => (a < b ? [[from + a, from + b, 1]] : [])));
  const labels = communitiesOf(graphFrom(8, [...clique(0), ...clique(4), [3, 4, 1]]), 1);
  expect([...labels]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
});

it('never joins two known groups when it starts from them', () => {
  const graph = graphFrom(4, [[0, 1, 3], [2, 3, 3], [1, 2, 1], [0, 3, 1], [0, 2, 1], [1, 3, 1]]);
  expect(new Set(communitiesOf(graph, 0.3)).size).toBe(1);
  expect([...communitiesOf(graph, 0.3, Int32Array.from([0, 0, 1, 1]))]).toEqual([0, 0, 1, 1]);
});
