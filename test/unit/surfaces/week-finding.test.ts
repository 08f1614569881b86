import type { CoverageLine } from '../../../src/contract/coverage';
import type { ThemeRow } from '../../../src/contract/page';
import { findingOf, isFirstHeard, weekChanges, weekFinding } from '../../../src/surfaces/page/week-view';

const coverage = (read: number): CoverageLine => ({ state: 'complete', read, total: read, skipped: 0, sources: 1, gaps: [], asOf: '2025-07-01T00:00:00.000Z' });

describe('the first sentence of the week, before the engine ever ran', () => {
  it('says that what was read is being worked on, never that too little was read', () => {
    expect(weekFinding({ digest: undefined, coverage: coverage(13_828) })).toEqual({ id: 'week.being-derived', params: {} });
  });

  it('says that there is too little when nothing was read', () => {
    expect(weekFinding({ digest: undefined, coverage: coverage(0) }).id).toBe('week.no-themes');
  });
});

describe('what changed this week', () => {
  const changed = (more: Partial<CoverageLine>, now = '2026-03-12T09:00:00.000Z'): readonly unknown[] => weekChanges({ digest: undefined, releases: [], coverage: { ...coverage(10), ...more }, now });
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
  const found = (gaps: CoverageLine['gaps']) => findingOf({ digest: undefined, coverage: { ...coverage(0), gaps } }, [row as ThemeRow], 0);

  it('is called usual only while every source is heard: who is not heard is named instead', () => {
    expect(found([]).id).toBe('week.usual');
    expect(found([{ source: 'Chat', from: '2025-06-01T00:00:00.000Z', to: '2025-06-08T00:00:00.000Z', reason: 'closed' }]).id).toBe('week.usual');
    expect(found([{ source: 'Intercom', from: '2025-06-28T00:00:00.000Z', reason: 'source/unreadable' }])).toEqual({ id: 'week.usual-unheard', params: { source: 'Intercom', from: '2025-06-28T00:00:00.000Z' } });
  });
});
