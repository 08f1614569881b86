import { NotFound } from '../domain/errors';
import type { ImportRun } from '../domain/import';
import { epochMs } from '../domain/time';
import type { Ports } from '../ports/ports';

type Needs = Pick<Ports, 'stores' | 'clock'>;

/** A file is sent in minutes from an open tab. What is not sent to its end by then never will be. */
const MOST_MS = 6 * 3_600_000;
const RUNS_LOOKED_AT = 200;

/** Throws away a file that was not sent to its end: nothing of it was read, nothing of it is kept. One that was is left as it is. @throws NotFound StoreUnavailable */
export async function breakOff({ stores, clock }: Needs, importId: string): Promise<void> {
  const run = await stores.imports.findRun(importId);
  if (run === undefined) throw new NotFound('no such import');
  if (run.state !== 'receiving' && run.state !== 'broken-off') return;
  // Closed first: a chunk that comes late finds an import that takes no more.
  await stores.imports.saveRun({ ...run, state: 'broken-off', finishedAt: clock.now() });
  await stores.imports.dropChunks(importId);
}

/** Files whose sending ended long ago without an end: they would hold every answer back for good, and wait with customers' words in them. @throws StoreUnavailable */
export async function breakOffOld(needs: Needs): Promise<void> {
  const nowMs = epochMs(needs.clock.now());
  const isOld = (run: ImportRun): boolean => run.state === 'receiving' && nowMs - epochMs(run.startedAt) >= MOST_MS;
  for (const { id } of await needs.stores.products.listProducts()) {
    for (const run of (await needs.stores.imports.listRuns(id, RUNS_LOOKED_AT)).filter(isOld)) await breakOff(needs, run.id);
  }
}
