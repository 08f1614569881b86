import fc from 'fast-check';
import { denseSpan, type DayCount } from '../../../src/domain/dense-span';
import { heldByFiles } from '../../../src/domain/held-time';

const DAY = 86_400_000;
const NOW = '2025-07-01T08:00:00.000Z';
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const START = Date.parse('2023-01-02');
/** Rows on these days after the beginning, so many each. */
const rows = (days: readonly number[], signals = 1): DayCount[] => [...new Set(days)].sort((a, b) => a - b).map((day) => ({ day: dayOf(START + day * DAY), signals }));
const every = (step: number, until: number, from = 0): number[] => Array.from({ length: Math.floor((until - from) / step) + 1 }, (_, at) => from + at * step);
const span = (days: readonly DayCount[], now = NOW): readonly [string, string] | undefined => {
  const found = denseSpan(days, now);
  return found === undefined ? undefined : [found.from.slice(0, 10), found.to.slice(0, 10)];
};
const whole = (days: readonly DayCount[]): readonly [string, string] => [days[0]!.day, days.at(-1)!.day];
const far = (day: string): DayCount => ({ day, signals: 1 });

describe('the time that rows lie in densely', () => {
  const USUAL: readonly (readonly [string, DayCount[]])[] = [
    ['two years of answers, some every day', rows(every(1, 730), 3)],
    ['two years of answers, one a week', rows(every(7, 730))],
    ['twelve exit surveys in two years', rows(every(61, 700))],
    ['eight campaigns, once a quarter', rows(every(91, 640).flatMap((at) => [at, at + 1, at + 2, at + 5]), 40)],
    ['three campaigns, once a year', rows(every(365, 730).flatMap((at) => [at, at + 1, at + 2]), 100)],
    ['a product that grew from one a month', rows([...every(30, 180), ...every(1, 730, 181)], 2)],
    ['a desk that is closed in July and August', rows([...every(1, 180), ...every(1, 545, 243), ...every(1, 800, 608)])],
    ['three rows', rows([0, 20, 50])],
    ['one row', rows([4])],
  ];

  it.each(USUAL)('is all of it for %s', (_, days) => {
    expect(span(days)).toEqual(whole(days));
  });

  it.each(USUAL.filter(([, days]) => days.length >= 12))('is not stretched by a row of long before, one of long after or one in the future, for %s', (_, days) => {
    expect(span([far('2013-03-01'), ...days])).toEqual(whole(days));
    expect(span([...days, far('2052-03-01')])).toEqual(whole(days));
    expect(span([...days, far('2031-03-01')], '2032-01-01T00:00:00.000Z')).toEqual(whole(days));
    expect(span([far('2013-03-01'), ...days, far('2031-03-01'), far('2052-03-01')], '2032-01-01T00:00:00.000Z')).toEqual(whole(days));
  });

  it('is not stretched by several of different years', () => {
    for (const days of [rows(every(1, 730), 3), rows(every(7, 730))]) expect(span([far('2001-03-01'), far('2009-03-01'), far('2013-03-01'), ...days, far('2030-06-01'), far('2031-03-01')], '2032-01-01T00:00:00.000Z')).toEqual(whole(days));
  });

  it('is the later of two files with nothing between them', () => {
    const later = rows(every(1, 800, 760));
    expect(span([...rows(every(1, 40)), ...later])).toEqual(whole(later));
    // Two rows prove nothing about the years between.
    expect(span([far('2019-03-01'), far('2025-06-01')])).toEqual(['2025-06-01', '2025-06-01']);
  });

  it('is none without a row that was said by tomorrow', () => {
    expect(span([])).toBeUndefined();
    expect(span([far('2052-03-01')])).toBeUndefined();
    expect(span([far('2025-07-02')])).toEqual(['2025-07-02', '2025-07-02']);
  });

  it('begins and ends with rows, whatever they are, and never reaches over half a year among rows of every week', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(900), { minLength: 1, maxLength: 60 }), fc.nat(2), (days, _) => {
      const all = rows(days);
      const found = span(all);
      return found !== undefined && all.some(({ day }) => day === found[0]) && all.some(({ day }) => day === found[1]) && found[0] <= found[1];
    }), { numRuns: 400, seed: 7 });
    fc.assert(fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 40, max: 400 }), fc.integer({ min: 181, max: 2_000 }), fc.integer({ min: 40, max: 400 }), (step, before, hole, after) => {
      const first = every(step, before);
      const later = rows(every(step, first.at(-1)! + hole + after, first.at(-1)! + hole));
      // Either the later file counts, or what came after is too little to be more than rows out of place.
      const found = span([...rows(first), ...later], '2040-01-01T00:00:00.000Z')!;
      return found[0] === later[0]!.day || found[1] === rows(first).at(-1)!.day;
    }), { numRuns: 400, seed: 8 });
  });
});

describe('the time that files hold as an admin says', () => {
  const word = { from: '2023-06-01T00:00:00.000Z', to: '2024-06-30T23:59:59.999Z' };
  const held = (days: readonly DayCount[]): readonly string[] => Object.values(heldByFiles(days, word, NOW)!).map((at) => at.slice(0, 10));

  it('is that, also where rows lie before it or nothing lies near its ends', () => {
    expect(held(rows(every(3, 400)))).toEqual(['2023-06-01', '2024-06-30']);
    expect(held([])).toEqual(['2023-06-01', '2024-06-30']);
    expect(held([far('2024-01-01')])).toEqual(['2023-06-01', '2024-06-30']);
  });

  it('goes on with later rows, is not stretched by one far away, and begins anew with a file of much later', () => {
    const own = rows(every(3, 540));
    expect(held([...own, ...rows(every(3, 600, 549))])).toEqual(['2023-06-01', dayOf(START + 600 * DAY)]);
    expect(held([...own, far('2025-06-20')])).toEqual(['2023-06-01', own.at(-1)!.day > '2024-06-30' ? own.at(-1)!.day : '2024-06-30']);
    expect(held([...rows(every(3, 400)), ...rows(every(3, 900, 800))])).toEqual([dayOf(START + 800 * DAY), dayOf(START + 899 * DAY)]);
  });
});
