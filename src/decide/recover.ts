import { APP, type LedgerEntry } from '../domain/ledger';
import type { SweepItem } from '../domain/sweep';
import { advance } from './advance';
import type { Closing } from './closing';
import { finishClose } from './finish-close';
import { record } from './record';
import { isSettled } from './settled';
import { takeBack } from './take-back';

/**
 * Takes up what an earlier run left: every close and undo that was begun and has no end. Jira's own history decides what happened; what did
 * not happen is not repeated here but goes back to be judged again.
 */
export async function recover(closing: Closing, product: string): Promise<number> {
  let taken = 0;
  for (const item of await closing.sweeps.listItems(product, ['closing', 'undoing'])) {
    if (!isSettled(item, closing.clock.now())) continue;
    taken += 1;
    if (item.state === 'closing') await recoverClose(closing, item);
    else await recoverUndo(closing, item);
  }
  for (const intent of await closing.ledger.listOpenIntents(product)) {
    if (intent.kind === 'close-intent') taken += await endUnsent(closing, intent);
  }
  return taken;
}

async function recoverClose(closing: Closing, item: SweepItem): Promise<void> {
  const op = item.closeOp ?? '';
  const intent = await closing.ledger.findById(`close-intent:${op}`);
  // Without an intent nothing was sent: the record comes before every write.
  if (intent === undefined) {
    await advance(closing, item, { state: 'noticed', note: 'no-intent' });
    return;
  }
  const sight = await closing.tracker.fetchItem(item.issue);
  if (sight.kind === 'not-visible') return;
  const toStatus = String(intent.body.toStatus ?? '');
  const done = await finishClose(closing, item, { intent, toStatus, now: sight.item, last: undefined });
  if (done !== undefined) return;
  const isDone = sight.item.issue.statusCategory === 'done';
  const reason = isDone ? 'someone-else-closed' : 'not-sent';
  await record(closing, { id: `close-abandoned:${op}`, product: item.product, kind: 'close-abandoned', by: APP, issue: item.issue, op, body: { reason, refused: false } });
  await advance(closing, item, { state: isDone ? 'cancelled' : 'noticed', note: reason });
}

async function recoverUndo(closing: Closing, item: SweepItem): Promise<void> {
  const [intent] = (await closing.ledger.listIssue(item.issue)).filter((entry) => entry.kind === 'undo-intent' && entry.body.item === item.id).slice(-1);
  const state = intent?.body.state === 'reopened-by-evidence' ? 'reopened-by-evidence' : 'undone';
  await takeBack(closing, item, { by: intent?.by ?? APP, why: String(intent?.body.why ?? 'recovered'), state, customers: Number(intent?.body.customers ?? 0) });
}

/** An intent was written and the process ended before anything was sent: the attempt is over, the next one has another name. */
async function endUnsent(closing: Closing, intent: LedgerEntry): Promise<number> {
  const item = await closing.sweeps.findItem(String(intent.body.item ?? ''));
  if (item === undefined || item.closeOp === intent.op) return 0;
  const op = intent.op ?? '';
  await record(closing, { id: `close-abandoned:${op}`, product: intent.product, kind: 'close-abandoned', by: APP, issue: item.issue, op, body: { reason: 'not-sent', refused: false } });
  if (item.state === 'noticed' && item.attempts + 1 === Number(intent.body.attempt ?? 0)) await advance(closing, item, { attempts: item.attempts + 1 });
  return 1;
}
