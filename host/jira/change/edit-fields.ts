import type { z } from 'zod';
import { textOf } from '../adf';
import { badField } from '../errors';
import type { ChangeItem, IssueRow, NamedRow, VersionRow } from '../state/rows';
import type { Table } from '../state/table';
import { AccountRef, AdfBody, IssueRef, NamedRef } from './edit-input';
import type { Act } from './events';
import { changed } from './record';

/** What one field's new value does to an issue, with its history line; no line when it stays as it was. */
export interface Edit {
  readonly next: IssueRow;
  readonly items: readonly ChangeItem[];
}

/** Sets one field that stands on the edit screen. Returns nothing for a field that does not. @throws JiraError 400 */
export function setField(act: Act, issue: IssueRow, field: string, value: unknown): Edit | undefined {
  switch (field) {
    case 'summary':
      return setSummary(issue, value);
    case 'description': {
      const description = value === null ? undefined : read(field, AdfBody, value, 'Operation value must be an Atlassian Document (see the Atlassian Document Format)');
      return plain(without(issue, 'description'), description === undefined ? {} : { description }, changed(field, [null, textOf(issue.description)], [null, textOf(description)]));
    }
    case 'labels':
      return setLabels(issue, value);
    case 'fixVersions':
      return setVersions(act, issue, value);
    case 'assignee':
    case 'reporter':
      return setPerson(act, issue, field, value);
    case 'priority': {
      const row = refer(act.tenant.priorities, field, value);
      return plain(issue, { priorityId: row.id }, changed(field, [issue.priorityId, act.tenant.priorities.get(issue.priorityId)?.name ?? null], [row.id, row.name]));
    }
    case 'issuetype': {
      const row = refer(act.tenant.issueTypes, field, value);
      return plain(issue, { typeId: row.id }, changed(field, [issue.typeId, act.tenant.issueTypes.get(issue.typeId)?.name ?? null], [row.id, row.name]));
    }
    case 'duedate': {
      if (value !== null && (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value))) throw badField(field, 'Operation value must be a date of the form yyyy-MM-dd');
      return plain(without(issue, 'dueDate'), value === null ? {} : { dueDate: value }, changed(field, [issue.dueDate ?? null, issue.dueDate ?? null], [value, value]));
    }
    case 'parent':
      return setParent(act, issue, value);
    case 'security':
      return setSecurity(act, issue, value);
    default:
      return undefined;
  }
}

function setSummary(issue: IssueRow, value: unknown): Edit {
  if (typeof value !== 'string' || value.trim() === '') throw badField('summary', 'You must specify a summary of the issue.');
  if (value.length > 255) throw badField('summary', 'Summary must be less than 255 characters.');
  if (value.includes('\n')) throw badField('summary', 'The summary is invalid because it contains newline characters.');
  return plain(issue, { summary: value }, changed('summary', [null, issue.summary], [null, value]));
}

function setLabels(issue: IssueRow, value: unknown): Edit {
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) throw badField('labels', 'Operation value must be an array of strings');
  const labels = [...new Set(value.map(String))].sort();
  const bad = labels.find((one) => /\s/.test(one) || one === '');
  if (bad !== undefined) throw badField('labels', `The label '${bad}' contains spaces which is invalid.`);
  return plain(issue, { labels }, changed('labels', [null, [...issue.labels].sort().join(' ')], [null, labels.join(' ')]));
}

/** One history line per version, as Jira writes them. */
function setVersions({ tenant }: Act, issue: IssueRow, value: unknown): Edit {
  if (!Array.isArray(value)) throw badField('fixVersions', 'Operation value must be an array');
  const offered = tenant.versions.of(issue.projectId);
  const wanted = value.map((one) => {
    const ref = read('fixVersions', NamedRef, one, 'data was not an object');
    const version = offered.find((row) => row.id === ref.id || (ref.id === undefined && row.name === ref.name));
    if (version === undefined) throw badField('fixVersions', ref.id === undefined ? `Version name '${ref.name ?? ''}' is not valid` : `Version id '${ref.id}' is not valid`);
    return version;
  });
  const line = (version: VersionRow, into: boolean): ChangeItem => changed('fixVersions', into ? [null, null] : [version.id, version.name], into ? [version.id, version.name] : [null, null], 'Fix Version');
  const added = wanted.filter((one) => !issue.fixVersions.includes(one.id)).map((one) => line(one, true));
  const removed = issue.fixVersions.flatMap((id) => (wanted.some((one) => one.id === id) ? [] : offered.filter((one) => one.id === id).map((one) => line(one, false))));
  return { next: { ...issue, fixVersions: [...new Set(wanted.map((one) => one.id))] }, items: [...removed, ...added] };
}

function setPerson({ tenant }: Act, issue: IssueRow, field: 'assignee' | 'reporter', value: unknown): Edit {
  const ref = read(field, AccountRef, value, 'data was not an object');
  const id = ref?.accountId ?? ref?.id ?? undefined;
  const user = id === undefined ? undefined : tenant.users.get(id);
  const known = user !== undefined && (user.kind === 'app' || user.roles[issue.projectId] !== undefined);
  if (id !== undefined && !known) throw badField(field, `User '${id}' cannot be assigned issues.`);
  const before = tenant.users.get(issue[field] ?? '');
  return plain(without(issue, field), id === undefined ? {} : { [field]: id }, changed(field, [before?.id ?? null, before?.name ?? null], [user?.id ?? null, user?.name ?? null]));
}

function setParent({ tenant, sight }: Act, issue: IssueRow, value: unknown): Edit {
  const ref = value === null ? {} : read('parent', IssueRef, value, 'data was not an object');
  const wanted = ref.id ?? ref.key;
  const parent = wanted === undefined ? undefined : sight.issue(wanted);
  const before = tenant.issues.get(issue.parentId ?? '');
  return plain(without(issue, 'parentId'), parent === undefined ? {} : { parentId: parent.id }, changed('parent', [before?.id ?? null, before?.key ?? null], [parent?.id ?? null, parent?.key ?? null], 'IssueParentAssociation'));
}

function setSecurity(act: Act, issue: IssueRow, value: unknown): Edit {
  const { tenant, sight } = act;
  const project = tenant.projects.get(issue.projectId);
  if (project === undefined) throw badField('security', 'The project does not exist.');
  sight.demand('SET_ISSUE_SECURITY', project, 'set the security level of this issue');
  const ref = value === null ? undefined : read('security', NamedRef, value, 'data was not an object');
  const level = ref === undefined ? undefined : project.securityLevels.find((one) => one.id === ref.id || one.name === ref.name);
  if (ref !== undefined && level === undefined) throw badField('security', 'The security level is not valid.');
  const before = project.securityLevels.find((one) => one.id === issue.securityLevelId);
  return plain(without(issue, 'securityLevelId'), level === undefined ? {} : { securityLevelId: level.id }, changed('security', [before?.id ?? null, before?.name ?? null], [level?.id ?? null, level?.name ?? null], 'Security'));
}

function plain(issue: IssueRow, values: Partial<IssueRow>, item: ChangeItem): Edit {
  const same = item.from === item.to && item.fromString === item.toString;
  return { next: { ...issue, ...values }, items: same ? [] : [item] };
}

type Clearable = 'description' | 'assignee' | 'reporter' | 'dueDate' | 'parentId' | 'securityLevelId' | 'resolutionId' | 'resolvedAt';

/** The issue with one value unset. */
export function without(issue: IssueRow, field: Clearable): IssueRow {
  const copy: { -readonly [Key in keyof IssueRow]: IssueRow[Key] } = { ...issue };
  delete copy[field];
  return copy;
}

/** A row named by id or name. @throws JiraError 400 */
export function refer(table: Table<NamedRow>, field: string, value: unknown): NamedRow {
  const ref = read(field, NamedRef, value, 'data was not an object');
  const row = ref.id === undefined ? [...table.all()].find((one) => one.name === ref.name) : table.get(ref.id);
  if (row === undefined) throw badField(field, `The ${field} selected is invalid.`);
  return row;
}

export function read<Schema extends z.ZodType>(field: string, schema: Schema, value: unknown, message: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw badField(field, message);
  return parsed.data;
}
