import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { realYearSeed } from '../../../host/seed/real-year';
import type { Seed } from '../../../host/seed/seed';

const REAL = resolve(__dirname, '../../../../shared/data/thunderbird');

function linesOf(seed: Seed): readonly string[] {
  return seed.products.flatMap((product) => product.files.flatMap((file) => [...file.lines()]));
}

describe('a real year by time travel', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'real-year-'));
    const question = { locale: 'en-US', title: 'T', body: 'B', author: 'u1', is_solved: false, is_spam: false, version: null };
    const bug = { title: 'x', filed_by: '2025-01-01', first_stable_fix_version: '138.0', first_stable_fix_date: '2025-06-20' };
    const files: Record<string, readonly object[]> = {
      'feedback_12m_en.jsonl': [
        { ...question, id: 1, created_at: '2025-06-30T23:59:59Z' },
        { ...question, id: 2, created_at: '2025-07-01T00:00:00Z' },
        { ...question, id: 3, created_at: '2025-01-01T00:00:00Z', body: ' ', version: '128.0', is_solved: true },
      ],
      'issues.jsonl': [
        { ...bug, bug: 10, key: 'TB-10', fixed_at: '2025-07-01T00:00:00Z' },
        { ...bug, bug: 11, key: 'TB-11', fixed_at: '2025-06-10T10:00:00Z' },
        { ...bug, bug: 12, key: 'TB-12', fixed_at: '2025-06-10T10:00:00Z', first_stable_fix_date: '2025-07-01' },
        { ...bug, bug: 13, key: 'TB-13', fixed_at: '2025-07-02T10:00:00Z', filed_by: '2025-07-01' },
        { ...bug, bug: 14, key: 'TB-14', fixed_at: '2023-06-30T10:00:00Z', filed_by: '2021-06-08' },
      ],
      'releases.jsonl': [
        { version: '138.0', release_date: '2025-06-20' },
        { version: '140.0', release_date: '2025-07-01' },
        { version: '31.0', release_date: null },
      ],
    };
    for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, name), rows.map((row) => JSON.stringify(row)).join('\n'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds nothing that happened on or after the day', () => {
    const seed = realYearSeed({ folder, asOf: '2025-07-01' });
    expect(seed.issues.map((issue) => [issue.key, issue.status, issue.fixVersions])).toEqual([
      ['TB-10', 'To Do', []],
      ['TB-11', 'Done', ['138.0']],
      ['TB-12', 'Done', []],
    ]);
    expect(seed.versions.map((version) => version.name)).toEqual(['138.0']);
    expect(linesOf(seed).map((line) => JSON.parse(line))).toEqual([
      { id: '1', at: '2025-06-30T23:59:59.000Z', kind: 'said', title: 'T', text: 'B', author: 'u1', locale: 'en-US', url: 'https://support.mozilla.org/questions/1', status: 'open' },
      { id: '3', at: '2025-01-01T00:00:00.000Z', kind: 'said', text: 'T', author: 'u1', locale: 'en-US', url: 'https://support.mozilla.org/questions/3', version: '128.0', status: 'solved' },
    ]);
  });

  it('names the line and the field of a row without the shape', () => {
    writeFileSync(join(folder, 'releases.jsonl'), '{"version":"1","release_date":"soon"}');
    expect(() => realYearSeed({ folder, asOf: '2025-07-01' })).toThrow(/releases\.jsonl:1: release_date/);
  });

  it('says which file is missing', () => {
    expect(() => realYearSeed({ folder: join(folder, 'nowhere'), asOf: '2025-07-01' })).toThrow(/issues\.jsonl: no such file/);
  });
});

if (existsSync(REAL)) {
  it.each([['2025-07-01', 379, 13_828], ['2025-01-01', 451, undefined]])('counts the published data as of %s', (asOf, open, questions) => {
    const seed = realYearSeed({ folder: REAL, asOf });
    expect(seed.issues.filter((issue) => issue.status === 'To Do')).toHaveLength(open);
    expect(new Set(seed.issues.map((issue) => issue.id)).size).toBe(seed.issues.length);
    const lines = linesOf(seed);
    if (questions !== undefined) expect(lines).toHaveLength(questions);
    const known = new Set(seed.versions.map((version) => version.name));
    expect(seed.issues.flatMap((issue) => issue.fixVersions).filter((name) => !known.has(name))).toEqual([]);
  });
} else {
  process.stdout.write('Real year: ../shared/data/thunderbird is not here; only the inline rows were checked.\n');
}
