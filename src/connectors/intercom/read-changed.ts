import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { SourceAnswerTooLarge, SourceCheckpointLost, SourceError, SourceNotThere, SourceRefused } from '../../domain/source-errors';
import type { GoneRecord, SkippedRecord } from '../../domain/source-record';
import { epochMs } from '../../domain/time';
import type { Ask } from '../../ports/connector';
import { pageInSmaller, tooLarge } from '../_shared/smaller-pages';
import { fieldOf, unreadable } from '../_shared/unreadable';
import { askIntercom } from './request';
import { Conversation, Row, SearchPage, type Cursor } from './schema';

/** The most that Intercom gives a page. */
const PAGE = 150;
/** Conversations fetched in one step. */
const AT_ONCE = 25;
/** Intercom compares dates of a search by whole days: a day is asked for twice, and what did not change is not fetched again. */
const OVERLAP_SECONDS = 86_400;

export type Talk = z.output<typeof Conversation>;

export interface Changed {
  readonly talks: readonly Talk[];
  readonly skipped: readonly SkippedRecord[];
  /** Found by the search, and gone when they were fetched. */
  readonly gone: readonly GoneRecord[];
  readonly checkpoint: Cursor;
  readonly isLast: boolean;
}

/**
 * Conversations changed since the last whole round. One step is either one page of the search, whose ids are then remembered as waiting,
 * or some of the waiting ones, each fetched with all its parts: a run that is ended in between loses no more than one request.
 */
export function readChanged(ask: Ask, checkpoint: Cursor | undefined): Promise<Changed> {
  const cursor = checkpoint ?? begin(Math.floor(epochMs(ask.since) / 1000));
  return cursor.waiting.length === 0 ? findChanged(ask, cursor) : fetchWaiting(ask, cursor);
}

async function findChanged(ask: Ask, cursor: Cursor): Promise<Changed> {
  const { next: after, since, newest: before } = cursor;
  const began = cursor.began ?? Math.floor(epochMs(ask.now) / 1000);
  const page = await searchChanged(ask, since - OVERLAP_SECONDS, after);
  const waiting: string[] = [];
  const skipped: SkippedRecord[] = [];
  const times: number[] = [];
  let newest = before;
  for (const [index, value] of page.conversations.entries()) {
    const row = Row.safeParse(value);
    if (!row.success) {
      skipped.push(unreadable(undefined, index, fieldOf(row.error)));
      continue;
    }
    newest = Math.max(newest, row.data.updated_at);
    times.push(row.data.updated_at);
    if (row.data.updated_at > since) waiting.push(row.data.id);
  }
  const next = isAllKnown(times, page.conversations.length, since) ? null : (page.pages?.next?.starting_after ?? null);
  return { talks: [], skipped, gone: [], ...stepAfter(ask, { next, since, newest, waiting, began }) };
}

/**
 * Nothing on this page is newer than what was read, and it is plainly in the order of the last change, newest first: then nothing behind it is newer.
 * Intercom lists a search so without promising it, which is why the page itself has to show it.
 */
function isAllKnown(times: readonly number[], rows: number, since: number): boolean {
  return rows > 1 && times.length === rows && times.every((at, index) => at <= since && at <= (times[index - 1] ?? at)) && (times.at(-1) ?? 0) < (times[0] ?? 0);
}

async function fetchWaiting(ask: Ask, cursor: Cursor): Promise<Changed> {
  const talks: Talk[] = [];
  const skipped: SkippedRecord[] = [];
  const gone: GoneRecord[] = [];
  let done = 0;
  for (const id of cursor.waiting.slice(0, AT_ONCE)) {
    let answer: unknown;
    try {
      answer = await fetchTalk(ask, id);
    } catch (cause) {
      // All its parts come at once, and cannot be asked for in fewer.
      if (cause instanceof SourceAnswerTooLarge) {
        skipped.push(tooLarge({ externalId: id, group: id }));
        done += 1;
        continue;
      }
      // What was fetched is kept; the same failure meets the next step first, and ends it.
      if (done > 0 && cause instanceof SourceError && cause.retryable) break;
      throw cause;
    }
    done += 1;
    if (answer === undefined) gone.push({ externalId: id });
    else {
      const talk = Conversation.safeParse(answer);
      if (talk.success) talks.push(talk.data);
      else skipped.push(unreadable(id, '', fieldOf(talk.error)));
    }
  }
  return { talks, skipped, gone, ...stepAfter(ask, { ...cursor, waiting: cursor.waiting.slice(done) }) };
}

/**
 * Where the next step begins. A new round begins no later than a minute before this one did: two changes can share a second, and where the search lists them in
 * another order than newest first, a late page may tell a time behind which an early one has changed since.
 */
function stepAfter(ask: Ask, cursor: Cursor): Pick<Changed, 'checkpoint' | 'isLast'> {
  if (cursor.next !== null || cursor.waiting.length > 0) return { checkpoint: cursor, isLast: false };
  return { checkpoint: begin(Math.max(cursor.since, Math.min(cursor.newest, (cursor.began ?? Math.floor(epochMs(ask.now) / 1000)) - 60))), isLast: true };
}

function begin(since: number): Cursor {
  return { next: null, since, newest: since, waiting: [], began: null };
}

/** One page of the conversations changed after a time in seconds. @throws SourceCheckpointLost when Intercom no longer knows the page */
export async function searchChanged(ask: Ask, since: number, after: string | null): Promise<z.output<typeof SearchPage>> {
  const query = { operator: 'AND', value: [{ field: 'updated_at', operator: '>', value: String(Math.max(0, since)) }] };
  try {
    return await pageInSmaller(PAGE, async (size) => parseAt('intercom search', SearchPage, await askIntercom(ask, '/conversations/search', { method: 'POST', body: { query, pagination: { per_page: size, ...(after === null ? {} : { starting_after: after }) } } })));
  } catch (cause) {
    if (after !== null && cause instanceof SourceRefused && cause.status === 400) throw new SourceCheckpointLost('Intercom no longer knows this page of the search', { cause });
    throw cause;
  }
}

/** Undefined where the conversation was deleted between the search and now. */
async function fetchTalk(ask: Ask, id: string): Promise<unknown> {
  try {
    return await askIntercom(ask, `/conversations/${encodeURIComponent(id)}`, { query: { display_as: 'plaintext' } });
  } catch (cause) {
    if (cause instanceof SourceNotThere) return undefined;
    throw cause;
  }
}
