import { isDeepStrictEqual } from 'node:util';
import type { Connection } from '../../domain/connection';
import { FROM_A_FILE } from '../../domain/gap-fill';
import type { IsoTime } from '../../domain/time';
import type { ConnectionStore, FeedName, FeedState, KnownRecord } from '../../ports/connection-store';
import { ConnectionRow, ConnectionText, CountRow, DayRow, FeedRow, IdRow, NumberRow, RECORD_COLUMNS, recordOf, RecordRow } from './connection-rows';
import { batchesOf, insertRows } from './insert-rows';
import { linkRows } from './link-rows';
import { ROWS_PER_DELETE, VALUES_PER_IN } from './limits';
import { present } from './present';
import { receiptRows } from './receipt-rows';
import { sentRows } from './sent-rows';
import { changeRows, marks, selectRows, whole, write } from './statement';

const COLUMNS = RECORD_COLUMNS.join(', ');
const RECORDS_A_PAGE = 2_000;

export function connectionStore(): ConnectionStore {
  return {
    saveConnection, replaceConnection, findConnection, listConnections, findFeed, moveFeed, findRecords, recordsOfGroups, saveRecords, markGone, countRecords, pageUnseen, countShown, shownAt, lastShown, arrivals,
    ...linkRows, ...receiptRows, ...sentRows, forget,
  };
}

async function saveConnection(connection: Connection): Promise<void> {
  const columns = ['connection_id', 'product', 'connector', 'body'];
  await insertRows({ table: 'connections', columns, update: columns.slice(1) }, [[connection.id, connection.product, connection.connector, JSON.stringify(connection)]]);
}

/** The stored text itself decides: who wrote in between has changed it. */
async function replaceConnection(before: Connection, after: Connection): Promise<boolean> {
  const [row] = await selectRows('connections', ConnectionText, 'SELECT body, body AS stored FROM connections WHERE connection_id = ?', [before.id]);
  if (row === undefined || !isDeepStrictEqual(row.body, before)) return false;
  const text = 'UPDATE connections SET product = ?, connector = ?, body = ? WHERE connection_id = ? AND body = ?';
  return (await changeRows('connections', text, [after.product, after.connector, JSON.stringify(after), before.id, row.stored])) > 0;
}

async function findConnection(id: string): Promise<Connection | undefined> {
  return (await selectRows('connections', ConnectionRow, 'SELECT body FROM connections WHERE connection_id = ?', [id]))[0]?.body;
}

async function listConnections(): Promise<readonly Connection[]> {
  return (await selectRows('connections', ConnectionRow, 'SELECT body FROM connections ORDER BY connection_id LIMIT 500', [])).map((row) => row.body);
}

async function findFeed(connection: string, feed: FeedName): Promise<FeedState> {
  const [row] = await selectRows('source_feeds', FeedRow, 'SELECT step, body FROM source_feeds WHERE connection_id = ? AND feed = ?', [connection, feed]);
  return row === undefined ? { connection, feed, step: 0, gaps: [], recent: [] } : { ...row.body, step: row.step };
}

/** The step decides between writers: of two that read the same one, the second changes no row. */
async function moveFeed(state: FeedState): Promise<FeedState | undefined> {
  const { step, ...body } = state;
  const text = JSON.stringify(body);
  const columns = ['connection_id', 'feed', 'step', 'body'];
  if (step === 0) await insertRows({ table: 'source_feeds', columns, update: [] }, [[state.connection, state.feed, 0, '{}']]);
  const changed = await changeRows(
    'source_feeds', 'UPDATE source_feeds SET step = ?, body = ? WHERE connection_id = ? AND feed = ? AND step = ?',
    [step + 1, text, state.connection, state.feed, step],
  );
  return changed === 0 ? undefined : { ...state, step: step + 1 };
}

async function findRecords(connection: string, externalIds: readonly string[]): Promise<ReadonlyMap<string, KnownRecord>> {
  const found = new Map<string, KnownRecord>();
  for (const some of batchesOf([...new Set(externalIds)], () => 0, VALUES_PER_IN)) {
    const text = `SELECT ${COLUMNS} FROM source_records WHERE connection_id = ? AND external_id IN (${marks(some.length)})`;
    for (const row of await selectRows('source_records', RecordRow, text, [connection, ...some])) found.set(row.external_id, recordOf(row));
  }
  return found;
}

async function recordsOfGroups(connection: string, groups: readonly string[]): Promise<readonly KnownRecord[]> {
  const found: KnownRecord[] = [];
  for (const some of batchesOf([...new Set(groups)].filter((group) => group !== ''), () => 0, VALUES_PER_IN)) {
    let after = '';
    for (;;) {
      const text = `SELECT ${COLUMNS} FROM source_records WHERE connection_id = ? AND gone_at IS NULL AND external_id > ? AND record_group IN (${marks(some.length)})
        ORDER BY external_id LIMIT ${whole(RECORDS_A_PAGE)}`;
      const rows = await selectRows('source_records', RecordRow, text, [connection, after, ...some]);
      found.push(...rows.map(recordOf));
      after = rows.at(-1)?.external_id ?? '';
      if (rows.length < RECORDS_A_PAGE) break;
    }
  }
  return found;
}

async function saveRecords(connection: string, records: readonly KnownRecord[]): Promise<void> {
  const last = new Map(records.map((record) => [record.externalId, record]));
  await insertRows(
    { table: 'source_records', columns: ['connection_id', ...RECORD_COLUMNS], update: RECORD_COLUMNS.slice(1) },
    [...last.values()].map((one) => [connection, one.externalId, one.revision, one.group ?? '', one.at ?? null, one.product ?? null, one.skipped ?? null, one.seenAt, one.goneAt ?? null]),
  );
}

async function markGone(connection: string, externalIds: readonly string[], at: IsoTime): Promise<void> {
  for (const some of batchesOf(externalIds, () => 0, VALUES_PER_IN)) {
    const text = `UPDATE source_records SET gone_at = ? WHERE connection_id = ? AND gone_at IS NULL AND external_id IN (${marks(some.length)})`;
    await write('source_records', text, [at, connection, ...some]);
  }
}

async function countRecords(connection: string, since?: IsoTime): ReturnType<ConnectionStore['countRecords']> {
  const text = `SELECT product, skipped, COUNT(*) AS n, MIN(said_at) AS oldest_at, MAX(said_at) AS newest_at FROM source_records
    WHERE connection_id = ? AND gone_at IS NULL${since === undefined ? '' : ' AND said_at >= ?'} GROUP BY product, skipped ORDER BY product, skipped LIMIT 2000`;
  const rows = await selectRows('source_records', CountRow, text, [connection, ...(since === undefined ? [] : [since])]);
  return rows.map((row) => ({ count: row.n, ...present({ product: row.product, skipped: row.skipped, oldestAt: row.oldest_at, newestAt: row.newest_at }) }));
}

async function pageUnseen(connection: string, seenBefore: IsoTime, after: string | undefined, limit: number): Promise<readonly KnownRecord[]> {
  const text = `SELECT ${COLUMNS} FROM source_records WHERE connection_id = ? AND gone_at IS NULL AND seen_at < ? AND external_id > ?
    ORDER BY external_id LIMIT ${whole(limit)}`;
  return (await selectRows('source_records', RecordRow, text, [connection, seenBefore, after ?? ''])).map(recordOf);
}

const SHOWN = 'connection_id = ? AND gone_at IS NULL AND skipped IS NULL AND record_group <> ?';

async function countShown(connection: string, since?: IsoTime): Promise<number> {
  const text = `SELECT COUNT(*) AS n FROM source_records WHERE ${SHOWN}${since === undefined ? '' : ' AND said_at >= ?'}`;
  return (await selectRows('source_records', NumberRow, text, [connection, FROM_A_FILE, ...(since === undefined ? [] : [since])]))[0]?.n ?? 0;
}

async function shownAt(connection: string, places: readonly number[], since?: IsoTime): Promise<readonly string[]> {
  const found: string[] = [];
  for (const place of places) {
    const text = `SELECT external_id FROM source_records WHERE ${SHOWN}${since === undefined ? '' : ' AND said_at >= ?'} ORDER BY external_id LIMIT 1 OFFSET ${whole(place)}`;
    for (const row of await selectRows('source_records', IdRow, text, [connection, FROM_A_FILE, ...(since === undefined ? [] : [since])])) found.push(row.external_id);
  }
  return found;
}

async function lastShown(connection: string, limit: number): Promise<readonly string[]> {
  const text = `SELECT external_id FROM source_records WHERE ${SHOWN} ORDER BY said_at DESC, external_id DESC LIMIT ${whole(limit)}`;
  return (await selectRows('source_records', IdRow, text, [connection, FROM_A_FILE])).map((row) => row.external_id);
}

async function arrivals(connection: string, from: IsoTime): Promise<ReadonlyMap<string, number>> {
  const text = `SELECT SUBSTR(said_at, 1, 10) AS day, COUNT(*) AS n FROM source_records
    WHERE connection_id = ? AND gone_at IS NULL AND skipped IS NULL AND said_at >= ? GROUP BY SUBSTR(said_at, 1, 10) LIMIT 2000`;
  return new Map((await selectRows('source_records', DayRow, text, [connection, from])).map((row) => [row.day, row.n]));
}

async function forget(connection: string): Promise<void> {
  for (const table of ['source_records', 'source_links', 'source_receipts', 'source_receipt_days', 'source_sent', 'source_feeds']) {
    while ((await changeRows(table, `DELETE FROM ${table} WHERE connection_id = ? LIMIT ${whole(ROWS_PER_DELETE)}`, [connection])) === ROWS_PER_DELETE);
  }
}
