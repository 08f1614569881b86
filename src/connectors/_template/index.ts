import { parseAt } from '../../domain/boundary';
import { SourceCheckpointLost, SourceNotThere, SourceRefused } from '../../domain/source-errors';
import type { SourceRecord } from '../../domain/source-record';
import type { Ask, Connector } from '../../ports/connector';
import { readEach } from '../_shared/read-each';
import { inSmallerPages, tooLarge } from '../_shared/smaller-pages';
import { typedFeed } from '../_shared/typed-feed';
import { toRecord } from './map';
import { remedies } from './remedies';
import { BareEntry, Cursor, Entry, EntryPage, Person } from './schema';

/** The most that the vendor gives a page; its world in `host/sources` keeps to the same. */
const PAGE = 50;

/** Copy this folder, rename it, and follow `docs/adding-a-source.md`. It is compiled and tested as every connector, and never registered. */
export const template: Connector = {
  id: 'template',
  name: 'Template',
  about: 'Entries that customers wrote.',
  limits: ['At most 60 requests a minute, so 12,000 entries take four minutes.'],
  fields: [
    { name: 'host', label: 'Address', help: 'The part before .example.com is yours.', kind: 'host', placeholder: 'acme.example.com', pattern: /^[a-z0-9][a-z0-9-]{0,61}\.example\.com$/ },
    { name: 'token', label: 'Key', help: 'A key that may read entries, and nothing else.', kind: 'secret' },
  ],
  egress: ['*.example.com'],
  hosts: (settings) => [settings['host'] ?? ''],
  idSpace: (settings) => settings['host'] ?? '',
  pace: { requests: 60, perSeconds: 60 },
  routes: [],

  remedies,
  async test(ask) {
    const page = await fetchPage(ask, { since: ask.since, limit: 1 });
    return { ok: true, found: `${page.total} entries` };
  },

  // Of what is read from a day on a vendor's total says nothing: it counts what was before as well. Which of these it shows says enough.
  async probe(ask) {
    if (ask.canaries.length === 0) return {};
    const { entries } = parseAt('template', EntryPage, await get(ask, '/api/entries', { ids: ask.canaries.join(',') }));
    return { found: entries.flatMap((entry) => Entry.safeParse(entry).data?.id ?? []) };
  },

  async person(ask, author) {
    try {
      return parseAt('template person', Person, await get(ask, `/api/people/${encodeURIComponent(author)}`)).name;
    } catch (error) {
      if (error instanceof SourceNotThere) return undefined;
      throw error;
    }
  },

  poll: typedFeed<SourceRecord, { next: string | null; since: string }>(Cursor, async (ask, checkpoint) => {
    const from = { since: checkpoint?.since ?? ask.since, after: checkpoint?.next ?? undefined };
    // A page that is larger than we take at once comes in smaller ones; a record that is so by itself is called by its id, counted, and passed.
    const { page: whole } = await inSmallerPages(PAGE, (limit) => fetchPage(ask, { ...from, limit }));
    const page = whole ?? (await fetchPage(ask, { ...from, limit: 1, fields: 'id' }));
    const { items, skipped, gone } = whole === undefined ? readEach(page.entries, BareEntry, ({ id }) => tooLarge({ externalId: id })) : readEach(whole.entries, Entry, toRecord);
    return {
      items,
      skipped,
      gone,
      // The source reports changes from a time on: the next poll begins where the newest record of this one stands.
      checkpoint: { next: page.next, since: page.next === null ? newest(items, checkpoint?.since ?? ask.since) : (checkpoint?.since ?? ask.since) },
      isLast: page.next === null,
    };
  }),
};

async function fetchPage(ask: Ask, query: { readonly since: string; readonly after?: string | undefined; readonly limit: number; readonly fields?: string }) {
  try {
    return parseAt('template', EntryPage, await get(ask, '/api/entries', query));
  } catch (error) {
    // How this vendor says that it does not know the cursor any more.
    if (error instanceof SourceRefused && error.status === 400 && query.after !== undefined) throw new SourceCheckpointLost('unknown cursor', { cause: error });
    throw error;
  }
}

function get(ask: Ask, path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Promise<unknown> {
  return ask.http.json(`https://${ask.settings['host'] ?? ''}${path}`, { query, headers: { Authorization: `Bearer ${ask.secret('token')}` } });
}

function newest(items: readonly SourceRecord[], since: string): string {
  return items.reduce((latest, item) => (item.revision > latest ? item.revision : latest), since);
}
