import { isNumberText, shapeValue } from '../../../host/forge/sql/result-shape';
import type { ColumnType } from '../../../host/forge/sql/column-types';
import { tokenise } from '../../../host/forge/sql/tokens';

const type = (name: string, more: Partial<ColumnType> = {}): ColumnType => ({ name, family: 'integer', shown: name, length: 0, isUnsigned: false, ...more });
const columns: Readonly<Record<string, ColumnType>> = { small: type('INT'), big: type('BIGINT') };
const asText = (expression: string): boolean => isNumberText(tokenise(expression), [], (name) => columns[name]);

describe('whole numbers of an answer', () => {
  it.each(['COUNT(*)', 'SUM(small)', 'big', 't.big', 'MAX(big)', 'COALESCE(SUM(small), 0)', 'IF(small > 1, big, 0)', 'small + 1', 'CASE WHEN small > 1 THEN big ELSE 0 END', 'CAST(small AS SIGNED)', '(SELECT COUNT(*) FROM t)', 'ROW_NUMBER() OVER (ORDER BY small)'])('are text for %s', (expression) => {
    expect(asText(expression)).toBe(true);
  });

  it.each(['small', 't.small', 'MIN(small)', 'small > 1', 'COALESCE(small, 0)', '1', 'IF(big > 1, small, 0)', 'CASE WHEN big > 1 THEN 1 ELSE 0 END', 'CHAR_LENGTH(name)', 'big IN (1, 2)', 'EXISTS (SELECT 1)'])('are numbers for %s', (expression) => {
    expect(asText(expression)).toBe(false);
  });

  it('keep every digit as text, and floating point as it is', () => {
    expect(shapeValue(9007199254740993n, true, undefined)).toBe('9007199254740993');
    expect(shapeValue(7n, false, undefined)).toBe(7);
    expect(shapeValue(0.5, true, undefined)).toBe(0.5);
  });

  it('give a moment the fraction of its column', () => {
    expect(shapeValue('2025-07-01 10:00:00.5', false, type('DATETIME', { family: 'datetime', length: 3 }))).toBe('2025-07-01 10:00:00.500');
    expect(shapeValue('2025-07-01 10:00:00.5', false, type('DATETIME', { family: 'datetime' }))).toBe('2025-07-01 10:00:00');
  });
});
