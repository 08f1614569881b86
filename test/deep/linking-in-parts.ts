import fc from 'fast-check';
import { chances, changingProduct, type Happening } from '../build/changing-product';
import { tally, type Proof } from './closing-proofs/proof';

type Steps = readonly (readonly [Happening, boolean])[];

async function live(steps: Steps, inParts: boolean) {
  const product = await changingProduct();
  for (const [happening, isLooked] of steps) {
    await product.happen(happening);
    if (!isLooked) continue;
    // The twin is not looked at: its clock alone goes on.
    if (inParts) await product.keepUp();
    else product.ports.clock.advance(1_000);
  }
  return product;
}

/** Products to which things happen, linked in parts and not: after a whole run both have the same rows. */
export const linkingInPartsProof: Proof = {
  name: 'linking in parts',
  whole: 300,
  slice: 5,
  async run(seed, cases, tell = () => undefined) {
    const found = tally('linking in parts', seed);
    for (const [at, steps] of fc.sample(chances, { seed, numRuns: cases }).entries()) {
      const [parts, alone] = [await live(steps, true), await live(steps, false)];
      for (const [happening] of steps) found.count(happening.kind);
      found.count('parts', steps.filter(([, isLooked]) => isLooked).length);
      const ends = [await parts.wholeRun(), await alone.wholeRun()];
      const [rows, expected] = [JSON.stringify(await parts.derived()), JSON.stringify(await alone.derived())];
      if (ends.some((end) => end !== 'whole') || rows !== expected) found.violate(`case ${at}: ${ends.join()} ${JSON.stringify(steps)}`);
      if (at % 50 === 49) tell(`${at + 1} products`);
    }
    return found.report(cases);
  },
};
