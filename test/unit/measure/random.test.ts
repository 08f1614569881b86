import { seededRandom } from '../../../src/domain/random';
import { drawCount, drawPoisson } from '../../../eval/outcomes/draws';

describe('seeded chance', () => {
  it('repeats with the seed and differs with another', () => {
    const take = (seed: string): number[] => {
      const random = seededRandom(seed);
      return Array.from({ length: 5 }, random);
    };
    expect(take('a')).toEqual(take('a'));
    expect(take('a')).not.toEqual(take('b'));
  });
  it('fills [0, 1) evenly', () => {
    const random = seededRandom('even');
    const bins = new Array<number>(10).fill(0);
    for (let n = 0; n < 50_000; n += 1) bins[Math.floor(random() * 10)]! += 1;
    for (const count of bins) expect(Math.abs(count - 5_000)).toBeLessThan(350);
  });
  it.each([[0.5, 0], [7, 0], [60, 0], [400, 0], [5, 0.3], [50, 0.1]])('counts of mean %d and dispersion %d have that mean and variance', (mean, dispersion) => {
    const random = seededRandom(`moments ${mean} ${dispersion}`);
    const draws = Array.from({ length: 20_000 }, () => (dispersion === 0 ? drawPoisson(random, mean) : drawCount(random, mean, dispersion)));
    const average = draws.reduce((sum, one) => sum + one, 0) / draws.length;
    const variance = draws.reduce((sum, one) => sum + (one - average) ** 2, 0) / draws.length;
    expect(average / mean).toBeCloseTo(1, 1);
    expect(variance / (mean + dispersion * mean * mean)).toBeCloseTo(1, 0.8);
  });
});
