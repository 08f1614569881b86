import fc from 'fast-check';
import { latentRow } from '../../../../src/understand/text/latent-space';
import { readCorpus } from '../../../../src/understand/text/read-corpus';
import { centroidsOf, newFits } from '../../../../src/understand/themes/centroids';
import { themeVectors } from '../../../../src/understand/themes/theme-vectors';
import { smallShop } from '../corpus-of';

const { signals } = smallShop();
const vectors = themeVectors(readCorpus(signals, []));
const rows = Int32Array.from(signals.keys());
const words = vectors.wordsOf(rows);
const k = vectors.space.dimensions;

function dense(row: number): Float64Array {
  const one = new Float64Array(vectors.termCount);
  for (let at = words.starts[row]!; at < words.starts[row + 1]!; at += 1) one[words.columns[at]!] = words.weights[at]!;
  return one;
}

function meaning(row: number): Float64Array {
  const one = new Float32Array(k);
  latentRow(words, row, vectors.space, one);
  return Float64Array.from(one);
}

function unitSum(parts: readonly Float64Array[], size: number): Float64Array {
  const sum = new Float64Array(size);
  for (const part of parts) part.forEach((value, at) => (sum[at]! += value));
  const length = Math.hypot(...sum);
  return sum.map((value) => (length > 0 ? value / length : 0));
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0);
}

it('fits every signal to every theme as half shared words, half latent likeness', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 2 }), { minLength: signals.length, maxLength: signals.length }), (places) => {
      const groups = Int32Array.from(places);
      const fitsOf = newFits(vectors, centroidsOf(vectors, groups, 3));
      const members = [0, 1, 2].map((group) => [...rows].filter((row) => groups[row] === group));
      const means = members.map((own) => ({ words: unitSum(own.map(dense), vectors.termCount), latent: unitSum(own.map(meaning), k) }));
      const fits = new Float32Array(3);
      for (const row of rows) {
        fitsOf(words, row, fits);
        means.forEach((mean, group) => expect(fits[group]).toBeCloseTo(0.5 * dot(dense(row), mean.words) + 0.5 * Math.max(0, dot(meaning(row), mean.latent)), 2.3));
      }
    }),
    { numRuns: 15 },
  );
});

it('reads the rows in blocks as it reads them alone', () => {
  vectors.eachBlock((first, block) => {
    for (let row = 0; row < block.rows; row += 1) {
      const alone = vectors.wordsOf(Int32Array.of(first + row));
      expect([...block.columns.subarray(block.starts[row], block.starts[row + 1])]).toEqual([...alone.columns.subarray(0, alone.starts[1])]);
      expect([...block.weights.subarray(block.starts[row], block.starts[row + 1])]).toEqual([...alone.weights.subarray(0, alone.starts[1])]);
    }
  });
});
