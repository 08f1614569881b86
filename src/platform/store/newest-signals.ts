import { z } from 'zod';
import type { IsoTime } from '../../domain/time';
import type { SignalStore, Stored } from '../../ports/stores';
import { answersInOrder, count, whatHappens } from './columns';
import { batchesOf, insertRows } from './insert-rows';
import { VALUES_PER_IN } from './limits';
import { packed, SIGNAL_VALUES } from './signal-rows';
import { marks, selectRows, type Value } from './statement';

const Row = z.object({ signal_id: z.string(), content_hash: z.string(), revision: count, recorded_at: z.string(), removed_at: z.string().nullable(), arrived: z.string().nullable() });

/** The row may have changed since it was read: what stands there is compared in the statement that writes. No column is read after it is assigned. */
const IS_NEWER = 'removed_at IS NULL AND (arrived IS NULL OR arrived <= VALUES(arrived))';
const newer = (column: string): string => `${column} = IF(${IS_NEWER}, VALUES(${column}), ${column})`;
const CHANGES = `${IS_NEWER} AND content_hash <> VALUES(content_hash)`;
const ASSIGN = [
  `revision = IF(${CHANGES}, revision + 1, revision)`, `recorded_at = IF(${CHANGES}, VALUES(recorded_at), recorded_at)`,
  ...[...SIGNAL_VALUES, 'content_hash', 'bytes', 'arrived'].map(newer),
];

/** Versions of signals of which several may be written at once. See the port. */
export async function saveNewest(product: string, offered: Parameters<SignalStore['saveNewest']>[1], at: IsoTime): ReturnType<SignalStore['saveNewest']> {
  const greatest = new Map<string, (typeof offered)[number]>();
  for (const one of offered) if (one.order >= (greatest.get(one.signal.id)?.order ?? '')) greatest.set(one.signal.id, one);
  const known = await readRows(product, [...greatest.keys()]);
  const rows: Value[][] = [];
  const answers = new Map<string, Stored>();
  for (const { signal, order } of greatest.values()) {
    const { values, hash, bytes } = packed(signal);
    const stored = known.get(signal.id);
    answers.set(signal.id, whatHappens(stored, hash, at).answer);
    if (stored?.arrived !== order || stored.content_hash !== hash) rows.push([product, signal.id, ...values, hash, 1, at, bytes, order]);
  }
  await insertRows({ table: 'signals', columns: ['product', 'signal_id', ...SIGNAL_VALUES, 'content_hash', 'revision', 'recorded_at', 'bytes', 'arrived'], update: [], assign: ASSIGN }, rows);
  const now = await readRows(product, rows.map((row) => String(row[1])));
  const isOlder = (id: string): boolean => {
    const row = now.get(id) ?? known.get(id);
    return row === undefined || row.removed_at !== null || row.arrived !== greatest.get(id)?.order;
  };
  const signals = offered.map((one) => one.signal);
  return answersInOrder(signals, answers).map((answer, index) => (isOlder(signals[index]?.id ?? '') ? 'older' : answer));
}

/** A mark for each id that never came; those that are there stay as they are. */
export async function buryUnknown(product: string, source: string, ids: readonly string[], at: IsoTime): Promise<void> {
  const columns = ['product', 'signal_id', 'source', 'said_at', 'kind', 'visibility', 'content_hash', 'revision', 'recorded_at', 'removed_at', 'bytes'];
  await insertRows({ table: 'signals', columns, update: [] }, ids.map((id) => [product, id, source, at, 'did', 'hidden', '', 1, at, at, 0]));
}

async function readRows(product: string, ids: readonly string[]): Promise<ReadonlyMap<string, z.output<typeof Row>>> {
  const found = new Map<string, z.output<typeof Row>>();
  for (const some of batchesOf(ids, () => 0, VALUES_PER_IN)) {
    const text = `SELECT signal_id, content_hash, revision, recorded_at, removed_at, arrived FROM signals WHERE product = ? AND signal_id IN (${marks(some.length)})`;
    for (const row of await selectRows('signals', Row, text, [product, ...some])) found.set(row.signal_id, row);
  }
  return found;
}
