import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { SourceCheckpointLost, SourceNotThere, SourceRefused } from '../../domain/source-errors';
import type { GoneRecord, SkippedRecord } from '../../domain/source-record';
import { epochMs } from '../../domain/time';
import type { Ask } from '../../ports/connector';
import { askIntercom } from './request';
import { Conversation, Row, SearchPage, type Cursor } from './schema';

/** The most that Intercom gives a page. */
export const PAGE = 150;
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

/** Conversations changed since the last whole round, one page of the search, each fetched with all its parts. */
export async function readChanged(ask: Ask, checkpoint: Cursor | undefined): Promise<Changed> {
  const since = checkpoint?.since ?? Math.floor(epochMs(ask.since) / 1000);
  const page = await searchChanged(ask, since - OVERLAP_SECONDS, checkpoint?.next ?? null);
  const talks: Talk[] = [];
  const skipped: SkippedRecord[] = [];
  const gone: GoneRecord[] = [];
  let newest = checkpoint?.newest ?? since;
  for (const [index, value] of page.conversations.entries()) {
    const row = Row.safeParse(value);
    if (!row.success) {
      skipped.push({ externalId: `unreadable-${index}`, revision: '', reason: `unreadable: ${row.error.issues[0]?.path.join('.') ?? '(whole)'}` });
      continue;
    }
    newest = Math.max(newest, row.data.updated_at);
    if (row.data.updated_at <= since) continue;
    const answer = await fetchTalk(ask, row.data.id);
    if (answer === undefined) {
      gone.push({ externalId: row.data.id });
      continue;
    }
    const talk = Conversation.safeParse(answer);
    if (talk.success) talks.push(talk.data);
    else skipped.push({ externalId: row.data.id, revision: '', reason: `unreadable: ${talk.error.issues[0]?.path.join('.') || '(whole)'}`.slice(0, 100) });
  }
  const next = page.pages?.next?.starting_after ?? null;
  if (next !== null) return { talks, skipped, gone, isLast: false, checkpoint: { next, since, newest } };
  // Two changes can share a second, and one of them come after we read: the last minute is asked for again.
  const settled = Math.max(since, Math.min(newest, Math.floor(epochMs(ask.now) / 1000) - 60));
  return { talks, skipped, gone, isLast: true, checkpoint: { next: null, since: settled, newest: settled } };
}

/** One page of the conversations changed after a time in seconds. @throws SourceCheckpointLost when Intercom no longer knows the page */
export async function searchChanged(ask: Ask, since: number, after: string | null): Promise<z.output<typeof SearchPage>> {
  const query = { operator: 'AND', value: [{ field: 'updated_at', operator: '>', value: String(Math.max(0, since)) }] };
  try {
    const answer = await askIntercom(ask, '/conversations/search', { method: 'POST', body: { query, pagination: { per_page: PAGE, ...(after === null ? {} : { starting_after: after }) } } });
    return parseAt('intercom search', SearchPage, answer);
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
