import type { FieldEdits } from '../ports/closing-tracker';
import type { BeforeState, FreshItem, Loss, RestorableField, SweepItem } from '../domain/sweep';
import { beforeOf } from './inspect';

/** What an undo goes back to: every field as it was before the close, except those that somebody changed after it. */
export function restoreTarget(sight: FreshItem, item: Pick<SweepItem, 'after'>, before: BeforeState): BeforeState {
  const now = beforeOf(sight);
  const { after } = item;
  if (after === undefined) return before;
  const assignee = now.assignee === after.assignee ? before.assignee : now.assignee;
  const rank = now.rank === after.rank ? before.rank : now.rank;
  const sprintId = now.sprintId === after.sprintId ? before.sprintId : now.sprintId;
  return {
    status: before.status,
    votes: before.votes,
    watchers: before.watchers,
    ...(before.resolution === undefined ? {} : { resolution: before.resolution }),
    labels: sameSet(now.labels, after.labels) ? before.labels : now.labels,
    fixVersions: sameSet(now.fixVersions, after.fixVersions) ? before.fixVersions : now.fixVersions,
    ...(assignee === undefined ? {} : { assignee }),
    ...(rank === undefined ? {} : { rank }),
    ...(sprintId === undefined ? {} : { sprintId }),
  };
}

/** The edits that are still missing. */
export function editsBack({ issue }: FreshItem, target: BeforeState): FieldEdits {
  return {
    ...(issue.assignee === target.assignee ? {} : target.assignee === undefined ? { unassign: true } : { assignee: target.assignee }),
    ...(issue.resolution !== undefined && target.resolution === undefined ? { clearResolution: true } : {}),
    ...(sameSet(issue.labels, target.labels) ? {} : { labels: target.labels }),
    ...(sameSet(issue.fixVersions, target.fixVersions) ? {} : { fixVersions: target.fixVersions }),
  };
}

/** What did not come back as it was. */
export function lostFields(now: FreshItem, target: BeforeState): readonly Loss[] {
  const losses: Loss[] = [];
  const lose = (field: RestorableField, why: Loss['why'], instead?: string): void => {
    losses.push({ field, why, ...(instead === undefined ? {} : { instead }) });
  };
  const edits = editsBack(now, target);
  if (now.statusId !== target.status.id) lose('status', 'no-way-back-to-status', now.issue.status);
  if (edits.clearResolution === true) lose('resolution', 'workflow-keeps-resolution');
  if (edits.assignee !== undefined || edits.unassign === true) lose('assignee', 'field-not-editable');
  if (edits.labels !== undefined) lose('labels', 'field-not-editable');
  if (edits.fixVersions !== undefined) lose('fixVersions', 'field-not-editable');
  if (now.sprintId !== target.sprintId) lose('sprint', 'sprint-may-end');
  if (target.rank !== undefined && now.rank !== target.rank) lose('rank', 'rank-not-kept');
  return losses;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
