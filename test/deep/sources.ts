import { openBench } from '../connectors/bench-source';
import { FAULT_CASES } from '../connectors/fault-cases';
import { findConnectors } from '../connectors/find-connectors';
import { withPersonalIds } from '../connectors/personal-ids';
import { openSeveral, scopedFolders } from '../connectors/several-scopes';
import { tally, type Proof, type ProofReport } from './closing-proofs/proof';

/** Every connector on the disk under every fault, with one seed after the other. A case is one fault with one seed. */
export const sourcesProof: Proof = {
  name: 'sources under faults',
  whole: 30,
  slice: 1,
  async run(seed: number, cases: number, tell: (progress: string) => void = () => undefined): Promise<ProofReport> {
    const found = tally(this.name, seed);
    let ran = 0;
    for (const { folder, connector, openWorld } of await findConnectors()) {
      if (openWorld === undefined || connector.poll === undefined) continue;
      for (let turn = 0; turn < cases; turn += 1) {
        for (const { id, what, run } of FAULT_CASES) {
          const name = `${folder} ${id} ${what} ${seed + turn}`;
          // Every second seed with ids that look like cards and people's numbers.
          const tested = turn % 2 === 0 ? withPersonalIds({ connector, openWorld }) : { connector, openWorld };
          const several = scopedFolders().includes(folder) ? [{ kind: `${folder} with several scopes`, connector, openWorld: openSeveral(folder).openWorld }] : [];
          for (const { kind, ...tried } of [{ kind: folder, ...tested }, ...several]) {
            const wrong = await run(await openBench(tried.connector, tried.openWorld, name)).catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
            for (const one of wrong) {
              found.violate(`${kind}, ${name}: ${one}`);
              tell(`VIOLATION ${kind}, ${name}: ${one}`);
            }
            found.count(kind);
            ran += 1;
          }
        }
        tell(`${folder}, seed ${seed + turn}: ${ran} cases so far`);
      }
    }
    return found.report(ran);
  },
};
