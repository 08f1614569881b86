import { lookAtFile } from '../../../static/app/src/admin/file/look-at-file';

describe('looking at a dropped file', () => {
  it('tells JSON Lines by its first character and signals by their columns', () => {
    const looked = lookAtFile('export.txt', '{"id":"1","at":"2025-06-14","text":"a"}\n{"id":"2","at":"2025-06-15","text":"b","account":"c"}', true);
    expect(looked).toMatchObject({ ok: true, look: { format: 'jsonl', kind: 'signals', columns: ['id', 'at', 'text', 'account'], rows: [['1', '2025-06-14', 'a', ''], ['2', '2025-06-15', 'b', 'c']] } });
  });

  it('tells issues and releases, and keeps the header of a CSV', () => {
    expect(lookAtFile('a.csv', 'key,summary,status,created\nTB-1,x,Open,2025-01-01\n', true)).toMatchObject({ ok: true, look: { kind: 'issues', header: 'key,summary,status,created', missing: { issues: [] } } });
    expect(lookAtFile('a.csv', 'name,releasedAt\n1.0,2025-01-01\n', true)).toMatchObject({ ok: true, look: { kind: 'releases' } });
  });

  it('names the columns that are not there', () => {
    expect(lookAtFile('a.csv', 'id,comment\n1,x\n', true)).toMatchObject({ ok: true, look: { missing: { signals: ['at or at_day_first or at_month_first', 'text or event'] } } });
  });

  it('leaves off the row that the sample cuts in two', () => {
    expect(lookAtFile('a.csv', 'id,at,text\n1,2025-01-01,a\n2,2025-', false)).toMatchObject({ ok: true, look: { rows: [['1', '2025-01-01', 'a']] } });
  });

  it('says what is wrong with a file it cannot take', () => {
    expect(lookAtFile('a.csv', ' \n', true)).toEqual({ ok: false, reason: 'The file is empty.' });
    expect(lookAtFile('a.json', '[{"id":1}]', true)).toMatchObject({ ok: false, reason: expect.stringContaining('one JSON object per line') });
    expect(lookAtFile('a.jsonl', '{broken\n', true)).toMatchObject({ ok: false });
    expect(lookAtFile('a.csv', 'id,at,text\n', true)).toMatchObject({ ok: false, reason: expect.stringContaining('one line') });
  });

  it.each([
    ['semicolons', 'id;at;text\n1;2025-01-01;"Why; in your words, please"\n', ['1', '2025-01-01', 'Why; in your words, please']],
    ['tabs', 'id\tat\ttext\n1\t2025-01-01\ta, b; c\n', ['1', '2025-01-01', 'a, b; c']],
    ['a line that says so', 'sep=;\r\nid;at;text\r\n1;2025-01-01;a, b\r\n', ['1', '2025-01-01', 'a, b']],
  ])('reads cells between %s', (_how, text, row) => {
    expect(lookAtFile('a.csv', text, true)).toMatchObject({ ok: true, look: { kind: 'signals', columns: ['id', 'at', 'text'], rows: [row], missing: { signals: [] } } });
  });

  it('asks nobody for the columns of a workbook, a PDF or a picture', () => {
    expect(lookAtFile('a.xlsx', 'PK\u0003\u0004\u0014\u0000', true)).toMatchObject({ ok: false, reason: expect.stringContaining('Save its sheet as CSV') });
    expect(lookAtFile('a.csv', '%PDF-1.7\na,b\n1,2', true)).toMatchObject({ ok: false, reason: expect.stringContaining('PDF') });
    expect(lookAtFile('a.png', '\uFFFDPNG\r\n\u001A\n\u0000\u0000\rIHDR', true)).toMatchObject({ ok: false, reason: expect.stringContaining('no text') });
  });
});
