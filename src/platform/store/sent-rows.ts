import { z } from 'zod';
import type { ConnectionStore } from '../../ports/connection-store';
import { count } from './columns';
import { ROWS_PER_DELETE } from './limits';
import { changeRows, marks, selectRows, whole, write } from './statement';

const SentRow = z.object({ connection_id: z.string(), limit_of: z.string(), slot_at: z.string(), amount: count });

/** What connections sent of what their limits count. */
export const sentRows: Pick<ConnectionStore, 'addSent' | 'listSent' | 'removeSent'> = {
  async addSent(amounts) {
    if (amounts.length === 0) return;
    const tuples = Array.from({ length: amounts.length }, () => `(${marks(4)})`).join(', ');
    await write(
      'source_sent', `INSERT INTO source_sent (connection_id, limit_of, slot_at, amount) VALUES ${tuples} ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount)`,
      amounts.flatMap((one) => [one.connection, one.limit, one.slotAt, one.amount]),
    );
  },
  async listSent(connections, from, limit) {
    if (connections.length === 0) return [];
    const text = `SELECT connection_id, limit_of, slot_at, amount FROM source_sent WHERE connection_id IN (${marks(connections.length)}) AND limit_of = ? AND slot_at >= ? AND amount > 0
      ORDER BY connection_id, slot_at LIMIT 20000`;
    return (await selectRows('source_sent', SentRow, text, [...connections, limit, from])).map((row) => ({ connection: row.connection_id, limit: row.limit_of, slotAt: row.slot_at, amount: row.amount }));
  },
  async removeSent(connection, before) {
    const text = `DELETE FROM source_sent WHERE connection_id = ? AND slot_at < ? LIMIT ${whole(ROWS_PER_DELETE)}`;
    while ((await changeRows('source_sent', text, [connection, before])) === ROWS_PER_DELETE);
  },
};
