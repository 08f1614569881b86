import { z } from 'zod';
import type { UnroutedStore } from '../../ports/unrouted-store';
import { count, jsonColumn } from './columns';
import { batchesOf, insertRows } from './insert-rows';
import { VALUES_PER_IN } from './limits';
import { marks, selectRows, whole, write } from './statement';

const Row = z.object({ external_id: z.string(), said_at: z.string(), facts: jsonColumn(z.record(z.string(), z.array(z.string()))) });
const Count = z.object({ n: count });

export function unroutedStore(): UnroutedStore {
  return {
    save: async (connection, unrouted, routed) => {
      await insertRows({ table: 'unrouted_records', columns: ['connection', 'external_id', 'said_at', 'facts'], update: ['said_at', 'facts'] }, unrouted.map((one) => [connection, one.externalId, one.at, JSON.stringify(one.facts)]));
      for (const some of batchesOf(routed, () => 0, VALUES_PER_IN)) await write('unrouted_records', `DELETE FROM unrouted_records WHERE connection = ? AND external_id IN (${marks(some.length)})`, [connection, ...some]);
    },
    list: async (connection, limit) => {
      const text = `SELECT external_id, said_at, facts FROM unrouted_records WHERE connection = ? ORDER BY said_at DESC, external_id LIMIT ${whole(limit)}`;
      return (await selectRows('unrouted_records', Row, text, [connection])).map((row) => ({ externalId: row.external_id, at: row.said_at, facts: row.facts }));
    },
    count: async (connection) => (await selectRows('unrouted_records', Count, 'SELECT COUNT(*) AS n FROM unrouted_records WHERE connection = ?', [connection]))[0]?.n ?? 0,
  };
}
