import { runCell, runGrid } from '../../../eval/outcomes/grid';
import { gridCells, type Cell } from '../../../eval/outcomes/scenario';

const SEED = 'slice-1';
const cell = (over: Partial<Cell>): Cell => ({ perWeek: 20, dispersion: 0, shift: 1, isLoud: false, hasSpike: false, effect: 1, weeksBefore: 16, ...over });

/** Each safeguard stands in the cell where only it keeps the false "fewer" down; without it the rate is a multiple of the limit. */
describe('what keeps a release from false credit', () => {
  it('controls: the volume of everything falls by a third, or grows by half while the theme is eased', () => {
    expect(runCell(cell({ shift: 1 / 1.5 }), 300, SEED).atEither).toBeLessThanOrEqual(0.1);
    expect(runCell(cell({ shift: 1.5, effect: 0.6 }), 300, SEED).atEight).toBeGreaterThan(0.8);
  });
  it('leaving out the weeks that chose the theme: the loudest of forty', () => {
    expect(runCell(cell({ isLoud: true, dispersion: 0.3, perWeek: 50, shift: 1.5 }), 600, SEED).atEither).toBeLessThanOrEqual(0.1);
  });
  it('dispersion: bursts that chance alone does not make', () => {
    expect(runCell(cell({ perWeek: 20, dispersion: 0.3, shift: 1.5, isLoud: true }), 600, SEED).atEither).toBeLessThanOrEqual(0.1);
  });
  it('the decay model: a spike before the release that goes down by itself', () => {
    expect(runCell(cell({ hasSpike: true }), 300, SEED).atEither).toBeLessThanOrEqual(0.1);
  });
  it('and a true fall is still seen: three of four at ten accounts a week', () => {
    expect(runCell(cell({ perWeek: 10, effect: 0.5 }), 300, SEED).atEight).toBeGreaterThan(0.75);
    expect(runCell(cell({ perWeek: 10, effect: 0.3, dispersion: 0.3 }), 300, SEED).atEight).toBeGreaterThan(0.75);
  });
});

describe('a slice of the grid', () => {
  it('stays at 10 % in every cell and 5 % on average', () => {
    const slice = gridCells().filter((one) => [2, 50].includes(one.perWeek) && one.dispersion !== 0.1 && one.shift >= 1);
    const { worst, mean } = runGrid(400, SEED, slice);
    expect(worst).toBeLessThanOrEqual(0.1);
    expect(mean).toBeLessThanOrEqual(0.05);
  });
});
