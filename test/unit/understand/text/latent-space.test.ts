import fc from 'fast-check';
import { latentRow, latentRows, latentSpace } from '../../../../src/understand/text/latent-space';
import { normalised, type TermMatrix } from '../../../../src/understand/text/term-matrix';

const COLUMNS = 9;
const documents = fc.array(fc.uniqueArray(fc.nat(COLUMNS - 1), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 25 });

function matrixOf(rows: readonly (readonly number[])[]): TermMatrix {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (starts[at + 1] = starts[at]! + row.length));
  const columns = Int32Array.from(rows.flat());
  return normalised({ rows: rows.length, starts, columns, weights: Float32Array.from(columns, (column) => 1 + (column % 3)) });
}

it('spans orthonormal directions; one that the texts do not have is zero, never noise', () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: 1, max: 6 }), (rows, wanted) => {
      const { dimensions: k, vectors } = latentSpace(matrixOf(rows), COLUMNS, wanted);
      const size = k === 0 ? 0 : vectors.length / k;
      for (let a = 0; a < k; a += 1) {
        for (let b = 0; b <= a; b += 1) {
          let product = 0;
          for (let slot = 0; slot < size; slot += 1) product += vectors[slot * k + a]! * vectors[slot * k + b]!;
          if (a !== b) expect(Math.abs(product)).toBeLessThan(1e-3);
          else expect(Math.min(Math.abs(product), Math.abs(product - 1))).toBeLessThan(1e-3);
        }
      }
    }),
    { numRuns: 200 },
  );
});

it('keeps all of what few documents say when it has as many dimensions', () => {
  const matrix = matrixOf([[0, 1], [1, 2], [5], [6, 7, 8]]);
  const space = latentSpace(matrix, COLUMNS, 8);
  const out = new Float32Array(space.dimensions);
  for (let row = 0; row < matrix.rows; row += 1) expect(latentRow(matrix, row, space, out)).toBeCloseTo(1, 3);
  const all = latentRows(matrix, space);
  const dot = (a: number, b: number): number => Array.from({ length: space.dimensions }, (_, d) => all[a * space.dimensions + d]! * all[b * space.dimensions + d]!).reduce((sum, one) => sum + one, 0);
  expect(dot(0, 1)).toBeGreaterThan(0.1);
  expect(Math.abs(dot(0, 2))).toBeLessThan(1e-3);
});
