import { AnswerLost, WriteRefused } from '../domain/closing-errors';
import { APP } from '../domain/ledger';
import type { FieldEdits } from '../ports/closing-tracker';
import type { BeforeState, FreshItem, Loss, RestorableField, SweepItem, Transition } from '../domain/sweep';
import { advance } from './advance';
import { write, type Closing } from './closing';
import { comment } from './courtesy';
import { handsOff } from './hands-off';
import { moveEvidenceBack } from './move-evidence';
import { resurfacedText, undoneText } from './notice';
import { undoOp } from './operation';
import { isOurMoveBack } from './read-back';
import { record } from './record';
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
  await record(closing, { ...note, id: `undo-intent:${op}`, kind: 'undo-intent', body: { item: item.id, why: how.why, state: how.state, toStatus: before.status.id, customers: how.customers ?? 0 } });
  const trying = await advance(closing, item, { state: 'undoing', triedAt: closing.clock.now(), note: how.why });
  const moved = isOpen ? 'moved' : await moveBack(closing, trying, before, op);
  if (moved === 'unknown') return { kind: 'not-back', item: trying, why: moved };
  if (moved !== 'moved') {
    // A close that a person was faster than is tried again with every run; a person who asked is told now and may ask again.
    if (how.by === APP) return { kind: 'not-back', item: trying, why: moved };
    await record(closing, { ...note, id: `undo-abandoned:${op}`, kind: 'undo-abandoned', body: { item: item.id, reason: moved } });
    return { kind: 'not-back', item: await advance(closing, trying, { state: 'closed', note: moved }), why: moved };
  }
  return restoreRest(closing, trying, { before, op, how });
}

async function moveBack(closing: Closing, item: SweepItem, before: BeforeState, op: string): Promise<'moved' | 'no-way-back' | 'refused' | 'unknown'> {
  const transition = nearestBack(await closing.tracker.fetchTransitions(item.issue), before);
  if (transition === undefined) return 'no-way-back';
  try {
    await write(closing, 'transition back', () => closing.tracker.transition(item.issue, { transition: transition.id, op }));
    return 'moved';
  } catch (error) {
    if (error instanceof WriteRefused) return 'refused';
    if (!(error instanceof AnswerLost)) throw error;
  }
  const sight = await closing.tracker.fetchItem(item.issue);
  return sight.kind === 'seen' && sight.item.issue.statusCategory !== 'done' ? 'moved' : 'unknown';
}

/** To the status it had; else to an open one like it; else to any open one. */
export function nearestBack(transitions: readonly Transition[], before: BeforeState): Transition | undefined {
  const open = transitions.filter((one) => one.to.category !== 'done' && one.requires.length === 0);
  return open.find((one) => one.to.id === before.status.id) ?? open.find((one) => one.to.category === before.status.category) ?? open[0];
}

async function restoreRest(closing: Closing, item: SweepItem, { before, op, how }: { before: BeforeState; op: string; how: TakeBackCase }): Promise<TakeBack> {
  const sight = await closing.tracker.fetchItem(item.issue);
  if (sight.kind === 'not-visible') return { kind: 'not-back', item, why: 'not-visible' };
  await editBack(closing, item, sight.item, before, op);
  await placeBack(closing, item, sight.item, before);
  const last = await closing.tracker.fetchItem(item.issue);
  if (last.kind === 'not-visible') return { kind: 'not-back', item, why: 'not-visible' };
  const lost = lostFields(last.item, item, before);
  if (item.ground.kind === 'duplicate') await moveEvidenceBack(closing, item, item.ground.of);
  const kind = how.state === 'undone' ? 'undo-done' : 'reopened-by-evidence';
  const body = { item: item.id, run: item.run ?? '', why: how.why, lost: lost.map((loss) => loss.field).join(' '), customers: how.customers ?? 0 };
  await record(closing, { id: `${kind}:${op}`, product: item.product, kind, by: how.by, issue: item.issue, op, body });
  const back = how.state === 'undone' ? await handsOff(closing, item, 'undone') : await advance(closing, item, { state: 'reopened-by-evidence' });
  await comment(closing, back, op, how.state === 'undone' ? undoneText(lost) : resurfacedText(how.customers ?? 1));
  return { kind: 'back', item: back, lost };
}

async function editBack(closing: Closing, item: SweepItem, now: FreshItem, before: BeforeState, op: string): Promise<void> {
  const edits = editsBack(now, item, before);
  for (const [field, edit] of Object.entries(edits)) {
    // One field a call: a field that Jira refuses must not keep the others from coming back.
    await whereAllowed(() => write(closing, `field ${field}`, () => closing.tracker.editFields(item.issue, { [field]: edit }, op)));
  }
}

/** What an undo has to edit: fields that the close changed, that differ from before, and that nobody has changed since. */
function editsBack({ issue }: FreshItem, item: SweepItem, before: BeforeState): FieldEdits {
  const after = item.after;
  const ours = (field: 'assignee' | 'resolution', value: string | undefined): boolean => value !== before[field] && (after === undefined || value === after[field]);
  const ourList = (field: 'labels' | 'fixVersions', value: readonly string[]): boolean => !sameSet(value, before[field]) && (after === undefined || sameSet(value, after[field]));
  return {
    ...(ours('assignee', issue.assignee) ? (before.assignee === undefined ? { unassign: true } : { assignee: before.assignee }) : {}),
    ...(ours('resolution', issue.resolution) && before.resolution === undefined ? { clearResolution: true } : {}),
    ...(ourList('labels', issue.labels) ? { labels: before.labels } : {}),
    ...(ourList('fixVersions', issue.fixVersions) ? { fixVersions: before.fixVersions } : {}),
  };
}

async function placeBack(closing: Closing, item: SweepItem, now: FreshItem, before: BeforeState): Promise<void> {
  const { sprintId, rank } = before;
  if (sprintId !== undefined && now.sprintId === undefined) {
    await whereAllowed(() => write(closing, 'sprint', () => closing.tracker.putInSprint(item.issue, sprintId)));
  }
  if (rank !== undefined && now.rank !== rank && now.rank === (item.after?.rank ?? now.rank)) {
    await whereAllowed(() => write(closing, 'rank', () => closing.tracker.restoreRank(item.issue, rank)));
  }
}

/** What Jira refuses here stays as it is and is named among what was lost. */
async function whereAllowed(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof WriteRefused) && !(error instanceof AnswerLost)) throw error;
  }
}

/** What did not come back as it was, told apart from what a person changed. */
export function lostFields(now: FreshItem, item: SweepItem, before: BeforeState): readonly Loss[] {
  const losses: Loss[] = [];
  const lose = (field: RestorableField, why: Loss['why'], instead?: string): void => {
    losses.push({ field, why, ...(instead === undefined ? {} : { instead }) });
  };
  const { issue } = now;
  const edits = editsBack(now, item, before);
  if (now.statusId !== before.status.id) lose('status', 'no-way-back-to-status', issue.status);
  if (edits.clearResolution === true) lose('resolution', 'workflow-keeps-resolution');
  if (edits.assignee !== undefined || edits.unassign === true) lose('assignee', 'field-not-editable');
  if (edits.labels !== undefined) lose('labels', 'field-not-editable');
  if (edits.fixVersions !== undefined) lose('fixVersions', 'field-not-editable');
  if (before.sprintId !== undefined && now.sprintId !== before.sprintId) lose('sprint', 'sprint-may-end');
  if (before.rank !== undefined && now.rank !== before.rank) lose('rank', 'rank-not-kept');
  return losses;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
