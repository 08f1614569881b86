import type { z } from 'zod';
import type { GoneRecord, RoutingFacts, SkippedRecord, SourceAccount, SourceLink, SourceRecord } from '../../domain/source-record';
import { readAmount } from '../../domain/read-amount';
import { domainOfAddress } from '../_shared/domain-of';
import { isAnswer } from '../_shared/own-subject';
import { peopleOf } from '../_shared/persons-name';
import { stretchesOf, stretchId } from '../_shared/stretches';
import { isCustomer, type Words } from './customer-words';
import { saidWhere } from './said-where';
import { DeletedTicket, type Link, type Organization, type Ticket, type User } from './schema';

/** Names beside ids, so that a routing rule can be read. */
export type Names = ReadonlyMap<string, string>;

/** Exports are ordered by the time of generation, which also moves on changes that leave `updated_at` alone. */
function revisionOf({ updated_at, generated_timestamp }: { readonly updated_at: string; readonly generated_timestamp: number | undefined }): string {
  return (generated_timestamp === undefined ? new Date(updated_at) : new Date(generated_timestamp * 1000)).toISOString();
}

const NOT_READ = 'not-read: messages';

/** What was said in messages beside a ticket's comments, as a record of its own: nobody heard it. */
export function unheardMessages(words: Words, [{ externalId, group = externalId, revision, at }, ...later]: ReturnType<typeof toRecords>): readonly SkippedRecord[] {
  const isHeard = words.kind !== 'words' || words.elsewhere?.has('messages') !== true || (words.said.length === 0 && later.length === 0);
  return isHeard ? [] : [{ externalId: `${group}/messages`, group, revision, reason: NOT_READ, ...(at === undefined ? {} : { at }) }];
}

/** The tombstone, where this is a deleted ticket. */
export function goneOf(value: unknown): GoneRecord | undefined {
  const parsed = DeletedTicket.safeParse(value);
  return parsed.success ? { externalId: parsed.data.id, revision: revisionOf(parsed.data) } : undefined;
}

/** What its customers wrote in a ticket, a record for what one of them said within a day; or why there is none. */
export function toRecords(host: string, ticket: Ticket, words: Words, users: ReadonlyMap<string, User>, names: Names): readonly [SourceRecord | SkippedRecord, ...SourceRecord[]] {
  const base = { externalId: ticket.id, group: ticket.id, revision: revisionOf(ticket), at: new Date(ticket.created_at).toISOString() };
  if (words.kind === 'gone') return [{ ...base, reason: 'unreadable: gone meanwhile' }];
  if (words.kind === 'unreadable') return [{ ...base, revision: '', reason: `unreadable: ${words.field}` }];
  const requester = users.get(ticket.requester_id);
  if (requester === undefined) return [{ ...base, revision: '', reason: 'unreadable: users' }];
  const rated = ticket.satisfaction_rating?.comment?.trim() ?? '';
  // The requester's own, given after all that was said, at a time that the ticket does not tell.
  const all = stretchesOf([...words.said, ...(rated === '' ? [] : [{ id: 'rated', at: words.said.at(-1)?.at ?? base.at, author: ticket.requester_id, text: rated }])]);
  const rating = ratingOf(ticket);
  const [first, ...later] = all.map((stretch, index): SourceRecord => {
    const author = stretch.author === ticket.requester_id ? requester : (words.writers?.get(stretch.author ?? '') ?? users.get(stretch.author ?? ''));
    const domain = domainOfAddress(author?.email);
    return {
      ...base,
      externalId: stretchId(ticket.id, stretch, index),
      at: stretch.at,
      kind: 'said',
      text: stretch.text,
      ...(stretch.author === undefined ? {} : { author: stretch.author }),
      ...peopleOf([requester.name, ...(words.people ?? [])]),
      // The ticket's organisation is its requester's.
      account: { ...(ticket.organization_id === undefined || stretch.author !== ticket.requester_id ? {} : { organisation: ticket.organization_id }), ...(domain === undefined ? {} : { domain }) },
      url: `https://${host}/agent/tickets/${ticket.id}`,
      status: ticket.status,
      routing: routingOf(ticket, names),
      ...(index > 0 || ticket.subject === undefined || ticket.subject.trim() === '' || !isOwnSubject(ticket, users) ? {} : { title: ticket.subject }),
      ...(author?.locale === undefined ? {} : { locale: author.locale }),
      // Given to the conversation, at a time that nobody tells.
      ...(rating === undefined || index > 0 ? {} : { rating }),
    };
  });
  return first === undefined ? [{ ...base, reason: words.elsewhere?.has('messages') === true ? NOT_READ : words.elsewhere?.has('call') === true ? 'automated' : requester.role === 'end-user' ? 'no-words' : 'internal' }] : [first, ...later];
}

/** Of a ticket that an agent raised for somebody the subject is the agent's, of a chat or a call it is Zendesk's; of one that answers a mail it is that mail's. */
function isOwnSubject({ subject = '', submitter_id: submitter, requester_id: requester, via }: Ticket, users: ReadonlyMap<string, User>): boolean {
  if (isAnswer(subject) || saidWhere(via?.channel) !== 'written') return false;
  return submitter === undefined || submitter === requester || isCustomer(users.get(submitter));
}

/** Zendesk asks "good or bad": the ends of the five stars that other sources give. */
function ratingOf({ satisfaction_rating: asked }: Ticket): number | undefined {
  if (asked?.score?.startsWith('good') === true) return 5;
  return asked?.score?.startsWith('bad') === true ? 1 : undefined;
}

function routingOf(ticket: Ticket, names: Names): RoutingFacts {
  const both = (kind: string, id: string | undefined): readonly string[] => (id === undefined ? [] : [id, ...(names.has(`${kind}:${id}`) ? [names.get(`${kind}:${id}`) ?? ''] : [])]);
  return {
    brand: both('brand', ticket.brand_id),
    group: both('group', ticket.group_id),
    form: both('form', ticket.ticket_form_id),
    tag: ticket.tags ?? [],
    channel: ticket.via?.channel === undefined ? [] : [ticket.via.channel],
  };
}

/** @param fields names of the organisation's own fields that hold plan, segment and yearly revenue; an empty name holds nothing */
export function toAccount(organization: z.output<typeof Organization>, fields: { readonly plan?: string; readonly segment?: string; readonly revenue?: string }): SourceAccount {
  const value = (name: string | undefined): unknown => (name === undefined || name === '' ? undefined : organization.organization_fields?.[name]);
  const text = (name: string | undefined): string | undefined => {
    const found = value(name);
    return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
  };
  const revenue = readAmount(value(fields.revenue));
  const [plan, segment] = [text(fields.plan), text(fields.segment)];
  return {
    externalId: organization.id,
    name: organization.name,
    domains: (organization.domain_names ?? []).map((domain) => domain.toLowerCase()),
    at: new Date(organization.updated_at).toISOString(),
    ...(plan === undefined ? {} : { plan }),
    ...(segment === undefined ? {} : { segment }),
    ...(typeof revenue === 'number' ? { revenue } : {}),
  };
}

/** Of organisations that have something in the field for revenue, how many have no number in it. */
export function countNoNumber(organizations: readonly z.output<typeof Organization>[], field: string | undefined): { readonly without: number; readonly of: number } {
  const read = organizations.map((one) => readAmount(field === undefined || field === '' ? undefined : one.organization_fields?.[field])).filter((one) => one !== 'none');
  return { without: read.filter((one) => one === 'unreadable').length, of: read.length };
}

export function toLink(link: z.output<typeof Link>): SourceLink {
  return { from: { group: link.ticket_id }, issue: link.issue_id === undefined ? { key: link.issue_key } : { id: link.issue_id }, at: new Date(link.created_at).toISOString() };
}
