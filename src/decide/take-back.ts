import { AnswerLost, WriteRefused } from '../domain/closing-errors';
import { APP } from '../domain/ledger';
import type { BeforeState, FreshItem, Loss, SweepItem, Transition } from '../domain/sweep';
import { advance } from './advance';
import { write, type Closing } from './closing';
import { comment } from './courtesy';
import { handsOff } from './hands-off';
import { moveEvidenceBack } from './move-evidence';
import { resurfacedText, undoneText } from './notice';
import { undoOp } from './operation';
import { isOurMoveBack } from './read-back';
import { record } from './record';
import { editsBack, lostFields, restoreTarget } from './restore-target';
import { isSettled } from './settled';

export interface TakeBackCase {
  readonly by: string;
  /** A reason id for the record. */
  readonly why: string;
  readonly state: 'undone' | 'reopened-by-evidence';
  /** For `reopened-by-evidence`: how many customers asked. */
  readonly customers?: number;
}

export type TakeBack =
  | { readonly kind: 'back'; readonly item: SweepItem; readonly lost: readonly Loss[] }
  | { readonly kind: 'not-back'; readonly item: SweepItem; readonly why: 'not-visible' | 'no-way-back' | 'refused' | 'unknown' | 'open-already' };

/** Brings a closed item back: its status first, then every field the close had changed and nobody touched since. Safe to run again after a crash. */
export async function takeBack(closing: Closing, item: SweepItem, how: TakeBackCase): Promise<TakeBack> {
  if (item.state === 'undoing' && !isSettled(item, closing.clock.now())) return { kind: 'not-back', item, why: 'unknown' };
  const sight = await closing.tracker.fetchItem(item.issue);
  if (sight.kind === 'not-visible') return { kind: 'not-back', item, why: 'not-visible' };
  const op = undoOp(item, closing.sha256);
  const note = { product: item.product, by: how.by, issue: item.issue, op };
  const before = item.before;
  if (before === undefined) return { kind: 'not-back', item, why: 'no-way-back' };
  const isOpen = sight.item.issue.statusCategory !== 'done';
  const begun = await closing.ledger.findById(`undo-intent:${op}`);
  const byUs = begun !== undefined && sight.item.moves.some((move) => isOurMoveBack(move, op, begun));
  if (isOpen && !byUs) {
    await record(closing, { ...note, id: `undo-abandoned:${op}`, kind: 'undo-abandoned', body: { item: item.id, reason: 'open-already' } });
    return { kind: 'not-back', item: await handsOff(closing, item, 'reopened-by-person'), why: 'open-already' };
  }
  // Once begun, what it goes back to is fixed; before that, a field that somebody changed since the close stays as they left it.
  const target = item.state === 'undoing' ? before : restoreTarget(sight.item, item, before);
  await record(closing, { ...note, id: `undo-intent:${op}`, kind: 'undo-intent', body: { item: item.id, why: how.why, state: how.state, toStatus: before.status.id, customers: how.customers ?? 0 } });
  const trying = await advance(closing, item, { state: 'undoing', triedAt: closing.clock.now(), note: how.why, before: target });
  const moved = isOpen ? 'moved' : await moveBack(closing, trying, target, op);
  if (moved === 'unknown') return { kind: 'not-back', item: trying, why: moved };
  if (moved !== 'moved') {
    // A close that a person was faster than is tried again with every run; a person who asked is told now and may ask again.
    if (how.by === APP) return { kind: 'not-back', item: trying, why: moved };
    await record(closing, { ...note, id: `undo-abandoned:${op}`, kind: 'undo-abandoned', body: { item: item.id, reason: moved } });
    return { kind: 'not-back', item: await advance(closing, trying, { state: 'closed', note: moved }), why: moved };
  }
  return restoreRest(closing, trying, { before: target, op, how });
}

async function moveBack(closing: Closing, item: SweepItem, before: BeforeState, op: string): Promise<'moved' | 'no-way-back' | 'refused' | 'unknown'> {
  const ways = waysBack(await closing.tracker.fetchTransitions(item.issue), before);
  if (ways.length === 0) return 'no-way-back';
  for (const way of ways) {
    try {
      await write(closing, 'transition back', () => closing.tracker.transition(item.issue, { transition: way.id, op }));
      return 'moved';
    } catch (error) {
      if (error instanceof WriteRefused) continue;
      if (!(error instanceof AnswerLost)) throw error;
      const sight = await closing.tracker.fetchItem(item.issue);
      return sight.kind === 'seen' && sight.item.issue.statusCategory !== 'done' ? 'moved' : 'unknown';
    }
  }
  return 'refused';
}

/** To the status it had; then to an open one like it; then to any open one. */
export function waysBack(transitions: readonly Transition[], before: BeforeState): readonly Transition[] {
  const open = transitions.filter((one) => one.to.category !== 'done' && one.requires.length === 0);
  const distance = (one: Transition): number => (one.to.id === before.status.id ? 0 : one.to.category === before.status.category ? 1 : 2);
  return [...open].sort((a, b) => distance(a) - distance(b));
}

async function restoreRest(closing: Closing, item: SweepItem, { before, op, how }: { before: BeforeState; op: string; how: TakeBackCase }): Promise<TakeBack> {
  const sight = await closing.tracker.fetchItem(item.issue);
  if (sight.kind === 'not-visible') return { kind: 'not-back', item, why: 'not-visible' };
  for (const [field, edit] of Object.entries(editsBack(sight.item, before))) {
    // One field a call: a field that Jira refuses must not keep the others from coming back.
    await whereAllowed(() => write(closing, `field ${field}`, () => closing.tracker.editFields(item.issue, { [field]: edit }, op)));
  }
  await placeBack(closing, item, sight.item, before);
  const last = await closing.tracker.fetchItem(item.issue);
  if (last.kind === 'not-visible') return { kind: 'not-back', item, why: 'not-visible' };
  const lost = lostFields(last.item, before);
  if (item.ground.kind === 'duplicate') await moveEvidenceBack(closing, item, item.ground.of);
  const kind = how.state === 'undone' ? 'undo-done' : 'reopened-by-evidence';
  const body = { item: item.id, run: item.run ?? '', why: how.why, lost: lost.map((loss) => loss.field).join(' '), customers: how.customers ?? 0 };
  await record(closing, { id: `${kind}:${op}`, product: item.product, kind, by: how.by, issue: item.issue, op, body });
  const back = how.state === 'undone' ? await handsOff(closing, item, 'undone') : await advance(closing, item, { state: 'reopened-by-evidence' });
  await comment(closing, back, op, how.state === 'undone' ? undoneText(lost) : resurfacedText(how.customers ?? 1));
  return { kind: 'back', item: back, lost };
}

async function placeBack(closing: Closing, item: SweepItem, now: FreshItem, { sprintId, rank }: BeforeState): Promise<void> {
  if (sprintId !== undefined && now.sprintId !== sprintId) await whereAllowed(() => write(closing, 'sprint', () => closing.tracker.putInSprint(item.issue, sprintId)));
  if (rank !== undefined && now.rank !== rank) await whereAllowed(() => write(closing, 'rank', () => closing.tracker.restoreRank(item.issue, rank)));
}

/** What Jira refuses here stays as it is and is named among what was lost. */
async function whereAllowed(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof WriteRefused) && !(error instanceof AnswerLost)) throw error;
  }
}
