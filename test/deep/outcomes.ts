import { runGrid } from '../../eval/outcomes/grid';
import { tally, type Proof } from './closing-proofs/proof';

const NAME = 'outcomes: no credit for what happens by itself';
const WORST = 0.1;
const MEAN = 0.05;

/**
 * The whole grid of release outcomes where nothing was done: at most 10 % "fewer" in every cell and 5 % on average, at either read-out.
 * A case is one series in each cell; seed 1 is the seed of the evaluation. The slice with the tests is `test/unit/measure/safeguards.test.ts`.
 */
export const outcomesProof: Proof = {
  name: NAME,
  whole: 20_000,
  slice: 400,
  async run(seed, cases) {
    const { count, violate, report } = tally(NAME, seed);
    const { results, worst, mean } = runGrid(cases, `outcomes-${seed}`);
    count('cells', results.length);
    count('series', results.length * cases);
    count('worst per ten thousand', Math.round(worst * 10_000));
    count('mean per ten thousand', Math.round(mean * 10_000));
    for (const one of results) if (one.atEither > WORST) violate(JSON.stringify(one));
    if (mean > MEAN) violate(`mean ${mean}`);
    return report(cases);
  },
};
