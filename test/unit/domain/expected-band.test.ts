import fc from 'fast-check';
import { expectedBand, quantile } from '../../../src/domain/expected-band';
import { seeded } from '../../../eval/statistics';
import { negativeBinomial } from '../../build/negative-binomial';

/** Shares of new weeks outside the band of the weeks before, over themes with 2 to 30 signals a week. */
function outsideOf(dispersion: number, weeks: number, trials: number): { below: number; above: number } {
  const random = seeded(11);
  let [below, above] = [0, 0];
  for (let trial = 0; trial < trials; trial += 1) {
    const mean = [2, 5, 10, 30][trial % 4] ?? 2;
    const band = expectedBand(Array.from({ length: weeks }, () => negativeBinomial(random, mean, dispersion)));
    const next = negativeBinomial(random, mean, dispersion);
    if (band !== undefined && next < band.low) below += 1;
    if (band !== undefined && next > band.high) above += 1;
  }
  return { below: below / trials, above: above / trials };
}


describe('the usual range of a week', () => {
  it('is not known before eight weeks', () => {
    expect(expectedBand([3, 4, 5, 3, 4, 5, 3])).toBeUndefined();
  });

  it('takes the quantiles of a Poisson and of a negative binomial', () => {
    // scipy.stats.poisson(4.0417).ppf([.025, .975]) = 1, 8; scipy.stats.nbinom(5, 5 / 15).ppf([.005, .5, .995]): mean 10, variance 30
    expect([quantile(4.0417, 4.0417, 0.025), quantile(4.0417, 4.0417, 0.975)]).toEqual([1, 8]);
    expect([quantile(10, 30, 0.005), quantile(10, 30, 0.5), quantile(10, 30, 0.995)]).toEqual([1, 9, 29]);
  });

  it('is a little wider than the history itself, because mean and spread are estimated', () => {
    // scipy.stats.poisson(4.0417).ppf([.005, .995]) = 0, 10
    const band = expectedBand(new Array<number>(12).fill(4));
    expect(band?.low).toBe(0);
    expect(band?.high).toBeGreaterThanOrEqual(10);
    expect(band?.high).toBeLessThanOrEqual(12);
  });

  it.each([
    ['steady', 0, 8], ['steady', 0, 25], ['bursts', 0.1, 12], ['bursts', 0.1, 25], ['strong bursts', 0.3, 12], ['strong bursts', 0.3, 25],
  ])('calls about one usual week in a hundred unusual: %s (dispersion %d, %d weeks)', (_, dispersion, weeks) => {
    const { below, above } = outsideOf(dispersion, weeks, 4000);
    // Nominal .005 on either side; never more than twice that, and not so wide that nothing is ever unusual.
    expect(above).toBeLessThanOrEqual(0.01);
    expect(below).toBeLessThanOrEqual(0.01);
    expect(below + above).toBeGreaterThan(0.0005);
  });

  it('sees a theme that triples', () => {
    const random = seeded(5);
    const seen = Array.from({ length: 500 }, () => {
      const band = expectedBand(Array.from({ length: 25 }, () => negativeBinomial(random, 10, 0.1)));
      return negativeBinomial(random, 30, 0.1) > (band?.high ?? Infinity) ? 1 : 0;
    });
    expect(seen.reduce<number>((sum, one) => sum + one, 0) / seen.length).toBeGreaterThan(0.6);
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
