import { APP, type LedgerEntry } from '../domain/ledger';
import type { BeforeState, FreshItem, SweepItem } from '../domain/sweep';
import { advance } from './advance';
import type { Closing } from './closing';
import { comment } from './courtesy';
import { beforeOf } from './inspect';
import { moveEvidence } from './move-evidence';
import { closedText } from './notice';
import { claimsDone } from './policy-bounds';
import { markProtection } from './protections';
import { racedActs, ourMove } from './read-back';
import { record } from './record';
import { takeBack } from './take-back';
import { handsOff } from './hands-off';
import type { CloseResult } from './close-item';

export interface Finish {
  readonly intent: LedgerEntry;
  readonly toStatus: string;
  readonly now: FreshItem;
  /** The last read before the move; absent after a crash, when the notice is the last thing we know. */
  readonly last: FreshItem | undefined;
}

/** Settles a close that Jira's history shows: records it, and takes it back where a person was faster or the workflow claims the work was done. Undefined when the history does not show it. */
export async function finishClose(closing: Closing, item: SweepItem, { intent, toStatus, now, last }: Finish): Promise<CloseResult | undefined> {
  const op = intent.op ?? '';
  const move = ourMove(now, op, intent, toStatus);
  if (move === undefined) return undefined;
  const { resolution } = now.issue;
  const body = { item: item.id, run: item.run ?? '', move: move.id, resolution: resolution ?? '', toStatus };
  await record(closing, { id: `close-done:${op}`, product: item.product, kind: 'close-done', by: intent.by, issue: item.issue, op, body });
  const isOpenAgain = now.issue.statusCategory !== 'done';
  const after = isOpenAgain ? {} : { after: beforeOf(now) };
  // Still `closing` until everything that belongs to the close is done, so that a crash in between is taken up again.
  const settled = item.closedAt === undefined ? await advance(closing, item, { closedAt: move.at, ...after }) : item;
  if (isOpenAgain) return { kind: 'raced', item: await handsOff(closing, settled, 'reopened-by-person') };
  const raced = await raceReason(closing, settled, { now, last, move });
  const moved = raced === undefined ? settled : { ...settled, before: keepingTheirs(settled, now, move) };
  const why = raced ?? (resolution !== undefined && claimsDone(resolution) ? 'workflow-says-done' : undefined);
  if (why !== undefined) {
    const back = await takeBack(closing, moved, { by: APP, why, state: 'undone' });
    return { kind: raced === undefined ? 'parked' : 'raced', item: back.item };
  }
  if (moved.ground.kind === 'duplicate') await moveEvidence(closing, moved, moved.ground.of);
  await comment(closing, moved, op, closedText(moved.ground, closing.siteUrl));
  return { kind: 'closed', item: await advance(closing, moved, { state: 'closed' }) };
}

async function raceReason(closing: Closing, item: SweepItem, { now, last, move }: Pick<Finish, 'now' | 'last'> & { move: FreshItem['moves'][number] }): Promise<string | undefined> {
  const mark = markProtection(await closing.sweeps.marksOfIssue(item.issue), closing.clock.now());
  if (mark !== undefined) return mark;
  if (last !== undefined) return racedActs(last, now, move) ? 'person-acted' : undefined;
  const since = item.noticedAt ?? item.proposedAt;
  return now.acts.some((act) => act.at > since && act.at <= move.at) ? 'person-acted' : undefined;
}

/** A person was faster: back to the status they had it in, and the fields as they are, so that nothing of theirs is taken away. */
function keepingTheirs(item: SweepItem, now: FreshItem, move: FreshItem['moves'][number]): BeforeState {
  const before = item.before ?? beforeOf(now);
  const status = { ...before.status, id: move.fromStatus };
  const changed = now.acts.some((act) => act.what === 'change' && act.at <= move.at && act.at > (item.noticedAt ?? item.proposedAt));
  if (!changed) return { ...before, status };
  const { labels, fixVersions, votes, watchers, assignee, sprintId, rank } = beforeOf(now);
  return { status, labels, fixVersions, votes, watchers, ...(assignee === undefined ? {} : { assignee }), ...(sprintId === undefined ? {} : { sprintId }), ...(rank === undefined ? {} : { rank }) };
}
