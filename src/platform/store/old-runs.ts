import { z } from 'zod';
import { ROWS_PER_DELETE } from './limits';
import { selectRows, write } from './statement';

/** Tables of a run, with the column that follows product and run in the key. */
const DERIVED = [
  ['digests', 'issue_id'],
  ['links', 'signal_id'],
  ['themes', 'theme_id'],
  ['assignments', 'signal_id'],
  ['theme_issues', 'theme_id'],
] as const;

/** Numbers of all runs of a product that have rows. */
export async function listDerivedRuns(product: string): Promise<ReadonlySet<number>> {
  const runs = new Set<number>();
  for (const [table] of DERIVED) {
    const rows = await selectRows(table, z.object({ run_no: z.coerce.number() }), `SELECT DISTINCT run_no FROM ${table} WHERE product = ?`, [product]);
    for (const row of rows) runs.add(row.run_no);
  }
  return runs;
}

/** Removes the rows of one run, in small steps; safe to be stopped and repeated. */
export async function deleteRun(product: string, run: number): Promise<void> {
  for (const [table, id] of DERIVED) {
    for (let more = true; more; ) {
      const text = `SELECT ${id} AS id FROM ${table} WHERE product = ? AND run_no = ? ORDER BY ${id} LIMIT ${ROWS_PER_DELETE}`;
      const ids = await selectRows(table, z.object({ id: z.string() }), text, [product, run]);
      const last = ids.at(-1);
      if (last !== undefined) await write(table, `DELETE FROM ${table} WHERE product = ? AND run_no = ? AND ${id} <= ?`, [product, run, last.id]);
      more = ids.length === ROWS_PER_DELETE;
    }
  }
}
