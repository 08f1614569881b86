import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvCell, csvText, saidSeparator, separatorOf } from '../../../src/domain/csv';

describe('CSV for spreadsheets', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1', ' =HYPERLINK("x")', '\0=1', '\nx', '-1', '  =1+1'])('never lets %j be a formula', (text) => {
    expect(csvCell(text).slice(1, 2)).toBe("'");
  });
  it('keeps numbers numbers', () => {
    expect(csvCell(-4)).toBe('"-4"');
  });
  it('reads back as what was written, but for the quote in front of a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const back: string[][] = parse(csvText(['a', 'b'], rows), { from_line: 2, relax_column_count: false });
        expect(back.map((row) => row.map((cell) => cell.replace(/^'(?=[\s\0]*[=+\-@＝＋－＠\t\r\0])/, '')))).toEqual(rows.map((row) => row.map((cell) => cell.replace(/^'(?=[\s\0]*[=+\-@＝＋－＠\t\r\0])/, ''))));
      }),
    );
  });
});

describe('what stands between cells', () => {
  it.each([
    ['id,at,text', ','], ['id;at;text', ';'], ['id\tat\ttext', '\t'], ['text', ','], ['"a;b;c",at', ','], ['"a,b";at', ';'], ['Date;Why, in your words', ';'], ['id, at, text', ','], ['Score;"So, ""why""', ';'],
  ])('of %j is %j', (header, sign) => {
    expect(separatorOf(header)).toBe(sign);
  });
  it('is what a line above the header says, and nothing where that line is the header', () => {
    expect(['\uFEFFsep=;', 'SEP=\t\r', 'sep=,', 'sep', 'id;at'].map(saidSeparator)).toEqual([';', '\t', ',', undefined, undefined]);
  });
});
