import { z } from 'zod';
import type { SourceSetting } from '../../domain/product';
import { signalId } from '../../domain/signal';
import type { Side, Turn, TurnSkip } from '../../domain/transcript';
import type { Ports } from '../../ports/ports';
import { idNow } from '../leaving/emptied-sources';
import { finishReceiving } from '../finish-receiving';
import { receiveChunk } from '../receive-chunk';
import { splitChunks } from '../split-chunks';
import { startImport } from '../start-import';
import { callSignals, type Call } from './call-signals';

type Needs = Pick<Ports, 'stores' | 'settings' | 'queue' | 'clock' | 'loadPseudonym'>;

export interface KeepCall {
  readonly source: SourceSetting;
  readonly call: Pick<Call, 'id' | 'at' | 'title' | 'account' | 'url'>;
  readonly turns: readonly Turn[];
  /** Who each speaker is; a speaker who is not named here counts as unknown. */
  readonly sides: ReadonlyMap<string, Side>;
  readonly startedBy: string;
}

export interface KeptCall {
  /** The import that brings the customers' turns in; absent when there were none. */
  readonly importId?: string;
  readonly said: number;
  readonly skipped: Readonly<Partial<Record<TurnSkip, number>>>;
  /** Signals of an earlier attribution of the same call that were taken back. */
  readonly takenBack: number;
}

/** What we remember of a call: how often a person said who is who, and how many turns were offered then. */
const Remembered = z.object({ attribution: z.number().int().min(1), ids: z.array(z.string()) });
const CHUNK_BYTES = 390_000;

/**
 * Keeps the customers' turns of a conversation, by the same way in as every file: redacted, counted, reported.
 * Saying anew who is who takes the old attribution's signals back first, so that nobody is quoted with another's words.
 * @throws StoreUnavailable
 */
export async function keepCall(needs: Needs, { source: named, call, turns, sides, startedBy }: KeepCall): Promise<KeptCall> {
  const source = { ...named, id: await idNow(needs, named.product, named.id) };
  const key = `call:${source.product}:${source.id}:${call.id}`;
  const before = Remembered.safeParse(await needs.settings.find(key));
  const attribution = (before.success ? before.data.attribution : 0) + 1;
  const { signals, skipped } = callSignals({ ...call, source: source.id, visibility: source.visibility, attribution }, turns, sides);
  const old = before.success ? before.data.ids : [];
  const ids = signals.map((one) => one.externalId);
  // Old ids are forgotten only after their signals are gone, new ones are known before theirs are stored: whatever ends this in between, saying it again mends it.
  await needs.settings.save(key, { attribution, ids: [...ids, ...old] });
  if (old.length > 0) {
    await needs.stores.signals.removeSignals(source.product, old.map((id) => signalId(source.id, id)), needs.clock.now());
    await needs.settings.save(key, { attribution, ids });
  }
  if (signals.length === 0) return { said: 0, skipped, takenBack: old.length };
  const { product, ...place } = source;
  const run = await startImport(needs, { product, kind: 'signals', format: 'jsonl', fileName: `${call.title ?? call.id} (transcript)`.slice(0, 200), source: place, startedBy });
  const rows = signals.map(({ externalId, at, text, author, account, url }) => JSON.stringify({ id: externalId, at, text, author, account, url }));
  const { chunks } = splitChunks('jsonl', rows.join('\n'), CHUNK_BYTES);
  for (const chunk of chunks) await receiveChunk(needs, { ...chunk, importId: run.id });
  await finishReceiving(needs, { importId: run.id, chunks: chunks.length });
  return { importId: run.id, said: signals.length, skipped, takenBack: old.length };
}
