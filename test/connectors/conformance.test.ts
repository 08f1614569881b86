import { openBench } from './bench-source';
import { FAULT_CASES } from './fault-cases';
import { findConnectors, polledFolders } from './find-connectors';
import { withPersonalIds } from './personal-ids';

/** Seed of the slice that runs with the tests; `npm run deep -- sources` runs many. */
const SEED = '1';

describe.each(polledFolders())('%s under every fault', (folder) => {
  it('keeps everything once in its newest words, and says when it is blind', async () => {
    const violations: string[] = [];
    const found = (await findConnectors()).find((one) => one.folder === folder);
    if (found?.openWorld === undefined) throw new Error(`host/sources/${folder}/world.ts is missing`);
    for (const { id, what, run } of FAULT_CASES) {
      const { connector, openWorld } = withPersonalIds({ connector: found.connector, openWorld: found.openWorld });
      const bench = await openBench(connector, openWorld, `${folder} ${id} ${what} ${SEED}`);
      for (const one of await run(bench)) violations.push(`${id} ${what}, seed ${SEED}: ${one}`);
    }
    expect(violations).toEqual([]);
  }, 900_000);
});
