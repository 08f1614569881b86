import { APP, type LedgerEntry } from '../domain/ledger';
import { isBacklogItem } from '../domain/issue';
import type { SweepItem } from '../domain/sweep';
import { DAY_IN_MS, epochMs } from '../domain/time';
import type { Closing } from './closing';
import { openBreaker } from './gates';
import { handsOff } from './hands-off';
import { forgottenEntries } from './forget-in-ledger';
import { chainFault } from './ledger-chain';
import { record } from './record';

const PAGE = 500;
const EVER = '1970-01-01T00:00:00.000Z';
/** An operation without an end is taken up by the next run; after a day it is a difference. */
const OPEN_INTENT_MS = DAY_IN_MS;

export type Difference =
  | { readonly kind: 'chain'; readonly seq: number; readonly what: string }
  | { readonly kind: 'closed-without-record' | 'open-without-record' | 'item-without-entry' | 'entry-without-item' | 'operation-without-end'; readonly issue: string };

export interface Reconciled {
  readonly entries: number;
  readonly compared: number;
  /** Explained by the issue's history: a person reopened it. */
  readonly explained: number;
  readonly differences: readonly Difference[];
}

/** Compares the record, our own items and Jira. Anything that nobody can explain opens the breaker. */
export async function reconcile(closing: Closing, product: string): Promise<Reconciled> {
  const chain = await verifyLedger(closing);
  const differences: Difference[] = chain.fault === undefined ? [] : [{ kind: 'chain', ...chain.fault }];
  const ends = await closing.ledger.listKind(product, ['close-done', 'undo-done', 'reopened-by-person', 'reopened-by-evidence'], EVER);
  const closed = await closing.sweeps.listItems(product, ['closed']);
  differences.push(...againstLedger(closed, ends));
  differences.push(...(await missingItems(closing, ends)));
  differences.push(...(await openIntents(closing, product)));
  const jira = await againstJira(closing, product, closed);
  differences.push(...jira.differences, ...(await closedWithoutRecord(closing, product)));
  await record(closing, {
    id: `reconciled:${product}:${closing.clock.now()}`,
    product,
    kind: 'reconciled',
    by: APP,
    body: { entries: chain.entries, compared: closed.length, explained: jira.explained, unexplained: differences.length },
  });
  if (differences.length > 0) await openBreaker(closing, product, 'ledger-differs');
  return { entries: chain.entries, compared: closed.length, explained: jira.explained, differences };
}

/** Walks the whole chain. */
export async function verifyLedger(closing: Pick<Closing, 'ledger' | 'sha256'>): Promise<{ entries: number; fault?: { seq: number; what: string } }> {
  const forgotten = await forgottenEntries(closing);
  let head: LedgerEntry | undefined;
  for (;;) {
    const page = await closing.ledger.page(head?.seq ?? 0, PAGE);
    const fault = chainFault(page, head, closing.sha256, forgotten);
    if (fault !== undefined) return { entries: head?.seq ?? 0, fault };
    const last = page.at(-1);
    if (last === undefined) return { entries: head?.seq ?? 0 };
    head = last;
  }
}

function againstLedger(closed: readonly SweepItem[], ends: readonly LedgerEntry[]): readonly Difference[] {
  const done = new Set(ends.filter((entry) => entry.kind === 'close-done').map((entry) => entry.op));
  return closed.filter((item) => !done.has(item.closeOp)).map((item) => ({ kind: 'item-without-entry', issue: item.issue }));
}

/** The record says closed and nothing after it says otherwise: then an item must say so too. */
async function missingItems(closing: Closing, ends: readonly LedgerEntry[]): Promise<readonly Difference[]> {
  const last = new Map<string, LedgerEntry>();
  for (const entry of ends) last.set(String(entry.body.item ?? ''), entry);
  const missing: Difference[] = [];
  for (const [id, entry] of last) {
    if (entry.kind !== 'close-done') continue;
    const item = await closing.sweeps.findItem(id);
    const agrees = item !== undefined && (item.state === 'closed' || item.state === 'closing' || item.state === 'undoing');
    if (!agrees) missing.push({ kind: 'entry-without-item', issue: entry.issue ?? '' });
  }
  return missing;
}

async function openIntents(closing: Closing, product: string): Promise<readonly Difference[]> {
  const now = epochMs(closing.clock.now());
  const open = await closing.ledger.listOpenIntents(product);
  return open.filter((intent) => now - epochMs(intent.at) > OPEN_INTENT_MS).map((intent) => ({ kind: 'operation-without-end', issue: intent.issue ?? '' }));
}

async function againstJira(closing: Closing, product: string, closed: readonly SweepItem[]): Promise<{ explained: number; differences: readonly Difference[] }> {
  const stored = new Map((await closing.stores.issues.listIssues(product)).map((issue) => [issue.id, issue]));
  const differences: Difference[] = [];
  let explained = 0;
  for (const item of closed) {
    const issue = stored.get(item.issue);
    if (issue !== undefined && !isBacklogItem(issue)) continue;
    const sight = await closing.tracker.fetchItem(item.issue);
    // Hidden, moved away or deleted: not comparable, and nothing that we did.
    if (sight.kind === 'not-visible' || !isBacklogItem(sight.item.issue)) continue;
    const last = sight.item.moves.at(-1);
    if (last === undefined || last.byApp) differences.push({ kind: 'open-without-record', issue: item.issue });
    else {
      explained += 1;
      await handsOff(closing, item, 'reopened-by-person');
    }
  }
  return { explained, differences };
}

/** Looks in Jira for closes of ours that the record does not know, e.g. after an older copy of the store was put back. The hint may be forged; the history may not. */
async function closedWithoutRecord(closing: Closing, product: string): Promise<readonly Difference[]> {
  const owner = await closing.stores.products.findProduct(product);
  const missing: Difference[] = [];
  for (const issue of owner === undefined ? [] : await closing.tracker.fetchLikelyOurs(owner.projects)) {
    const entries = await closing.ledger.listIssue(issue);
    const ops = new Set(entries.map((entry) => entry.op));
    const sight = await closing.tracker.fetchItem(issue);
    if (sight.kind === 'not-visible') continue;
    const ours = sight.item.moves.filter((move) => move.byApp && move.op !== undefined);
    if (ours.some((move) => !ops.has(move.op))) missing.push({ kind: 'closed-without-record', issue });
  }
  return missing;
}
