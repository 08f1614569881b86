import { AnswerLost, WriteRefused } from '../domain/closing-errors';
import { APP, type LedgerEntry, type LedgerNote } from '../domain/ledger';
import type { FreshItem, SweepItem, WayThrough } from '../domain/sweep';
import { advance } from './advance';
import { write, type Closing } from './closing';
import { comment } from './courtesy';
import { evidenceHash } from './evidence-hash';
import { finishClose } from './finish-close';
import { inspect } from './inspect';
import { isOurTurn } from './lease';
import { mayClose } from './may-close';
import { withdrawnText } from './notice';
import { closeOp, withdrawOp } from './operation';
import { loadCheck, type RunCase } from './run-case';
import { record } from './record';

export type CloseResult =
  | { readonly kind: 'closed' | 'raced' | 'cancelled' | 'parked'; readonly item: SweepItem }
  | { readonly kind: 'held'; readonly reason: string }
  /** No answer came: the record stays open until Jira's history tells. */
  | { readonly kind: 'unknown' };

/**
 * Closes one item, or says why not: read, judge again, write down what is about to happen, read once more, one transition, read back,
 * write down what happened. Each step may be the last one; recovery reads the record and Jira's history and never repeats blindly.
 */
export async function closeItem(closing: Closing, item: SweepItem, run: RunCase): Promise<CloseResult> {
  const first = await loadCheck(closing, item, run);
  if (first === 'not-visible') return { kind: 'held', reason: 'not-visible' };
  const answer = mayClose(first, closing.clock.now());
  if (answer.kind === 'hold') return { kind: 'held', reason: answer.reason };
  if (answer.kind === 'cancel') return { kind: 'cancelled', item: await advance(closing, item, { state: 'cancelled', note: answer.reason }) };
  const found = await inspect(closing, item.issue, item.ground, first.policy);
  if (found.kind === 'protected') return park(closing, item, found.reason);
  const op = closeOp(item, closing.sha256);
  const note = { product: item.product, by: item.approvedBy ?? APP, issue: item.issue, op };
  const intent = await record(closing, { ...note, id: `close-intent:${op}`, kind: 'close-intent', body: intentBody(item, found.way, evidenceHash(first.verdict, closing.sha256), run) });
  // Votes and watchers stay those of the notice: what was added since then is a person's word.
  const before = { ...found.before, votes: item.before?.votes ?? found.before.votes, watchers: item.before?.watchers ?? found.before.watchers };
  const trying = await advance(closing, item, { state: 'closing', closeOp: op, attempts: item.attempts + 1, triedAt: closing.clock.now(), before, losses: found.way.losses, run: run.id });
  return transitOnce(closing, trying, { run, way: found.way, intent, note });
}

interface Attempt {
  readonly run: RunCase;
  readonly way: WayThrough;
  readonly intent: LedgerEntry;
  readonly note: Pick<LedgerNote, 'product' | 'by' | 'issue' | 'op'>;
}

async function transitOnce(closing: Closing, item: SweepItem, attempt: Attempt): Promise<CloseResult> {
  const { run, way, intent, note } = attempt;
  const op = intent.op ?? '';
  const abandon = async (reason: string, refused: boolean): Promise<void> => {
    await record(closing, { ...note, id: `close-abandoned:${op}`, kind: 'close-abandoned', body: { reason, refused } });
  };
  try {
    await write(closing, 'marker', () => closing.tracker.saveMarker(item.issue, { op, fence: run.fence }));
  } catch (error) {
    // The marker only helps people who look at the issue; a lost or refused one changes nothing we rely on.
    if (!(error instanceof AnswerLost) && !(error instanceof WriteRefused)) throw error;
  }
  const last = await loadCheck(closing, item, run);
  const answer = last === 'not-visible' ? ({ kind: 'hold', reason: 'not-visible' } as const) : mayClose(last, closing.clock.now());
  if (answer.kind !== 'close' || last === 'not-visible' || !(await isOurTurn(closing, run.fence))) {
    const reason = answer.kind === 'close' ? 'overtaken' : answer.reason;
    await abandon(reason, false);
    const state = answer.kind === 'cancel' ? 'cancelled' : 'noticed';
    const after = await advance(closing, item, { state, note: reason });
    return answer.kind === 'cancel' ? { kind: 'cancelled', item: after } : { kind: 'held', reason };
  }
  try {
    const resolution = way.resolution === undefined ? {} : { resolution: way.resolution };
    await write(closing, 'transition', () => closing.tracker.transition(item.issue, { transition: way.transition.id, op, ...resolution }));
  } catch (error) {
    if (error instanceof WriteRefused) {
      await abandon(`refused-${error.status}`, true);
      return park(closing, item, `refused-${error.status}`);
    }
    if (!(error instanceof AnswerLost)) throw error;
  }
  return readBack(closing, item, { intent, way, last: last.fresh });
}

async function readBack(closing: Closing, item: SweepItem, { intent, way, last }: { intent: LedgerEntry; way: WayThrough; last: FreshItem }): Promise<CloseResult> {
  const sight = await closing.tracker.fetchItem(item.issue);
  if (sight.kind === 'not-visible') return { kind: 'unknown' };
  const done = await finishClose(closing, item, { intent, toStatus: way.transition.to.id, now: sight.item, last });
  return done ?? { kind: 'unknown' };
}

/** Jira does not let us: the notice is taken back, and the item waits for a person. */
async function park(closing: Closing, item: SweepItem, reason: string): Promise<CloseResult> {
  await comment(closing, item, withdrawOp(item, closing.sha256), withdrawnText());
  return { kind: 'parked', item: await advance(closing, item, { state: 'parked', note: reason }) };
}

function intentBody(item: SweepItem, way: WayThrough, evidence: string, run: RunCase): LedgerNote['body'] {
  return {
    item: item.id,
    ground: item.ground.kind,
    evidence,
    policyVersion: item.policyVersion,
    fence: run.fence,
    run: run.id,
    toStatus: way.transition.to.id,
    backTo: way.back.id,
    losses: way.losses.map((loss) => loss.field).join(' '),
    attempt: item.attempts + 1,
  };
}
