import fc from 'fast-check';
import type { Gap } from '../../../src/domain/coverage';
import { mergeGaps } from '../../../src/domain/merge-gaps';

const day = (number: number): string => `2025-06-${String(number).padStart(2, '0')}T00:00:00.000Z`;
const gaps = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 5 }), fc.boolean(), fc.constantFrom('a', 'b')).map(([from, days, isOpen, reason]): Gap => ({ from: day(from), reason, ...(isOpen ? {} : { to: day(Math.min(30, from + days)) }) })),
  { maxLength: 8 },
);
const daysOf = (some: readonly Gap[]): ReadonlySet<string> => new Set(some.flatMap(({ from, to, reason }) => Array.from({ length: 30 }, (_, at) => day(at + 1)).filter((one) => one >= from && one < (to ?? '9999')).map((one) => `${reason} ${one}`)));

describe('gaps of several pages', () => {
  it('keep every missed day and invent none, in whatever order they come, and twice is once', () => {
    fc.assert(fc.property(gaps, gaps, (known, more) => {
      const merged = mergeGaps(known, more);
      expect(daysOf(merged)).toEqual(daysOf([...known, ...more]));
      expect(mergeGaps(merged, more)).toEqual(merged);
      expect(daysOf(mergeGaps(more, known))).toEqual(daysOf(merged));
    }));
  });

  it('are one where they overlap for the same reason', () => {
    expect(mergeGaps([{ from: day(1), to: day(5), reason: 'a' }], [{ from: day(4), to: day(7), reason: 'a' }, { from: day(4), to: day(6), reason: 'b' }])).toEqual([{ from: day(1), to: day(7), reason: 'a' }, { from: day(4), to: day(6), reason: 'b' }]);
  });
});
