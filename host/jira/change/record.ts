import { accountOf } from '../access/caller';
import type { ChangeItem, IssueRow } from '../state/rows';
import { emitUpdated } from './events';
import type { Act } from './events';

/** Stores an issue's new state with one history entry for all its changes, and says so to the platform. No entry and no event when nothing changed. */
export function record(act: Act, next: IssueRow, items: readonly ChangeItem[], metadata?: unknown): IssueRow {
  if (items.length === 0) return next;
  const { tenant } = act;
  const at = tenant.now();
  const issue = { ...next, updatedAt: at };
  const id = tenant.nextId('change');
  tenant.issues.put(issue);
  tenant.changes.put({ id, issueId: issue.id, at, author: accountOf(act.caller), items, ...(metadata === undefined ? {} : { metadata }) });
  emitUpdated(act, issue, id, items);
  return issue;
}

/** A history line of one field. `from` and `to` are ids where the field has ids. */
export function changed(fieldId: string, from: readonly [string | null, string | null], to: readonly [string | null, string | null], name = fieldId): ChangeItem {
  return { field: name, fieldId, fieldtype: fieldId.startsWith('customfield_') ? 'custom' : 'jira', from: from[0], fromString: from[1], to: to[0], toString: to[1] };
}
