import type { SkippedRecord, SourceAccount, SourceLink, SourceRecord } from '../../domain/source-record';
import { textOfAdf } from '../../domain/text-of-adf';
import { isAnswer } from '../_shared/own-subject';
import { peopleOf } from '../_shared/persons-name';
import { stretchesOf, stretchId, type Spoken } from '../_shared/stretches';
import { Organisations, Satisfaction, type Comment, type Cursor, type Person, type Request } from './schema';

/** Who counts as a customer: people of the help centre, or whoever reported the issue too. */
export type Customers = 'portal' | 'reporter';

/** What its customers wrote in an issue, a record for what one of them said within a day; or why there is none. */
export function toRecords(issue: Request, comments: readonly Comment[], customers: Customers, cursor: Pick<Cursor, 'organisations' | 'satisfaction'>): readonly [SourceRecord | SkippedRecord, ...SourceRecord[]] {
  const { fields } = issue;
  const base = { externalId: issue.id, group: issue.id, revision: fields.updated, at: fields.created };
  const isCustomer = (person: Person | undefined): boolean => person?.accountType === 'customer' || (customers === 'reporter' && person !== undefined && person.accountType !== 'app' && person.accountId === fields.reporter?.accountId);
  // Raised on a customer's behalf, summary and description are ours.
  const raisedBy = fields.creator ?? fields.reporter ?? undefined;
  const isOwn = isCustomer(raisedBy);
  const first: readonly Spoken[] = isOwn ? [{ id: issue.id, at: fields.created, author: raisedBy?.accountId, text: textOfAdf(fields.description, true) }] : [];
  const later = comments.filter((comment) => comment.jsdPublic !== false && isCustomer(comment.author)).map((comment): Spoken => ({ id: comment.id, at: comment.created, author: comment.author?.accountId, text: textOfAdf(comment.body, true) })).filter(({ text }) => text !== '');
  const isFromCustomer = isCustomer(fields.reporter ?? undefined);
  if (later.length === 0 && (first[0]?.text ?? '') === '' && !(isFromCustomer && isOwn)) {
    return [{ ...base, reason: fields.reporter?.accountType === 'app' ? 'automated' : isFromCustomer ? 'no-words' : 'agent-words' }];
  }
  const organisation = Organisations.safeParse(cursor.organisations === null ? undefined : fields[cursor.organisations]);
  const satisfaction = Satisfaction.safeParse(cursor.satisfaction === null ? undefined : fields[cursor.satisfaction]);
  const [one, ...others] = stretchesOf([...first, ...later]).map((stretch, index): SourceRecord => ({
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
    ...(satisfaction.success && index === 0 ? { rating: satisfaction.data.rating } : {}),
  }));
  return one === undefined ? [{ ...base, reason: 'no-words' }] : [one, ...others];
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
