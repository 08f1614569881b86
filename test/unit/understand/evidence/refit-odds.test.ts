import { NO_SHIFT, refitOdds, type DecidedOdds } from '../../../../src/understand/evidence/refit-odds';
import { seeded } from '../../../../eval/statistics';

function decidedBy(chanceOf: (odds: number) => number, count: number): DecidedOdds[] {
  const random = seeded(3);
  return Array.from({ length: count }, () => {
    const odds = random() * 5 - 2.5;
    return { odds, isRight: random() < chanceOf(odds) };
  });
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

it('finds the shift under which a product’s decisions were made', () => {
  const { offset, slope } = refitOdds(decidedBy((odds) => logistic(-1.5 + 0.8 * odds), 4000));
  expect(offset).toBeCloseTo(-1.5, 0);
  expect(slope).toBeCloseTo(0.8, 0);
});

it('stays as it is while one verdict is rare', () => {
  expect(refitOdds(decidedBy(() => 1, 500))).toEqual(NO_SHIFT);
  expect(refitOdds([])).toEqual(NO_SHIFT);
});

it('becomes careful where people reject what was likely', () => {
  const { offset, slope } = refitOdds(decidedBy((odds) => logistic(odds - 3), 300));
  expect(logistic(offset + slope * 1.5)).toBeLessThan(0.4);
});
