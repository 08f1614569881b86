import { BadInput, NotFound } from '../domain/errors';
import type { Ports } from '../ports/ports';

export interface Sent {
  readonly importId: string;
  readonly chunks: number;
  /** Records that the sender could not send because they are too long: they were offered, and are rejected with that reason. */
  readonly tooLong?: readonly { readonly line: number; readonly characters: number }[];
}

/**
 * The sender has sent everything: checks that all of it arrived, and queues the reading. Saying it again is harmless.
 * @throws BadInput when chunks are missing (a file is never read in part as if it were whole); NotFound StoreUnavailable
 */
export async function finishReceiving({ stores, queue }: Pick<Ports, 'stores' | 'queue'>, sent: Sent): Promise<void> {
  const run = await stores.imports.findRun(sent.importId);
  if (run === undefined) throw new NotFound('no such import');
  if (run.state === 'done') return;
  if (run.state === 'broken-off') throw new BadInput('import', 'state', 'This file was thrown away before it was sent to its end. Send it again.');
  const chunks = sent.chunks + (await keepTooLong({ stores }, sent));
  const { received, highest } = await stores.imports.countChunks(run.id);
  if (received !== chunks || (highest ?? -1) !== chunks - 1) throw new BadInput('import', 'chunks', `${received} of ${chunks} arrived`);
  await stores.imports.saveRun({ ...run, state: 'reading', chunks });
  await queue.push({ name: 'ingest', importId: run.id });
}

/** One more chunk, without text and finished at once, that holds nothing but the rejections; how many chunks that are. */
async function keepTooLong({ stores }: Pick<Ports, 'stores'>, { importId, chunks, tooLong = [] }: Sent): Promise<number> {
  if (tooLong.length === 0) return 0;
  await stores.imports.saveChunk({ importId, seq: chunks, firstLine: 1, text: '' });
  const problems = tooLong.map(({ line }) => ({ importId, line, field: '(row)', reason: 'too long to send' }));
  await stores.imports.finishChunk(importId, chunks, { offered: problems.length, kept: 0, unchanged: 0, problems });
  return 1;
}
