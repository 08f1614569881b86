import type { SourceCoverage } from '../../../src/domain/coverage';
import { DIGEST_DAYS, type ProductDigest } from '../../../src/domain/product-digest';
import type { Theme } from '../../../src/domain/theme';
import { fridayView } from '../../../src/surfaces/page/friday-view';
import { digestTheme } from '../../../src/understand/digest-themes';
import { aSignal, aTheme } from '../../build/stored';

const MONDAY = '2025-06-30T08:00:00.000Z';
const theme = (id: string): Theme => aTheme(id, 1);
/** Two customers on each Saturday, one on each Tuesday, `now` on the last Saturday. */
function daysOf(now: number, weeks = 26): number[] {
  return Array.from({ length: DIGEST_DAYS }, (_, index) => {
    const back = DIGEST_DAYS - 1 - index;
    if (back === 2) return now;
    return back > weeks * 7 ? 0 : back % 7 === 2 ? 2 : back % 7 === 6 ? 1 : 0;
  });
}

interface Given {
  readonly now?: string;
  readonly days?: readonly number[];
  readonly computedAt?: string;
  readonly isUpToDate?: boolean;
  readonly state?: 'complete' | 'reading' | 'gap' | 'nothing-connected';
  readonly gaps?: readonly { source: string; from: string; to?: string; reason: string }[];
  readonly oldestAt?: string;
  readonly sources?: readonly Partial<SourceCoverage>[];
  readonly brought?: Readonly<Record<string, readonly number[]>>;
  readonly uncountedFrom?: string;
}

function view({ now = MONDAY, days = daysOf(2), computedAt = MONDAY, isUpToDate = true, state = 'complete', gaps = [], oldestAt = '2024-01-01T00:00:00.000Z', sources = [{}], brought = { forum: [9] }, uncountedFrom }: Given = {}) {
  const base = { customers: 9, recentCustomers: 9, signals: 9, weeks: [], sources: brought, quotes: [], issues: [] };
  const digest: ProductDigest = { product: 'p', computedAt, unit: 'account', themes: [{ ...base, theme: theme('t1'), days }, { ...base, theme: theme('t2'), days: daysOf(2) }], unassigned: { customers: 0, signals: 0 }, planned: [] };
  const source: SourceCoverage = { source: 'forum', name: 'Forum', kind: 'discourse', total: 9, totalBy: 'source', read: 9, kept: 9, skipped: {}, oldestAt, gaps: [] };
  return fridayView({ digest, coverage: { state, read: 9, total: 9, skipped: 0, sources: 1, gaps }, sources: sources.map((one) => ({ ...source, ...one })), now, isUpToDate, ...(uncountedFrom === undefined ? {} : { uncountedFrom }) });
}

it('names what is new since Friday with what is usual for these days', () => {
  expect(view({ days: daysOf(14) })).toEqual({
    finding: { id: 'friday.unusual', params: { from: '2025-06-27T00:00:00.000Z', themes: 2, unusual: 1 } },
    from: '2025-06-27T00:00:00.000Z', to: '2025-06-30T00:00:00.000Z', isCompared: true,
    themes: [{ id: 't1', label: 'theme t1', unit: 'account', count: 14, expected: { low: 0, high: expect.any(Number) } }],
  });
});

it('says that nothing is unusual only when everything was heard and read on these days', () => {
  expect(view()?.finding).toEqual({ id: 'friday.usual', params: { from: '2025-06-27T00:00:00.000Z', themes: 2 } });
  const gap = { source: 'Chat', from: '2025-06-28T00:00:00.000Z', to: '2025-06-28T06:00:00.000Z', reason: 'closed' };
  expect(view({ gaps: [gap] })?.finding).toEqual({ id: 'friday.gap', params: { from: '2025-06-27T00:00:00.000Z', source: 'Chat' } });
  expect(view({ gaps: [{ ...gap, to: '2025-06-27T00:00:00.000Z', from: '2025-06-26T00:00:00.000Z' }] })?.finding.id).toBe('friday.usual');
  expect(view({ state: 'reading' })?.finding.id).toBe('friday.reading');
  expect([view()?.isCompared, view({ gaps: [gap] })?.isCompared, view({ state: 'reading' })?.isCompared]).toEqual([true, false, false]);
});

it('names what is loud in spite of a gap, and says that there is one', () => {
  const gaps = [{ source: 'Chat', from: '2025-06-28T00:00:00.000Z', reason: 'down' }];
  expect(view({ gaps, days: daysOf(14) })?.finding).toMatchObject({ id: 'friday.unusual-unheard', params: { source: 'Chat' } });
});

it('cannot say while something that came is still to be looked at, and can when nobody spoke since', () => {
  const sunday = '2025-06-29T09:00:00.000Z';
  expect(view({ computedAt: sunday, isUpToDate: false })?.finding).toMatchObject({ id: 'friday.stale', params: { until: sunday } });
  expect(view({ computedAt: sunday, isUpToDate: false, days: daysOf(99) })?.themes).toEqual([]);
  // Counted until Sunday: what was the last Saturday for the page of Monday is the day before the last one.
  expect(view({ computedAt: sunday, days: [0, ...daysOf(2)].slice(0, DIGEST_DAYS) })?.finding.id).toBe('friday.usual');
});

it('cannot say where the only file ended before Monday, however lately it was read', () => {
  const file = (newestAt: string): Partial<SourceCoverage> => ({ source: 'file', name: 'reviews.csv', kind: 'file', newestAt, lastReadAt: MONDAY });
  const [june8, saturday] = ['2025-06-08T00:00:00.000Z', '2025-06-28T20:00:00.000Z'];
  const only = { brought: { file: [9] } };
  expect(view({ ...only, sources: [file(june8)] })).toMatchObject({ finding: { id: 'friday.unheard', params: { since: june8, source: 'reviews.csv' } }, isCompared: false });
  expect(view({ ...only, sources: [file(june8), file(saturday)] })?.finding).toMatchObject({ id: 'friday.unheard', params: { since: saturday } });
  expect(view({ ...only, sources: [file(MONDAY), file(june8)] })?.finding.id).not.toBe('friday.unheard');
  expect(view({ ...only, sources: [file(saturday)], days: daysOf(14) })?.finding.id).toBe('friday.unusual');
});

it('takes the weeks of a loud file that ended for no measure of a live source', () => {
  const sources = [{ newestAt: '2025-06-20T00:00:00.000Z', readAgainBy: '2025-06-30T09:00:00.000Z' }, { source: 'file', name: 'old.csv', kind: 'file', newestAt: '2025-06-08T00:00:00.000Z' }];
  expect(view({ sources, brought: { forum: [9], file: [9] } })?.finding.id).toBe('friday.too-early');
  expect(view({ sources, brought: { forum: [99], file: [1] } })?.finding.id).toBe('friday.usual');
});

it('says nothing unusual only when what was said on these days is counted, and names what is loud all the same', () => {
  const night = { computedAt: '2025-06-30T01:10:00.000Z', isUpToDate: false };
  expect(view({ ...night, uncountedFrom: '2025-06-29T18:00:00.000Z' })).toMatchObject({ finding: { id: 'friday.stale', params: { until: night.computedAt } }, isCompared: false });
  expect(view({ ...night, uncountedFrom: '2025-06-29T18:00:00.000Z', days: daysOf(14) })?.finding.id).toBe('friday.unusual');
  expect(view({ ...night, uncountedFrom: '2025-06-30T07:00:00.000Z' })?.finding.id).toBe('friday.usual');
  expect(view(night)?.finding.id).toBe('friday.usual');
});

it('is too early where eight weeks were not heard, or a loud place is new', () => {
  expect(view({ days: daysOf(2, 5) })?.finding.params['themes']).toBe(1);
  expect(view({ oldestAt: '2025-05-20T00:00:00.000Z', days: daysOf(40) })).toMatchObject({ finding: { id: 'friday.too-early' }, themes: [], isCompared: false });
});

it('says nothing before there is anything to say', () => {
  expect(view({ state: 'nothing-connected' })).toBeUndefined();
  expect(fridayView({ digest: undefined, coverage: { state: 'complete', read: 1, total: 1, skipped: 0, sources: 1, gaps: [] }, sources: [], now: MONDAY, isUpToDate: true })).toBeUndefined();
});

it('counts a customer once a day, each day until the day of the digest', () => {
  const said = (id: string, at: string, author: string) => aSignal(id, { at, author });
  const { days } = digestTheme(theme('t'), [said('1', '2025-06-30T07:00:00.000Z', 'a'), said('2', '2025-06-30T00:00:00.000Z', 'a'), said('3', '2025-06-29T23:59:59.999Z', 'a'), said('4', '2025-06-29T01:00:00.000Z', 'b'), said('5', '2024-01-01T00:00:00.000Z', 'c'), said('6', '2025-07-02T00:00:00.000Z', 'c')], [], { now: MONDAY });
  expect(days).toHaveLength(DIGEST_DAYS);
  expect([days?.slice(-2), days?.reduce((sum, count) => sum + count, 0)]).toEqual([[2, 1], 3]);
});
