import { badField, badRequest } from '../errors';
import type { ChangeItem, IssueRow } from '../state/rows';
import { addComment } from './comment';
import type { IssueUpdate } from './edit-input';
import { setField } from './edit-fields';
import type { Edit } from './edit-fields';
import type { Act } from './events';
import { setProperty } from './property';
import { record } from './record';

/** Fields that a project's edit screen holds. */
export const ON_EDIT_SCREEN = ['summary', 'description', 'labels', 'fixVersions', 'assignee', 'reporter', 'priority', 'issuetype', 'duedate', 'parent', 'security'];

/** Applies an edit as one change with one history entry. Runs inside a change of the site. @throws JiraError 400 403 */
export function editIssue(act: Act, issue: IssueRow, input: IssueUpdate): IssueRow {
  const { next, items } = applyFields(act, issue, input, ON_EDIT_SCREEN);
  const stored = record(act, next, items, input.historyMetadata);
  applyExtras(act, stored, input);
  return stored;
}

/** The new state and history lines of `fields` and `update`, without storing them. */
export function applyFields(act: Act, issue: IssueRow, input: IssueUpdate, screen: readonly string[]): Edit {
  const items: ChangeItem[] = [];
  let next = issue;
  const apply = (field: string, value: unknown): void => {
    const edit = screen.includes(field) ? setField(act, next, field, value) : undefined;
    if (edit === undefined) throw badField(field, `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`);
    next = edit.next;
    items.push(...edit.items);
  };
  for (const [field, value] of Object.entries(input.fields ?? {})) {
    if (input.update?.[field] !== undefined) throw badField(field, `Field '${field}' cannot be set by both fields and update.`);
    apply(field, value);
  }
  for (const [field, operations] of Object.entries(input.update ?? {})) {
    if (field === 'comment') continue;
    apply(field, operations.reduce<unknown>((value, operation) => operate(act, field, value, operation), current(act, next, field)));
  }
  return { next, items };
}

/** Comments and properties that came with an edit or a transition. */
export function applyExtras(act: Act, issue: IssueRow, input: IssueUpdate): void {
  for (const operation of input.update?.['comment'] ?? []) {
    if (operation['add'] === undefined || Object.keys(operation).length !== 1) throw badField('comment', 'Only the operation add is supported for comments here.');
    addComment(act, issue, operation['add']);
  }
  for (const { key, value } of input.properties ?? []) setProperty(act, `issue:${issue.id}`, key, value);
}

function current({ tenant }: Act, issue: IssueRow, field: string): unknown {
  if (field === 'labels') return issue.labels;
  if (field === 'fixVersions') return issue.fixVersions.map((id) => ({ id, name: tenant.versions.get(id)?.name }));
  return undefined;
}

/** `add`, `remove` and `set` of a list; `set` and `edit` of a single value. */
function operate(act: Act, field: string, value: unknown, operation: Readonly<Record<string, unknown>>): unknown {
  const [verb, operand] = Object.entries(operation)[0] ?? [];
  if (verb === 'set' || verb === 'edit') return operand;
  if (!Array.isArray(value) || (verb !== 'add' && verb !== 'remove')) throw badRequest(`The operation '${verb ?? ''}' is not supported by the field '${field}'.`);
  const same = (one: unknown): boolean => idOf(act, field, one) === idOf(act, field, operand);
  return verb === 'add' ? [...value, operand] : value.filter((one) => !same(one));
}

/** What tells two values of a list apart: a label itself, a version's id whether it was named by id or name. */
function idOf({ tenant }: Act, field: string, value: unknown): unknown {
  if (field !== 'fixVersions' || typeof value !== 'object' || value === null) return value;
  if ('id' in value && value.id !== undefined) return value.id;
  const name = 'name' in value ? value.name : undefined;
  return [...tenant.versions.all()].find((one) => one.name === name)?.id;
}
