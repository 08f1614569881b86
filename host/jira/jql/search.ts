import { createHash } from 'node:crypto';
import { z } from 'zod';
import { badRequest } from '../errors';
import type { IssueRow } from '../state/rows';
import { compile } from './match';
import { sorter } from './order';
import type { SortKey } from './order';
import { parseJql } from './parse';
import type { Query } from './parse';
import type { Scope } from './scope';

const TOKEN_LIVES_MS = 7 * 86_400_000;
const PageToken = z.object({ query: z.string(), at: z.number(), after: z.array(z.union([z.string(), z.number(), z.null()])) });

export interface Found {
  readonly issues: readonly IssueRow[];
  readonly nextPageToken?: string;
}

/** All issues that a query finds for the caller, in its order. @throws JiraError 400 */
export function findIssues(jql: string, scope: Scope, reconcile: readonly string[] = []): readonly IssueRow[] {
  const query = parseJql(jql);
  const { keyOf, compare } = sorter(query.orderBy, scope);
  return matching(query, scope, reconcile)
    .map((issue) => ({ issue, key: keyOf(issue) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ issue }) => issue);
}

/**
 * One page, resumed by token. A token belongs to its query and lives seven days; the page starts after the last issue seen, so rows that change meanwhile may move.
 * @throws JiraError 400
 */
export function searchPage(jql: string, scope: Scope, page: { readonly size: number; readonly token?: string; readonly reconcile?: readonly string[] }): Found {
  const query = parseJql(jql);
  if (query.where === undefined) throw badRequest('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  const { keyOf, compare } = sorter(query.orderBy, scope);
  const mark = createHash('sha256').update(jql).digest('base64url').slice(0, 16);
  const after = page.token === undefined ? undefined : readToken(page.token, mark, scope.now);
  const rows = matching(query, scope, page.reconcile ?? [])
    .map((issue) => ({ issue, key: keyOf(issue) }))
    .filter(({ key }) => after === undefined || compare(key, after) > 0)
    .sort((a, b) => compare(a.key, b.key));
  const shown = rows.slice(0, page.size);
  const last = shown.at(-1);
  const issues = shown.map(({ issue }) => issue);
  if (rows.length <= page.size || last === undefined) return { issues };
  return { issues, nextPageToken: Buffer.from(JSON.stringify({ query: mark, at: scope.now, after: last.key })).toString('base64url') };
}

/** Search reads its index, which a test can hold behind; reconciled ids are read as they are. */
function matching(query: Query, scope: Scope, reconcile: readonly string[]): readonly IssueRow[] {
  const test = query.where === undefined ? () => true : compile(query.where, scope);
  const { tenant, sight } = scope;
  const held = tenant.switches.heldIndex;
  const fresh = new Set(reconcile);
  const indexed = held === undefined ? [...tenant.issues.all()] : [...held.filter((one) => !fresh.has(one.id)), ...reconcile.flatMap((id) => tenant.issues.get(id) ?? [])];
  return indexed.filter((issue) => tenant.issues.get(issue.id) !== undefined && sight.sees(tenant.issues.get(issue.id) ?? issue) && test(issue));
}

function readToken(token: string, mark: string, now: number): SortKey {
  const invalid = badRequest('The provided nextPageToken is invalid or has expired.');
  const parsed = PageToken.safeParse(json(Buffer.from(token, 'base64url').toString('utf8')));
  if (!parsed.success || parsed.data.query !== mark || now - parsed.data.at > TOKEN_LIVES_MS) throw invalid;
  return parsed.data.after;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
