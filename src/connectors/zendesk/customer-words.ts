import { BadInput } from '../../domain/errors';
import { SourceForbidden, SourceNotThere } from '../../domain/source-errors';
import type { Ask } from '../../ports/connector';
import { inSmallerPages } from '../_shared/smaller-pages';
import type { Spoken } from '../_shared/stretches';
import { askZendesk } from './request';
import { saidWhere, type SaidWhere } from './said-where';
import { CommentPage, type Ticket, type User } from './schema';

/** What the customers of one conversation wrote, in order, and the names of all who took part; or why it cannot be said. */
export type Words = { readonly kind: 'words'; readonly said: readonly Spoken[]; /** End users who wrote something, by id. */ readonly writers?: ReadonlyMap<string, User>; readonly people?: readonly (string | undefined)[]; /** There are more comments than were read. */ readonly isCut?: boolean; /** Where something was said that no comment holds. */ readonly elsewhere?: ReadonlySet<SaidWhere> } | { readonly kind: 'gone' } | { readonly kind: 'unreadable'; readonly field: string };

const PAGE = 100;
/** A ticket holds at most 5,000 comments (https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/); what is beyond is said to be unread. */
const MOST_COMMENTS = 5_000;

/** Only people with the role of an end user are customers: agents and administrators are ours, whatever they write. */
export function isCustomer(user: User | undefined): boolean {
  return user?.role === 'end-user';
}

/**
 * Public comments by customers. The ticket's own description is enough where it is its only comment and its requester sent it in, which saves
 * a request; the description is the first comment, by whoever created the ticket.
 * @throws SourceError
 */
export async function customerWords(ask: Ask, ticket: Ticket, users: ReadonlyMap<string, User>): Promise<Words> {
  const isSelfWritten = ticket.submitter_id === ticket.requester_id && users.has(ticket.requester_id);
  const opened = saidWhere(ticket.via?.channel);
  if (isSelfWritten && ticket.comment_count === 1 && opened === 'written') return { kind: 'words', said: isCustomer(users.get(ticket.requester_id)) ? [{ id: ticket.id, at: new Date(ticket.created_at).toISOString(), author: ticket.requester_id, text: ticket.description }] : [] };
  const said: Spoken[] = [];
  const elsewhere = new Set<SaidWhere>(opened === 'messages' ? [opened] : []);
  const writers = new Map<string, User>();
  const people: (string | undefined)[] = [];
  let after: string | undefined;
  try {
    for (let room = MOST_COMMENTS; room > 0;) {
      const { size, page: answer } = await inSmallerPages(PAGE, (each) => askZendesk(ask, `tickets/${ticket.id}/comments.json`, CommentPage, { include: 'users', 'page[size]': each, 'page[after]': after }));
      // A comment that is too large by itself: where the next one begins, nobody tells.
      if (answer === undefined) break;
      room -= size;
      const byId = new Map([...users, ...answer.users.map((user) => [user.id, user] as const)]);
      for (const comment of answer.comments) {
        const author = byId.get(comment.author_id);
        if (author === undefined) return { kind: 'unreadable', field: 'comments.author_id' };
        people.push(author.name);
        const where = saidWhere(comment.via?.channel ?? ticket.via?.channel, comment.type);
        if (where !== 'written') elsewhere.add(where);
        if (where !== 'written' || !comment.public || !isCustomer(author) || comment.plain_body.trim() === '') continue;
        said.push({ id: comment.id, at: new Date(comment.created_at).toISOString(), author: author.id, text: comment.plain_body.trim() });
        writers.set(author.id, author);
      }
      if (!answer.meta.has_more) return { kind: 'words', said, writers, people, elsewhere };
      // Without a next page to ask for, or with the same one again, the rest cannot be read.
      if (answer.meta.after_cursor === undefined || answer.meta.after_cursor === after) break;
      after = answer.meta.after_cursor;
    }
  } catch (error) {
    // Deleted between the export and now: the next export says so.
    if (error instanceof SourceNotThere || error instanceof SourceForbidden) return { kind: 'gone' };
    if (error instanceof BadInput) return { kind: 'unreadable', field: `comments.${error.field}` };
    throw error;
  }
  return { kind: 'words', said, writers, people, elsewhere, isCut: true };
}
