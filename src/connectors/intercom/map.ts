import type { z } from 'zod';
import type { SkippedRecord, SourceAccount, SourceLink, SourceRecord } from '../../domain/source-record';
import { domainOfAddress, domainOfSite } from '../_shared/domain-of';
import { githubIssuesIn } from '../_shared/github-links';
import { jiraLinksIn } from '../_shared/jira-links';
import { isWithin } from '../_shared/our-domains';
import { isAnswer } from '../_shared/own-subject';
import { peopleOf } from '../_shared/persons-name';
import { stretchesOf, stretchId, type Spoken } from '../_shared/stretches';
import { plainSubject } from './plain-subject';
import type { Company, Conversation, Row } from './schema';

/** https://developers.intercom.com/docs/references/2.15/rest-api/api.intercom.io/conversations/retrieveconversation */
const MOST_PARTS = 500;
type Talk = z.output<typeof Conversation>;
type Author = Talk['source']['author'];
const NO_DOMAINS: ReadonlySet<string> = new Set();
/** Intercom's words for a person outside our team. */
const CUSTOMERS: ReadonlySet<string> = new Set(['user', 'lead', 'contact']);

/** Intercom gives the newest five hundred parts of a conversation, and says how many there are. */
export function isCut({ conversation_parts: shown, statistics }: Talk): boolean {
  const parts = shown?.conversation_parts.length ?? 0;
  return Math.max(shown?.total_count ?? 0, parts >= MOST_PARTS ? (statistics?.count_conversation_parts ?? 0) : 0) > parts;
}

/**
 * What its customers wrote in a conversation, a record for what one of them said within a day; or why there is none. What teammates, bots and Fin wrote is context.
 * @param ours domains whose people are colleagues, also where they write as users do
 */
export function toRecords(talk: Talk, ours: ReadonlySet<string> = NO_DOMAINS): readonly [SourceRecord | SkippedRecord, ...SourceRecord[]] {
  const base = { externalId: talk.id, group: talk.id, revision: timeOf(talk.updated_at), at: timeOf(talk.created_at) };
  const isTheirs = (author: Author): boolean => isCustomer(author) && !isWithin(ours, domainOfAddress(author.email));
  const { said, emails } = customerWords(talk, isTheirs);
  const stretches = stretchesOf(said);
  // The conversation's own title may be a teammate's, a workflow's or the AI's: only the subject under which a customer began it is the customer's.
  const title = isTheirs(talk.source.author) ? plainSubject(talk.source.subject) : '';
  const rating = talk.conversation_rating?.rating;
  const [first, ...later] = stretches.map((stretch, index): SourceRecord => {
    const domain = domainOfAddress(emails.get(stretch.author ?? ''));
    // The conversation's company is that of whoever it is with.
    const organisation = stretch.author === stretches[0]?.author ? talk.company?.id : undefined;
    return {
      ...base,
      externalId: stretchId(talk.id, stretch, index),
      at: stretch.at,
      kind: 'said',
      text: stretch.text,
      ...peopleOf([talk.source.author.name, ...(talk.conversation_parts?.conversation_parts ?? []).map((part) => part.author.name)]),
      ...(index > 0 || title === '' || isAnswer(title) ? {} : { title }),
      ...(stretch.author === undefined ? {} : { author: stretch.author }),
      ...(organisation === undefined && domain === undefined ? {} : { account: { ...(organisation === undefined ? {} : { organisation }), ...(domain === undefined ? {} : { domain }) } }),
      ...(rating === undefined || index > 0 ? {} : { rating }),
      ...(talk.state === undefined ? {} : { status: talk.state }),
      routing: {
        tag: talk.tags?.tags.map((tag) => tag.name) ?? [],
        team: talk.team_assignee_id === undefined ? [] : [talk.team_assignee_id],
        channel: talk.source.type === undefined ? [] : [talk.source.type],
      },
    };
  });
  return first === undefined || first.text === '' ? [{ ...base, reason: reasonFor(talk, isTheirs) }, ...later] : [first, ...later];
}

const TAG = /^jira[:\s-]+([A-Z][A-Z0-9_]{1,9}-\d{1,9})$/iu;

/** Links that a teammate made: the address of an issue in an attribute of the conversation, or a tag `jira:KEY-12`. A customer's own mention is no link. */
export function toLinks(row: z.output<typeof Row>): readonly SourceLink[] {
  const attributes = Object.values(row.custom_attributes ?? {}).flatMap((value) => (typeof value === 'string' ? jiraLinksIn(value) : []));
  const tags = (row.tags?.tags ?? []).flatMap((tag) => TAG.exec(tag.name)?.[1]?.toUpperCase() ?? []);
  const named = new Set(attributes.map(({ key }) => key));
  const issues = [...attributes, ...[...new Set(tags)].filter((key) => !named.has(key)).map((key) => ({ key }))];
  const tracked = Object.values(row.custom_attributes ?? {}).flatMap((value) => (typeof value === 'string' ? githubIssuesIn(value) : []));
  return [...issues, ...[...new Set(tracked)].map((one) => ({ tracked: one }))].map((issue) => ({ from: { group: row.id }, issue, at: timeOf(row.updated_at) }));
}

export function toAccount(company: z.output<typeof Company>, readAt: string): SourceAccount {
  const domain = domainOfSite(company.website);
  const segment = company.segments?.segments.find((one) => one.name !== undefined)?.name;
  return {
    externalId: company.id,
    name: company.name ?? company.id,
    domains: domain === undefined ? [] : [domain],
    at: company.updated_at === undefined ? readAt : timeOf(company.updated_at),
    ...(company.plan?.name === undefined || company.plan.name === '' ? {} : { plan: company.plan.name }),
    ...(segment === undefined ? {} : { segment }),
    // Intercom counts what a company spends a month, in the currency that the workspace uses throughout; it says 0 of a company for which nobody ever told one.
    ...(company.monthly_spend === undefined || company.monthly_spend <= 0 ? {} : { revenue: company.monthly_spend * 12 }),
  };
}

function customerWords(talk: Talk, isTheirs: (author: Author) => boolean): { readonly said: readonly Spoken[]; readonly emails: ReadonlyMap<string, string> } {
  const first = { id: talk.id, created_at: talk.created_at, body: talk.source.body, author: talk.source.author, redacted: talk.source.redacted };
  const later = (talk.conversation_parts?.conversation_parts ?? []).filter((part) => part.part_type === 'comment' || part.part_type === 'open');
  // The opening stays in its place also without words: what somebody else says must never come to stand under the id of what was taken away.
  const written = [first, ...later].filter((one) => isTheirs(one.author) && (one === first || wordsOf(one) !== ''));
  const colleagues = new Set([first, ...later].filter((one) => isCustomer(one.author) && !isTheirs(one.author)).map((one) => one.author.id));
  const said = written.map((one): Spoken => ({ id: one.id, at: timeOf(one.created_at), author: one.author.id, text: wordsOf(one) }));
  return {
    said: [...said, ...remarkOf(talk, said.at(0)?.author).filter((one) => one.author === undefined || !colleagues.has(one.author))].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    emails: new Map(written.flatMap(({ author }) => (author.email === undefined ? [] : [[author.id, author.email] as const]))),
  };
}

function wordsOf({ body, redacted }: { readonly body?: string | null | undefined; readonly redacted?: boolean | undefined }): string {
  return redacted === true ? '' : (body?.trim() ?? '');
}

/** What the customer wrote beside the score, when it was last given; before that it is only asked for. */
function remarkOf({ id, updated_at, conversation_rating: rating, source }: Talk, known: string | undefined): readonly Spoken[] {
  const text = rating?.remark?.trim() ?? '';
  const author = rating?.contact?.id ?? known ?? (isCustomer(source.author) ? source.author.id : undefined);
  return text === '' ? [] : [{ id: `${id}-rating`, at: timeOf(rating?.updated_at ?? rating?.created_at ?? updated_at), author, text }];
}

function isCustomer(author: Author): boolean {
  return CUSTOMERS.has(author.type) && author.from_ai_agent !== true;
}

function reasonFor(talk: Talk, isTheirs: (author: Author) => boolean): string {
  if (talk.source.redacted === true) return 'erased';
  if (isTheirs(talk.source.author)) return isStrange(talk) ? 'unreadable: source.body' : 'no-words';
  return talk.source.author.type === 'bot' ? 'automated' : 'agent-words';
}

/** A message of a customer with neither words nor anything attached: not a customer who said nothing, but an answer without its body. */
function isStrange({ source: { type, body, attachments } }: Talk): boolean {
  return body === null && (attachments ?? []).length === 0 && (type === 'conversation' || type === 'email');
}

function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
