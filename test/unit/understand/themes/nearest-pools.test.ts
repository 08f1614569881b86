import fc from 'fast-check';
import { normalised, type TermMatrix } from '../../../../src/understand/text/term-matrix';
import { LIKENESS_STEPS, nearestPools } from '../../../../src/understand/themes/nearest-pools';

const COLUMNS = 12;
const rowsOfWords = fc.array(fc.uniqueArray(fc.nat(COLUMNS - 1), { maxLength: 6 }), { minLength: 1, maxLength: 30 });

function matrixOf(rows: readonly (readonly number[])[]): TermMatrix {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (starts[at + 1] = starts[at]! + row.length));
  const columns = Int32Array.from(rows.flat());
  return normalised({ rows: rows.length, starts, columns, weights: Float32Array.from(columns, (column) => 1 + column / 7) });
}

function cosine({ starts, columns, weights }: TermMatrix, a: number, b: number): number {
  let sum = 0;
  for (let x = starts[a]!; x < starts[a + 1]!; x += 1) for (let y = starts[b]!; y < starts[b + 1]!; y += 1) if (columns[x] === columns[y]) sum += weights[x]! * weights[y]!;
  return sum;
}

it('finds the nearest rows that comparing every pair finds', () => {
  fc.assert(
    fc.property(rowsOfWords, fc.integer({ min: 1, max: 6 }), (rows, pool) => {
      const words = matrixOf(rows);
      const pools = nearestPools(words, COLUMNS, { pool, common: rows.length, light: 0 });
      for (let row = 0; row < rows.length; row += 1) {
        const all = [...rows.keys()].filter((other) => other !== row).map((other) => cosine(words, row, other)).filter((one) => one > 0).sort((a, b) => b - a).slice(0, pool);
        const found = [...pools.scores.subarray(row * pool, row * pool + pools.sizes[row]!)].sort((a, b) => b - a).map((score) => score / LIKENESS_STEPS);
        expect(found).toHaveLength(all.length);
        all.forEach((score, at) => expect(found[at]).toBeCloseTo(score, 4));
      }
    }),
    { numRuns: 200 },
  );
});
