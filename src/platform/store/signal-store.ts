import { z } from 'zod';
import type { DayCount } from '../../domain/dense-span';
import type { Signal } from '../../domain/signal';
import type { IsoTime } from '../../domain/time';
import type { VisibilityClass } from '../../domain/visibility';
import type { Page, SignalStore, SourceSpan, Stored } from '../../ports/stores';
import { answersInOrder, count, lastById, visibility, whatHappens } from './columns';
import { forgetDerived } from './forget-derived';
import { batchesOf, insertRows } from './insert-rows';
import { RESPONSE_BYTES, VALUES_PER_IN } from './limits';
import { buryUnknown, saveNewest } from './newest-signals';
import { present } from './present';
import { packed, SIGNAL_VALUES, signalOf, SignalRow } from './signal-rows';
import { marks, selectRows, whole, write, type Value } from './statement';

const Mark = z.object({ signal_id: z.string(), content_hash: z.string(), revision: count, recorded_at: z.string(), removed_at: z.string().nullable() });
const HashRow = z.object({ signal_id: z.string(), content_hash: z.string(), visibility });
const Size = z.object({ signal_id: z.string(), bytes: count });
const Count = z.object({ n: count });
const Span = z.object({ n: count, oldest_at: z.string().nullable(), newest_at: z.string().nullable() });
const Day = z.object({ day: z.string(), n: count });
const DAYS_AT_ONCE = 5_000;
const COLUMNS = `signal_id, ${SIGNAL_VALUES.join(', ')}`;
/** So few signals fit one answer whatever they hold (ingest keeps at most 64 kB of a text), so their sizes need not be asked first. */
const FEW = 20;

export function signalStore(): SignalStore {
  return { saveSignals, saveNewest, buryIds, pageMarks, pageSignals, findSignals, countSignals, spanOfSource, daysOfSource, firstAdded, removeSignals, readmitSignals, showSource };
}

async function saveSignals(product: string, signals: readonly Signal[], at: IsoTime): Promise<readonly Stored[]> {
  const last = lastById(signals);
  const marksById = await readMarks(product, [...last.keys()]);
  const answers = new Map<string, Stored>();
  const rows: Value[][] = [];
  for (const signal of last.values()) {
    const stored = marksById.get(signal.id);
    if (stored !== undefined && stored.removed_at !== null) continue;
    const { values, hash, bytes } = packed(signal);
    const { answer, write: changes } = whatHappens(stored, hash, at);
    answers.set(signal.id, answer);
    if (changes) rows.push([product, signal.id, ...values, hash, (stored?.revision ?? 0) + 1, at, bytes]);
  }
  const update = [...SIGNAL_VALUES, 'content_hash', 'revision', 'recorded_at', 'bytes'];
  await insertRows({ table: 'signals', columns: ['product', 'signal_id', ...update], update }, rows);
  return answersInOrder(signals, answers);
}

async function readMarks(product: string, ids: readonly string[]): Promise<ReadonlyMap<string, z.output<typeof Mark>>> {
  const found = new Map<string, z.output<typeof Mark>>();
  for (const some of batchesOf(ids, () => 0, VALUES_PER_IN)) {
    const text = `SELECT signal_id, content_hash, revision, recorded_at, removed_at FROM signals WHERE product = ? AND signal_id IN (${marks(some.length)})`;
    for (const row of await selectRows('signals', Mark, text, [product, ...some])) found.set(row.signal_id, row);
  }
  return found;
}

async function pageMarks(product: string, after: string | undefined, limit: number): ReturnType<SignalStore['pageMarks']> {
  const text = `SELECT signal_id, content_hash, visibility FROM signals WHERE product = ? AND signal_id > ? AND kind = 'said' AND body IS NOT NULL AND removed_at IS NULL ORDER BY signal_id LIMIT ${whole(limit)}`;
  const rows = await selectRows('signals', HashRow, text, [product, after ?? '']);
  const last = rows.at(-1);
  return { rows: rows.map((row) => ({ id: row.signal_id, mark: `${row.content_hash} ${row.visibility}` })), ...(last === undefined || rows.length < limit ? {} : { next: last.signal_id }) };
}

/** A page may be shorter than asked for, so that its answer fits; `next` tells. */
async function pageSignals(product: string, after: string | undefined, limit: number): Promise<Page<Signal>> {
  const sizes = await selectRows(
    'signals', Size,
    `SELECT signal_id, bytes FROM signals WHERE product = ? AND signal_id > ? AND removed_at IS NULL ORDER BY signal_id LIMIT ${whole(limit)}`,
    [product, after ?? ''],
  );
  const [page = []] = batchesOf(sizes, (row) => row.bytes, limit, RESPONSE_BYTES);
  const last = page.at(-1);
  if (last === undefined) return { rows: [] };
  const rows = await selectRows(
    'signals', SignalRow,
    `SELECT ${COLUMNS} FROM signals WHERE product = ? AND signal_id > ? AND signal_id <= ? AND removed_at IS NULL ORDER BY signal_id`,
    [product, after ?? '', last.signal_id],
  );
  const isLast = page.length === sizes.length && sizes.length < limit;
  return { rows: rows.map(signalOf), ...(isLast ? {} : { next: last.signal_id }) };
}

/** In the order asked for; ids that are not there, or are gone at the source, are left out. */
async function findSignals(product: string, ids: readonly string[]): Promise<readonly Signal[]> {
  const found = new Map<string, Signal>();
  const asked = [...new Set(ids)];
  const groups = asked.length <= FEW ? (asked.length === 0 ? [] : [asked]) : await groupsThatFit(product, asked);
  for (const group of groups) {
    const text = `SELECT ${COLUMNS} FROM signals WHERE product = ? AND removed_at IS NULL AND signal_id IN (${marks(group.length)})`;
    for (const row of await selectRows('signals', SignalRow, text, [product, ...group])) found.set(row.signal_id, signalOf(row));
  }
  return asked.flatMap((id) => found.get(id) ?? []);
}

async function groupsThatFit(product: string, ids: readonly string[]): Promise<readonly (readonly string[])[]> {
  const sizes: z.output<typeof Size>[] = [];
  for (const some of batchesOf(ids, () => 0, VALUES_PER_IN)) {
    const text = `SELECT signal_id, bytes FROM signals WHERE product = ? AND removed_at IS NULL AND signal_id IN (${marks(some.length)})`;
    sizes.push(...(await selectRows('signals', Size, text, [product, ...some])));
  }
  return batchesOf(sizes, (row) => row.bytes, VALUES_PER_IN, RESPONSE_BYTES).map((group) => group.map((row) => row.signal_id));
}

async function countSignals(product: string): Promise<number> {
  const rows = await selectRows('signals', Count, 'SELECT COUNT(*) AS n FROM signals WHERE product = ? AND removed_at IS NULL', [product]);
  return rows[0]?.n ?? 0;
}

async function spanOfSource(product: string, source: string): Promise<SourceSpan> {
  const text = `SELECT COUNT(*) AS n, MIN(said_at) AS oldest_at, MAX(said_at) AS newest_at FROM signals
    WHERE product = ? AND source = ? AND removed_at IS NULL`;
  const [row] = await selectRows('signals', Span, text, [product, source]);
  return row === undefined ? { signals: 0 } : { signals: row.n, ...present({ oldestAt: row.oldest_at, newestAt: row.newest_at }) };
}

async function daysOfSource(product: string, source: string): Promise<readonly DayCount[]> {
  const days: DayCount[] = [];
  for (let page = DAYS_AT_ONCE; page === DAYS_AT_ONCE; ) {
    // Every moment of a day is its text with a T; what sorts after U is of a later one.
    const after = days.at(-1)?.day;
    const text = `SELECT SUBSTR(said_at, 1, 10) AS day, COUNT(*) AS n FROM signals
      WHERE product = ? AND source = ? AND removed_at IS NULL AND said_at > ? GROUP BY SUBSTR(said_at, 1, 10) ORDER BY day LIMIT ${whole(DAYS_AT_ONCE)}`;
    const rows = await selectRows('signals', Day, text, [product, source, after === undefined ? '' : `${after}U`]);
    days.push(...rows.map(({ day, n }) => ({ day, signals: n })));
    page = rows.length;
  }
  return days;
}

/** By source, as the index is; a source has few signals of a week. */
async function firstAdded(product: string, sources: readonly string[], { since, from }: { readonly since: IsoTime; readonly from: IsoTime }): Promise<IsoTime | undefined> {
  const times: IsoTime[] = [];
  for (const some of batchesOf([...new Set(sources)], () => 0, VALUES_PER_IN)) {
    const text = `SELECT COUNT(*) AS n, MIN(said_at) AS oldest_at, MAX(said_at) AS newest_at FROM signals
      WHERE product = ? AND source IN (${marks(some.length)}) AND said_at >= ? AND recorded_at >= ? AND revision = 1 AND removed_at IS NULL`;
    for (const { oldest_at: at } of await selectRows('signals', Span, text, [product, ...some, from, since])) if (at !== null) times.push(at);
  }
  return times.sort()[0];
}

/** The row stays as a mark that this id is gone; everything the customer said or is goes. */
async function removeSignals(product: string, ids: readonly string[], at: IsoTime): Promise<void> {
  for (const some of batchesOf(ids, () => 0, VALUES_PER_IN)) {
    const text = `UPDATE signals SET removed_at = ?, title = NULL, body = NULL, event = NULL, author = NULL, account = NULL, locale = NULL, url = NULL,
      rating = NULL, amount = NULL, status = NULL, app_version = NULL, reactions = NULL, content_hash = '', bytes = 0
      WHERE product = ? AND removed_at IS NULL AND signal_id IN (${marks(some.length)})`;
    await write('signals', text, [at, product, ...some]);
    await forgetDerived(product, some);
  }
}

/** First the ids that never came: one that comes between the two finds its mark, or is removed. */
async function buryIds(product: string, source: string, ids: readonly string[], at: IsoTime): Promise<void> {
  await buryUnknown(product, source, ids, at);
  await removeSignals(product, ids, at);
}

async function showSource(product: string, source: string, shown: VisibilityClass): Promise<void> {
  await write('signals', "UPDATE signals SET visibility = ?, content_hash = '' WHERE product = ? AND source = ? AND removed_at IS NULL AND visibility <> ?", [shown, product, source, shown]);
}

async function readmitSignals(product: string, ids: readonly string[]): Promise<void> {
  for (const some of batchesOf(ids, () => 0, VALUES_PER_IN)) {
    await write('signals', `DELETE FROM signals WHERE product = ? AND removed_at IS NOT NULL AND signal_id IN (${marks(some.length)})`, [product, ...some]);
  }
}
