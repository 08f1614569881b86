import { openBench } from './bench-source';
import { FAULT_CASES } from './fault-cases';
import { findConnectors } from './find-connectors';

/** Seeds of the slice that runs with the tests; `npm run deep -- sources` runs many. */
const SEEDS = ['1'];

describe('every connector on the disk', () => {
  it('keeps every invariant under every fault', async () => {
    const violations: string[] = [];
    for (const { folder, connector, openWorld } of await findConnectors()) {
      if (openWorld === undefined) continue;
      for (const seed of SEEDS) {
        for (const { id, what, run } of FAULT_CASES) {
          const bench = await openBench(connector, openWorld, `${folder} ${id} ${what} ${seed}`);
          for (const one of await run(bench)) violations.push(`${folder} ${id} ${what}, seed ${seed}: ${one}`);
        }
      }
    }
    expect(violations).toEqual([]);
  }, 120_000);
});
