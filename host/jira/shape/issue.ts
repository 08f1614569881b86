import type { Sight } from '../access/sight';
import { notEmulated, badRequest } from '../errors';
import type { IssueRow } from '../state/rows';
import type { Tenant } from '../state/tenant';
import { changeOf } from './change';
import { FIELDS } from './fields';

export interface IssueView {
  /** Field names asked for: `*all`, `*navigable`, `-comment`, `summary`, … */
  readonly fields: readonly string[];
  readonly expand: readonly string[];
  readonly properties: readonly string[];
}

const UNSUPPORTED = ['renderedFields', 'operations', 'versionedRepresentations', 'editmeta'];

/** An issue as the caller sees it. Field names that do not exist are ignored, as Jira does. */
export function issueOf(tenant: Tenant, issue: IssueRow, sight: Sight, view: IssueView): Readonly<Record<string, unknown>> {
  const missing = view.expand.find((one) => UNSUPPORTED.includes(one));
  if (missing !== undefined) throw notEmulated(`expand=${missing} of an issue`);
  if (view.properties.length > 5) throw badRequest('The maximum number of properties is 5.');
  const names = selected(view.fields);
  const fields = names.length === 0 ? {} : { fields: Object.fromEntries(names.flatMap((name) => entry(name, FIELDS[name]?.read({ tenant, issue, sight })))) };
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${tenant.baseUrl}/rest/api/3/issue/${issue.id}`,
    ...(view.fields.length === 1 && view.fields[0] === 'id' ? {} : { key: issue.key }),
    ...fields,
    ...(view.expand.includes('changelog') ? { changelog: histories(tenant, issue) } : {}),
    ...(view.expand.includes('names') ? { names: Object.fromEntries(names.map((name) => [name, FIELDS[name]?.name])) } : {}),
    ...(view.expand.includes('schema') ? { schema: Object.fromEntries(names.map((name) => [name, FIELDS[name]?.schema])) } : {}),
    ...(view.properties.length === 0 ? {} : { properties: properties(tenant, issue, view.properties) }),
  };
}

/** Which fields a selection means; later words win over earlier ones. */
export function selected(asked: readonly string[]): readonly string[] {
  const all = Object.keys(FIELDS);
  const chosen = new Set<string>();
  const list = asked.every((one) => one.startsWith('-')) && asked.length > 0 ? ['*all', ...asked] : asked;
  for (const one of list) {
    if (one === '*all') all.forEach((name) => chosen.add(name));
    else if (one === '*navigable') all.filter((name) => FIELDS[name]?.navigable).forEach((name) => chosen.add(name));
    else if (one.startsWith('-')) chosen.delete(one.slice(1));
    else if (FIELDS[one] !== undefined) chosen.add(one);
  }
  return all.filter((name) => chosen.has(name));
}

function entry(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  return value === undefined ? [] : [[name, value]];
}

/** The newest entries first, as inside an issue. */
function histories(tenant: Tenant, issue: IssueRow): unknown {
  const rows = [...tenant.changes.of(issue.id)].reverse();
  return { startAt: 0, maxResults: rows.length, total: rows.length, histories: rows.map((one) => changeOf(tenant, one)) };
}

function properties(tenant: Tenant, issue: IssueRow, keys: readonly string[]): unknown {
  const all = tenant.properties.of(`issue:${issue.id}`);
  return Object.fromEntries(all.filter((one) => keys.includes(one.key) || keys.includes('*all')).map(({ key, value }) => [key, value]));
}
