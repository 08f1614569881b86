import { accountOf } from '../access/caller';
import { addComment, changeComment, removeComment } from '../change/comment';
import { JiraError } from '../errors';
import { created, listed, NO_CONTENT, ok, pageOf } from '../request';
import type { Answer, JiraRequest } from '../request';
import { commentOf } from '../shape/comment';
import type { CommentRow, IssueRow } from '../state/rows';

/** GET /rest/api/3/issue/{issueIdOrKey}/comment: only what the caller may read, in numbers too. */
export function getComments(request: JiraRequest): Answer {
  const { tenant, sight, query } = request;
  const issue = sight.issue(request.params['idOrKey'] ?? '');
  const rows = tenant.comments.of(issue.id).filter(sight.seesComment);
  const newestFirst = query.get('orderBy') === '-created';
  const { values, startAt, maxResults, total } = pageOf(request, newestFirst ? [...rows].reverse() : rows, 100);
  const shown = values.flatMap((one) => rows.filter((row) => row === one));
  const comments = shown.map((one) => commentOf(tenant, one, listed(query, 'expand').includes('properties')));
  return ok({ startAt, maxResults, total, comments }, comments.length);
}

/** GET /rest/api/3/issue/{issueIdOrKey}/comment/{id} */
export function getComment(request: JiraRequest): Answer {
  const { comment } = theComment(request);
  return ok(commentOf(request.tenant, comment, listed(request.query, 'expand').includes('properties')));
}

/** POST /rest/api/3/issue/{issueIdOrKey}/comment */
export function postComment(request: JiraRequest): Answer {
  const { tenant, sight, body } = request;
  const issue = sight.issue(request.params['idOrKey'] ?? '');
  return created(commentOf(tenant, tenant.write(() => addComment(request, issue, body)), true));
}

/** PUT /rest/api/3/issue/{issueIdOrKey}/comment/{id} */
export function putComment(request: JiraRequest): Answer {
  const { tenant, body } = request;
  const { issue, comment } = theComment(request);
  demandChange(request, issue, comment, 'EDIT');
  return ok(commentOf(tenant, tenant.write(() => changeComment(request, issue, comment, body))));
}

/** DELETE /rest/api/3/issue/{issueIdOrKey}/comment/{id} */
export function deleteComment(request: JiraRequest): Answer {
  const { issue, comment } = theComment(request);
  demandChange(request, issue, comment, 'DELETE');
  request.tenant.write(() => removeComment(request, issue, comment));
  return NO_CONTENT;
}

/** The same answer for a comment that does not exist and one that the caller may not read. */
export function commentNotFound(id: string): JiraError {
  return new JiraError(404, [`Can not find a comment for the id: ${id}.`]);
}

function theComment({ tenant, sight, params }: JiraRequest): { readonly issue: IssueRow; readonly comment: CommentRow } {
  const issue = sight.issue(params['idOrKey'] ?? '');
  const comment = tenant.comments.get(params['id'] ?? '');
  if (comment === undefined || comment.issueId !== issue.id || !sight.seesComment(comment)) throw commentNotFound(params['id'] ?? '');
  return { issue, comment };
}

function demandChange(request: JiraRequest, issue: IssueRow, comment: CommentRow, verb: 'EDIT' | 'DELETE'): void {
  const own = comment.author === accountOf(request.caller);
  const project = request.sight.project(issue.projectId);
  request.sight.demand(own ? `${verb}_OWN_COMMENTS` : `${verb}_ALL_COMMENTS`, project, `${verb.toLowerCase()} this comment`);
}
