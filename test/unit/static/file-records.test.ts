import fc from 'fast-check';
import { CHUNK_BYTES, chunker, utf8Length } from '../../../static/app/src/admin/file/chunk-records';
import { csvText } from '../../../src/contract/csv';
import type { Chunk } from '../../../static/app/src/admin/file/chunk-records';
import { csvCells } from '../../../static/app/src/admin/file/csv-row';
import { NotUtf8, readRecords } from '../../../static/app/src/admin/file/read-records';
import { splitter } from '../../../static/app/src/admin/file/split-records';
import type { FileFormat, FileRecord } from '../../../static/app/src/admin/file/split-records';

const file = (bytes: Uint8Array<ArrayBuffer> | string): Blob => new Blob([bytes]);

function split(format: FileFormat, pieces: readonly string[], limit = 1_000_000): readonly FileRecord[] {
  const one = splitter(format, limit);
  return [...pieces.flatMap((piece) => one.push(piece)), ...one.end()];
}

function chunksOf(records: readonly FileRecord[]): readonly Chunk[] {
  const pack = chunker();
  return [...records.map((record) => pack.add(record)), pack.end()].filter((chunk) => chunk !== undefined);
}

describe('splitting a file into records', () => {
  it('gives the same records however the file is cut into pieces', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'é', '🙂') });
    fc.assert(
      fc.property(fc.constantFrom<FileFormat>('csv', 'jsonl'), text, fc.array(fc.nat(20)), (format, whole, cuts) => {
        const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
        const pieces = places.slice(1).map((to, index) => whole.slice(places[index], to));
        expect(split(format, pieces)).toEqual(split(format, [whole]));
      }),
    );
  });

  it('keeps a quoted line break inside a CSV row and counts its line', () => {
    expect(split('csv', ['id,text\n1,"two\nlines"\n2,x\n'])).toEqual([
      { line: 1, text: 'id,text' }, { line: 2, text: '1,"two\nlines"' }, { line: 4, text: '2,x' },
    ]);
  });

  it('keeps to what the header has between its fields', () => {
    expect(split('csv', ['id;te', 'xt\n1;"two\nlines"\n2,"x;y\n']).map(({ line, text }) => [line, text])).toEqual([[1, 'id;text'], [2, '1;"two\nlines"'], [4, '2,"x;y']]);
    expect(split('csv', ['sep=\t\nid\ttext\n1\t"two\nlines"\n']).map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it('does not let an inch mark in plain text swallow the file', () => {
    expect(split('csv', ['1,my 5" screen\n2,next\n']).map((record) => record.text)).toEqual(['1,my 5" screen', '2,next']);
  });

  it('reports a record beyond the limit with its line and goes on after it', () => {
    expect(split('jsonl', ['{"a":1}\n', 'x'.repeat(30), '\n{"b":2}'], 20)).toEqual([
      { line: 1, text: '{"a":1}' }, { line: 2, text: '', tooLong: 30 }, { line: 3, text: '{"b":2}' },
    ]);
  });

  it('takes off carriage returns and a byte-order mark', async () => {
    const records: FileRecord[] = [];
    for await (const record of readRecords(file('\uFEFFid,text\r\n1,a\r\n'), 'csv')) records.push(record);
    expect(records.map((record) => record.text)).toEqual(['id,text', '1,a']);
  });

  it('refuses bytes that are not UTF-8 instead of guessing', async () => {
    const read = async (): Promise<void> => {
      for await (const record of readRecords(file(new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x0a])), 'csv')) expect(record.line).toBe(1);
    };
    await expect(read()).rejects.toBeInstanceOf(NotUtf8);
  });
});

describe('packing records into calls', () => {
  it('keeps every record, in order, within the limit, at its line', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120_000 }), { maxLength: 12 }), fc.constantFrom('x', 'é', '"'), (lengths, char) => {
        const records = lengths.map((length, index) => ({ line: index + 1, text: char.repeat(length) }));
        const chunks = chunksOf(records);
        expect(chunks.map((chunk) => chunk.seq)).toEqual(chunks.map((_, index) => index));
        expect(chunks.flatMap((chunk) => chunk.text.split('\n').map((text, index) => ({ line: chunk.firstLine + index, text })))).toEqual(records);
        for (const chunk of chunks) {
          expect(utf8Length(chunk.text)).toBeLessThanOrEqual(CHUNK_BYTES);
          expect(utf8Length(JSON.stringify(chunk.text))).toBeLessThanOrEqual(470_000);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('begins a new chunk after a record that was too long, so that lines keep their numbers', () => {
    const chunks = chunksOf([{ line: 1, text: 'a' }, { line: 2, text: '', tooLong: 900_000 }, { line: 3, text: 'b' }]);
    expect(chunks).toEqual([{ seq: 0, firstLine: 1, text: 'a' }, { seq: 1, firstLine: 3, text: 'b' }]);
  });
});

describe('CSV for people', () => {
  it('reads quoted cells', () => {
    expect(csvCells('1,"a ""b"", c",')).toEqual(['1', 'a "b", c', '']);
  });

  it('reads back what the screens save', () => {
    const plain = fc.string().filter((text) => csvText([text], []) === `"${text.replaceAll('"', '""')}"\r\n`);
    fc.assert(fc.property(fc.array(plain, { minLength: 1 }), (cells) => expect(csvCells(csvText(cells, []).slice(0, -2))).toEqual(cells)));
  });
});
