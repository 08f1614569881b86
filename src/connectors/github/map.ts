import type { z } from 'zod';
import type { SkippedRecord, SourceLink, SourceRecord } from '../../domain/source-record';
import { jiraLinksIn } from '../_shared/jira-links';
import { unreadRest } from '../_shared/unread-rest';
import { fieldOf, unreadable } from '../_shared/unreadable';
import { withMarkedTemplate, withoutComments } from './without-template';
import { DiscussionComment, type Comment, type CommentId, type Discussion, type Issue } from './schema';

/** People who work on the repository: what they write is ours. Everybody else is a customer. */
const OURS: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

/** Logins that the connection names as ours, in lower case, and the members of our organisations. */
export interface Ours {
  readonly logins: ReadonlySet<string>;
  readonly members: ReadonlySet<number>;
}
const NOBODY: Ours = { logins: new Set(), members: new Set() };
const GHOST = 10_137;

interface Speaker {
  readonly author: string | undefined;
  readonly isBot: boolean;
  readonly association: string | undefined;
  /** Somebody else edited what they wrote, last. */
  readonly isRewritten: boolean;
}

type Mapped = SourceRecord | SkippedRecord;

export function issueRecord(repo: string, ours: Ours = NOBODY): (issue: z.output<typeof Issue>) => Mapped {
  return (issue) => {
    const base = { externalId: `${repo}#${issue.number}`, revision: issue.updated_at, group: `${repo}#${issue.number}`, at: issue.created_at };
    if (issue.pull_request !== undefined) return { ...base, reason: 'out-of-scope' };
    const words = withMarkedTemplate(issue.body ?? '');
    const title = ownTitle(issue);
    return record(base, speakerOf(issue, ours), words === '' ? title : words, {
      title,
      url: issue.html_url,
      status: issue.state,
      routing: { repository: [repo], label: issue.labels.filter((label) => label !== '') },
      ...likes(issue.reactions?.['+1']),
    });
  };
}

/** What a comment is called, which its number and the address of its issue tell. */
export function commentId(repo: string, comment: z.output<typeof CommentId>): string {
  return `${repo}#${issueNumber(comment)}/c${comment.id}`;
}

export function commentRecord(repo: string, ours: Ours = NOBODY): (comment: z.output<typeof Comment>) => Mapped {
  return (comment) => {
    const base = { externalId: commentId(repo, comment), revision: comment.updated_at, group: `${repo}#${issueNumber(comment)}`, at: comment.created_at };
    if (isOfPull(comment)) return { ...base, reason: 'out-of-scope' };
    return record(base, speakerOf(comment, ours), withoutComments(comment.body ?? ''), { url: comment.html_url, routing: { repository: [repo] }, ...likes(comment.reactions?.['+1']) });
  };
}

/** A discussion, its comments and the replies to them, each a record of its own. */
export function discussionRecords(repo: string, ours: Ours = NOBODY): (discussion: z.output<typeof Discussion>) => readonly Mapped[] {
  return (discussion) => {
    const id = `${repo}/d${discussion.number}`;
    const routing = { repository: [repo], category: discussion.category === undefined ? [] : [discussion.category.name] };
    const words = withMarkedTemplate(discussion.body);
    const first = record({ externalId: id, revision: discussion.updatedAt, group: id, at: discussion.createdAt }, speakerOfNode(discussion, ours), words === '' ? discussion.title : words, {
      title: discussion.title, url: discussion.url, routing, ...likes(discussion.upvoteCount),
    });
    const answers = (discussion.thread?.said ?? discussion.comments.nodes).map((value, index): Mapped => {
      const one = DiscussionComment.safeParse(value);
      if (!one.success) return unreadable(undefined, `${id}-${index}`, `comments.${fieldOf(one.error)}`);
      return record({ externalId: `${id}/c${one.data.databaseId}`, revision: one.data.updatedAt, group: id, at: one.data.createdAt }, speakerOfNode(one.data, ours), withoutComments(one.data.body), { url: one.data.url, routing });
    });
    return [first, ...answers, ...(discussion.thread?.isCut === true ? [unreadRest(first)] : [])];
  };
}

/** One of us wrote the address of a Jira issue under a customer's issue: that is a link. */
export function commentLinks(repo: string, ours: Ours = NOBODY): (comment: z.output<typeof Comment>) => readonly SourceLink[] {
  return (comment) => {
    return !isOfPull(comment) && isOurs(speakerOf(comment, ours).association) ? linksFrom({ externalId: `${repo}#${issueNumber(comment)}` }, comment.body ?? '', comment.created_at) : [];
  };
}

/** What one of us opened with the address of one Jira issue in it is about that issue: whatever customers write under it is linked. */
export function issueLinks(repo: string, ours: Ours = NOBODY): (issue: z.output<typeof Issue>) => readonly SourceLink[] {
  return (issue) => (issue.pull_request !== undefined || !isOurs(speakerOf(issue, ours).association) ? [] : linksOfAll(`${repo}#${issue.number}`, issue.body ?? '', issue.created_at));
}

/** The same of a discussion; and of one of us who wrote the address under a customer's discussion. */
export function discussionLinks(repo: string, ours: Ours = NOBODY): (discussion: z.output<typeof Discussion>) => readonly SourceLink[] {
  return (discussion) => {
    const id = `${repo}/d${discussion.number}`;
    const own = isOurs(speakerOfNode(discussion, ours).association) ? linksOfAll(id, discussion.body, discussion.createdAt) : [];
    const said = (discussion.thread?.said ?? discussion.comments.nodes).flatMap((value) => DiscussionComment.safeParse(value).data ?? []);
    return [...own, ...said.flatMap((one) => (isOurs(speakerOfNode(one, ours).association) ? linksFrom({ externalId: id }, one.body, one.createdAt) : []))];
  };
}

function linksFrom(from: SourceLink['from'], words: string, at: string): readonly SourceLink[] {
  return jiraLinksIn(words).map((issue) => ({ from, issue, at }));
}

/** Of several issues (a release, a list of work) nobody says which one a customer below means. */
function linksOfAll(group: string, words: string, at: string): readonly SourceLink[] {
  const links = linksFrom({ group }, words, at);
  return links.length === 1 ? links : [];
}

function isOurs(association: string | undefined): boolean {
  return association !== undefined && OURS.has(association);
}

function record(base: Pick<SourceRecord, 'externalId' | 'revision' | 'group' | 'at'>, { author, isBot, association, isRewritten }: Speaker, words: string, more: Partial<SourceRecord>): Mapped {
  if (isBot) return { ...base, reason: 'automated' };
  if (isOurs(association)) return { ...base, reason: 'agent-words' };
  // Older than any revision: words of theirs that are known stay, and newer ones count as missed.
  if (isRewritten) return { ...base, revision: '', reason: 'unreadable: whose words' };
  const text = words.trim();
  return text === '' ? { ...base, reason: 'no-words' } : { ...base, kind: 'said', text, ...(author === undefined ? {} : { author }), ...more };
}

function speakerOf({ user, author_association, edits }: z.output<typeof Issue> | z.output<typeof Comment>, ours: Ours): Speaker {
  return { isRewritten: isAnother(edits?.editor, user?.login), author: user === undefined || isGone(user) ? undefined : String(user.id), isBot: user?.type === 'Bot', association: isKnown(user?.login, user?.id, ours) ? 'MEMBER' : author_association };
}

/** The account that GitHub puts in place of all that were deleted; where it lists discussions, it names nobody: https://github.com/ghost */
function isGone({ id, login }: NonNullable<z.output<typeof Issue>['user']>): boolean {
  return id === GHOST && login === 'ghost';
}

function speakerOfNode({ author, authorAssociation, editor }: Pick<z.output<typeof DiscussionComment>, 'author' | 'authorAssociation' | 'editor'>, ours: Ours): Speaker {
  return { isRewritten: isAnother(editor?.login, author?.login), author: author?.databaseId === undefined ? undefined : String(author.databaseId), isBot: author?.__typename === 'Bot', association: isKnown(author?.login, author?.databaseId, ours) ? 'MEMBER' : authorAssociation };
}

/** GitHub shows who keeps their membership private as an outsider, save to keys that may read members. */
function isKnown(login: string | undefined, id: number | undefined, { logins, members }: Ours): boolean {
  return (login !== undefined && logins.has(login.toLowerCase())) || (id !== undefined && members.has(id));
}

/** The last title that its author gave it. */
function ownTitle({ title, user, edits }: z.output<typeof Issue>): string {
  return (edits?.renames ?? []).reduceRight<{ readonly title: string; readonly isFound: boolean }>(
    (now, { from, by }) => (now.isFound || (by !== undefined && !isAnother(by, user?.login)) ? { ...now, isFound: true } : { title: from, isFound: false }), { title, isFound: false },
  ).title;
}

/** Whether it was done, and not by the author. */
function isAnother(by: string | undefined, author: string | undefined): boolean {
  return by !== undefined && by.toLowerCase() !== author?.toLowerCase();
}

/** To GitHub's list of comments a pull request is an issue like any other; only the address of its page tells. */
function isOfPull({ html_url }: z.output<typeof Comment>): boolean {
  return /\/pull\/\d+(?:#|$)/u.test(html_url);
}

function issueNumber(comment: z.output<typeof CommentId>): string {
  return comment.issue_url.slice(comment.issue_url.lastIndexOf('/') + 1);
}

function likes(count: number | undefined): Pick<SourceRecord, 'reactions'> {
  return count === undefined ? {} : { reactions: count };
}
