import { readCorpus } from '../../../../src/understand/text/read-corpus';
import { likenessViews, SPELLING, VIEWS } from '../../../../src/understand/themes/likeness-views';
import { neighbourGraph } from '../../../../src/understand/themes/neighbour-graph';
import { themeVectors } from '../../../../src/understand/themes/theme-vectors';
import { smallShop } from '../corpus-of';

const { signals } = smallShop();
const corpus = readCorpus(signals, []);
const vectors = themeVectors(corpus);
const rows = Int32Array.from(signals.keys());
const words = vectors.wordsOf(rows);

/** Cosine over words, comparing every pair. */
function cosine(a: number, b: number): number {
  const { starts, columns, weights } = words;
  let sum = 0;
  for (let x = starts[a]!; x < starts[a + 1]!; x += 1) for (let y = starts[b]!; y < starts[b + 1]!; y += 1) if (columns[x] === columns[y]) sum += weights[x]! * weights[y]!;
  return sum;
}

it('chooses in every view the neighbours that comparing all pairs would choose', () => {
  const nearest = 3;
  const views = likenessViews(corpus, vectors, rows);
  const graph = neighbourGraph(views, vectors.termCount, { nearest, pool: signals.length, light: 0, spelled: 0 });
  const out = new Float32Array(VIEWS);
  const expected = signals.map((_, row) => {
    views.load(row);
    const others = [...rows].filter((other) => other !== row && cosine(row, other) > 1e-6).map((other) => {
      views.compare(other, out);
      out[SPELLING]! += views.spelling(other);
      return { other, likeness: [...out] };
    });
    return new Set(Array.from({ length: VIEWS }, (__, view) => [...others].sort((a, b) => b.likeness[view]! - a.likeness[view]! || a.other - b.other).slice(0, nearest)).flat().map((one) => one.other));
  });
  signals.forEach((_, row) => {
    const found = [...graph.ends.subarray(graph.starts[row], graph.starts[row + 1])].sort((a, b) => a - b);
    const wanted = [...rows].filter((other) => other !== row && (expected[row]!.has(other) || expected[other]!.has(row)));
    expect(found).toEqual(wanted);
  });
});
