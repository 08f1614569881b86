/** A Jira REST call and the classic scopes of which one must be granted, as Jira's OpenAPI files list them; names with a space between them belong together. None is needed when the list is empty. */
export interface ScopeRule {
  readonly methods: readonly string[];
  readonly path: RegExp;
  readonly scopes: readonly string[];
}

const rule = (methods: string, path: RegExp, ...scopes: string[]): ScopeRule => ({ methods: methods.split(' '), path, scopes });
const API = '/rest/api/(?:2|3)';
const agile = (path: string): RegExp => new RegExp(`^/rest/agile/1\\.0/${path}$`);
const at = (path: string): RegExp => new RegExp(`^${API}/${path}$`);

/** The calls that this host knows, most special first. A call that is not here is unsupported. */
export const SCOPE_RULES: readonly ScopeRule[] = [
  rule('GET POST', at('search/(?:jql|approximate-count)'), 'read:jira-work'),
  rule('POST', at('(?:issue/bulkfetch|changelog/bulkfetch|jql/(?:parse|match)|issue/watching)'), 'read:jira-work'),
  rule('POST', at('permissions/check')),
  rule('GET', at('serverInfo')),
  rule('POST', at('permissions/project'), 'read:jira-work'),
  rule('GET', at('mypermissions'), 'read:jira-work'),
  rule('GET', at('(?:permissions|statuses|statuses/search|priority/search|securitylevel/[^/]+)'), 'manage:jira-configuration'),
  rule('GET', at('(?:myself|user|users|users/search|user/(?:search|bulk|assignable/search|permission/search|viewissue/search)|user/assignable/multiProjectSearch)'), 'read:jira-user'),
  rule('GET', at('(?:groupuserpicker|field|issuetype|issuetype/project|priority|resolution|resolution/search|status|status/[^/]+|statuscategory|statuscategory/[^/]+|label)'), 'read:jira-work'),
  rule('GET', at('project(?:/search|/recent|/[^/]+|/[^/]+/(?:statuses|versions?|components?|properties(?:/[^/]+)?|role(?:/[^/]+)?|securitylevel))?'), 'read:jira-work'),
  rule('PUT DELETE', at('project/[^/]+/properties/[^/]+'), 'manage:jira-project'),
  rule('GET', at('version/[^/]+(?:/(?:relatedIssueCounts|unresolvedIssueCount|relatedwork))?'), 'read:jira-work'),
  rule('POST PUT DELETE', at('version/[^/]+/relatedwork(?:/[^/]+)?'), 'write:jira-work'),
  rule('POST PUT DELETE', at('version(?:/[^/]+(?:/(?:removeAndSwap|mergeto/[^/]+))?)?'), 'manage:jira-project'),
  rule('GET', at('issue/[^/]+(?:/(?:comment|comment/[^/]+|transitions|properties|properties/[^/]+|changelog|remotelink|worklog|watchers|votes|editmeta))?'), 'read:jira-work'),
  rule('POST PUT DELETE', at('issue(?:/[^/]+(?:/(?:comment|comment/[^/]+|transitions|properties/[^/]+|assignee|remotelink|remotelink/[^/]+|worklog|watchers|votes))?)?'), 'write:jira-work'),
  rule('GET', at('comment/[^/]+/properties(?:/[^/]+)?'), 'read:jira-work'),
  rule('POST', at('comment/list'), 'read:jira-work'),
  rule('PUT DELETE', at('comment/[^/]+/properties/[^/]+'), 'write:jira-work'),
  rule('PUT DELETE POST', at('issue/properties(?:/[^/]+|/multi)?'), 'write:jira-work'),
  rule('GET', at('(?:bulk/issues/transition|bulk/queue/[^/]+|task/[^/]+)'), 'read:jira-work'),
  rule('POST', at('bulk/issues/transition'), 'write:jira-work'),
  rule('POST', at('issueLink'), 'write:jira-work'),
  rule('DELETE', at('issueLink/[^/]+'), 'write:jira-work'),
  rule('GET', at('(?:issueLink/[^/]+|issueLinkType|filter/[^/]+|filter/search)'), 'read:jira-work'),
  rule('GET', agile('board'), 'read:board-scope:jira-software read:project:jira'),
  rule('GET', agile('board/[^/]+(?:/(?:backlog|issue))?'), 'read:board-scope:jira-software read:issue-details:jira'),
  rule('GET', agile('(?:board/[^/]+/sprint|sprint/[^/]+)'), 'read:sprint:jira-software'),
  rule('GET', agile('sprint/[^/]+/issue'), 'read:sprint:jira-software read:issue-details:jira read:jql:jira'),
  rule('POST', agile('sprint(?:/[^/]+(?:/issue)?)?'), 'write:sprint:jira-software'),
  rule('POST', agile('backlog/issue'), 'write:board-scope:jira-software'),
  rule('PUT', agile('issue/rank'), 'write:issue:jira-software'),
  rule('POST', at('forge/panel/action/bulk/async'), 'manage:jira-configuration'),
  rule('GET', /^\/rest\/servicedeskapi\/request\/[^/]+\/feedback$/, 'read:servicedesk-request', 'read:request.feedback:jira-service-management read:user:jira'),
  rule('GET PUT DELETE', /^\/rest\/(?:forge|atlassian-connect)\/1\/(?:app|addons\/[^/]+)\/properties(?:\/[^/]+)?$/),
];

export type ScopeVerdict = { readonly kind: 'granted' } | { readonly kind: 'missing'; readonly needs: readonly string[] } | { readonly kind: 'unknown' };

/** Whether the manifest's scopes cover a call. `path` without query. */
export function checkScopes(method: string, path: string, granted: readonly string[]): ScopeVerdict {
  const found = SCOPE_RULES.find((each) => each.methods.includes(method.toUpperCase()) && each.path.test(path));
  if (found === undefined) return { kind: 'unknown' };
  return found.scopes.length === 0 || found.scopes.some((group) => group.split(' ').every((scope) => granted.includes(scope))) ? { kind: 'granted' } : { kind: 'missing', needs: found.scopes };
}
