import { z } from 'zod';
import { accountOf } from '../access/caller';
import { GROUPS, isIn, ROLES } from '../access/sight';
import { badField, JiraError } from '../errors';
import type { CommentRow, IssueRow } from '../state/rows';
import { AdfBody } from './edit-input';
import { emitComment } from './events';
import type { Act } from './events';
import { setProperty } from './property';

export const CommentInput = z.object({
  body: z.unknown(),
  visibility: z.object({ type: z.enum(['role', 'group']), value: z.string().optional(), identifier: z.string().nullable().optional() }).nullable().optional(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).optional(),
});

/** Adds a comment and says so to the platform; the issue counts as updated, its history does not change. @throws JiraError 400 403 */
export function addComment(act: Act, issue: IssueRow, value: unknown): CommentRow {
  const { tenant, caller, sight } = act;
  const project = tenant.projects.get(issue.projectId);
  if (project !== undefined) sight.demand('ADD_COMMENTS', project, 'comment on this issue');
  const { body, visibility, properties } = commentParts(act, issue, value);
  const at = tenant.now();
  const author = accountOf(caller);
  const comment: CommentRow = { id: tenant.nextId('comment'), issueId: issue.id, author, updateAuthor: author, body, createdAt: at, updatedAt: at, ...(visibility === undefined ? {} : { visibility }) };
  tenant.comments.put(comment);
  for (const property of properties) setProperty(act, `comment:${comment.id}`, property.key, property.value);
  touch(act, issue);
  emitComment(act, 'avi:jira:commented:issue', issue, comment);
  return comment;
}

/** A comment's new text or restriction. */
export function changeComment(act: Act, issue: IssueRow, comment: CommentRow, value: unknown): CommentRow {
  const { body, visibility, properties } = commentParts(act, issue, value);
  const { id, issueId, author, createdAt } = comment;
  const next: CommentRow = { id, issueId, author, createdAt, body, updateAuthor: accountOf(act.caller), updatedAt: act.tenant.now(), ...(visibility === undefined ? {} : { visibility }) };
  act.tenant.comments.put(next);
  for (const property of properties) setProperty(act, `comment:${comment.id}`, property.key, property.value);
  touch(act, issue);
  emitComment(act, 'avi:jira:commented:issue', issue, next);
  return next;
}

export function removeComment(act: Act, issue: IssueRow, comment: CommentRow): void {
  act.tenant.comments.remove(comment.id);
  for (const property of act.tenant.properties.of(`comment:${comment.id}`)) act.tenant.properties.remove(property.id);
  touch(act, issue);
  emitComment(act, 'avi:jira:deleted:comment', issue, comment);
}

function touch({ tenant }: Act, issue: IssueRow): void {
  const now = tenant.issues.get(issue.id);
  if (now !== undefined) tenant.issues.put({ ...now, updatedAt: tenant.now() });
}

interface Parts {
  readonly body: CommentRow['body'];
  readonly visibility: CommentRow['visibility'];
  readonly properties: readonly { readonly key: string; readonly value?: unknown }[];
}

function commentParts({ caller }: Act, issue: IssueRow, value: unknown): Parts {
  const input = CommentInput.safeParse(value);
  if (!input.success) throw badField('comment', 'The comment is not readable.');
  const body = AdfBody.safeParse(input.data.body);
  if (!body.success) throw badField('comment', 'Comment body is not valid! It must be an Atlassian Document.');
  if (JSON.stringify(body.data).length > 32_767) throw new JiraError(413, [], { comment: 'The comment is too long.' });
  return { body: body.data, visibility: restriction(caller, issue, input.data.visibility), properties: input.data.properties ?? [] };
}

function restriction(caller: Act['caller'], issue: IssueRow, asked: z.output<typeof CommentInput>['visibility']): CommentRow['visibility'] {
  if (asked === null || asked === undefined) return undefined;
  const value = asked.value ?? asked.identifier ?? '';
  const to = { type: asked.type, value };
  if (!(asked.type === 'role' ? ROLES : GROUPS).includes(value)) throw badField('commentLevel', `${asked.type === 'role' ? 'Role' : 'Group'}: ${value} does not exist.`);
  if (!isIn(caller, issue.projectId, to)) throw badField('commentLevel', `You are currently not a member of the ${asked.type}: ${value}.`);
  return to;
}
