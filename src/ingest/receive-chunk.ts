import { BadInput, NotFound } from '../domain/errors';
import type { ImportChunk } from '../domain/import';
import type { Ports } from '../ports/ports';
import { preparedText } from './prepare-chunk';

/** Keeps a chunk before its rows are stored; customers' words redacted. Sending it again changes nothing. @throws NotFound BadInput StoreUnavailable */
export async function receiveChunk({ stores, loadPseudonym }: Pick<Ports, 'stores' | 'loadPseudonym'>, chunk: ImportChunk): Promise<void> {
  const run = await stores.imports.findRun(chunk.importId);
  if (run === undefined) throw new NotFound('no such import');
  if (run.state !== 'receiving') throw new BadInput('import', 'seq', 'this import takes no more chunks');
  await stores.imports.saveChunk(run.kind === 'signals' ? { ...chunk, text: preparedText(run, chunk, await loadPseudonym()) } : chunk);
}
