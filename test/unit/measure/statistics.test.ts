import fc from 'fast-check';
import { seededRandom } from '../../../src/domain/random';
import { midTails } from '../../../src/measure/statistics/conditional-test';
import { detectableDrop } from '../../../src/measure/statistics/detectable-drop';
import { weeklyDispersion } from '../../../src/measure/statistics/dispersion';
import { ratioInterval } from '../../../src/measure/statistics/estimate';
import { normalCdf, normalQuantile, studentCdf, studentQuantile } from '../../../src/measure/statistics/normal';
import { exactFor, scaledP } from '../../../src/measure/statistics/scaled-p';
import { seasonExplains } from '../../../src/measure/statistics/season';
import { crossingChance, sequentialBoundary, sequentialScore } from '../../../src/measure/statistics/sequential';
import { logGamma, regularisedBeta, upperGamma } from '../../../src/measure/statistics/special-functions';
import { shrunkRatio } from '../../../src/measure/statistics/shrink';
import { drawCount, drawPoisson } from '../../../eval/outcomes/draws';

const whole = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });

function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i += 1) result = (result * (n - k + i)) / i;
  return result;
}

describe('special functions against plain sums', () => {
  it('log gamma is the logarithm of the factorial', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 170 }), (n) => {
      let sum = 0;
      for (let i = 2; i < n; i += 1) sum += Math.log(i);
      expect(logGamma(n)).toBeCloseTo(sum, 8);
    }));
  });
  it('the incomplete beta is a binomial tail', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, p) => {
      for (let k = 1; k <= n; k += 1) {
        let tail = 0;
        for (let x = k; x <= n; x += 1) tail += choose(n, x) * p ** x * (1 - p) ** (n - x);
        expect(regularisedBeta(p, k, n - k + 1)).toBeCloseTo(tail, 9);
      }
    }), { numRuns: 30 });
  });
  it('the incomplete gamma is a Poisson tail', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 80, noNaN: true }), (n, mean) => {
      let term = Math.exp(-mean);
      let sum = 0;
      for (let x = 0; x < n; x += 1) {
        sum += term;
        term *= mean / (x + 1);
      }
      expect(upperGamma(n, mean)).toBeCloseTo(sum, 9);
    }));
  });
  it('normal and Student agree with tables, deep into the tail, and with their inverses', () => {
    expect(normalCdf(-1.959963985)).toBeCloseTo(0.025, 9);
    expect(normalCdf(-10) / 7.619853024160489e-24).toBeCloseTo(1, 6);
    expect(studentCdf(-2.228138852, 10)).toBeCloseTo(0.025, 8);
    expect(studentCdf(-1.812461123, 10)).toBeCloseTo(0.05, 8);
    fc.assert(fc.property(fc.double({ min: -30, max: 5, noNaN: true }), (z) => {
      expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 6);
    }));
    fc.assert(fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 40 }), (p, df) => {
      expect(studentCdf(studentQuantile(p, df), df)).toBeCloseTo(p, 8);
    }));
  });
});

describe('the conditional test against enumeration of every table', () => {
  it('with controls: noncentral hypergeometric', () => {
    fc.assert(fc.property(whole(12), whole(12), whole(20), whole(20), fc.double({ min: 0.1, max: 10, noNaN: true }), (a, b, c, d, ratio) => {
      fc.pre(a + b > 0 && c + d > 0);
      const weights: number[] = [];
      for (let x = 0; x <= a + b; x += 1) {
        const controlAfter = b + d - x;
        weights.push(controlAfter < 0 || controlAfter > c + d ? 0 : choose(a + b, x) * choose(c + d, controlAfter) * ratio ** x);
      }
      const total = weights.reduce((sum, one) => sum + one, 0);
      const below = weights.slice(0, b).reduce((sum, one) => sum + one, 0);
      const found = midTails({ themeBefore: a, themeAfter: b, controlBefore: c, controlAfter: d, controlled: true }, ratio);
      expect(found.lower).toBeCloseTo((below + (weights[b] ?? 0) / 2) / total, 9);
      expect(found.lower + found.upper).toBeCloseTo(1, 9);
    }));
  });
  it('without controls: binomial over the lengths of the windows', () => {
    fc.assert(fc.property(whole(15), whole(15), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }), (a, b, before, after) => {
      fc.pre(a + b > 0);
      const p = after / (before + after);
      let lower = 0;
      for (let x = 0; x <= b; x += 1) lower += choose(a + b, x) * p ** x * (1 - p) ** (a + b - x) * (x === b ? 0.5 : 1);
      expect(midTails({ themeBefore: a, themeAfter: b, controlBefore: before, controlAfter: after, controlled: false }, 1).lower).toBeCloseTo(lower, 9);
    }));
  });
  it('stays finite for counts of a hundred thousand', () => {
    const tails = midTails({ themeBefore: 90_000, themeAfter: 10, controlBefore: 1_000_000, controlAfter: 900_000, controlled: true }, 1);
    expect(tails.lower).toBeGreaterThanOrEqual(0);
    expect(tails.lower).toBeLessThan(1e-100);
    expect(tails.upper).toBeCloseTo(1, 9);
  });
});

describe('interval and test', () => {
  it('agree: 1 lies outside the interval exactly when the one-sided test says so', () => {
    fc.assert(fc.property(whole(60), whole(60), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), fc.double({ min: 1, max: 6, noNaN: true }), (a, b, c, d, phi) => {
      fc.pre(a > 0);
      const four = { themeBefore: a, themeAfter: b, controlBefore: c, controlAfter: d, controlled: true };
      const dispersion = { phi, degreesOfFreedom: 18 };
      const p = scaledP(midTails(four, 1).lower, dispersion);
      fc.pre(Math.abs(p - 0.05) > 1e-6);
      expect(ratioInterval(four, dispersion, 0.9).high < 1).toBe(p < 0.05);
    }), { numRuns: 60 });
  });
  const widening = [fc.double({ min: 0.001, max: 0.5, noNaN: true }), fc.double({ min: 1, max: 20, noNaN: true }), fc.integer({ min: 3, max: 30 })] as const;
  it('widening and its inverse undo each other wherever the exact probability is a number', () => {
    fc.assert(fc.property(...widening, (p, phi, degreesOfFreedom) => {
      const exact = exactFor(p, { phi, degreesOfFreedom });
      fc.pre(exact > 1e-290);
      expect(scaledP(exact, { phi, degreesOfFreedom })).toBeCloseTo(p, 6);
    }));
  });
  it('beyond the smallest number it errs towards "nothing shown"', () => {
    fc.assert(fc.property(...widening, (p, phi, degreesOfFreedom) => {
      expect(scaledP(exactFor(p, { phi, degreesOfFreedom }), { phi, degreesOfFreedom })).toBeGreaterThan(p - 1e-6);
    }));
    expect(scaledP(exactFor(0.001, { phi: 13.2, degreesOfFreedom: 3 }), { phi: 13.2, degreesOfFreedom: 3 })).toBeGreaterThan(0.001);
  });
  it('says the worked example of the method: 31 before, 4 after against 900 and 582', () => {
    const four = { themeBefore: 31, themeAfter: 4, controlBefore: 900, controlAfter: 582, controlled: true };
    const { low, high } = ratioInterval(four, { phi: 1, degreesOfFreedom: 1_000 }, 0.95);
    expect(low).toBeCloseTo(0.06, 1);
    expect(high).toBeCloseTo(0.51, 1);
  });
  it('the smallest visible drop is found again by simulation', () => {
    const four = { themeBefore: 60, themeAfter: 0, controlBefore: 1_200, controlAfter: 800, controlled: true };
    const dispersion = { phi: 1, degreesOfFreedom: 18 };
    const drop = detectableDrop(four, dispersion, 0.05, 0.2) ?? 0;
    const random = seededRandom('drop');
    let seen = 0;
    for (let run = 0; run < 4_000; run += 1) {
      const themeAfter = drawPoisson(random, 40 * (1 - drop));
      if (themeAfter <= 32 && scaledP(midTails({ ...four, themeAfter }, 1).lower, dispersion) < 0.05) seen += 1;
    }
    expect(seen / 4_000).toBeGreaterThan(0.76);
    expect(seen / 4_000).toBeLessThan(0.86);
    expect(detectableDrop({ ...four, themeBefore: 1 }, dispersion, 0.05, 0.2)).toBeUndefined();
  });
});

describe('dispersion', () => {
  const week = (theme: number, control: number): { theme: number; control: number; isExcluded: boolean } => ({ theme, control, isExcluded: false });
  it('is about 1 for chance, and grows with bursts; a week that is busy for everybody adds nothing', () => {
    const random = seededRandom('phi');
    const mean = (make: () => { theme: number; control: number; isExcluded: boolean }): number => {
      let sum = 0;
      for (let run = 0; run < 400; run += 1) sum += weeklyDispersion([Array.from({ length: 12 }, make), Array.from({ length: 8 }, make)], true).phi;
      return sum / 400;
    };
    expect(mean(() => week(drawCount(random, 20, 0), drawCount(random, 160, 0)))).toBeLessThan(1.3);
    expect(mean(() => week(drawCount(random, 20, 0.3), drawCount(random, 160, 0)))).toBeGreaterThan(4);
    const shared = mean(() => {
      const level = 0.4 + 2 * random();
      return week(drawCount(random, 20 * level, 0), drawCount(random, 160 * level, 0));
    });
    expect(shared).toBeLessThan(1.3);
  });
});

describe('sequential guard', () => {
  it('has the published critical values of MaxSPRT with four events at least (Kulldorff and Silva 2015)', () => {
    expect(sequentialBoundary(10, 0.05)).toBeCloseTo(2.92, 1);
    expect(sequentialBoundary(20, 0.05)).toBeCloseTo(3.18, 1);
    expect(crossingChance(10, sequentialBoundary(10, 0.01))).toBeCloseTo(0.01, 4);
  });
  it('crosses as often as it says when nothing happens, looked at after every event', () => {
    const random = seededRandom('guard');
    const boundary = sequentialBoundary(20, 0.05);
    let crossed = 0;
    for (let run = 0; run < 5_000; run += 1) {
      let time = 0;
      for (let count = 1; time < 20; count += 1) {
        time -= Math.log(1 - random());
        // A history so long that it is known exactly.
        if (time < 20 && count >= 4 && sequentialScore(count, 1e9, time / 1e9) >= boundary) {
          crossed += 1;
          break;
        }
      }
    }
    expect(crossed / 5_000).toBeGreaterThan(0.035);
    expect(crossed / 5_000).toBeLessThan(0.065);
  });
  it('asks for more when the history is short', () => {
    expect(sequentialScore(10, 4, 1)).toBeLessThan(sequentialScore(10, 400, 0.01));
    expect(sequentialScore(3, 10, 1)).toBe(0);
  });
});

describe('season and shrinkage', () => {
  const now = { themeBefore: 60, themeAfter: 20, controlBefore: 600, controlAfter: 400 };
  const calm = { phi: 1, degreesOfFreedom: 18 };
  it('the same fall a year ago explains this one; a level year does not', () => {
    expect(seasonExplains(now, { themeBefore: 58, themeAfter: 19, controlBefore: 600, controlAfter: 400 }, calm, 0.05)).toBe(true);
    expect(seasonExplains(now, { themeBefore: 58, themeAfter: 40, controlBefore: 600, controlAfter: 400 }, calm, 0.05)).toBe(false);
    expect(seasonExplains(now, { themeBefore: 3, themeAfter: 0, controlBefore: 30, controlAfter: 20 }, calm, 0.05)).toBe(false);
  });
  it('nothing is pulled before ten releases; then a heroic ratio is, and the more the calmer the past', () => {
    const estimate = { ratio: 0.2, low: 0.05, high: 0.8, level: 0.9 };
    const past = (spread: number, count: number): typeof estimate[] => Array.from({ length: count }, (_, n) => {
      const ratio = Math.exp(n % 2 === 0 ? spread : -spread);
      return { ratio, low: ratio * 0.9, high: ratio * 1.1, level: 0.9 };
    });
    expect(shrunkRatio(estimate, past(0.5, 9))).toBeUndefined();
    const calmPast = shrunkRatio(estimate, past(0.1, 10)) ?? 0;
    const wildPast = shrunkRatio(estimate, past(1.5, 10)) ?? 0;
    expect(calmPast).toBeGreaterThan(wildPast);
    expect(wildPast).toBeGreaterThan(0.2);
    expect(calmPast).toBeLessThan(1);
  });
});
