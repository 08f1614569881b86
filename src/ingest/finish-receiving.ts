import { BadInput, NotFound } from '../domain/errors';
import type { Ports } from '../ports/ports';

/**
 * The sender has sent everything: checks that all of it arrived, and queues the reading. Saying it again is harmless.
 * @throws BadInput when chunks are missing (a file is never read in part as if it were whole); NotFound StoreUnavailable
 */
export async function finishReceiving({ stores, queue }: Pick<Ports, 'stores' | 'queue'>, sent: { readonly importId: string; readonly chunks: number }): Promise<void> {
  const run = await stores.imports.findRun(sent.importId);
  if (run === undefined) throw new NotFound('no such import');
  if (run.state === 'done') return;
  const { received, highest } = await stores.imports.countChunks(run.id);
  if (received !== sent.chunks || (highest ?? -1) !== sent.chunks - 1) throw new BadInput('import', 'chunks', `${received} of ${sent.chunks} arrived`);
  await stores.imports.saveRun({ ...run, state: 'reading', chunks: sent.chunks });
  await queue.push({ name: 'ingest', importId: run.id });
}
