import { z } from 'zod';
import { badRequest } from '../errors';
import { searchPage, findIssues } from '../jql/search';
import type { Scope } from '../jql/scope';
import { bodyAs, listed, ok, wholeNumber } from '../request';
import type { Answer, JiraRequest } from '../request';
import { issueOf } from '../shape/issue';

const SearchBody = z.object({
  jql: z.string(),
  nextPageToken: z.string().nullable().optional(),
  maxResults: z.number().int().min(0).optional(),
  fields: z.array(z.string()).optional(),
  expand: z.string().optional(),
  properties: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
  reconcileIssues: z.array(z.number().int()).max(50, 'at most 50 ids').optional(),
});

/** GET /rest/api/3/search/jql */
export function searchByQuery(request: JiraRequest): Answer {
  const { query } = request;
  const jql = query.get('jql') ?? '';
  const token = query.get('nextPageToken');
  return search(request, {
    jql,
    maxResults: wholeNumber(query, 'maxResults', 50, 5000),
    fields: [...listed(query, 'fields')],
    expand: query.get('expand') ?? '',
    properties: [...listed(query, 'properties')],
    reconcileIssues: listed(query, 'reconcileIssues').map(Number),
    ...(token === null ? {} : { nextPageToken: token }),
  });
}

/** POST /rest/api/3/search/jql */
export function searchByBody(request: JiraRequest): Answer {
  return search(request, bodyAs(SearchBody, request));
}

/** A page holds up to 5,000 issues when only ids and keys are asked for, otherwise 100. */
function search(request: JiraRequest, asked: z.output<typeof SearchBody>): Answer {
  const { tenant, sight } = request;
  const fields = asked.fields === undefined || asked.fields.length === 0 ? ['id'] : asked.fields;
  const lean = fields.every((one) => one === 'id' || one === 'key') && (asked.expand ?? '') === '';
  const size = Math.min(asked.maxResults ?? 50, lean ? 5000 : 100);
  if (size === 0) throw badRequest('maxResults must be at least 1.');
  const token = asked.nextPageToken ?? undefined;
  const page = searchPage(asked.jql, scopeOf(request), { size, ...(token === undefined ? {} : { token }), reconcile: (asked.reconcileIssues ?? []).map(String) });
  const view = { fields, expand: (asked.expand ?? '').split(',').map((one) => one.trim()), properties: asked.properties ?? [] };
  const body = {
    issues: page.issues.map((issue) => issueOf(tenant, issue, sight, view)),
    ...(page.nextPageToken === undefined ? { isLast: true } : { nextPageToken: page.nextPageToken, isLast: false }),
  };
  return ok(body, page.issues.length);
}

/** POST /rest/api/3/search/approximate-count */
export function approximateCount(request: JiraRequest): Answer {
  const { jql } = bodyAs(z.object({ jql: z.string() }), request);
  searchPage(jql, scopeOf(request), { size: 1 });
  return ok({ count: findIssues(jql, scopeOf(request)).length });
}

export function scopeOf({ tenant, caller, sight }: JiraRequest): Scope {
  return { tenant, caller, sight, now: Date.parse(tenant.now()) };
}
