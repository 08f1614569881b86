import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { COVERAGE } from '../../host/coverage';
import { platformLimits } from '../../host/forge/limits';
import { SHAPE_NOT_COMPARED } from '../../host/jira-coverage';

const ROOT = resolve(__dirname, '../..');

describe('the list of what the host emulates', () => {
  it.each(COVERAGE.map((row) => [row.api, row.call, row] as const))('%s: %s is proved by a test that is there', (_api, _call, { provedBy: [file, words], state, note }) => {
    expect(existsSync(resolve(ROOT, file))).toBe(true);
    expect(readFileSync(resolve(ROOT, file), 'utf8')).toContain(words);
    if (state === 'partial') expect(note).not.toBe('');
  });

  it('names each call once', () => {
    const names = COVERAGE.map(({ api, call }) => `${api} ${call}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('counts a Jira call as supported only when its answer is compared with the specification', () => {
    const source = readFileSync(resolve(ROOT, 'test/contract/jira-shapes.test.ts'), 'utf8');
    const compared = new Set([...source.matchAll(/\['(GET|POST|PUT|DELETE)', '[^']*', '([^']+)'/g)].map(([, method, path]) => `${method} /rest/api/3${path?.replaceAll(/\{[^}]+\}/g, '{}')}`));
    const claimed = COVERAGE.filter(({ api, state }) => api === 'Jira REST' && state === 'supported').map(({ call }) => call);
    expect(claimed.filter((call) => !compared.has(call))).toEqual([]);
    expect([...SHAPE_NOT_COMPARED].filter((call) => compared.has(call))).toEqual([]);
  });

  it('gives every limit a source', () => {
    expect(Object.entries(platformLimits).filter(([, { source, bounds, value }]) => source === '' || bounds === '' || value <= 0)).toEqual([]);
  });
});
