import { z } from 'zod';
import type { SweepStore } from '../../ports/sweep-store';
import type { IssueProperties } from '../../domain/issue-properties';
import { jsonColumn } from './columns';
import { insertRows } from './insert-rows';
import { selectRows } from './statement';
import { VerdictBody, verdictOf } from './sweep-rows';

const PublishedRow = z.object({
  issue_id: z.string(),
  body: jsonColumn(z.object({ verdict: z.enum(['supported', 'unsupported', 'cannot-judge']).exactOptional(), accounts: z.number(), lastSignal: z.string().exactOptional(), outcome: z.string().exactOptional() })),
});
/** A verdict is some 600 bytes. */
const ROWS_A_PAGE = 3_000;

/** The standing verdict of each issue, and what JQL was told of it. */
export function verdictStore(): Pick<SweepStore, 'saveVerdicts' | 'listVerdicts' | 'findVerdict' | 'listPublished' | 'savePublished'> {
  return { saveVerdicts, listVerdicts, findVerdict, listPublished, savePublished };
}

const saveVerdicts: SweepStore['saveVerdicts'] = async (product, verdicts) => {
  await insertRows({ table: 'closing_verdicts', columns: ['product', 'issue_id', 'body'], update: ['body'] }, verdicts.map((verdict) => [product, verdict.issue, JSON.stringify(verdict)]));
};

const listVerdicts: SweepStore['listVerdicts'] = async (product) => (await readPages('closing_verdicts', VerdictBody, product)).map(verdictOf);

const findVerdict: SweepStore['findVerdict'] = async (issue) => {
  const [row] = await selectRows('closing_verdicts', VerdictBody, 'SELECT issue_id, body FROM closing_verdicts WHERE issue_id = ?', [issue]);
  return row === undefined ? undefined : verdictOf(row);
};

const listPublished: SweepStore['listPublished'] = async (product) => {
  const rows = await readPages('closing_published', PublishedRow, product);
  return Object.fromEntries(rows.map((row): [string, IssueProperties] => [row.issue_id, row.body]));
};

const savePublished: SweepStore['savePublished'] = async (product, issue, properties) => {
  await insertRows({ table: 'closing_published', columns: ['product', 'issue_id', 'body'], update: ['body'] }, [[product, issue, JSON.stringify(properties)]]);
};

async function readPages<Row extends z.ZodType<{ readonly issue_id: string }>>(table: string, row: Row, product: string): Promise<z.output<Row>[]> {
  const rows: z.output<Row>[] = [];
  for (;;) {
    const page = await selectRows(table, row, `SELECT issue_id, body FROM ${table} WHERE product = ? AND issue_id > ? ORDER BY issue_id LIMIT ${ROWS_A_PAGE}`, [product, rows.at(-1)?.issue_id ?? '']);
    rows.push(...page);
    if (page.length < ROWS_A_PAGE) return rows;
  }
}
