import { z } from 'zod';
import type { SubjectStore } from '../../ports/subject-store';
import { marks, selectRows, whole, write } from './statement';

const Found = z.object({ product: z.string(), signal_id: z.string(), source: z.string(), said_at: z.string() });
const Id = z.object({ id: z.string() });

/** Columns that hold the Jira account id of who did something. */
const ACTORS: readonly (readonly [table: string, column: string])[] = [
  ['decisions', 'decided_by'],
  ['import_runs', 'started_by'],
  ['theme_edits', 'edited_by'],
  ['closing_approvals', 'approved_by'],
];
/** What stands where a closed account stood. */
export const SOMEBODY = 'somebody';
const MOST_IDS = 10_000;

export function subjectStore(): SubjectStore {
  return {
    findSignals: async (by, text, limit) => {
      const statement = `SELECT product, signal_id, source, said_at FROM signals WHERE ${by} = ? AND removed_at IS NULL ORDER BY product, signal_id LIMIT ${whole(limit)}`;
      return (await selectRows('signals', Found, statement, [text])).map((row) => ({ product: row.product, signal: row.signal_id, source: row.source, at: row.said_at }));
    },
    listAccountIds: async (jiraSources, now) => {
      const ids = new Set<string>();
      for (const [table, column] of ACTORS) {
        for (const { id } of await selectRows(table, Id, `SELECT DISTINCT ${column} AS id FROM ${table} LIMIT ${MOST_IDS}`, [])) if (id !== SOMEBODY) ids.add(id);
      }
      if (jiraSources.length > 0) {
        const text = `SELECT DISTINCT author AS id FROM signals WHERE author IS NOT NULL AND source IN (${marks(jiraSources.length)}) LIMIT ${MOST_IDS}`;
        for (const { id } of await selectRows('signals', Id, text, jiraSources)) ids.add(id);
      }
      // Ids of people who came through a file or a link are no Jira accounts; Jira's own have one of these forms.
      return [...ids].filter((id) => /^(?:[0-9a-f]{24}|\d{3,8}:[0-9a-f-]{36}|qm:[\w:-]+|[0-9a-f]{8}-[0-9a-f-]{27})$/i.test(id)).sort().map((accountId) => ({ accountId, updatedAt: now }));
    },
    forgetAccountId: async (accountId) => {
      for (const [table, column] of ACTORS) await write(table, `UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`, [SOMEBODY, accountId]);
      await write('signals', 'UPDATE signals SET author = NULL WHERE author = ?', [accountId]);
    },
  };
}
