import { z } from 'zod';
import type { LinkDecision, LinkVerdict } from '../../domain/evidence';
import type { IsoTime } from '../../domain/time';
import type { DecisionStore } from '../../ports/stores';
import { count } from './columns';
import { entriesInForce, isSameDecision, type DecisionEntry } from './decisions-in-force';
import { batchesOf } from './insert-rows';
import { VALUES_PER_IN } from './limits';
import { marks, selectRows, write } from './statement';

const Row = z.object({
  decision_id: count,
  signal_id: z.string(),
  issue_id: z.string(),
  verdict: z.enum(['confirmed', 'rejected', 'related']),
  decided_at: z.string(),
  decided_by: z.string(),
  undoes: count.nullable(),
});
const COLUMNS = 'decision_id, signal_id, issue_id, verdict, decided_at, decided_by, undoes';
const ROWS_A_PAGE = 5_000;

export function decisionStore(): DecisionStore {
  return { saveDecision, undoDecision, listDecisions, decisionsOfIssue, decisionsOfSignals };
}

/** A decision that is in force already is not appended again: jobs and clicks may repeat. */
async function saveDecision(product: string, decision: LinkDecision): Promise<void> {
  const current = await newestOfPair(product, decision.signal, decision.issue);
  if (current !== undefined && isSameDecision(current.decision, decision)) return;
  await append(product, decision, null);
}

async function undoDecision(product: string, signal: string, issue: string, by: string, at: IsoTime): Promise<LinkVerdict | undefined> {
  const current = await newestOfPair(product, signal, issue);
  if (current === undefined) return undefined;
  await append(product, { signal, issue, verdict: current.decision.verdict, at, by }, current.entry);
  return current.decision.verdict;
}

async function append(product: string, decision: LinkDecision, undoes: number | null): Promise<void> {
  const text = 'INSERT INTO decisions (product, signal_id, issue_id, verdict, decided_at, decided_by, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)';
  await write('decisions', text, [product, decision.signal, decision.issue, decision.verdict, decision.at, decision.by, undoes]);
}

async function newestOfPair(product: string, signal: string, issue: string): Promise<DecisionEntry | undefined> {
  const text = `SELECT ${COLUMNS} FROM decisions WHERE product = ? AND issue_id = ? AND signal_id = ? ORDER BY decision_id LIMIT ${ROWS_A_PAGE}`;
  return entriesInForce(await readEntries(text, [product, issue, signal]))[0];
}

async function decisionsOfIssue(product: string, issue: string): Promise<readonly LinkDecision[]> {
  const entries = await readPages((after) => [
    `SELECT ${COLUMNS} FROM decisions WHERE product = ? AND issue_id = ? AND decision_id > ? ORDER BY decision_id LIMIT ${ROWS_A_PAGE}`,
    [product, issue, after],
  ]);
  return entriesInForce(entries).map((entry) => entry.decision);
}

async function decisionsOfSignals(product: string, signals: readonly string[]): Promise<readonly LinkDecision[]> {
  const entries: DecisionEntry[] = [];
  for (const some of batchesOf([...new Set(signals)], () => 0, VALUES_PER_IN)) {
    entries.push(...(await readPages((after) => [
      `SELECT ${COLUMNS} FROM decisions WHERE product = ? AND signal_id IN (${marks(some.length)}) AND decision_id > ? ORDER BY decision_id LIMIT ${ROWS_A_PAGE}`,
      [product, ...some, after],
    ])));
  }
  return entriesInForce(entries).map((entry) => entry.decision);
}

async function listDecisions(product: string): Promise<readonly LinkDecision[]> {
  const entries = await readPages((after) => [
    `SELECT ${COLUMNS} FROM decisions WHERE product = ? AND decision_id > ? ORDER BY decision_id LIMIT ${ROWS_A_PAGE}`,
    [product, after],
  ]);
  return entriesInForce(entries).map((entry) => entry.decision);
}

async function readPages(query: (after: number) => readonly [string, readonly (string | number)[]]): Promise<readonly DecisionEntry[]> {
  const entries: DecisionEntry[] = [];
  for (;;) {
    const page = await readEntries(...query(entries.at(-1)?.entry ?? 0));
    entries.push(...page);
    if (page.length < ROWS_A_PAGE) return entries;
  }
}

async function readEntries(text: string, values: readonly (string | number)[]): Promise<readonly DecisionEntry[]> {
  return (await selectRows('decisions', Row, text, values)).map((row) => ({
    entry: row.decision_id,
    decision: { signal: row.signal_id, issue: row.issue_id, verdict: row.verdict, at: row.decided_at, by: row.decided_by },
    ...(row.undoes === null ? {} : { undoes: row.undoes }),
  }));
}
