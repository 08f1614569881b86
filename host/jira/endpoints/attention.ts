import { accountOf } from '../access/caller';
import { badRequest, JiraError } from '../errors';
import { NO_CONTENT, ok, pageOf } from '../request';
import type { Answer, JiraRequest } from '../request';
import { userById } from '../shape/user';

/** GET /rest/api/3/issue/{issueIdOrKey}/watchers */
export function getWatchers(request: JiraRequest): Answer {
  const { tenant, sight, caller } = request;
  const issue = sight.issue(request.params['idOrKey'] ?? '');
  const watchers = issue.watchers.flatMap((id) => userById(tenant, id) ?? []);
  return ok({ self: `${tenant.baseUrl}/rest/api/3/issue/${issue.key}/watchers`, isWatching: caller.kind === 'user' && issue.watchers.includes(caller.user.id), watchCount: issue.namelessWatchers + issue.watchers.length, watchers }, 1, watchers.length);
}

/** POST /rest/api/3/issue/{issueIdOrKey}/watchers: the body is an account id, or empty for oneself. */
export function postWatcher(request: JiraRequest): Answer {
  const { tenant, sight, caller, body } = request;
  const issue = sight.issue(request.params['idOrKey'] ?? '');
  const own = accountOf(caller);
  const id = typeof body === 'string' && body !== '' ? body : own;
  if (id !== own) sight.demand('MANAGE_WATCHERS', sight.project(issue.projectId), 'manage the watcher list');
  if (tenant.users.get(id) === undefined) throw new JiraError(404, [`The user '${id}' does not exist.`]);
  tenant.write(() => tenant.issues.put({ ...issue, watchers: [...new Set([...issue.watchers, id])] }));
  return NO_CONTENT;
}

/** DELETE /rest/api/3/issue/{issueIdOrKey}/watchers?accountId= */
export function deleteWatcher(request: JiraRequest): Answer {
  const { tenant, sight, caller } = request;
  const issue = sight.issue(request.params['idOrKey'] ?? '');
  const id = request.query.get('accountId');
  if (id === null) throw badRequest('The accountId query parameter is required.');
  if (id !== accountOf(caller)) sight.demand('MANAGE_WATCHERS', sight.project(issue.projectId), 'manage the watcher list');
  tenant.write(() => tenant.issues.put({ ...issue, watchers: issue.watchers.filter((one) => one !== id) }));
  return NO_CONTENT;
}

/** GET /rest/api/3/issue/{issueIdOrKey}/votes */
export function getVotes(request: JiraRequest): Answer {
  const { tenant, sight, caller } = request;
  const issue = sight.issue(request.params['idOrKey'] ?? '');
  return ok({ self: `${tenant.baseUrl}/rest/api/3/issue/${issue.key}/votes`, votes: issue.namelessVotes + issue.voters.length, hasVoted: caller.kind === 'user' && issue.voters.includes(caller.user.id), voters: issue.voters.flatMap((id) => userById(tenant, id) ?? []) }, 1, issue.voters.length);
}

/** POST and DELETE /rest/api/3/issue/{issueIdOrKey}/votes */
export function vote(add: boolean): (request: JiraRequest) => Answer {
  return ({ tenant, sight, caller, params }) => {
    const issue = sight.issue(params['idOrKey'] ?? '');
    const own = accountOf(caller);
    if (add && issue.resolutionId !== undefined) throw badRequest('You cannot vote for a resolved issue.');
    if (add && issue.reporter === own) throw new JiraError(404, ['You cannot vote for an issue you have reported.']);
    const others = issue.voters.filter((one) => one !== own);
    tenant.write(() => tenant.issues.put({ ...issue, voters: add ? [...others, own] : others }));
    return NO_CONTENT;
  };
}

/** GET /rest/api/3/label: labels of issues that the caller sees. */
export function getLabels(request: JiraRequest): Answer {
  const labels = new Set([...request.tenant.issues.all()].filter(request.sight.sees).flatMap((one) => one.labels));
  return ok(pageOf(request, [...labels].sort(), 1000));
}
