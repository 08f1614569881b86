import { z } from 'zod';
import { SourceCheckpointLost, SourceRefused } from '../../domain/source-errors';
import type { GoneRecord, SkippedRecord, SourceRecord } from '../../domain/source-record';
import type { FeedAsk, FeedPage } from '../../ports/connector';
import { pageInSmaller } from '../_shared/smaller-pages';
import { unreadRest } from '../_shared/unread-rest';
import { fieldOf, unreadable } from '../_shared/unreadable';
import { customerWords } from './customer-words';
import { goneOf, toRecords, unheardMessages, type Names } from './map';
import { askZendesk } from './request';
import { ExportPage, Name, Ticket, User } from './schema';

export const Cursor = z.object({ cursor: z.string() });
export type Cursor = z.output<typeof Cursor>;

/** So many that a page with a request for nearly every ticket stays within a minute or two. */
const PAGE = 100;

/** One page of the export of changed tickets, each with what its customers wrote. @throws SourceError BadInput */
export async function readTickets(ask: FeedAsk, checkpoint: Cursor | undefined): Promise<FeedPage<SourceRecord> & { readonly checkpoint: Cursor }> {
  const page = await fetchPage(ask, checkpoint);
  const users = new Map(parsed(User, page.users).map((user) => [user.id, user]));
  const names = namesOf(page);
  const items: SourceRecord[] = [];
  const skipped: SkippedRecord[] = [];
  const gone: GoneRecord[] = [];
  const wholeGroups: string[] = [];
  for (const [index, value] of page.tickets.entries()) {
    const tomb = goneOf(value);
    const ticket = Ticket.safeParse(value);
    if (tomb !== undefined) gone.push(tomb);
    else if (!ticket.success) skipped.push(unreadable(idOf(value), index, fieldOf(ticket.error)));
    else {
      const words = await customerWords(ask, ticket.data, users);
      const records = toRecords(ask.settings['host'] ?? '', ticket.data, words, users, names);
      if (words.kind === 'words' && words.isCut === true) skipped.push(unreadRest(records[0]));
      else if (words.kind === 'words') wholeGroups.push(ticket.data.id);
      skipped.push(...unheardMessages(words, records));
      for (const one of records) {
        if ('reason' in one) skipped.push(one);
        else items.push(one);
      }
    }
  }
  const cursor = page.after_cursor ?? checkpoint?.cursor;
  // Without a cursor there is nothing to go on from: an export that ends without one is read again.
  if (cursor === undefined) throw new SourceCheckpointLost('the export gave no cursor');
  return { items, skipped, gone, goneGroups: gone.map((one) => one.externalId), wholeGroups, checkpoint: { cursor }, isLast: page.end_of_stream };
}

async function fetchPage(ask: FeedAsk, checkpoint: Cursor | undefined): Promise<z.output<typeof ExportPage>> {
  const start = checkpoint === undefined ? { start_time: Math.floor(Date.parse(ask.since) / 1000) } : { cursor: checkpoint.cursor };
  try {
    return await pageInSmaller(PAGE, (size) => askZendesk(ask, 'incremental/tickets/cursor.json', ExportPage, { ...start, per_page: size, include: 'users,groups,brands,ticket_forms,comment_count' }));
  } catch (error) {
    if (checkpoint !== undefined && error instanceof SourceRefused && (error.status === 400 || error.status === 422)) throw new SourceCheckpointLost('the export does not know the cursor', { cause: error });
    throw error;
  }
}

function namesOf({ brands, groups, ticket_forms: forms }: z.output<typeof ExportPage>): Names {
  return new Map([['brand', brands] as const, ['group', groups] as const, ['form', forms] as const].flatMap(([kind, list]) => parsed(Name, list).map((one) => [`${kind}:${one.id}`, one.name] as const)));
}

/** Those that can be read; who misses one of the others says so. */
function parsed<Shape extends z.ZodType>(schema: Shape, values: readonly unknown[] | undefined): z.output<Shape>[] {
  return (values ?? []).flatMap((value) => {
    const result = schema.safeParse(value);
    return result.success ? [result.data] : [];
  });
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number' ? String(value.id) : undefined;
}
