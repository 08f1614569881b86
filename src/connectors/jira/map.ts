import type { SkippedRecord, SourceAccount, SourceLink, SourceRecord } from '../../domain/source-record';
import { textOfAdf } from '../../domain/text-of-adf';
import type { IsoTime } from '../../domain/time';
import { isAnswer } from '../_shared/own-subject';
import { peopleOf } from '../_shared/persons-name';
import { stretchesOf, stretchId, type Spoken } from '../_shared/stretches';
import { Organisations, Satisfaction, SatisfiedAt, type Comment, type Cursor, type Person, type Request } from './schema';

/** Who counts as a customer: people of the help centre, or whoever reported the issue too. */
export type Customers = 'portal' | 'reporter';

/** What was written beside a rating: `unread` where it could not be asked for, or was not understood, so that nobody knows. */
export type Beside = { readonly kind: 'none' } | { readonly kind: 'words'; readonly text: string; readonly at: IsoTime | undefined } | { readonly kind: 'unread'; readonly why: string };

type Fields = Pick<Cursor, 'satisfaction' | 'satisfiedAt'>;

function isCustomer(person: Person | undefined, { fields }: Request, customers: Customers): boolean {
  return person?.accountType === 'customer' || (customers === 'reporter' && person !== undefined && person.accountType !== 'app' && person.accountId === fields.reporter?.accountId);
}

export function isFromCustomer(issue: Request, customers: Customers): boolean {
  return isCustomer(issue.fields.reporter ?? undefined, issue, customers);
}

/** The stars, one to five. */
export function ratingOf({ fields }: Request, { satisfaction }: Fields): number | undefined {
  return Satisfaction.safeParse(satisfaction === null ? undefined : fields[satisfaction]).data?.rating;
}

/** When they were given, where this site tells. */
export function ratedAt({ fields }: Request, { satisfiedAt }: Fields): IsoTime | undefined {
  return SatisfiedAt.safeParse(satisfiedAt === undefined || satisfiedAt === null ? undefined : fields[satisfiedAt.id]).data;
}

/** Later than any change and any rating of the request: whether a rating moves its last change is nowhere promised. */
export function revisionOf(issue: Request, cursor: Fields): string {
  const at = ratedAt(issue, cursor);
  return at !== undefined && at > issue.fields.updated ? at : issue.fields.updated;
}

/**
 * What its customers wrote in an issue, a record for what one of them said within a day; or why there is none. What stands beside a rating is the reporter's,
 * said when it was given; on a site that does not tell when, after the last words before it.
 */
export function toRecords(issue: Request, comments: readonly Comment[], customers: Customers, cursor: Pick<Cursor, 'organisations'> & Fields, beside: Beside = { kind: 'none' }): readonly [SourceRecord | SkippedRecord, ...(SourceRecord | SkippedRecord)[]] {
  const { fields } = issue;
  const base = { externalId: issue.id, group: issue.id, revision: revisionOf(issue, cursor), at: fields.created };
  const unread: readonly SkippedRecord[] = beside.kind === 'unread' ? [{ ...base, externalId: `${issue.id}/${RATED}`, revision: '', at: ratedAt(issue, cursor) ?? fields.updated, reason: beside.why }] : [];
  // Raised on a customer's behalf, summary and description are ours.
  const raisedBy = fields.creator ?? fields.reporter ?? undefined;
  const isOwn = isCustomer(raisedBy, issue, customers);
  const first: readonly Spoken[] = isOwn ? [{ id: issue.id, at: fields.created, author: raisedBy?.accountId, text: textOfAdf(fields.description, true) }] : [];
  const later = comments.filter((comment) => comment.jsdPublic !== false && isCustomer(comment.author, issue, customers)).map((comment): Spoken => ({ id: comment.id, at: comment.created, author: comment.author?.accountId, text: textOfAdf(comment.body, true) })).filter(({ text }) => text !== '');
  const said = withRated([...first, ...later], beside, fields.reporter?.accountId, fields.created);
  if (said.length === first.length && (first[0]?.text ?? '') === '' && !(isFromCustomer(issue, customers) && isOwn)) {
    return [{ ...base, reason: fields.reporter?.accountType === 'app' ? 'automated' : isFromCustomer(issue, customers) ? 'no-words' : 'agent-words' }, ...unread];
  }
  const organisation = Organisations.safeParse(cursor.organisations === null ? undefined : fields[cursor.organisations]);
  const rating = ratingOf(issue, cursor);
  const [one, ...others] = stretchesOf(said).map((stretch, index): SourceRecord => ({
    ...base,
    externalId: stretchId(issue.id, stretch, index),
    at: stretch.at,
    kind: 'said',
    // A request of one line stands in its summary alone.
    text: stretch.text === '' ? fields.summary : stretch.text,
    ...(stretch.text === '' || index > 0 || !isOwn || isAnswer(fields.summary) ? {} : { title: fields.summary }),
    status: fields.status.name,
    ...peopleOf([fields.reporter?.displayName, fields.creator?.displayName, ...comments.map((comment) => comment.author?.displayName)]),
    routing: { project: [fields.project.key], 'request type': [fields.issuetype.name], label: fields.labels ?? [], component: (fields.components ?? []).map(({ name }) => name) },
    ...(stretch.author === undefined ? {} : { author: stretch.author }),
    ...(organisation.success && organisation.data[0] !== undefined ? { account: { organisation: organisation.data[0].id } } : {}),
    ...(rating !== undefined && index === 0 ? { rating } : {}),
  }));
  return one === undefined ? [{ ...base, reason: 'no-words' }, ...unread] : [one, ...others, ...unread];
}

/** What the words beside a rating are called among the messages of a request. */
const RATED = 'rated';

function withRated(said: readonly Spoken[], beside: Beside, author: string | undefined, created: IsoTime): readonly Spoken[] {
  if (beside.kind !== 'words') return said;
  const at = beside.at ?? said.at(-1)?.at ?? created;
  const behind = said.filter((one) => one.at > at);
  return [...said.filter((one) => one.at <= at), { id: RATED, at, author, text: beside.text }, ...behind];
}

/** The organisations that the requests name, each once, as of its newest request. */
export function toAccounts(issues: readonly Request[], { organisations }: Pick<Cursor, 'organisations'>): readonly SourceAccount[] {
  const found = new Map<string, SourceAccount>();
  for (const { fields } of issues) {
    const named = Organisations.safeParse(organisations === null ? undefined : fields[organisations]);
    for (const { id, name } of named.success ? named.data : []) {
      if ((found.get(id)?.at ?? '') <= fields.updated) found.set(id, { externalId: id, name, domains: [], at: fields.updated });
    }
  }
  return [...found.values()];
}

/** Issues that someone linked to the request, other requests left aside. */
export function toLinks(issue: Request, projects: readonly string[]): readonly SourceLink[] {
  return (issue.fields.issuelinks ?? []).flatMap(({ inwardIssue, outwardIssue }) => {
    const other = inwardIssue ?? outwardIssue;
    if (other === undefined || projects.includes(other.key.slice(0, other.key.lastIndexOf('-')))) return [];
    return [{ from: { group: issue.id }, issue: { id: other.id }, at: issue.fields.updated }];
  });
}
