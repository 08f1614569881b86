import { z } from 'zod';
import type { Decision } from '../../domain/decision';
import type { DecisionLog } from '../../ports/decision-log';
import { jsonColumn } from './columns';
import { insertRows } from './insert-rows';
import { selectRows, write, type Value } from './statement';

const StoredCall = z.object({
  id: z.string(),
  product: z.string(),
  subject: z.discriminatedUnion('kind', [z.object({ kind: z.literal('issue'), id: z.string() }), z.object({ kind: z.literal('theme'), id: z.string() })]),
  call: z.enum(['build', 'not-now', 'no']),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
  snapshot: z.object({ at: z.string(), customers: z.number(), signals: z.number(), signalIds: z.array(z.string()) }),
  trigger: z.discriminatedUnion('kind', [z.object({ kind: z.literal('customers'), count: z.number() }), z.object({ kind: z.literal('value'), amount: z.number() })]).exactOptional(),
});
const Row = z.object({ call_id: z.string(), body: jsonColumn(StoredCall), replaced_by: z.string().nullable() });
const COLUMNS = 'call_id, body, replaced_by';
/** A call holds the ids of its signals: five thousand of them are some 300 kB. */
const CALLS_A_PAGE = 8;

/** The No-list in SQL. */
export function decisionLog(): DecisionLog {
  return { saveCall, listCalls, findCall, listHistory };
}

async function saveCall(decision: Decision): Promise<void> {
  const { id, product, subject, at } = decision;
  const columns = ['call_id', 'product', 'subject_kind', 'subject_id', 'decided_at', 'replaced_by', 'body'];
  await insertRows({ table: 'closing_calls', columns, update: [] }, [[id, product, subject.kind, subject.id, at, null, JSON.stringify(decision)]]);
  // After the new one is there: a crash in between leaves two in force for a moment, never none.
  const text = 'UPDATE closing_calls SET replaced_by = ? WHERE product = ? AND subject_kind = ? AND subject_id = ? AND replaced_by IS NULL AND call_id <> ? AND decided_at <= ?';
  await write('closing_calls', text, [id, product, subject.kind, subject.id, id, at]);
}

async function listCalls(product: string): Promise<readonly Decision[]> {
  return readPages('product = ? AND replaced_by IS NULL', [product]);
}

async function findCall(id: string): Promise<Decision | undefined> {
  const [row] = await selectRows('closing_calls', Row, `SELECT ${COLUMNS} FROM closing_calls WHERE call_id = ?`, [id]);
  return row === undefined ? undefined : callOf(row);
}

const listHistory: DecisionLog['listHistory'] = (product, kind, subject) => readPages('product = ? AND subject_kind = ? AND subject_id = ?', [product, kind, subject]);

async function readPages(where: string, values: readonly Value[]): Promise<readonly Decision[]> {
  const calls: Decision[] = [];
  for (;;) {
    const rows = await selectRows('closing_calls', Row, `SELECT ${COLUMNS} FROM closing_calls WHERE call_id > ? AND ${where} ORDER BY call_id LIMIT ${CALLS_A_PAGE}`, [calls.at(-1)?.id ?? '', ...values]);
    calls.push(...rows.map(callOf));
    if (rows.length < CALLS_A_PAGE) return [...calls].sort((a, b) => (a.at < b.at ? -1 : 1));
  }
}

function callOf({ body, replaced_by }: z.output<typeof Row>): Decision {
  return replaced_by === null ? body : { ...body, replacedBy: replaced_by };
}
