import fc from 'fast-check';
import { splitChunks } from '../../../src/ingest/split-chunks';
import { splitRecords } from '../../../src/ingest/split-records';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('cutting a file for sending', () => {
  it('keeps the header of a CSV apart and cuts between records, not inside quotes', () => {
    expect(splitChunks('csv', '\uFEFFid,text\n1,"a\nb"\n2,c\n', 10)).toEqual({
      header: 'id,text',
      chunks: [{ seq: 0, firstLine: 2, text: '1,"a\nb"' }, { seq: 1, firstLine: 4, text: '2,c' }],
    });
  });

  it('gives every record once, at its line, in chunks within the limit', () => {
    const record = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\r\n"]/g, ''));
    fc.assert(
      fc.property(fc.array(record), fc.constantFrom('jsonl' as const, 'csv' as const), fc.integer({ min: 60, max: 200 }), (records, format, most) => {
        const text = records.join('\n');
        const { header, chunks } = splitChunks(format, text, most);
        const whole = [...splitRecords(format, text.replace(/^\uFEFF/, ''), 1)];
        const sent = chunks.flatMap((chunk) => [...splitRecords(format, chunk.text, chunk.firstLine)]);
        expect([...(header === undefined ? [] : [header]), ...sent.map((one) => one.text)]).toEqual(whole.map((one) => one.text));
        expect(sent.map((one) => one.line)).toEqual(whole.slice(header === undefined ? 0 : 1).map((one) => one.line));
        expect(chunks.map((chunk) => chunk.seq)).toEqual(chunks.map((_, index) => index));
        for (const chunk of chunks) expect(bytes(chunk.text) <= most || [...splitRecords(format, chunk.text, 1)].length === 1).toBe(true);
      }),
    );
  });
});
