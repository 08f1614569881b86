import { changeMark } from '../domain/change-mark';
import { NotFound } from '../domain/errors';
import type { Ports } from '../ports/ports';
import type { FillDesk } from './fill/fill-gap';
import { readChunk } from './read-chunk';
import { recordCoverage } from './record-coverage';

type Needs = Pick<Ports, 'stores' | 'queue' | 'settings' | 'clock' | 'logger' | 'loadPseudonym' | 'accounts'>;

/** Reading stops after this long and goes on in a job of its own: far below what a queue consumer may take. */
const BUDGET_IN_MS = 40_000;

/**
 * Reads the chunks of an import, one after the other. A chunk's rows are stored before it is finished, and rows of a chunk are stored with
 * a time of its own: a job that was killed anywhere, or runs twice, gives the same rows and the same counts. After the last chunk the
 * evidence of the product is derived anew.
 * @throws NotFound StoreUnavailable
 */
export async function drainImport(ports: Needs, importId: string, fills?: FillDesk): Promise<void> {
  const { stores, queue, clock, logger } = ports;
  const run = await stores.imports.findRun(importId);
  if (run === undefined) throw new NotFound('no such import');
  if (run.state === 'done') return queue.push({ name: 'understand', product: run.product });
  if (run.state !== 'reading') return;
  const wanted = await fills?.find(importId);
  const startedMs = clock.monotonicMs();
  for (;;) {
    const [chunk] = await stores.imports.listChunks(importId, 1);
    if (chunk === undefined) break;
    await stores.imports.finishChunk(importId, chunk.seq, await readChunk(ports, run, chunk, fills));
    if (clock.monotonicMs() - startedMs < BUDGET_IN_MS) continue;
    if (wanted === undefined) await recordCoverage(ports, run);
    return queue.push({ name: 'ingest', importId });
  }
  if (fills !== undefined && wanted !== undefined) await fills.finish(run, wanted);
  else await recordCoverage(ports, run);
  // Done first: a run of the engine that finds the import still being read leaves the work to the run that is asked for here. A death
  // in between leaves an import that is done without its run; the job is delivered again and asks for it.
  await ports.settings.save(changeMark(run.product), clock.now());
  await stores.imports.saveRun({ ...run, state: 'done', finishedAt: clock.now() });
  await queue.push({ name: 'understand', product: run.product });
  const done = await stores.imports.findRun(importId);
  logger.info('import.read', { import: importId, product: run.product, offered: done?.offered ?? 0, rejected: done?.rejected ?? 0 });
}
