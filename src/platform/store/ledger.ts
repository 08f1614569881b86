import { z } from 'zod';
import { LedgerConflict } from '../../domain/closing-errors';
import type { LedgerEntry } from '../../domain/ledger';
import type { LedgerStore } from '../../ports/ledger-store';
import { jsonColumn } from './columns';
import { insertRows } from './insert-rows';
import { marks, selectRows, whole, write, type Value } from './statement';

const kind = z.enum([
  'policy-changed', 'policy-corrected', 'live-approved', 'stopped', 'resumed', 'breaker-opened', 'breaker-rearmed', 'batch-planned', 'item-approved', 'suggestion-judged',
  'notice-intent', 'notice-done', 'notice-withdrawn', 'kept', 'close-intent', 'close-done', 'close-abandoned', 'evidence-moved', 'undo-intent', 'undo-done', 'undo-abandoned', 'reopen-proposed',
  'reopened-by-evidence', 'reopened-by-person', 'decision-made', 'decision-changed', 'reconciled', 'person-forgotten',
]);
const Entry = z.object({
  id: z.string(), product: z.string(), at: z.string(), kind, by: z.string(), issue: z.string().exactOptional(), op: z.string().exactOptional(),
  body: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), seq: z.number(), previous: z.string(), hash: z.string(),
});
const Row = z.object({ body: jsonColumn(Entry) });
const TABLE = 'closing_ledger';
/** An entry is at most some 2 kB. */
const ENTRIES_A_PAGE = 1_000;
/** What ends an operation that was begun. */
const ENDS = [
  ['notice-intent', ['notice-done', 'notice-withdrawn']],
  ['close-intent', ['close-done', 'close-abandoned']],
  ['undo-intent', ['undo-done', 'undo-abandoned', 'reopened-by-evidence']],
] as const;

/** The ledger in SQL. No statement here deletes, and one alone updates: it takes out a person. */
export function ledgerStore(): LedgerStore {
  return { findHead, append, amend, findById, page, listOp, listIssue, listKind, listOpenIntents };
}

async function findHead(): Promise<LedgerEntry | undefined> {
  return (await read(`SELECT body FROM ${TABLE} ORDER BY seq DESC LIMIT 1`, []))[0];
}

async function append(entry: LedgerEntry): Promise<void> {
  const columns = ['seq', 'entry_id', 'product', 'entry_kind', 'written_at', 'issue_id', 'op', 'body'];
  await insertRows({ table: TABLE, columns, update: [] }, [[entry.seq, entry.id, entry.product, entry.kind, entry.at, entry.issue ?? null, entry.op ?? null, JSON.stringify(entry)]]);
  // The insert leaves alone what is there already: whose entry it is, only reading tells.
  const stored = await findById(entry.id);
  if (stored === undefined) throw new LedgerConflict(`place ${entry.seq} is taken`);
}

async function amend(entry: LedgerEntry): Promise<void> {
  await write(TABLE, `UPDATE ${TABLE} SET entry_id = ?, body = ? WHERE seq = ?`, [entry.id, JSON.stringify(entry), entry.seq]);
}

async function findById(id: string): Promise<LedgerEntry | undefined> {
  return (await read(`SELECT body FROM ${TABLE} WHERE entry_id = ?`, [id]))[0];
}

async function page(after: number, limit: number): Promise<readonly LedgerEntry[]> {
  return read(`SELECT body FROM ${TABLE} WHERE seq > ? ORDER BY seq LIMIT ${whole(Math.min(limit, ENTRIES_A_PAGE))}`, [after]);
}

async function listOp(op: string): Promise<readonly LedgerEntry[]> {
  return read(`SELECT body FROM ${TABLE} WHERE op = ? ORDER BY seq LIMIT ${ENTRIES_A_PAGE}`, [op]);
}

async function listIssue(issue: string): Promise<readonly LedgerEntry[]> {
  return readAll('issue_id = ?', [issue]);
}

const listKind: LedgerStore['listKind'] = (product, kinds, since) => readAll(`product = ? AND written_at >= ? AND entry_kind IN (${marks(kinds.length)})`, [product, since, ...kinds]);

async function listOpenIntents(product: string): Promise<readonly LedgerEntry[]> {
  const open: LedgerEntry[] = [];
  for (const [intent, ends] of ENDS) {
    const where = `product = ? AND entry_kind = ? AND NOT EXISTS (SELECT 1 FROM ${TABLE} AS ended WHERE ended.op = begun.op AND ended.entry_kind IN (${marks(ends.length)}))`;
    open.push(...(await readAll(where, [product, intent, ...ends], `${TABLE} AS begun`)));
  }
  return open.sort((a, b) => a.seq - b.seq);
}

async function readAll(where: string, values: readonly Value[], from = TABLE): Promise<readonly LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for (;;) {
    const rows = await read(`SELECT body FROM ${from} WHERE seq > ? AND ${where} ORDER BY seq LIMIT ${ENTRIES_A_PAGE}`, [entries.at(-1)?.seq ?? 0, ...values]);
    entries.push(...rows);
    if (rows.length < ENTRIES_A_PAGE) return entries;
  }
}

async function read(text: string, values: readonly Value[]): Promise<readonly LedgerEntry[]> {
  return (await selectRows(TABLE, Row, text, values)).map((row) => row.body);
}
