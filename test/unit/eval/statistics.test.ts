import fc from 'fast-check';
import { meanWithInterval, normalInterval, rateWithInterval, ratioWithInterval, resampled, seeded, shareWithInterval } from '../../../eval/statistics';

it('puts the interval around the value and makes it narrower with more of the same', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 12 }), (values) => {
      const few = meanWithInterval(values);
      const many = meanWithInterval(Array.from({ length: 9 }, () => values).flat());
      expect(few.low).toBeLessThanOrEqual(few.value);
      expect(few.high).toBeGreaterThanOrEqual(few.value);
      expect(many.high - many.low).toBeLessThan(few.high - few.low + 1e-9);
    }),
    { numRuns: 4 },
  );
});

it('does not take twenty right of twenty for certain', () => {
  expect(shareWithInterval(20, 20)).toEqual({ value: 1, low: expect.closeTo(0.839, 2), high: 1 });
  expect(shareWithInterval(0, 20)).toEqual({ value: 0, low: 0, high: expect.closeTo(0.161, 2) });
});

it('holds the truth in most samples', () => {
  const truth = 0.3;
  const random = seeded(5);
  const held = Array.from({ length: 12 }, () => meanWithInterval(Array.from({ length: 40 }, () => (random() < truth ? 1 : 0)))).filter(({ low, high }) => low <= truth && truth <= high);
  expect(held.length).toBeGreaterThanOrEqual(9);
});

it('widens where what is drawn hangs together', () => {
  const alone = Array.from({ length: 60 }, (_, at) => ({ above: at % 3 === 0 ? 0 : 1, below: 1 }));
  const together = Array.from({ length: 6 }, (_, at) => ({ above: at % 3 === 0 ? 0 : 10, below: 10 }));
  const [loose, tight] = [ratioWithInterval(together), ratioWithInterval(alone)];
  expect(loose.value).toBeCloseTo(tight.value, 10);
  expect(loose.high - loose.low).toBeGreaterThan(tight.high - tight.low);
});

it('gives an event that was never seen room for three', () => {
  expect(rateWithInterval(0, 100)).toEqual({ value: 0, low: 0, high: 0.03 });
  expect(rateWithInterval(100, 100).high).toBeCloseTo(1.196, 3);
});

it('draws the same resamples every time, as many items as there are', () => {
  const draws = resampled([1, 2, 3, 4], 20, (drawn) => drawn.length * 100 + drawn.reduce((sum, one) => sum + one, 0));
  expect(resampled([1, 2, 3, 4], 20, (drawn) => drawn.length * 100 + drawn.reduce((sum, one) => sum + one, 0))).toEqual(draws);
  for (const one of draws) expect(one).toBeGreaterThanOrEqual(404);
  const { low, high } = normalInterval(410, draws);
  expect([410 - low, high - 410].every((one) => one > 0)).toBe(true);
});
