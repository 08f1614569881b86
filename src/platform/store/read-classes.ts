import { z } from 'zod';
import type { VisibilityClass } from '../../domain/visibility';
import type { Classes } from './classed-run';
import { visibility } from './columns';
import { selectRows } from './statement';

const Row = z.object({ id: z.string(), visibility });
const ROWS_A_PAGE = 10_000;

/** Classes of what is not open in a product. */
export async function readClasses(product: string): Promise<Classes> {
  return { signals: await readTable('signals', 'signal_id', product), issues: await readTable('issues', 'issue_id', product) };
}

async function readTable(table: string, id: string, product: string): Promise<ReadonlyMap<string, VisibilityClass>> {
  const classes = new Map<string, VisibilityClass>();
  for (let after = ''; ; ) {
    const text = `SELECT ${id} AS id, visibility FROM ${table} WHERE product = ? AND ${id} > ? AND visibility <> 'open' ORDER BY ${id} LIMIT ${ROWS_A_PAGE}`;
    const rows = await selectRows(table, Row, text, [product, after]);
    for (const row of rows) classes.set(row.id, row.visibility);
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_A_PAGE) return classes;
    after = last.id;
  }
}
