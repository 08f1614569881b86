import { runGrid } from '../../eval/outcomes/grid';

const SERIES_A_CELL = 20_000;
const SEED = 'outcomes-1';

/** The whole grid: at most 10 % false "fewer" in every cell and 5 % on average. @throws Error naming the cells that fail */
export async function deepOutcomes(): Promise<string> {
  const { results, worst, mean } = runGrid(SERIES_A_CELL, SEED);
  const failing = results.filter((one) => one.atEither > 0.1).map((one) => JSON.stringify(one));
  if (failing.length > 0 || mean > 0.05) throw new Error(`false "fewer": mean ${mean.toFixed(4)}, above 10 %: ${failing.join(' ')}`);
  return `outcomes: ${results.length} cells × ${SERIES_A_CELL} series, seed ${SEED}: worst false "fewer" ${worst.toFixed(4)}, mean ${mean.toFixed(4)}`;
}
