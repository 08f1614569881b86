import type { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { SourceCheckpointLost, SourceRefused } from '../../domain/source-errors';
import type { Ask, FeedAsk } from '../../ports/connector';
import { listSetting } from '../_shared/list-setting';
import { inSmallerPages } from '../_shared/smaller-pages';
import { CommentPage, FieldList, SearchPage, type Comment, type Cursor, type Request } from './schema';

const PAGE = 100;
/** A search index may lag behind the change, and our clock may be an hour off either way: once an hour the last three hours are read again… */
const OVERLAP_MS = 3 * 3_600_000;
const WIDE_EVERY_MS = 50 * 60_000;
/** …and in between, when an event says that something happened, the last minutes before the round before. */
const SHORT_MS = 2 * 60_000;
const LOOK_EVERY_MS = 24 * 3_600_000;
const COMMENTS_A_PAGE = 100;
const FIELDS = ['summary', 'description', 'created', 'updated', 'reporter', 'creator', 'status', 'project', 'issuetype', 'labels', 'components', 'comment', 'issuelinks'];
const ORGANISATIONS = 'com.atlassian.servicedesk:sd-customer-organizations';
const SATISFACTION = 'com.atlassian.servicedesk:sd-request-feedback';
const SATISFIED_AT = 'com.atlassian.servicedesk:sd-request-feedback-date';

export function projectsJql(settings: Ask['settings']): string {
  return `project in (${listSetting(settings['projects']).map((key) => `"${key}"`).join(', ')})`;
}

export interface ChangedPage {
  readonly values: readonly unknown[];
  /** Of one that is larger than we take at once no more than its id and when it was made. */
  readonly tooLarge: readonly unknown[];
  /** Where this very page begins, for whoever could not read all of it. */
  readonly place: Cursor;
  readonly checkpoint: Cursor;
  readonly isLast: boolean;
}

/**
 * One page of the support issues that changed, oldest change first. The time is given as minutes ago: a date in JQL is read in the time zone of
 * whoever asks, and minutes are the same everywhere.
 * @throws SourceError BadInput
 */
export async function readChanged(ask: FeedAsk, checkpoint: Cursor | undefined): Promise<ChangedPage> {
  const cursor = checkpoint === undefined ? await firstCursor(ask) : checkpoint.token === null && checkpoint.isAgain !== true ? await withFields(ask, nextRound(ask, checkpoint)) : checkpoint;
  const minutes = Math.ceil((Date.parse(ask.now) - Date.parse(cursor.since)) / 60_000) + 1;
  const own = [cursor.organisations, cursor.satisfaction, cursor.satisfiedAt?.id ?? null].filter((id) => id !== null);
  const from = `"-${Math.max(1, minutes)}m"`;
  // That a rating counts as a change of the request is nowhere promised.
  const rated = typeof cursor.satisfiedAt?.clause === 'string' ? ` OR ${cursor.satisfiedAt.clause} >= ${from}` : '';
  const body = {
    jql: `${projectsJql(ask.settings)} AND (updated >= ${from}${rated}) ORDER BY updated ASC, key ASC`,
    fields: [...FIELDS, ...own], ...(cursor.token === null ? {} : { nextPageToken: cursor.token }),
  };
  const { page: whole } = await inSmallerPages(PAGE, (maxResults) => search(ask, { ...body, maxResults }, cursor.token !== null));
  const page = whole ?? (await search(ask, { ...body, maxResults: 1, fields: ['created'] }, cursor.token !== null));
  const next = page.nextPageToken;
  const { isAgain: _, ...read } = cursor;
  return { values: whole?.issues ?? [], tooLarge: whole === undefined ? page.issues : [], place: { ...cursor, isAgain: true }, checkpoint: { ...read, token: next ?? null }, isLast: next === undefined };
}

async function firstCursor(ask: FeedAsk): Promise<Cursor> {
  return { ...(await fieldIds(ask)), lookedAt: ask.now, first: ask.since, token: null, since: ask.since, began: ask.now, wideAt: ask.now };
}

/** A site that is given service projects later, or makes the fields anew, has them from then on: with other ids everything is read again. */
async function withFields(ask: FeedAsk, cursor: Cursor): Promise<Cursor> {
  const { lookedAt = '', first, organisations, satisfaction, satisfiedAt } = cursor;
  if (lookedAt !== '' && Math.abs(Date.parse(ask.now) - Date.parse(lookedAt)) < LOOK_EVERY_MS) return cursor;
  const found = await fieldIds(ask);
  const isSame = found.organisations === organisations && found.satisfaction === satisfaction && satisfiedAt !== undefined && found.satisfiedAt?.id === satisfiedAt?.id;
  return { ...cursor, ...found, lookedAt: ask.now, ...(isSame ? {} : { heard: {} }), ...(isSame || first === undefined ? {} : { since: first }) };
}

/** A clock that went back reads widely. */
function nextRound({ now }: FeedAsk, last: Cursor): Cursor {
  const sinceWide = Date.parse(now) - Date.parse(last.wideAt);
  const isWide = sinceWide < 0 || sinceWide >= WIDE_EVERY_MS;
  const back = isWide ? Date.parse(last.wideAt) - OVERLAP_MS : Date.parse(last.began) - SHORT_MS;
  return { ...last, since: new Date(back).toISOString(), began: now, ...(isWide ? { wideAt: now } : {}) };
}

/** From when on a change may be shown again by the rounds that follow this one. */
export function shownAgainFrom({ wideAt }: Cursor): string {
  return new Date(Date.parse(wideAt) - OVERLAP_MS).toISOString();
}

async function search(ask: Ask, body: object, isLaterPage: boolean): Promise<z.output<typeof SearchPage>> {
  try {
    const page = parseAt('jira search', SearchPage, await ask.http.json('/rest/api/3/search/jql', { method: 'POST', body }));
    ask.http.weigh(page.issues.length);
    return page;
  } catch (error) {
    // Jira keeps the token of a search for seven days; the query itself was good for the first page.
    if (isLaterPage && error instanceof SourceRefused && error.status === 400) throw new SourceCheckpointLost('the page token has expired', { cause: error });
    throw error;
  }
}

async function fieldIds(ask: Ask): Promise<Pick<Cursor, 'organisations' | 'satisfaction' | 'satisfiedAt'>> {
  const fields = parseAt('jira field', FieldList, await ask.http.json('/rest/api/3/field'));
  const find = (custom: string): z.output<typeof FieldList>[number] | undefined => fields.find((field) => field.schema?.custom === custom);
  const date = find(SATISFIED_AT);
  // A field that a search may not name would make all of it a mistake.
  const clause = date?.searchable === true ? (date.clauseNames?.find((name) => /^cf\[\d+\]$/.test(name)) ?? null) : null;
  return { organisations: find(ORGANISATIONS)?.id ?? null, satisfaction: find(SATISFACTION)?.id ?? null, satisfiedAt: date === undefined ? null : { id: date.id, clause } };
}

/** All comments of an issue; a search brings only the first ones. `isCut`: Jira counts more than its pages bring. */
export async function allComments(ask: Ask, { id, fields: { comment } }: Request): Promise<{ readonly comments: readonly Comment[]; readonly isCut: boolean }> {
  if (comment.total <= comment.comments.length) return { comments: comment.comments, isCut: false };
  const found: Comment[] = [];
  for (;;) {
    const page = parseAt('jira comment', CommentPage, await ask.http.json(`/rest/api/3/issue/${id}/comment`, { query: { startAt: found.length, maxResults: COMMENTS_A_PAGE, orderBy: 'created' } }));
    found.push(...page.comments);
    if (page.comments.length === 0 || found.length >= page.total) return { comments: found, isCut: found.length < page.total };
  }
}
