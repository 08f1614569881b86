import { openBench } from './bench-source';
import { FAULT_CASES } from './fault-cases';
import { findConnectors, polledFolders } from './find-connectors';
import { withPersonalIds } from './personal-ids';
import { openSeveral, scopedFolders } from './several-scopes';

/** Seed of the slice that runs with the tests; `npm run deep -- sources` runs many. */
const SEED = '1';
/** Of several scopes those faults in which waiting for a turn and not being shown are most alike; all of them run in the long proofs. */
const SEVERAL: ReadonlySet<string> = new Set(['F1', 'F9']);

async function violations(folder: string, several: boolean, cases = FAULT_CASES): Promise<readonly string[]> {
  const wrong: string[] = [];
  const found = (await findConnectors()).find((one) => one.folder === folder);
  if (found?.openWorld === undefined) throw new Error(`host/sources/${folder}/world.ts is missing`);
  for (const { id, what, run } of cases) {
    const { connector, openWorld } = several ? { connector: found.connector, openWorld: openSeveral(folder).openWorld } : withPersonalIds({ connector: found.connector, openWorld: found.openWorld });
    const bench = await openBench(connector, openWorld, `${folder} ${id} ${what} ${SEED}`);
    for (const one of await run(bench)) wrong.push(`${id} ${what}, seed ${SEED}: ${one}`);
  }
  return wrong;
}

describe.each(polledFolders())('%s under every fault', (folder) => {
  it('keeps everything once in its newest words, and says when it is blind', async () => {
    expect(await violations(folder, false)).toEqual([]);
  }, 900_000);
});

describe.each(scopedFolders())('%s with several scopes, killed or not shown everything', (folder) => {
  it('keeps everything once in its newest words, and says when it is blind', async () => {
    expect(await violations(folder, true, FAULT_CASES.filter(({ id }) => SEVERAL.has(id)))).toEqual([]);
  }, 900_000);
});
