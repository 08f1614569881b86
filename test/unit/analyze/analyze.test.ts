import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { analyze } from '../../../tools/analyze/analyze';
import { parseOptions, WrongUse } from '../../../tools/analyze/options';
import { tinyEngine } from '../../fakes/tiny-engine';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'analyze-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer | readonly object[]): string {
  const path = join(folder, name);
  writeFileSync(path, Array.isArray(content) ? content.map((row) => JSON.stringify(row)).join('\n') : (content as string | Buffer));
  return path;
}

async function run(...args: readonly string[]) {
  const options = parseOptions([...args, '--out', join(folder, 'out')]);
  if (options === 'help') throw new Error('asked for help');
  const summary = await analyze(options, { engine: tinyEngine, nowMs: () => 0, say: () => undefined });
  const text = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8');
  const rows = (name: string): unknown[] => text(name).split('\n').filter(Boolean).map((line): unknown => JSON.parse(line));
  return { summary, text, rows };
}

const questions = [
  { id: 7, created_at: '2025-06-30T10:00:00Z', title: 'Crash', body: 'Crash when I open a picture', author: 'u1', is_spam: false, version: null },
  { id: 8, created_at: '2025-06-01T10:00:00Z', title: 'Crash again', body: 'crash <script>alert(1)</script> & "all"', author: 'u2' },
  { id: 9, created_at: '2025-05-01T10:00:00Z', title: '', body: 'something else', author: 'u3' },
];
const bugs = [
  { bug: 11, key: 'TB-11', title: 'Crash on pictures', filed_by: '2021-10-28', fixed_at: '2026-01-13T10:45:57Z' },
  { bug: 12, key: 'TB-12', title: 'Refactor folder code', filed_by: '2021-10-28', fixed_at: '2024-01-13T10:45:57Z' },
  { bug: 13, key: 'TB-13', title: 'Printing in landscape', filed_by: '2021-10-28', fixed_at: '2026-01-13T10:45:57Z' },
];

describe('analyze', () => {
  it('writes rows with the ids of the input, whatever their type', async () => {
    const { summary, rows } = await run('--signals', file('s.jsonl', questions), '--issues', file('i.jsonl', bugs));
    expect(rows('links.jsonl')).toEqual([
      { signal: 7, issue: 'TB-11', rank: 1, score: 0.333333, confidence: 0.9 },
      { signal: 8, issue: 'TB-11', rank: 1, score: 0.333333, confidence: 0.9 },
    ]);
    expect(rows('evidence.jsonl')).toEqual([
      { issue: 'TB-11', signal: 7, rank: 1, score: 0.333333, confidence: 0.9, shown: true },
      { issue: 'TB-11', signal: 8, rank: 2, score: 0.333333, confidence: 0.9, shown: false },
    ]);
    expect(rows('assignments.jsonl')).toEqual([{ signal: 7, theme: 't-crash' }, { signal: 8, theme: 't-crash' }, { signal: 9, theme: null }]);
    expect(rows('themes.jsonl')).toEqual([{ theme: 't-crash', label: 'crash', labelAuthor: 'engine', signals: 2, terms: ['crash'], exemplars: [7, 8] }]);
    expect(rows('problems.jsonl')).toEqual([]);
    expect(summary).toMatchObject({
      engineVersion: 'tiny', asOf: '2025-06-30T10:00:00.000Z', links: 2, evidence: 2, shown: 1, issuesWithShown: 1, issuesSearchable: 2, themes: 1, assigned: 2, unassigned: 1,
      signals: { offered: 3, read: 3, rejected: {}, accepted: 3 }, issues: { offered: 3, read: 3, accepted: 3 },
    });
    expect(Object.keys(summary.seconds)).toEqual(['load', 'engine.link', 'engine', 'write', 'total']);
    expect(summary.peakMemoryMb).toBeGreaterThan(0);
  });

  it('reads gzipped CSV as it reads JSON Lines', async () => {
    const csv = 'id,created_at,title,body\r\nq1,2025-06-30,Crash,"Crash, when\nI print"\r\nq2,2025-06-31,x,y\r\n';
    const { summary, rows } = await run('--signals', file('s.csv.gz', gzipSync(csv)), '--issues', file('i.jsonl', bugs));
    expect(rows('assignments.jsonl')).toEqual([{ signal: 'q1', theme: null }]);
    expect(summary.signals).toMatchObject({ offered: 2, read: 1, rejected: { 'at: not a date': 1 } });
    expect(rows('problems.jsonl')).toMatchObject([{ line: 4, field: 'at', reason: 'not a date' }]);
  });

  it('counts read + rejected = offered, and the later of two rows with one id', async () => {
    const lines = ['{"id":1,"text":"crash one"}', '{bad', '{"id":1,"text":"crash two"}', '{"id":2}', '[]'].join('\n');
    const { summary, rows } = await run('--signals', file('s.jsonl', lines), '--issues', file('i.jsonl', bugs));
    const rejected = Object.values(summary.signals.rejected).reduce((sum, count) => sum + count, 0);
    expect(summary.signals.read + rejected).toBe(summary.signals.offered);
    expect(summary.signals).toMatchObject({ offered: 5, read: 2, repeated: 1, accepted: 1 });
    expect(rows('assignments.jsonl')).toEqual([{ signal: 1, theme: null }]);
  });

  it('numbers signals without an id by their line, and draws no trend without times', async () => {
    const { rows, text } = await run('--signals', file('s.jsonl', [{ text: 'crash', label: 'x' }, { text: 'crash' }]), '--issues', file('i.jsonl', bugs));
    expect(rows('assignments.jsonl')).toEqual([{ signal: 1, theme: 't-crash' }, { signal: 2, theme: 't-crash' }]);
    expect(text('report.html')).toContain('no trend is drawn');
    expect(text('report.html')).not.toContain('<svg');
  });

  it('takes Jira exports with their own names and dates', async () => {
    const jira = [{ 'Issue id': '13404344', Summary: 'Crash in HDFS', Status: 'Resolved', Created: '30/Sep/21 17:20', Resolved: '20/Jul/22 20:51', Description: 'd', Priority: 'Blocker' }];
    const { summary, rows } = await run('--signals', file('s.jsonl', questions), '--issues', file('i.jsonl', jira));
    expect(summary.issues).toMatchObject({ offered: 1, read: 1 });
    expect(rows('links.jsonl')).toHaveLength(2);
  });

  it('gives the engine the decisions, and only then ranks by time', async () => {
    const seen: unknown[] = [];
    const options = parseOptions([
      '--signals', file('s.jsonl', questions), '--issues', file('i.jsonl', bugs), '--out', join(folder, 'out'),
      '--confirmed', file('c.jsonl', [{ signal: 7, issue: 'TB-11', at: '2025-07-01' }, { signal: 99, issue: 'TB-11', at: '2025-07-01' }, { signal: 8, issue: 'TB-11', at: '2025-07-01', verdict: 'rejected' }]),
    ]);
    if (options === 'help') throw new Error('asked for help');
    const engine: typeof tinyEngine = (corpus, engineOptions) => {
      seen.push(corpus.decisions.map((one) => [one.signal, one.verdict]), engineOptions.prequential, engineOptions.linksPerSignal);
      return tinyEngine(corpus, engineOptions);
    };
    const summary = await analyze(options, { engine, nowMs: () => 0, say: () => undefined });
    expect(seen).toEqual([[['7', 'confirmed'], ['8', 'rejected']], true, 10]);
    expect(summary.confirmed).toMatchObject({ offered: 3, read: 3, unknown: 1, used: 2 });
  });

  it('keeps as many rows of evidence as asked', async () => {
    const { rows } = await run('--signals', file('s.jsonl', questions), '--issues', file('i.jsonl', bugs), '--evidence-per-issue', '1');
    expect(rows('evidence.jsonl')).toHaveLength(1);
  });

  it('reads an input of nothing', async () => {
    const { summary, text } = await run('--signals', file('s.jsonl', ''), '--issues', file('i.jsonl', ''));
    expect(summary).toMatchObject({ signals: { offered: 0, accepted: 0 }, themes: 0, links: 0 });
    expect(text('report.html')).toContain('nothing can be said about any issue');
  });

  it('reads a file that is larger than one block, with records across its borders', async () => {
    const rowsOfFile = Array.from({ length: 3000 }, (_, index) => `${index},2025-01-01,"crash ""${index}""\n${'ü'.repeat(500)}"`);
    const { summary } = await run('--signals', file('s.csv', `id,at,text\n${rowsOfFile.join('\n')}`), '--issues', file('i.jsonl', bugs));
    expect(summary.signals).toMatchObject({ offered: 3000, read: 3000, rejected: {} });
  });

  it.each([
    [[], '--signals is missing'],
    [['--signals', 'a', '--issues', 'b'], '--out is missing'],
    [['--signals', 'a', '--issues', 'b', '--out', 'c', '--as-of', '2025-02-30'], 'not a date'],
    [['--signals', 'a', '--issues', 'b', '--out', 'c', '--evidence-per-issue', '0'], '--evidence-per-issue'],
    [['--colour', 'blue'], 'colour'],
  ])('refuses %j', (args, reason) => {
    expect(() => parseOptions(args)).toThrow(reason);
  });

  it.each([
    ['a missing file', () => join(folder, 'none.jsonl'), 'cannot be read'],
    ['a broken archive', () => file('s.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8])), 'cannot be read'],
    ['one JSON list', () => file('s.json', '[{"id":1}]'), 'one JSON list'],
  ])('says what is wrong with %s', async (_what, path, reason) => {
    await expect(run('--signals', path(), '--issues', file('i.jsonl', bugs))).rejects.toThrow(WrongUse);
    await expect(run('--signals', path(), '--issues', file('i.jsonl', bugs))).rejects.toThrow(reason);
  });
});

describe('the report', () => {
  const page = async (asOf: readonly string[] = ['--as-of', '2025-07-01']) =>
    (await run('--signals', file('s.jsonl', questions), '--issues', file('i.jsonl', bugs), ...asOf)).text('report.html');

  it('needs nothing from elsewhere, runs no script, and escapes what customers wrote', async () => {
    const text = await page();
    expect(text).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
    expect(text).toContain("default-src 'none'");
    expect((await run('--signals', file('s.jsonl', [{ id: '"><img src=x>', text: 'crash </style><script>alert(1)</script>' }]), '--issues', file('i.jsonl', [{ key: '<b>', summary: 'Crash <i>&' }]))).text('report.html')).not.toMatch(/<script|<img|<b>|<i>/);
  });

  it('says first what was found, then coverage, silence and what cannot be told apart', async () => {
    const text = await page();
    expect(text).toContain('<h1>“crash” is what most customers write about: 2');
    expect(text).toContain('Read 3 of 3 signals');
    expect(text).toContain('Nobody found: 1');
    expect(text).toContain('Cannot tell: 1');
    expect(text.indexOf('TB-13')).toBeGreaterThan(text.indexOf('Nobody found'));
    expect(text.indexOf('TB-12')).toBeGreaterThan(text.indexOf('Cannot tell:'));
  });

  it('quotes literally what stands in the input', async () => {
    expect(await page()).toContain('<blockquote dir="auto">Crash when I open a picture</blockquote>');
  });

  it('names a loud theme without an open issue, and counts an issue resolved later as open on the day', async () => {
    expect(await page()).toContain('no open issue was found for 1 loud theme');
    const { text } = await run('--signals', file('s.jsonl', questions), '--issues', file('i.jsonl', bugs), '--as-of', '2025-07-01');
    expect(text('report.html')).toContain('Crash on pictures</h3>\n<p class="facts"><span class="badge">1 customer</span> Open');
  });
});
