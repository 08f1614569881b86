import { FIRST_POLICY } from '../../../src/decide/clamp-policy';
import type { Case } from '../../../src/decide/judge';
import type { ListeningCase } from '../../../src/decide/prove-listening';
import type { Issue } from '../../../src/domain/issue';

export const NOW = '2025-06-03T10:00:00.000Z';
export const POLICY = { ...FIRST_POLICY, mode: 'suggest' } as const;

export function openIssue(more: Partial<Issue> = {}): Issue {
  return {
    id: '1', key: 'SHOP-1', project: 'SHOP', summary: 'Allow all-day tasks', status: 'To Do', statusCategory: 'todo', createdAt: '2022-01-10T00:00:00.000Z', updatedAt: '2022-02-01T00:00:00.000Z',
    fixVersions: [], labels: [], visibility: 'open', ...more,
  };
}

/** An old, silent, searchable item while every source was heard: the one case that is `unsupported`. */
export function silentCase(more: Partial<Case> = {}, support: Partial<Case['support']> = {}): Case {
  return {
    issue: openIssue(),
    support: { confirmed: 0, confirmedBefore: 0, suggested: 0, suggestedBefore: 0, possibleConfidence: 0, themeStrength: 0, ...support },
    searchability: { issue: '1', searchable: true, recall: 0.8, reasons: [] },
    listening: { kind: 'proven', since: '2024-06-03T10:00:00.000Z', until: NOW, read: 13_828, total: 13_828 },
    engineVersion: 'e1',
    ...more,
  };
}

/** One source, read to its end today, heard for two years, as loud as ever. */
export function listeningCase(source: Partial<ListeningCase['coverage']['sources'][number]> = {}, more: Partial<ListeningCase> = {}): ListeningCase {
  const one = {
    source: 'forum', name: 'Forum', kind: 'file', total: 13_828, totalBy: 'source' as const, read: 13_828, kept: 13_828, skipped: {}, oldestAt: '2023-01-01T00:00:00.000Z', newestAt: NOW, lastReadAt: NOW, gaps: [], ...source,
  };
  return {
    coverage: { state: 'complete', total: one.total, read: one.read, sources: [one] },
    volumes: [{ source: 'forum', last7: 100, before28: 400, last28: 400, before112: 1_600 }],
    derived: { computedAt: NOW, signals: 13_828 },
    stored: 13_828,
    ...more,
  };
}
