import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { folderSeed } from '../../../host/seed/folder';
import { smallSeed } from '../../../host/seed/small';

describe('a tenant from exported files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'folder-seed-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('turns issues into Jira data and leaves signals to the import', () => {
    writeFileSync(join(folder, 'signals.jsonl.gz'), gzipSync('{"id":"1"}\r\n\n{"id":"2"}\n'));
    writeFileSync(join(folder, 'releases.jsonl'), '{"name":"1.0","releasedAt":"2026-01-01T00:00:00Z"}\n');
    writeFileSync(
      join(folder, 'issues.jsonl'),
      [
        { key: 'AB-1', summary: 'one', status: 'Open', created: '2025-01-01T00:00:00+02:00' },
        { key: 'AB-2', summary: 'two', status: 'Shipped', created: '2025-01-01T00:00:00Z', resolved: '2025-02-01T00:00:00Z', fixVersions: ['1.0', '1.1'] },
      ].map((row) => JSON.stringify(row)).join('\n'),
    );
    const seed = folderSeed({ folder, startsAt: '2026-03-01T00:00:00Z' });
    expect(seed.issues.map((issue) => [issue.key, issue.createdAt])).toEqual([
      ['AB-1', '2024-12-31T22:00:00.000Z'],
      ['AB-2', '2025-01-01T00:00:00.000Z'],
    ]);
    expect(seed.projects[0]?.workflow.statuses).toEqual([
      { name: 'Open', category: 'todo' },
      { name: 'Shipped', category: 'done' },
    ]);
    expect(seed.versions.map((version) => [version.name, version.released])).toEqual([['1.0', true], ['1.1', false]]);
    expect(seed.products[0]?.files.map((file) => [file.kind, [...file.lines()].length])).toEqual([['signals', 3], ['releases', 1]]);
  });

  it('refuses a folder without signals instead of starting an empty tenant', () => {
    expect(() => folderSeed({ folder, startsAt: '2026-03-01T00:00:00Z' })).toThrow(/neither signals\.jsonl nor signals\.csv/);
  });

  it('hands a CSV on row by row, a broken one as it stands', () => {
    writeFileSync(join(folder, 'signals.csv'), '\uFEFFid,at,text,rating\r\n1,2026-01-01,"hello\n\nthere, ""you""",4\r\n2,2026-01-02\n3,2026-01-03,hi,\n');
    const seed = folderSeed({ folder, startsAt: '2026-03-01T00:00:00Z' });
    expect([...(seed.products[0]?.files[0]?.lines() ?? [])]).toEqual([
      JSON.stringify({ id: '1', at: '2026-01-01', text: 'hello\n\nthere, "you"', rating: 4 }),
      '2,2026-01-02',
      JSON.stringify({ id: '3', at: '2026-01-03', text: 'hi' }),
    ]);
    expect(seed.projects.map((project) => project.key)).toEqual(['FILES']);
  });
});

it('has a small second tenant that shares no id with the others', () => {
  const seed = smallSeed();
  expect(seed.tenant).not.toBe('real-year');
  expect(seed.issues.every((issue) => issue.key.startsWith('HIVE-'))).toBe(true);
  const signals = seed.products.flatMap((product) => product.files.flatMap((file) => [...file.lines()]));
  expect(signals.map((line) => JSON.parse(line).id)).toHaveLength(10);
});
