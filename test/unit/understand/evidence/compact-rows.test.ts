import fc from 'fast-check';
import { compactRows, numberColumns, sparseDot } from '../../../../src/understand/evidence/compact-rows';
import { newMatrixBuilder } from '../../../../src/understand/text/term-matrix';

const COLUMNS = 70_000;
/** Some that would be the same in two bytes. */
const columns = fc.constantFrom(0, 1, 464, 4_463, 40_000, 65_535, 65_536, 66_000, 69_999);
const rows = fc.array(fc.array(fc.record({ column: columns, weight: fc.integer({ min: 1, max: 9 }) }), { maxLength: 6 }), { minLength: 1, maxLength: 5 });

it.each([['few columns', []], ['more columns than two bytes count', Array.from({ length: COLUMNS }, (_, column) => column)]])('multiplies rows as they were before their columns were numbered anew: %s', (_, others) => {
  fc.assert(
    fc.property(rows, fc.uniqueArray(columns, { maxLength: 4 }), (all, said) => {
      const builder = newMatrixBuilder(all.length);
      for (const row of all) {
        for (const { column, weight } of row) builder.put(column, weight);
        builder.endRow();
      }
      const matrix = builder.build();
      const numbers = numberColumns(COLUMNS, [others, matrix.columns]);
      const dense = new Float32Array(numbers.count);
      for (const column of said) if (numbers.of[column] !== -1) dense[numbers.of[column]!] = 2;
      const compact = compactRows(matrix, numbers);
      all.forEach((row, at) => expect(sparseDot(compact, at, dense)).toBe(row.reduce((sum, { column, weight }) => sum + (said.includes(column) ? 2 * weight : 0), 0)));
    }),
    { numRuns: 30 },
  );
});
