import fc from 'fast-check';
import { heardWeeks, partWeeks, sinceFriday, unusualSince, type PartWeeks } from '../../../src/domain/since-friday';
import { DAY_IN_MS, isoTime } from '../../../src/domain/time';
import { seeded } from '../../../eval/statistics';
import { negativeBinomial } from '../../build/negative-binomial';
import { quietWeeks } from '../../build/quiet-product';
import { quietMondaysProof } from '../../deep/quiet-mondays';

const MONDAY = '2025-06-30T08:00:00.000Z';

it.each([
  ['2025-06-30T08:00:00.000Z', '2025-06-27', '2025-06-30', 3],
  ['2025-07-01T23:59:00.000Z', '2025-06-27', '2025-07-01', 4],
  ['2025-07-03T00:00:00.000Z', '2025-06-27', '2025-07-03', 6],
  ['2025-07-04T12:00:00.000Z', '2025-06-27', '2025-07-04', 7],
  ['2025-07-05T12:00:00.000Z', '2025-07-04', '2025-07-05', 1],
])('counts on %s from the last Friday to the end of yesterday', (now, from, to, days) => {
  expect(sinceFriday(now)).toEqual({ from: `${from}T00:00:00.000Z`, to: `${to}T00:00:00.000Z`, days });
});

it('sorts days into weeks that end with these days, as going through them one by one does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 8, maxLength: 60 }), fc.nat(400), fc.nat(5), (days, at, quiet) => {
      const last = isoTime(Date.parse('2025-01-01T07:30:00.000Z') + at * DAY_IN_MS);
      const period = sinceFriday(isoTime(Date.parse(last) + quiet * DAY_IN_MS));
      const { parts, rests } = partWeeks({ id: 't', days }, last, period);
      const [expectedParts, expectedRests] = [parts.map(() => 0), rests.map(() => 0)];
      days.forEach((count, index) => {
        const day = Math.floor(Date.parse(last) / DAY_IN_MS) - (days.length - 1 - index);
        const age = Math.round(Date.parse(period.to) / DAY_IN_MS) - day;
        const week = parts.length - Math.ceil(age / 7);
        const into = age >= 1 && week >= 0 ? ((age - 1) % 7 < period.days ? expectedParts : expectedRests) : [];
        into[week] = (into[week] ?? 0) + count;
      });
      expect([parts, rests]).toEqual([expectedParts, expectedRests]);
    }),
  );
});

it('leaves out weeks with a gap, and those before all places were heard', () => {
  const period = sinceFriday(MONDAY);
  expect(heardWeeks(4, period, '', [])).toEqual([true, true, true, true]);
  expect(heardWeeks(4, period, '', [{ from: '2025-06-10T00:00:00.000Z', to: '2025-06-11T00:00:00.000Z' }])).toEqual([true, false, true, true]);
  expect(heardWeeks(4, period, '', [{ from: '2025-06-16T00:00:00.000Z' }])).toEqual([true, true, false, false]);
  expect(heardWeeks(4, period, '2025-06-10T00:00:00.000Z', [])).toEqual([false, false, true, true]);
});

const steady = (weeks: number, now: number, part = 3, rest = 7): PartWeeks => ({ id: 't', parts: [...Array.from({ length: weeks }, (_, week) => part + (week % 2)), now], rests: Array.from({ length: weeks + 1 }, () => rest) });
const always = (weeks: number): boolean[] => Array.from({ length: weeks + 1 }, () => true);

it('names a theme that is far above these days of other weeks, with what is usual', () => {
  // Mean 3.511, variance 1.2 times that: scipy.stats.nbinom(n, p).ppf([.05, .95]) = 1, 7
  expect(unusualSince([steady(20, 14)], always(20))).toEqual({ looked: 1, unusual: [{ id: 't', count: 14, low: 1, high: 7 }] });
  expect(unusualSince([steady(20, 7)], always(20)).unusual).toEqual([]);
});

it('asks for more the more themes are looked at', () => {
  const quiet = (id: number): PartWeeks => ({ ...steady(20, 3), id: `q${id}` });
  const highOf = (themes: number): number | undefined => unusualSince([steady(20, 40), ...Array.from({ length: themes - 1 }, (_, id) => quiet(id))], always(20)).unusual[0]?.high;
  expect(highOf(200)).toBeGreaterThan(highOf(1)!);
});

it('knows the rhythm of the week: what is much for a weekend is little for five days', () => {
  const weekend = unusualSince([{ ...steady(20, 10, 1, 19) }], always(20));
  const workdays = unusualSince([{ ...steady(20, 10, 12, 8) }], always(20));
  expect([weekend.unusual.length, workdays.unusual.length]).toEqual([1, 0]);
});

it('holds the rhythm of a theme of few words to that of all', () => {
  const loud = { id: 'loud', parts: [...Array.from({ length: 20 }, () => 3), 3], rests: Array.from({ length: 21 }, () => 27) };
  // Nine words in nine weeks, by chance never at a weekend: its own rhythm alone would expect none there.
  const rare = { id: 'rare', parts: [...Array.from({ length: 9 }, () => 0), 3], rests: Array.from({ length: 10 }, () => 1) };
  const held = unusualSince([{ ...rare, parts: [...rare.parts.slice(0, -1), 9] }, loud], always(20));
  expect(held.unusual[0]).toMatchObject({ id: 'rare' });
  expect(held.unusual[0]?.high).toBeGreaterThanOrEqual(1);
});

it('does not say before eight heard weeks, and counts from when a theme was first heard', () => {
  expect(unusualSince([steady(7, 99)], always(7))).toEqual({ looked: 0, unusual: [] });
  expect(unusualSince([steady(12, 99)], [...always(12)].map((_, week) => week > 5))).toEqual({ looked: 0, unusual: [] });
  const young = { id: 't', parts: [...Array.from({ length: 13 }, () => 0), ...Array.from({ length: 6 }, () => 9), 9], rests: Array.from({ length: 20 }, (_, week) => (week > 12 ? 9 : 0)) };
  expect(unusualSince([young], always(19)).looked).toBe(0);
});

it('makes nothing of one or two customers, however quiet it was', () => {
  const silent = (now: number): PartWeeks => ({ id: 't', parts: [1, ...Array.from({ length: 24 }, () => 0), now], rests: Array.from({ length: 26 }, () => 0) });
  expect([2, 5].map((now) => unusualSince([silent(now)], always(25)).unusual.length)).toEqual([0, 1]);
});

it('names at most one theme by chance in twenty quiet Mondays (a slice of the proof)', async () => {
  expect(await quietMondaysProof.run(7, quietMondaysProof.slice)).toMatchObject({ violations: [] });
});

it('still sees a theme that becomes six times as loud, in most draws', () => {
  const random = seeded(3);
  // The third theme has eight a week, of which 2.4 on these days.
  const seenAt = (times: number): number => Array.from({ length: 100 }, () => {
    const weeks = quietWeeks(random, { themes: 20, weeks: 20, dispersionOf: () => 0.1, shareOf: () => 0.3, burstsLast: true });
    const louder = weeks.map((one, at) => (at === 2 ? { ...one, parts: [...one.parts.slice(0, -1), negativeBinomial(random, 2.4 * times, 0.1)] } : one));
    return unusualSince(louder, always(20)).unusual.some((one) => one.id === 't2') ? 1 : 0;
  }).reduce<number>((sum, one) => sum + one, 0);
  expect(seenAt(6)).toBeGreaterThan(70);
  expect(seenAt(1)).toBeLessThan(5);
});
