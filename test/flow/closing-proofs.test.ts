import { closingProofs, SEED as DEEP_SEED } from '../deep/closing';

/** Another seed may be given to look for what this one does not find. */
const SEED = Number(process.env.SEED ?? DEEP_SEED);

describe('slices of the proofs of closing', () => {
  it.each(closingProofs.map((proof) => [proof.name, proof] as const))(`%s (seed ${SEED})`, async (_name, proof) => {
    const report = await proof.run(SEED, proof.slice);
    expect(report.violations).toEqual([]);
    expect(report.cases).toBeGreaterThanOrEqual(proof.slice);
  });
});
