import { BadInput } from '../../domain/errors';
import { SourceError, SourceNotThere } from '../../domain/source-errors';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import type { FeedAsk, FeedPage } from '../../ports/connector';
import { readEach } from '../_shared/read-each';
import { tooLarge } from '../_shared/smaller-pages';
import { unreadRest } from '../_shared/unread-rest';
import { fieldOf, unreadable } from '../_shared/unreadable';
import { ratingOf, revisionOf, toAccounts, toRecords, type Customers } from './map';
import { wordsBesideRating } from './read-feedback';
import { allComments, readChanged, shownAgainFrom } from './read-requests';
import { BareRequest, Request, type Cursor } from './schema';

type Page = FeedPage<SourceRecord> & { readonly checkpoint: Cursor };

/**
 * One page of changed requests, each with all its comments and what stands beside its rating. What takes requests of its own is not asked for again while the
 * request is as it was; and where such a request fails for now, what was read before it is kept, and the page is asked for once more.
 */
export async function readRequests(ask: FeedAsk, checkpoint: Cursor | undefined): Promise<Page> {
  const page = await readChanged(ask, checkpoint);
  const customers: Customers = ask.settings['customers'] === 'reporter' ? 'reporter' : 'portal';
  const items: SourceRecord[] = [];
  const { skipped: larger } = readEach(page.tooLarge, BareRequest, ({ id, fields }) => tooLarge({ externalId: id, group: id, at: fields.created }));
  const skipped: SkippedRecord[] = [...larger];
  const wholeGroups: string[] = [];
  const heard = { ...page.place.heard };
  const before = Object.keys(heard).length;
  const closed = new Set<string>();
  const upTo = (end: number, next: Pick<Page, 'checkpoint' | 'isLast'>): Page => {
    const accounts = toAccounts(page.values.slice(0, end).flatMap((value) => Request.safeParse(value).data ?? []), page.place);
    return { items, skipped, wholeGroups, accounts, ...next };
  };
  for (const [index, value] of page.values.entries()) {
    const issue = Request.safeParse(value);
    if (!issue.success) {
      skipped.push(unreadable(idOf(value), index, fieldOf(issue.error)));
      continue;
    }
    const { id } = issue.data;
    const revision = revisionOf(issue.data, page.place);
    // Nothing of it changed since all of it was stored.
    if (heard[id] === revision) continue;
    let read: ReadIssue;
    try {
      read = await readOne(ask, issue.data, customers, page.place, closed);
    } catch (error) {
      if (Object.keys(heard).length > before && error instanceof SourceError && error.retryable) return upTo(index, { checkpoint: { ...page.place, heard }, isLast: false });
      throw error;
    }
    if (read.isWhole) wholeGroups.push(id);
    if (read.isWhole && read.tookMore) heard[id] = revision;
    for (const one of read.records) {
      if ('reason' in one) skipped.push(one);
      else items.push(one);
    }
  }
  return upTo(page.values.length, { checkpoint: { ...page.checkpoint, heard: stillShown(heard, page.place) }, isLast: page.isLast });
}

/** Those that a later round may bring again. */
function stillShown(heard: Readonly<Record<string, string>>, cursor: Cursor): Record<string, string> {
  const from = shownAgainFrom(cursor);
  return Object.fromEntries(Object.entries(heard).filter(([, revision]) => revision >= from));
}

interface ReadIssue {
  readonly records: readonly (SourceRecord | SkippedRecord)[];
  /** All that stands in it is among them. */
  readonly isWhole: boolean;
  /** It took more than the page. */
  readonly tookMore: boolean;
}

async function readOne(ask: FeedAsk, issue: Request, customers: Customers, cursor: Cursor, closed: Set<string>): Promise<ReadIssue> {
  const { comment } = issue.fields;
  const tookMore = ratingOf(issue, cursor) !== undefined || comment.total > comment.comments.length;
  try {
    const { comments, isCut } = await allComments(ask, issue);
    const beside = await wordsBesideRating(ask, issue, customers, cursor, closed);
    const records = toRecords(issue, comments, customers, cursor, beside);
    return { records: isCut ? [...records, unreadRest(records[0])] : records, isWhole: !isCut && beside.kind !== 'unread', tookMore };
  } catch (error) {
    const left = { externalId: issue.id, revision: '' };
    if (error instanceof SourceNotThere) return { records: [{ ...left, reason: 'unreadable: gone meanwhile' }], isWhole: false, tookMore };
    if (error instanceof BadInput) return { records: [{ ...left, reason: `unreadable: comments.${error.field}`.slice(0, 100) }], isWhole: false, tookMore };
    throw error;
  }
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : undefined;
}
