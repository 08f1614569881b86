import { z } from 'zod';
import { createIssue, deleteIssue } from '../change/create-issue';
import { editIssue } from '../change/edit-issue';
import { IssueUpdate } from '../change/edit-input';
import { badRequest } from '../errors';
import { bodyAs, created, listed, NO_CONTENT, ok } from '../request';
import type { Answer, JiraRequest } from '../request';
import { changeOf } from '../shape/change';
import { issueOf } from '../shape/issue';
import type { IssueRow, ProjectRow } from '../state/rows';
import { transitionShape } from './transitions';
import { transitionsOf } from '../change/transition-issue';

/** GET /rest/api/3/issue/{issueIdOrKey} */
export function getIssue(request: JiraRequest): Answer {
  const { tenant, sight, query } = request;
  const issue = sight.issue(request.params['idOrKey'] ?? '');
  const fields = listed(query, 'fields');
  const expand = listed(query, 'expand');
  const body = issueOf(tenant, issue, sight, { fields: fields.length === 0 ? ['*all'] : fields, expand, properties: listed(query, 'properties') });
  if (!expand.includes('transitions')) return ok(body);
  return ok({ ...body, transitions: transitionsOf(request, issue).map((one) => transitionShape(request, issue, one, false)) });
}

/** PUT /rest/api/3/issue/{issueIdOrKey} */
export function putIssue(request: JiraRequest): Answer {
  const { tenant, sight, query } = request;
  const issue = sight.issue(request.params['idOrKey'] ?? '');
  sight.demand('EDIT_ISSUES', projectOf(request, issue), 'edit this issue');
  const input = bodyAs(IssueUpdate, request);
  const stored = tenant.write(() => editIssue(request, issue, input));
  if (query.get('returnIssue') !== 'true') return NO_CONTENT;
  return ok(issueOf(tenant, stored, sight, { fields: ['*all'], expand: [], properties: [] }));
}

/** POST /rest/api/3/issue */
export function postIssue(request: JiraRequest): Answer {
  const { tenant } = request;
  const issue = tenant.write(() => createIssue(request, bodyAs(IssueUpdate, request)));
  return created({ id: issue.id, key: issue.key, self: `${tenant.baseUrl}/rest/api/3/issue/${issue.id}` });
}

/** DELETE /rest/api/3/issue/{issueIdOrKey} */
export function removeIssue(request: JiraRequest): Answer {
  const { tenant, sight } = request;
  const issue = sight.issue(request.params['idOrKey'] ?? '');
  sight.demand('DELETE_ISSUES', projectOf(request, issue), 'delete this issue');
  tenant.write(() => deleteIssue(request, issue));
  return NO_CONTENT;
}

const BulkFetch = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1, 'issueIdsOrKeys is required').max(100, 'at most 100 issues'),
  fields: z.array(z.string()).optional(),
  expand: z.array(z.string()).optional(),
  properties: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
});

/** POST /rest/api/3/issue/bulkfetch: in ascending id; a hidden issue and an absent one get the same error line. */
export function bulkFetch(request: JiraRequest): Answer {
  const { tenant, sight } = request;
  const asked = bodyAs(BulkFetch, request);
  const { found, missing } = split(request, asked.issueIdsOrKeys);
  const fields = asked.fields === undefined || asked.fields.length === 0 ? ['*navigable'] : asked.fields;
  const view = { fields, expand: asked.expand ?? [], properties: asked.properties ?? [] };
  const issueErrors = missing.map((id) => ({ id, errorMessage: 'Issue does not exist or you do not have permission to see it.' }));
  return ok({ issues: found.map((issue) => issueOf(tenant, issue, sight, view)), issueErrors }, found.length);
}

/** GET /rest/api/3/issue/{issueIdOrKey}/changelog: oldest first. */
export function getChangelog(request: JiraRequest): Answer {
  const { tenant, sight, query, url } = request;
  const issue = sight.issue(request.params['idOrKey'] ?? '');
  const rows = tenant.changes.of(issue.id);
  const startAt = Number(query.get('startAt') ?? '0');
  const maxResults = Math.min(Number(query.get('maxResults') ?? '100'), 100);
  if (!Number.isInteger(startAt) || !Number.isInteger(maxResults)) throw badRequest('startAt and maxResults should be numbers.');
  const shown = rows.slice(startAt, startAt + maxResults);
  const values = shown.map((one) => changeOf(tenant, one));
  return ok({ self: new URL(url, tenant.baseUrl).href, maxResults, startAt, total: rows.length, isLast: startAt + shown.length >= rows.length, values }, shown.length);
}

const BulkChangelog = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1, 'issueIdsOrKeys is required').max(1000, 'at most 1000 issues'),
  fieldIds: z.array(z.string()).max(10, 'at most 10 fields').optional(),
  maxResults: z.number().int().min(1).max(10_000).optional(),
  nextPageToken: z.string().nullable().optional(),
});

/** POST /rest/api/3/changelog/bulkfetch: by date, then issue id; hidden and absent issues are left out. */
export function bulkChangelog(request: JiraRequest): Answer {
  const { tenant } = request;
  const asked = bodyAs(BulkChangelog, request);
  const wanted = asked.fieldIds;
  const rows = split(request, asked.issueIdsOrKeys)
    .found.flatMap((issue) => tenant.changes.of(issue.id))
    .map((change) => ({ ...change, items: wanted === undefined ? change.items : change.items.filter((item) => wanted.includes(item.fieldId)) }))
    .filter((change) => change.items.length > 0)
    .sort((a, b) => (a.at === b.at ? Number(a.issueId) - Number(b.issueId) || Number(a.id) - Number(b.id) : a.at < b.at ? -1 : 1));
  const start = asked.nextPageToken === undefined || asked.nextPageToken === null ? 0 : Number(asked.nextPageToken);
  if (!Number.isInteger(start)) throw badRequest('The provided nextPageToken is invalid.');
  const end = start + (asked.maxResults ?? 1000);
  const shown = rows.slice(start, end);
  const issueIds = [...new Set(shown.map((one) => one.issueId))];
  const issueChangeLogs = issueIds.map((issueId) => ({ issueId, changeHistories: shown.filter((one) => one.issueId === issueId).map((one) => changeOf(tenant, one)) }));
  return ok({ issueChangeLogs, ...(end < rows.length ? { nextPageToken: String(end) } : {}) }, shown.length);
}

function split({ tenant, sight }: JiraRequest, idsOrKeys: readonly string[]): { readonly found: readonly IssueRow[]; readonly missing: readonly string[] } {
  const found = new Map<string, IssueRow>();
  const missing: string[] = [];
  for (const one of new Set(idsOrKeys)) {
    const issue = tenant.issues.get(one) ?? tenant.issueByKey(one.toUpperCase());
    if (issue === undefined || !sight.sees(issue)) missing.push(one);
    else found.set(issue.id, issue);
  }
  return { found: [...found.values()].sort((a, b) => Number(a.id) - Number(b.id)), missing };
}

export function projectOf({ sight }: JiraRequest, issue: IssueRow): ProjectRow {
  return sight.project(issue.projectId);
}
