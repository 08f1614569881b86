import { z } from 'zod';
import type { IsoTime } from '../../domain/time';
import type { ConnectionStore, LinkedPair } from '../../ports/connection-store';
import { batchesOf, insertRows } from './insert-rows';
import { VALUES_PER_IN } from './limits';
import { marks, selectRows, whole, write } from './statement';

const Row = z.object({ product: z.string(), signal_id: z.string(), issue_id: z.string(), seen_at: z.string() });
const COLUMNS = ['connection_id', 'signal_id', 'issue_id', 'product', 'seen_at'];
const ROWS_A_PAGE = 5_000;

/** What sources say is linked, as the part of the connection store that it is. */
export const linkRows: Pick<ConnectionStore, 'saveLinks' | 'listLinks' | 'removeLinks'> = { saveLinks, listLinks, removeLinks };

async function saveLinks(connection: string, pairs: readonly LinkedPair[], seenAt: IsoTime): Promise<void> {
  const last = new Map(pairs.map((pair) => [`${pair.signal}\n${pair.issue}`, pair]));
  await insertRows({ table: 'source_links', columns: COLUMNS, update: ['product', 'seen_at'] }, [...last.values()].map((one) => [connection, one.signal, one.issue, one.product, seenAt]));
}

async function listLinks(connection: string, signals?: readonly string[]): ReturnType<ConnectionStore['listLinks']> {
  const found: (LinkedPair & { seenAt: IsoTime })[] = [];
  const take = (rows: readonly z.output<typeof Row>[]): void => void found.push(...rows.map((row) => ({ product: row.product, signal: row.signal_id, issue: row.issue_id, seenAt: row.seen_at })));
  if (signals !== undefined) {
    for (const some of batchesOf([...new Set(signals)], () => 0, VALUES_PER_IN)) {
      const text = `SELECT product, signal_id, issue_id, seen_at FROM source_links WHERE connection_id = ? AND signal_id IN (${marks(some.length)}) ORDER BY signal_id, issue_id LIMIT ${whole(ROWS_A_PAGE)}`;
      take(await selectRows('source_links', Row, text, [connection, ...some]));
    }
    return found;
  }
  for (let after = ['', '']; ; ) {
    const text = `SELECT product, signal_id, issue_id, seen_at FROM source_links WHERE connection_id = ? AND (signal_id > ? OR (signal_id = ? AND issue_id > ?)) ORDER BY signal_id, issue_id LIMIT ${whole(ROWS_A_PAGE)}`;
    const rows = await selectRows('source_links', Row, text, [connection, after[0] ?? '', after[0] ?? '', after[1] ?? '']);
    take(rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_A_PAGE) return found;
    after = [last.signal_id, last.issue_id];
  }
}

async function removeLinks(connection: string, pairs: readonly LinkedPair[]): Promise<void> {
  for (const { signal, issue } of pairs) await write('source_links', 'DELETE FROM source_links WHERE connection_id = ? AND signal_id = ? AND issue_id = ?', [connection, signal, issue]);
}
