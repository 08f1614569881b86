import fc from 'fast-check';
import { ago, clockTime, isStale } from '../../../static/app/src/clock-time';
import { releaseMarks } from '../../../static/app/src/components/release-marks';
import { parseRoute, routeHash } from '../../../static/app/src/project/route';
import type { Route } from '../../../static/app/src/project/route';

const NOW = Date.parse('2025-07-01T09:00:00.000Z');

describe('times on screens', () => {
  it('says the clock time today and the day before it otherwise', () => {
    expect(clockTime('2025-07-01T08:12:00.000Z', NOW, 'UTC')).toBe('08:12');
    expect(clockTime('2025-06-30T20:04:00.000Z', NOW, 'UTC')).toBe('30 Jun, 20:04');
    expect(clockTime('2024-06-30T20:04:00.000Z', NOW, 'UTC')).toBe('30 Jun 2024, 20:04');
    expect(clockTime('2025-06-30T23:30:00.000Z', NOW, 'Europe/Berlin')).toBe('01:30');
  });

  it('calls evidence stale after a day, by the server’s clock', () => {
    expect(isStale('2025-06-30T09:00:00.000Z', NOW)).toBe(false);
    expect(isStale('2025-06-30T08:59:59.000Z', NOW)).toBe(true);
    expect(isStale(undefined, NOW)).toBe(false);
  });

  it('says how long ago in the largest fitting unit', () => {
    const at = (days: number): string => new Date(NOW - days * 86_400_000).toISOString();
    expect([0, 1, 6, 30, 150, 900].map((days) => ago(at(days), NOW))).toEqual(['today', 'yesterday', '6 days ago', '4 weeks ago', '5 months ago', '2 years ago']);
  });
});

describe('the address', () => {
  const text = fc.string({ minLength: 1, maxLength: 12 });
  const show = fc.constantFrom('all' as const, 'above' as const, 'unplanned' as const);
  const page = fc.integer({ min: 1, max: 400 });
  const routes: fc.Arbitrary<Route> = fc.oneof(
    fc.constant<Route>({ at: 'week' }),
    fc.record({ at: fc.constant('signal' as const), show, find: fc.string() }),
    fc.record({ at: fc.constant('roadmap' as const), show }),
    fc.record({ at: fc.constant('theme' as const), theme: text }),
    fc.record({ at: fc.constant('signals' as const), theme: fc.option(text), page }),
    fc.record({ at: fc.constant('signals' as const), theme: fc.option(text), page, source: text }),
    fc.constant<Route>({ at: 'backlog' }),
    fc.record({ at: fc.constant('standing' as const), list: fc.constantFrom('confirmed' as const, 'cannot-judge' as const), page, reason: text }),
    fc.constant<Route>({ at: 'releases' }),
    fc.record({ at: fc.constant('release' as const), contract: text }),
  );

  it('leads back to where it was taken', () => {
    fc.assert(fc.property(routes, (route) => expect(parseRoute(routeHash(route))).toEqual(route)));
  });

  it('leads to the first tab when it is not understood', () => {
    expect(['', '#', '#/nowhere', '#/theme/'].map(parseRoute)).toEqual([{ at: 'week' }, { at: 'week' }, { at: 'week' }, { at: 'week' }]);
    expect(parseRoute('#/theme/t/signals?page=-3')).toEqual({ at: 'signals', theme: 't', page: 1 });
  });
});

describe('releases on a chart', () => {
  const weeks = Array.from({ length: 12 }, (_, index) => ({ from: new Date(Date.parse('2025-04-08T00:00:00Z') + index * 7 * 86_400_000).toISOString(), confirmed: 0, suggested: 0 }));

  it('ticks every release inside, and writes names only where they do not collide', () => {
    const releases = [{ name: '139', at: '2025-05-27' }, { name: '138', at: '2025-04-29' }, { name: '138.0.1', at: '2025-05-10' }, { name: '120', at: '2024-01-01' }];
    expect(releaseMarks({ weeks, releases }).map(({ name, isLabelled }) => [name, isLabelled])).toEqual([['138', true], ['138.0.1', false], ['139', true]]);
  });

  it('never leaves the chart', () => {
    fc.assert(fc.property(fc.array(fc.date({ min: new Date('2024-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })), (dates) => {
      const marks = releaseMarks({ weeks, releases: dates.map((date, index) => ({ name: String(index), at: date.toISOString() })) });
      expect(marks.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
    }));
  });
});
