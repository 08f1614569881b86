import { runFirefox } from '../../eval/outcomes/firefox';
import { runGrid } from '../../eval/outcomes/grid';
import { hasSharedData } from '../../eval/shared-data';
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

const REAL = 'outcomes: Firefox, whose redesign nobody took back';
const FLAGGED_WITHIN_DAYS = 14;

/** Real questions around Firefox 89: no release after it is credited with the fall of the complaints, and their rise is flagged within two weeks. Draws nothing. */
export const firefoxProof: Proof = {
  name: REAL,
  whole: 1,
  slice: 1,
  async run(seed, cases) {
    const { count, violate, report } = tally(REAL, seed);
    if (!hasSharedData()) throw new Error('the public questions are not beside the repository: nothing was judged');
    const { themes, outcomes, credited, flaggedAfterDays } = runFirefox();
    count('themes about it', themes.length);
    count('read-outs', outcomes.length);
    count('days until flagged', flaggedAfterDays ?? 0);
    if (themes.length === 0 || outcomes.length === 0) violate('nothing was judged');
    for (const version of credited) violate(`${version} was credited`);
    for (const one of outcomes) if (one.mode !== 'short-baseline' || one.unit !== 'signal') violate(`${one.release} in ${one.mode} by ${one.unit}`);
    if (flaggedAfterDays === undefined || flaggedAfterDays > FLAGGED_WITHIN_DAYS) violate(`flagged after ${flaggedAfterDays ?? 'more than fourteen'} days`);
    return report(cases);
  },
};
