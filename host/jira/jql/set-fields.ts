import { badRequest } from '../errors';
import type { IssueRow, NamedRow, SprintRow, VersionRow } from '../state/rows';
import type { Table } from '../state/table';
import type { Scope } from './scope';

/** A field whose values are ids: what the issue holds, what a written value means, what a function gives. */
export interface SetField {
  readonly values: (issue: IssueRow, scope: Scope) => readonly string[];
  /** Ids that a written value names; absent when there is none and the query is wrong. */
  readonly resolve: (text: string, scope: Scope) => readonly string[] | undefined;
  readonly call?: (name: string, args: readonly string[], scope: Scope) => readonly string[] | undefined;
}

const CATEGORY_NAMES = { todo: ['to do', 'new', '2'], doing: ['in progress', 'indeterminate', '4'], done: ['done', '3', 'complete'] } as const;

export const SET_FIELDS: Readonly<Record<string, SetField>> = {
  project: {
    values: (issue) => [issue.projectId],
    resolve: (text, { sight }) => some(sight.projects().filter((one) => one.id === text || same(one.key, text) || same(one.name, text)).map((one) => one.id)),
  },
  // An issue that is absent or hidden is left out without a word: asking for it tells nothing.
  key: { values: (issue) => [issue.id], resolve: (text, { tenant }) => [tenant.issues.get(text)?.id ?? tenant.issueByKey(text.toUpperCase())?.id ?? ''] },
  status: {
    values: (issue) => [issue.statusId],
    resolve: (text, { tenant, sight }) => {
      const offered = new Set(sight.projects().flatMap((one) => one.statuses));
      return some([...tenant.statuses.all()].filter((one) => offered.has(one.id) && (one.id === text || same(one.name, text))).map((one) => one.id));
    },
  },
  statuscategory: {
    values: (issue, { tenant }) => [tenant.statuses.get(issue.statusId)?.category ?? 'todo'],
    resolve: (text) => some(Object.entries(CATEGORY_NAMES).flatMap(([category, names]) => (names.some((one) => one === text.toLowerCase()) ? [category] : []))),
  },
  resolution: {
    values: (issue) => (issue.resolutionId === undefined ? ['unresolved'] : [issue.resolutionId]),
    resolve: (text, { tenant }) => (same(text, 'unresolved') ? ['unresolved'] : named(tenant.resolutions, text)),
  },
  priority: { values: (issue) => [issue.priorityId], resolve: (text, { tenant }) => named(tenant.priorities, text) },
  issuetype: { values: (issue) => [issue.typeId], resolve: (text, { tenant }) => named(tenant.issueTypes, text) },
  labels: { values: (issue) => issue.labels.map((one) => one.toLowerCase()), resolve: (text) => [text.toLowerCase()] },
  fixversion: {
    values: (issue) => issue.fixVersions,
    resolve: (text, scope) => some(versions(scope).filter((one) => one.id === text || same(one.name, text)).map((one) => one.id)),
    call: versionFunction,
  },
  sprint: {
    values: (issue) => issue.sprints,
    resolve: (text, scope) => some(sprints(scope).filter((one) => one.id === text || same(one.name, text)).map((one) => one.id)),
    call: (name, _args, scope) => {
      const state = ({ opensprints: 'active', closedsprints: 'closed', futuresprints: 'future' } as const)[name];
      return state === undefined ? undefined : sprints(scope).filter((one) => one.state === state).map((one) => one.id);
    },
  },
  assignee: person((issue) => issue.assignee),
  reporter: person((issue) => issue.reporter),
  creator: person((issue) => issue.creator),
  parent: {
    values: (issue) => (issue.parentId === undefined ? [] : [issue.parentId]),
    resolve: (text, { tenant }) => [tenant.issues.get(text)?.id ?? tenant.issueByKey(text.toUpperCase())?.id ?? ''],
  },
  // By the words a link has from the issue's own end, e.g. "duplicates" or "is duplicated by".
  issuelinktype: {
    values: (issue, { tenant }) =>
      [...tenant.links.all()].flatMap((link) => {
        const type = tenant.linkTypes.get(link.typeId);
        if (type === undefined) return [];
        return [...(link.inwardId === issue.id ? [type.outward.toLowerCase()] : []), ...(link.outwardId === issue.id ? [type.inward.toLowerCase()] : [])];
      }),
    resolve: (text, { tenant }) => some([...tenant.linkTypes.all()].flatMap((type) => [type.inward, type.outward]).filter((words) => same(words, text)).map((words) => words.toLowerCase())),
  },
  level: {
    values: (issue) => (issue.securityLevelId === undefined ? [] : [issue.securityLevelId]),
    resolve: (text, { sight }) => some(sight.projects().flatMap((one) => one.securityLevels.filter((level) => level.id === text || same(level.name, text)).map((level) => level.id))),
  },
};

export const SET_ALIASES: Readonly<Record<string, string>> = { issuekey: 'key', issue: 'key', id: 'key', type: 'issuetype', label: 'labels', customfield_10020: 'sprint', 'cf[10020]': 'sprint' };

function person(of: (issue: IssueRow) => string | undefined): SetField {
  return {
    values: (issue) => [of(issue) ?? []].flat(),
    resolve: (text, { tenant }) => (tenant.users.get(text) === undefined ? some([...tenant.users.all()].filter((one) => same(one.name, text)).map((one) => one.id)) : [text]),
    call: (name, _args, { caller }) => {
      if (name !== 'currentuser') return undefined;
      return caller.kind === 'user' ? [caller.user.id] : [];
    },
  };
}

function versionFunction(name: string, args: readonly string[], scope: Scope): readonly string[] | undefined {
  const asked = args.map((key) => scope.sight.projects().find((one) => one.id === key || same(one.key, key) || same(one.name, key)));
  if (asked.includes(undefined)) throw badRequest(`Could not resolve the project '${args.join(', ')}' provided to function '${name}'.`);
  const of = versions(scope).filter((one) => args.length === 0 || asked.some((project) => project?.id === one.projectId));
  const released = of.filter((one) => one.released && !one.archived);
  const unreleased = of.filter((one) => !one.released && !one.archived);
  switch (name) {
    case 'releasedversions':
      return released.map((one) => one.id);
    case 'unreleasedversions':
      return unreleased.map((one) => one.id);
    case 'latestreleasedversion':
      return released.slice(-1).map((one) => one.id);
    case 'earliestunreleasedversion':
      return unreleased.slice(0, 1).map((one) => one.id);
    default:
      return undefined;
  }
}

function versions({ tenant, sight }: Scope): readonly VersionRow[] {
  return sight.projects().flatMap((one) => [...tenant.versions.of(one.id)].sort((a, b) => a.position - b.position));
}

function sprints({ tenant, sight }: Scope): readonly SprintRow[] {
  return sight.projects().flatMap((one) => tenant.sprints.of(one.id));
}

function named(table: Table<NamedRow>, text: string): readonly string[] | undefined {
  return some([...table.all()].filter((one) => one.id === text || same(one.name, text)).map((one) => one.id));
}

function some(ids: readonly string[]): readonly string[] | undefined {
  return ids.length === 0 ? undefined : ids;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
