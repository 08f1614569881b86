import { BadInput, NotFound } from '../domain/errors';
import type { ImportChunk } from '../domain/import';
import type { Ports } from '../ports/ports';

/** Keeps a chunk before anything is read of it. Sending it again changes nothing. @throws NotFound BadInput StoreUnavailable */
export async function receiveChunk({ stores }: Pick<Ports, 'stores'>, chunk: ImportChunk): Promise<void> {
  const run = await stores.imports.findRun(chunk.importId);
  if (run === undefined) throw new NotFound('no such import');
  if (run.state !== 'receiving') throw new BadInput('import', 'seq', 'this import takes no more chunks');
  await stores.imports.saveChunk(chunk);
}
