import { seededRandom } from '../../src/domain/random';
import { namedByChance, type QuietProduct } from '../build/quiet-product';
import { tally, type Proof } from './closing-proofs/proof';

/** Share of a week on Friday, Saturday and Sunday; some themes lean towards the weekend. */
const shareOf = (theme: number): number => 0.3 * (theme % 3 === 0 ? 1.3 : 1);
const BOUND = 0.05;
/** Standard errors that chance alone may add to the bound: one proof in three thousand. */
const SLACK = 3.4;

const BURSTS: readonly (readonly [string, (theme: number) => number])[] = [['none', () => 0], ['.1', () => 0.1], ['.3', () => 0.3], ['.3 in half of the themes', (theme) => ((theme >> 2) % 2) * 0.3]];

function products(): readonly (QuietProduct & { readonly name: string })[] {
  return [[12, 12], [40, 25], [12, 25], [80, 8], [80, 25], [40, 12]].flatMap(([themes = 0, weeks = 0], at) =>
    BURSTS.map(([name, dispersionOf], burst) => ({ name: `${themes} themes, ${weeks} weeks, bursts ${name}`, themes, weeks, dispersionOf, shareOf, burstsLast: (at + burst) % 2 === 0 })));
}

/** Mondays of products in which nothing ever changes, with several numbers of themes, lengths of history and strengths of bursts. A case is one Monday of each. */
export const quietMondaysProof: Proof = {
  name: 'quiet mondays',
  whole: 2_000,
  slice: 12,
  async run(seed, cases, tell = () => undefined) {
    const found = tally('quiet mondays', seed);
    const all: number[] = [];
    for (const product of products()) {
      const named = namedByChance(seededRandom(`${product.name} ${seed}`), product, cases);
      all.push(named);
      found.count(`${product.name}: ${named.toFixed(3)} a page;`, Math.round(named * cases));
      if (named > BOUND + SLACK * Math.sqrt(BOUND / cases)) found.violate(`${product.name}: ${named} themes a page`);
      tell(`${product.name}: ${named.toFixed(3)}`);
    }
    // All products together have many more Mondays, so that the bound is held to more closely.
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    if (mean > BOUND + SLACK * Math.sqrt(BOUND / (cases * all.length))) found.violate(`in the mean of all products ${mean} themes a page`);
    return found.report(cases * all.length);
  },
};
