import fc from 'fast-check';
import { issueRows } from '../../../src/ingest/issue-row';
import { readRows } from '../../../src/ingest/read-rows';
import { releaseRows } from '../../../src/ingest/release-row';
import { signalRows } from '../../../src/ingest/signal-row';
import { spokenSpans } from '../../../src/domain/spoken-spans';
import { QUOTES, THEIRS } from '../../fakes/mail-programs';

const jsonl = (...lines: readonly unknown[]) => ({
  format: 'jsonl' as const,
  firstLine: 1,
  text: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
});
const csv = (header: string, text: string, firstLine = 2) => ({ format: 'csv' as const, header, text, firstLine });
const good = { id: 'a1', at: '2025-07-01', text: 'cannot send' };

describe('reading signals from JSON Lines', () => {
  it('reads every field, and the other names of at and text', () => {
    const whole = {
      id: 7, source: 'Store', created_at: '2025-07-01T10:00:00Z', kind: 'said', title: ' T ', body: 'words', author: 'u1', account: 'acme', locale: 'en-US',
      url: 'https://x.test/7', rating: 4.5, value: 10, status: 'open', version: '128.0', event: 'e',
    };
    expect(readRows(signalRows, jsonl(whole))).toEqual({
      offered: 1,
      remarks: [],
      rows: [
        {
          line: 1,
          row: {
            externalId: '7', source: 'Store', at: '2025-07-01T10:00:00.000Z', kind: 'said', title: 'T', text: 'words', author: 'u1', account: 'acme', locale: 'en-US',
            url: 'https://x.test/7', rating: 4.5, value: 10, status: 'open', version: '128.0', event: 'e',
          },
        },
      ],
    });
  });

  it('marks what the words of a row quote, and keeps one whose title says something', () => {
    const row = (given: object): unknown => readRows(signalRows, jsonl({ ...good, ...given })).rows[0]?.row.text;
    for (const [way, quote] of QUOTES.filter(([one]) => one !== 'a rule in a language on no list')) {
      const text = String(row({ text: `${THEIRS}\n\n${quote}` }));
      expect([way, spokenSpans(text).map(({ start, end }) => text.slice(start, end)).join('\n')]).toEqual([way, THEIRS]);
      expect(text).toContain('beta');
    }
    expect(row({ text: '> We know.', title: 'It fails' })).toBe('> We know.');
    expect(row({ text: 'From: Berlin\nTo: Munich', kind: 'did', event: 'searched' })).toBe('From: Berlin\nTo: Munich');
  });

  it.each([
    ['{"id": "a1", ', '(row)', 'not valid JSON'],
    ['[1]', '(row)', 'not a JSON object'],
    ['null', '(row)', 'not a JSON object'],
    [{ ...good, id: undefined }, 'id', 'missing'],
    [{ ...good, id: null }, 'id', 'missing'],
    [{ ...good, id: '' }, 'id', 'empty'],
    [{ ...good, id: 'a\u0000b' }, 'id', 'empty, or with control characters'],
    [{ ...good, id: 'x'.repeat(256) }, 'id', 'too long (at most 255)'],
    [{ ...good, id: 1.5 }, 'id', 'wrong type: text or whole number expected'],
    [{ ...good, id: true }, 'id', 'wrong type: text or whole number expected'],
    ['{"id": 12345678901234567890, "at": "2025-07-01", "text": "t"}', 'id', 'number too large to be exact: write it as text'],
    [{ ...good, at: undefined }, 'at', 'missing'],
    [{ ...good, at: '2025-02-30' }, 'at', 'not a date'],
    [{ ...good, at: undefined, created_at: 'soon' }, 'created_at', 'not a date'],
    [{ ...good, at: 1751328000 }, 'at', 'wrong type: text expected'],
    [{ ...good, text: undefined }, 'text', 'missing'],
    [{ ...good, text: ' \u0000 ' }, 'text', 'empty'],
    [{ ...good, text: '> We know that it loses rows.' }, 'text', 'nothing but a quotation'],
    [{ ...good, text: undefined, body: '-----Original Message-----\nFrom: a@b.example\nWe know.' }, 'body', 'nothing but a quotation'],
    [{ ...good, text: ['x'] }, 'text', 'wrong type: text expected'],
    [{ ...good, kind: 'wished' }, 'kind', 'not one of said, did'],
    [{ ...good, kind: 'did' }, 'event', 'missing'],
    [{ ...good, rating: '5 stars' }, 'rating', 'wrong type: number expected'],
    [{ ...good, author: 'x'.repeat(256) }, 'author', 'too long (at most 255)'],
  ])('reports %j with field and reason, and keeps the row after it', (bad, field, reason) => {
    const read = readRows(signalRows, jsonl(bad, '', good));
    expect(read.remarks).toEqual([{ line: 1, field, reason }]);
    expect(read.rows.map(({ line, row }) => [line, row.externalId])).toEqual([[3, 'a1']]);
    expect(read.offered).toBe(2);
  });

  it('takes a row with a title alone as words, and an event without words as something done', () => {
    const read = readRows(signalRows, jsonl({ ...good, text: '', title: 'all in the title' }, { id: 'b', at: '2025-07-01', event: 'churned' }));
    expect(read.rows.map(({ row }) => [row.kind, row.title, row.text, row.event])).toEqual([
      ['said', undefined, 'all in the title', undefined],
      ['did', undefined, undefined, 'churned'],
    ]);
  });

  it('keeps what a browser must not open out of url, and says so', () => {
    const read = readRows(signalRows, jsonl({ ...good, url: 'javascript:alert(1)' }));
    expect(read.rows[0]?.row).not.toHaveProperty('url');
    expect(read.remarks).toEqual([{ line: 1, field: 'url', reason: 'not a web address: left out', note: true }]);
  });

  it('notes an unknown field once for the whole file', () => {
    const read = readRows(signalRows, jsonl({ ...good, mood: 1 }, { ...good, id: 'a2', mood: 2 }));
    expect(read.remarks).toEqual([{ line: 1, field: 'mood', reason: 'unknown field: ignored', note: true }]);
    expect(read.rows).toHaveLength(2);
  });

  it('keeps head and tail of a 10 MB text and notes it', () => {
    const read = readRows(signalRows, jsonl({ ...good, text: 'x'.repeat(10_000_000) }));
    expect(read.rows[0]?.row.text?.length).toBeLessThanOrEqual(64_000);
    expect(read.remarks).toEqual([
      { line: 1, field: 'text', reason: 'too long: kept its head and its tail', note: true },
      { line: 1, field: 'text', reason: 'longer than 400 words: what comes later is kept, and not looked at', note: true },
    ]);
  });

  it('notes a text of which the rest is not looked at, quotations apart', () => {
    const read = readRows(signalRows, jsonl({ ...good, text: 'The export loses rows. '.repeat(101) }, { ...good, id: 'a2', text: `The export loses rows.\n> ${'We know. '.repeat(300)}` }));
    expect(read.rows).toHaveLength(2);
    expect(read.remarks).toEqual([{ line: 1, field: 'text', reason: 'longer than 400 words: what comes later is kept, and not looked at', note: true }]);
  });

  it('reads past a byte order mark and CRLF', () => {
    const read = readRows(signalRows, { format: 'jsonl', firstLine: 1, text: `\uFEFF${JSON.stringify(good)}\r\n${JSON.stringify({ ...good, id: 'a2' })}\r\n` });
    expect(read).toMatchObject({ offered: 2, remarks: [] });
  });

  it('gives offered = rows + rejections and never throws, whatever the lines hold', () => {
    const line = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.record({ id: fc.anything(), at: fc.anything(), text: fc.anything() }, { requiredKeys: [] }).map((row) => JSON.stringify(row) ?? ''));
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('jsonl' as const, 'csv' as const), (lines, format) => {
        const read = readRows(signalRows, { format, header: 'id,at,text', firstLine: 1, text: lines.join('\n') });
        expect(read.rows.length + read.remarks.filter((remark) => remark.note !== true).length).toBe(read.offered);
      }),
      { numRuns: 300 },
    );
  });
});

describe('reading CSV', () => {
  it('reads quoted cells with commas, quotes and line ends, and numbers and empty cells', () => {
    const read = readRows(signalRows, csv('\uFEFFid,at,text,rating,author', 'a1,2025-07-01,"one, ""two""\nthree",4.5,\r\na2,2025-07-01,5" screen,,u2'));
    expect(read.rows.map(({ line, row }) => [line, row.externalId, row.text, row.rating, row.author])).toEqual([
      [2, 'a1', 'one, "two"\nthree', 4.5, undefined],
      [4, 'a2', '5" screen', undefined, 'u2'],
    ]);
    expect(read.remarks).toEqual([]);
  });

  it.each([[';'], ['\t']])('reads cells between %j as the header has them, also behind a quote that is never closed', (sign) => {
    const row = (...cells: string[]): string => cells.join(sign);
    const read = readRows(signalRows, csv(row('id', 'at', 'text', 'rating'), [row('a1', '2025-07-01', '"one, two\nand; three"', '4,5'), row('a2', '2025-07-01', '"never closed', '3'), row('a3', '2025-07-01', 'a, "b"', '2')].join('\n')));
    expect(read.rows.map(({ line, row: { text, rating } }) => [line, text, rating])).toEqual([[2, 'one, two\nand; three', 4.5], [5, 'a, "b"', 2]]);
    expect(read.remarks.map(({ line, reason }) => [line, reason])).toEqual([[4, 'quote not closed']]);
  });

  it.each([['4,5', 4.5], ['4.5', 4.5], ['10 - Extremely likely', 10], ['4 (good)', 4], ['-1', -1], [' 7 ', 7]])('reads the rating %j', (cell, rating) => {
    expect(readRows(signalRows, csv('id,at,text,rating', `a1,2025-07-01,x,"${cell}"`)).rows.map(({ row }) => row.rating)).toEqual([rating]);
  });

  it.each(['4/5', 'very good', '1,000', '0x10', 'NaN', '★★★★'])('keeps the words beside %j, which is not one number, and says that it is left out', (cell) => {
    const read = readRows(signalRows, csv('id,at,text,rating', `a1,2025-07-01,Export stops,"${cell}"`));
    expect(read.rows.map(({ row }) => [row.text, 'rating' in row])).toEqual([['Export stops', false]]);
    expect(read.remarks).toEqual([{ line: 2, field: 'rating', reason: 'not one number: left out', note: true }]);
  });

  it('reports wrong quotes by line and goes on with the next', () => {
    const read = readRows(signalRows, csv('id,at,text', 'a1,2025-07-01,"never closed\na2,2025-07-01,fine\na3,2025-07-01,"b" c\na4,2025-07-01,"fine too"'));
    expect(read.rows.map(({ line, row }) => [line, row.externalId])).toEqual([[3, 'a2'], [5, 'a4']]);
    expect(read.remarks.map(({ line, reason }) => [line, reason])).toEqual([[2, 'quote not closed'], [4, 'wrong quotes']]);
    expect(read.offered).toBe(4);
  });

  it('reports too many and too few cells', () => {
    const read = readRows(signalRows, csv('id,at,text', 'a1,2025-07-01,x,y\na2,2025-07-01\na3,2025-07-01,z'));
    expect(read.remarks.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [2, '(row)', 'not as many cells as the header'],
      [3, '(row)', 'not as many cells as the header'],
    ]);
    expect(read.rows).toHaveLength(1);
  });

  it('does not take for ever over quotes that are never closed', () => {
    const text = Array.from({ length: 10_000 }, () => 'a","""').join('\n');
    expect(readRows(signalRows, csv('id,at', text)).rows).toEqual([]);
  });

  it('loses no row of a file that was written as CSV should be', () => {
    const cell = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `x${text.replace(/[\r\u0000-\u0008]/g, '')}`);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (texts) => {
        const text = texts.map((one, index) => `${index},2025-07-01,"${one.replaceAll('"', '""')}"`).join('\n');
        const read = readRows(signalRows, csv('id,at,text', text));
        expect(read.remarks.filter((remark) => remark.note !== true)).toEqual([]);
        expect(read.rows.map(({ row }) => row.externalId)).toEqual(texts.map((_, index) => String(index)));
      }),
    );
  });
});

describe('reading issues and releases', () => {
  it('reads an issue, lists from CSV, and what its status means', () => {
    const read = readRows(issueRows, csv('key,title,status,created,fixVersions', 'TB-1,Crash,In Progress,2025-01-02,128.0; 129.0'));
    expect(read.rows[0]?.row).toEqual({
      key: 'TB-1', project: 'TB', summary: 'Crash', status: 'In Progress', statusCategory: 'doing', createdAt: '2025-01-02T00:00:00.000Z',
      fixVersions: ['128.0', '129.0'], labels: [],
    });
  });

  it.each([
    [{ key: 'TB-1', summary: 's', status: 'Open' }, 'created', 'missing'],
    [{ key: 'TB-1', status: 'Open', created: '2025-01-01' }, 'summary', 'missing'],
    [{ key: 'TB-1', summary: 's', created: '2025-01-01' }, 'status', 'missing'],
    [{ key: 'TB-1', summary: 's', status: 'Open', created: '2025-01-01', resolved: 'no' }, 'resolved', 'not a date'],
    [{ key: 'TB-1', summary: 's', status: 'Open', created: '2025-01-01', labels: 'a' }, 'labels', 'wrong type: list expected'],
  ])('reports %j', (row, field, reason) => {
    expect(readRows(issueRows, jsonl(row)).remarks).toEqual([{ line: 1, field, reason }]);
  });

  it('counts an unknown status as open and a resolved issue as done', () => {
    const row = { key: 'A-1', summary: 's', status: 'Parked', created: '2025-01-01' };
    const read = readRows(issueRows, jsonl(row, { ...row, resolved: '2025-02-01' }));
    expect(read.rows.map((one) => one.row.statusCategory)).toEqual(['todo', 'done']);
  });

  it('reads a release with the keys that shipped in it', () => {
    const read = readRows(releaseRows, jsonl({ name: '128.0', releasedAt: '2025-07-01', issues: ['TB-1', 7] }, { name: '129', releasedAt: '2025-06-31' }));
    expect(read.rows[0]?.row).toEqual({ name: '128.0', releasedAt: '2025-07-01T00:00:00.000Z', issues: ['TB-1', '7'] });
    expect(read.remarks).toEqual([{ line: 2, field: 'releasedAt', reason: 'not a date' }]);
  });
});
