import type { Sight } from '../access/sight';
import type { IssueRow, LinkRow } from '../state/rows';
import type { Tenant } from '../state/tenant';
import { commentOf } from './comment';
import { issueTypeOf, priorityOf, resolutionOf, statusOf, categoryOf } from './names';
import { projectOf } from './project';
import { jiraTime } from './time';
import { userById } from './user';
import { shortVersionOf, sprintOf } from './version';

export const SPRINT_FIELD = 'customfield_10020';
export const RANK_FIELD = 'customfield_10019';
export const ORGANISATIONS_FIELD = 'customfield_10002';

interface Seen {
  readonly tenant: Tenant;
  readonly issue: IssueRow;
  readonly sight: Sight;
}

export interface FieldDefinition {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
  /** Shown without being asked for by `*navigable`. */
  readonly navigable: boolean;
  readonly clauseNames: readonly string[];
  readonly read: (seen: Seen) => unknown;
}

const system = (type: string, name: string, items?: string): Readonly<Record<string, unknown>> => ({ type, ...(items === undefined ? {} : { items }), system: name });

/** All fields of an issue, in the order Jira lists them. */
export const FIELDS: Readonly<Record<string, FieldDefinition>> = {
  summary: { name: 'Summary', schema: system('string', 'summary'), navigable: true, clauseNames: ['summary'], read: ({ issue }) => issue.summary },
  issuetype: { name: 'Issue Type', schema: system('issuetype', 'issuetype'), navigable: true, clauseNames: ['issuetype', 'type'], read: ({ tenant, issue }) => named(tenant.issueTypes.get(issue.typeId), (row) => issueTypeOf(tenant, row)) },
  project: { name: 'Project', schema: system('project', 'project'), navigable: true, clauseNames: ['project'], read: ({ tenant, issue }) => named(tenant.projects.get(issue.projectId), (row) => projectOf(tenant, row)) },
  status: { name: 'Status', schema: system('status', 'status'), navigable: true, clauseNames: ['status'], read: ({ tenant, issue }) => named(tenant.statuses.get(issue.statusId), (row) => statusOf(tenant, row)) },
  statusCategory: { name: 'Status Category', schema: system('statusCategory', 'statusCategory'), navigable: true, clauseNames: ['statusCategory'], read: ({ tenant, issue }) => named(tenant.statuses.get(issue.statusId), (row) => categoryOf(tenant, row.category)) },
  statuscategorychangedate: { name: 'Status Category Changed', schema: system('datetime', 'statuscategorychangedate'), navigable: false, clauseNames: ['statusCategoryChangedDate'], read: ({ issue }) => jiraTime(issue.statusChangedAt) },
  resolution: { name: 'Resolution', schema: system('resolution', 'resolution'), navigable: true, clauseNames: ['resolution'], read: ({ tenant, issue }) => named(tenant.resolutions.get(issue.resolutionId ?? ''), (row) => resolutionOf(tenant, row)) },
  resolutiondate: { name: 'Resolved', schema: system('datetime', 'resolutiondate'), navigable: true, clauseNames: ['resolutiondate', 'resolved'], read: ({ issue }) => time(issue.resolvedAt) },
  priority: { name: 'Priority', schema: system('priority', 'priority'), navigable: true, clauseNames: ['priority'], read: ({ tenant, issue }) => named(tenant.priorities.get(issue.priorityId), (row) => priorityOf(tenant, row)) },
  labels: { name: 'Labels', schema: system('array', 'labels', 'string'), navigable: true, clauseNames: ['labels'], read: ({ issue }) => issue.labels },
  fixVersions: { name: 'Fix versions', schema: system('array', 'fixVersions', 'version'), navigable: true, clauseNames: ['fixVersion'], read: ({ tenant, issue }) => issue.fixVersions.flatMap((id) => named(tenant.versions.get(id), (row) => shortVersionOf(tenant, row)) ?? []) },
  versions: { name: 'Affects versions', schema: system('array', 'versions', 'version'), navigable: true, clauseNames: ['affectedVersion'], read: () => [] },
  components: { name: 'Components', schema: system('array', 'components', 'component'), navigable: true, clauseNames: ['component'], read: () => [] },
  created: { name: 'Created', schema: system('datetime', 'created'), navigable: true, clauseNames: ['created', 'createdDate'], read: ({ issue }) => jiraTime(issue.createdAt) },
  updated: { name: 'Updated', schema: system('datetime', 'updated'), navigable: true, clauseNames: ['updated', 'updatedDate'], read: ({ issue }) => jiraTime(issue.updatedAt) },
  duedate: { name: 'Due date', schema: system('date', 'duedate'), navigable: true, clauseNames: ['due', 'duedate'], read: ({ issue }) => issue.dueDate ?? null },
  assignee: { name: 'Assignee', schema: system('user', 'assignee'), navigable: true, clauseNames: ['assignee'], read: ({ tenant, issue }) => userById(tenant, issue.assignee) },
  reporter: { name: 'Reporter', schema: system('user', 'reporter'), navigable: true, clauseNames: ['reporter'], read: ({ tenant, issue }) => userById(tenant, issue.reporter) },
  creator: { name: 'Creator', schema: system('user', 'creator'), navigable: true, clauseNames: ['creator'], read: ({ tenant, issue }) => userById(tenant, issue.creator) },
  parent: { name: 'Parent', schema: system('issuelink', 'parent'), navigable: true, clauseNames: ['parent'], read: (seen) => parent(seen) },
  issuelinks: { name: 'Linked Issues', schema: system('array', 'issuelinks', 'issuelinks'), navigable: true, clauseNames: ['issueLink'], read: ({ tenant, issue, sight }) => [...tenant.links.all()].flatMap((link) => linkFrom(tenant, link, issue, sight)) },
  votes: { name: 'Votes', schema: system('votes', 'votes'), navigable: true, clauseNames: ['votes'], read: ({ tenant, issue }) => ({ self: `${tenant.baseUrl}/rest/api/3/issue/${issue.key}/votes`, votes: issue.namelessVotes + issue.voters.length, hasVoted: false }) },
  watches: { name: 'Watchers', schema: system('watches', 'watches'), navigable: true, clauseNames: ['watchers'], read: ({ tenant, issue }) => ({ self: `${tenant.baseUrl}/rest/api/3/issue/${issue.key}/watchers`, watchCount: issue.namelessWatchers + issue.watchers.length, isWatching: false }) },
  security: { name: 'Security Level', schema: system('securitylevel', 'security'), navigable: true, clauseNames: ['level'], read: (seen) => security(seen) },
  description: { name: 'Description', schema: system('string', 'description'), navigable: true, clauseNames: ['description'], read: ({ issue }) => issue.description ?? null },
  comment: { name: 'Comment', schema: system('comments-page', 'comment'), navigable: false, clauseNames: ['comment'], read: (seen) => comments(seen) },
  [ORGANISATIONS_FIELD]: { name: 'Organizations', schema: { type: 'array', items: 'sd-customerorganization', custom: 'com.atlassian.servicedesk:sd-customer-organizations', customId: 10_002 }, navigable: true, clauseNames: ['cf[10002]', 'Organizations'], read: ({ issue }) => (issue.organisation === undefined ? [] : [issue.organisation]) },
  [RANK_FIELD]: { name: 'Rank', schema: { type: 'any', custom: 'com.pyxis.greenhopper.jira:gh-lexo-rank', customId: 10_019 }, navigable: true, clauseNames: ['cf[10019]', 'Rank'], read: ({ issue }) => `0|i${Math.round(issue.rank * 4096).toString(36).padStart(11, '0')}:` },
  [SPRINT_FIELD]: { name: 'Sprint', schema: { type: 'array', items: 'json', custom: 'com.pyxis.greenhopper.jira:gh-sprint', customId: 10_020 }, navigable: true, clauseNames: ['cf[10020]', 'Sprint'], read: ({ tenant, issue }) => (issue.sprints.length === 0 ? null : issue.sprints.flatMap((id) => named(tenant.sprints.get(id), (row) => sprintOf(tenant, row)) ?? [])) },
};

function named<Row>(row: Row | undefined, shape: (row: Row) => unknown): unknown {
  return row === undefined ? null : shape(row);
}

function time(at: string | undefined): string | null {
  return at === undefined ? null : jiraTime(at);
}

/** A hidden parent is left out, as Jira does. */
function parent({ tenant, issue, sight }: Seen): unknown {
  const above = tenant.issues.get(issue.parentId ?? '');
  return above === undefined || !sight.sees(above) ? undefined : { id: above.id, key: above.key, self: `${tenant.baseUrl}/rest/api/3/issue/${above.id}`, fields: linkedFields(tenant, above) };
}

function security({ tenant, issue }: Seen): unknown {
  const level = tenant.projects.get(issue.projectId)?.securityLevels.find((one) => one.id === issue.securityLevelId);
  return level === undefined ? null : { self: `${tenant.baseUrl}/rest/api/3/securitylevel/${level.id}`, id: level.id, description: '', name: level.name };
}

function comments({ tenant, issue, sight }: Seen): unknown {
  const rows = tenant.comments.of(issue.id).filter(sight.seesComment);
  return { comments: rows.map((one) => commentOf(tenant, one)), self: `${tenant.baseUrl}/rest/api/3/issue/${issue.id}/comment`, maxResults: rows.length, total: rows.length, startAt: 0 };
}

/** A link as one of its ends shows it; nothing when the caller may not see the other end. */
export function linkFrom(tenant: Tenant, link: LinkRow, issue: IssueRow, sight: Sight): readonly unknown[] {
  const outward = link.inwardId === issue.id;
  if (!outward && link.outwardId !== issue.id) return [];
  const other = tenant.issues.get(outward ? link.outwardId : link.inwardId);
  const type = tenant.linkTypes.get(link.typeId);
  if (other === undefined || type === undefined || !sight.sees(other)) return [];
  const end = linkedIssue(tenant, other);
  return [{ id: link.id, self: `${tenant.baseUrl}/rest/api/3/issueLink/${link.id}`, type: { ...type, self: `${tenant.baseUrl}/rest/api/3/issueLinkType/${type.id}` }, ...(outward ? { outwardIssue: end } : { inwardIssue: end }) }];
}

export function linkedIssue(tenant: Tenant, issue: IssueRow): unknown {
  return { id: issue.id, key: issue.key, self: `${tenant.baseUrl}/rest/api/3/issue/${issue.id}`, fields: linkedFields(tenant, issue) };
}

function linkedFields(tenant: Tenant, issue: IssueRow): unknown {
  return {
    summary: issue.summary,
    status: named(tenant.statuses.get(issue.statusId), (row) => statusOf(tenant, row)),
    priority: named(tenant.priorities.get(issue.priorityId), (row) => priorityOf(tenant, row)),
    issuetype: named(tenant.issueTypes.get(issue.typeId), (row) => issueTypeOf(tenant, row)),
  };
}
