import type { CoverageLine } from '../../../src/contract/coverage';
import type { ThemeRow } from '../../../src/contract/page';
import type { SourceCoverage } from '../../../src/domain/coverage';
import type { ProductDigest } from '../../../src/domain/product-digest';
import { findingOf, isFirstHeard, weekChanges, weekFinding } from '../../../src/surfaces/page/week-view';

const coverage = (read: number): CoverageLine => ({ state: 'complete', read, total: read, skipped: 0, sources: 1, gaps: [], asOf: '2025-07-01T00:00:00.000Z' });
const now = '2025-07-01T00:00:00.000Z';

describe('the first sentence of the week, before the engine ever ran', () => {
  it('says that what was read is being worked on, never that too little was read', () => {
    expect(weekFinding({ digest: undefined, coverage: coverage(13_828), sources: [], now })).toEqual({ id: 'week.being-derived', params: {} });
  });

  it('says that there is too little when nothing was read', () => {
    expect(weekFinding({ digest: undefined, coverage: coverage(0), sources: [], now }).id).toBe('week.no-themes');
  });
});

describe('what changed this week', () => {
  const changed = (more: Partial<CoverageLine>, now = '2026-03-12T09:00:00.000Z'): readonly unknown[] => weekChanges({ digest: undefined, releases: [], sources: [], coverage: { ...coverage(10), ...more }, now });
  const outage = { source: 'Intercom', from: '2026-03-04T00:00:00.000Z', to: '2026-03-11T02:00:00.000Z', reason: 'source/unreadable' };

  it('names a source that is not heard, since when', () => {
    expect(changed({ gaps: [{ source: 'Intercom', from: outage.from, reason: outage.reason }] })).toEqual([{ id: 'change.gap', params: expect.objectContaining({ source: 'Intercom', from: outage.from }) }]);
  });

  it('names the days of an outage that is over and was read afterwards, for a week', () => {
    expect(changed({ outages: [outage] })).toEqual([{ id: 'change.heard-again', params: { source: 'Intercom', from: outage.from, to: outage.to } }]);
    expect(changed({ outages: [outage] }, '2026-03-20T09:00:00.000Z')).toEqual([]);
  });

  it('calls no theme new that customers spoke of before, whenever the engine found it', () => {
    expect([[0, 0, 3], [1, 0, 3], [0, 0, 0]].map((weeks) => isFirstHeard({ weeks }))).toEqual([true, false, false]);
  });
});

describe('a week in which nothing stands out', () => {
  const row: Pick<ThemeRow, 'expected'> = { expected: { low: 1, high: 9 } };
  const digest: ProductDigest = { product: 'p', computedAt: '2025-06-30T01:10:00.000Z', unit: 'account', themes: [], unassigned: { customers: 0, signals: 0 }, planned: [] };
  const found = (gaps: CoverageLine['gaps'], sources: readonly SourceCoverage[] = [], above = 0, uncountedFrom?: string) =>
    findingOf({ digest, coverage: { ...coverage(0), gaps }, sources, now, ...(uncountedFrom === undefined ? {} : { uncountedFrom }) }, [row as ThemeRow], above);
  const file = (newestAt: string): SourceCoverage => ({ source: 'f', name: 'reviews.csv', kind: 'file', total: 9, totalBy: 'offered', read: 9, kept: 9, skipped: {}, oldestAt: '2024-01-01T00:00:00.000Z', newestAt, lastReadAt: now, gaps: [] });
  const forum: SourceCoverage = { ...file('2025-06-10T00:00:00.000Z'), source: 'forum', name: 'Forum', kind: 'discourse', readAgainBy: '2025-07-01T06:00:00.000Z' };

  it('is called usual only while every source is heard: who is not heard is named instead', () => {
    expect(found([]).id).toBe('week.usual');
    expect(found([{ source: 'Chat', from: '2025-06-01T00:00:00.000Z', to: '2025-06-08T00:00:00.000Z', reason: 'closed' }]).id).toBe('week.usual');
    expect(found([{ source: 'Intercom', from: '2025-06-28T00:00:00.000Z', reason: 'source/unreadable' }])).toEqual({ id: 'week.usual-unheard', params: { source: 'Intercom', from: '2025-06-28T00:00:00.000Z' } });
  });

  it('cannot be told where the only file ended before it, and what the file said last is no news', () => {
    const june8 = '2025-06-08T00:00:00.000Z';
    expect(found([], [file(june8)])).toEqual({ id: 'week.unheard', params: { source: 'reviews.csv', since: june8 } });
    expect(found([], [file(june8)], 3).id).toBe('week.unheard');
    expect(found([], [file('2025-06-27T00:00:00.000Z')])).toEqual({ id: 'week.usual-unheard', params: { source: 'reviews.csv', from: '2025-06-27T00:00:00.000Z' } });
    expect([found([], [file('2025-06-30T08:00:00.000Z')]).id, found([], [file('2025-06-30T08:00:00.000Z'), file(june8)]).id]).toEqual(['week.usual', 'week.usual-unheard']);
    expect(found([], [forum]).id).toBe('week.usual');
  });

  it('is told until when it was counted while what came since is not', () => {
    expect(found([], [forum], 0, '2025-06-30T09:00:00.000Z')).toEqual({ id: 'week.usual-until', params: { themes: 1, until: digest.computedAt } });
  });
});
