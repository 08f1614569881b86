import fc from 'fast-check';
import { expectedBand } from '../../../src/domain/expected-band';

describe('the usual range of a week', () => {
  it('is not known before eight weeks', () => {
    expect(expectedBand([3, 4, 5, 3, 4, 5, 3])).toBeUndefined();
  });

  it('matches the Poisson quantiles of a steady series', () => {
    // scipy.stats.poisson(4.0417).ppf([.025, .975]) = 1, 8
    expect(expectedBand(new Array<number>(12).fill(4))).toEqual({ low: 1, high: 8 });
  });

  it('is wider for bursts than for a steady series of the same mean', () => {
    const steady = expectedBand(new Array<number>(12).fill(6));
    const bursts = expectedBand([0, 0, 24, 0, 0, 24, 0, 0, 24, 0, 0, 0]);
    expect(bursts?.high).toBeGreaterThan(steady?.high ?? Infinity);
  });

  it('holds the mean of any history, and never turns around', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 8, maxLength: 30 }), (history) => {
        const band = expectedBand(history);
        const mean = history.reduce((a, b) => a + b, 0) / history.length;
        expect(band).toBeDefined();
        if (band === undefined) return;
        expect(band.low).toBeLessThanOrEqual(band.high);
        expect(band.low).toBeLessThanOrEqual(Math.ceil(mean));
      }),
    );
  });
});
