import { SEED } from '../deep/closing';
import { killWorkersProof } from '../deep/closing-proofs/kill-workers';

it(`${killWorkersProof.name}: a slice (seed ${SEED})`, async () => {
  const report = await killWorkersProof.run(SEED, killWorkersProof.slice);
  expect(report.violations).toEqual([]);
  expect(report.cases).toBeGreaterThanOrEqual(killWorkersProof.slice);
}, 240_000);
