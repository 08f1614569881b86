import fc from 'fast-check';
import { newScaledRows } from '../../../../src/understand/text/scaled-rows';

const WIDTH = 3;
const ROWS = 700;
const chosen = fc.uniqueArray(fc.nat(ROWS - 1), { maxLength: 600 });

it('adds rows up to the very number that adding them one by one gives', () => {
  const rows = newScaledRows();
  fc.assert(
    fc.property(chosen, fc.float({ min: -2, max: 2, noNaN: true }), (all, first) => {
      const table = Float32Array.from({ length: ROWS * WIDTH }, (_, at) => Math.sin(at) * first);
      const factors = Float32Array.from(all, (row) => Math.cos(row));
      const [sums, naive] = [new Float32Array(WIDTH).fill(first), new Float32Array(WIDTH).fill(first)];
      const [onto, naiveOnto] = [table.slice(), table.slice()];
      rows.clear();
      all.forEach((row, at) => rows.put(row * WIDTH, factors[at]!));
      rows.addTo(sums, table);
      rows.addFrom(sums, onto);
      all.forEach((row, at) => naive.forEach((_, column) => (naive[column]! += factors[at]! * table[row * WIDTH + column]!)));
      all.forEach((row, at) => naive.forEach((value, column) => (naiveOnto[row * WIDTH + column]! += factors[at]! * value)));
      expect(sums).toEqual(naive);
      expect(onto).toEqual(naiveOnto);
    }),
    { numRuns: 50 },
  );
});
