import { z } from 'zod';
import type { EvidenceStore } from '../../ports/stores';
import { insertRows } from './insert-rows';
import { selectRows, write } from './statement';

/** Issues that customers spoke to whose words went with a source: a digest made since knows nothing of them. */
export const REMOVED_TABLES: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v2602_removed_support',
    statement: `CREATE TABLE IF NOT EXISTS removed_support (
      product VARCHAR(40) NOT NULL, issue_id VARCHAR(100) NOT NULL, removed_at VARCHAR(24) NOT NULL, PRIMARY KEY (product, issue_id))`,
  },
];

const Row = z.object({ issue_id: z.string(), removed_at: z.string() });
const ROWS_A_PAGE = 10_000;

export const removedSupport: Pick<EvidenceStore, 'noteRemoved' | 'listRemoved' | 'forgetRemoved'> = {
  noteRemoved: (product, issues, at) => insertRows({ table: 'removed_support', columns: ['product', 'issue_id', 'removed_at'], update: ['removed_at'] }, issues.map((issue) => [product, issue, at])),
  async listRemoved(product) {
    const found = new Map<string, string>();
    for (let page = ROWS_A_PAGE, after = ''; page === ROWS_A_PAGE; ) {
      const text = `SELECT issue_id, removed_at FROM removed_support WHERE product = ? AND issue_id > ? ORDER BY issue_id LIMIT ${ROWS_A_PAGE}`;
      const rows = await selectRows('removed_support', Row, text, [product, after]);
      for (const row of rows) found.set(row.issue_id, row.removed_at);
      page = rows.length;
      after = rows.at(-1)?.issue_id ?? '';
    }
    return found;
  },
  forgetRemoved: (product) => write('removed_support', 'DELETE FROM removed_support WHERE product = ?', [product]),
};
