import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { SourceAccount, SourceLink, SourceRecord } from '../../domain/source-record';
import { SourceNotThere } from '../../domain/source-errors';
import type { Connector } from '../../ports/connector';
import { OUR_DOMAINS, oursOf } from '../_shared/our-domains';
import { conversationOf, shownOf } from '../_shared/stretches';
import { typedFeed } from '../_shared/typed-feed';
import { fieldOf, unreadable } from '../_shared/unreadable';
import { unreadRest } from '../_shared/unread-rest';
import { isCut, toAccount, toLinks, toRecords } from './map';
import { readChanged, searchChanged } from './read-changed';
import { readCompanies } from './read-companies';
import { remedies } from './remedies';
import { apiHost, askIntercom, HOSTS } from './request';
import { Company, Contact, Cursor, ListCursor, Me, PageCursor, Row, SearchPage } from './schema';

/** Conversations with all that customers wrote in them, companies with plan and spend, and links to Jira that teammates made. */
export const intercom: Connector = {
  id: 'intercom',
  name: 'Intercom',
  about: 'Conversations: what your customers wrote, never what teammates, bots or Fin wrote. Companies with plan and monthly spend.',
  limits: [
    'Each changed conversation costs one request, and an app may send 90 a minute: a first read of 12,000 conversations takes some two and a quarter hours.',
    'Pictures and files in a conversation are not read.',
    'Intercom gives the first message and the newest 500 parts of a conversation; one with more is counted as not read to its end.',
    'Links to Jira are found where a teammate put the address of an issue into an attribute of the conversation, or tagged it jira:KEY-12; a customer’s own mention is no link. The address of a GitHub issue in an attribute is followed to the Jira issue that your team linked it to, where GitHub is connected too.',
  ],
  fields: [
    { name: 'region', label: 'Where your data is kept', help: 'Settings → General, or the address you sign in at.', kind: 'choice', choices: [{ value: 'us', label: 'United States' }, { value: 'eu', label: 'Europe' }, { value: 'au', label: 'Australia' }] },
    { ...OUR_DOMAINS, isOptional: true, help: 'What people of these domains write is never a customer’s, also where they use your product themselves.' },
    { name: 'token', label: 'Access token', help: 'Developer Hub → your app → Authentication. It needs to read conversations and companies, and nothing else.', kind: 'secret' },
  ],
  egress: Object.values(HOSTS),
  hosts: (settings) => [apiHost(settings)],
  pace: { requests: 90, perSeconds: 60 },
  routes: ['tag', 'team', 'channel'],

  remedies,
  async test(ask) {
    const me = parseAt('intercom', Me, await askIntercom(ask, '/me'));
    const body = { query: { field: 'updated_at', operator: '>', value: '0' }, pagination: { per_page: 1 } };
    const { total_count } = parseAt('intercom search', SearchPage, await askIntercom(ask, '/conversations/search', { method: 'POST', body }));
    return { ok: true, found: `${me.app.name ?? me.app.id_code}: ${total_count} conversations` };
  },

  async probe(ask) {
    if (ask.canaries.length === 0) return {};
    const talks = [...new Set(ask.canaries.map(conversationOf))];
    const body = { query: { field: 'id', operator: 'IN', value: talks }, pagination: { per_page: talks.length } };
    const { conversations } = parseAt('intercom search', SearchPage, await askIntercom(ask, '/conversations/search', { method: 'POST', body }));
    return { found: shownOf(ask.canaries, conversations.flatMap((row) => { const parsed = Row.safeParse(row); return parsed.success ? [parsed.data.id] : []; })) };
  },

  async person(ask, author) {
    try {
      return parseAt('intercom contact', Contact, await askIntercom(ask, `/contacts/${encodeURIComponent(author)}`)).name;
    } catch (error) {
      if (error instanceof SourceNotThere) return undefined;
      throw error;
    }
  },

  poll: typedFeed<SourceRecord, Cursor>(Cursor, async (ask, checkpoint) => {
    const { talks, skipped, gone, checkpoint: next, isLast } = await readChanged(ask, checkpoint);
    const ours = oursOf(ask.settings);
    const mapped = talks.map((talk) => toRecords(talk, ours));
    return {
      items: mapped.flat().flatMap((one) => ('reason' in one ? [] : [one])),
      skipped: [...skipped, ...mapped.flat().flatMap((one) => ('reason' in one ? [one] : [])), ...talks.filter(isCut).map((talk) => unreadRest(toRecords(talk, ours)[0]))],
      gone,
      goneGroups: gone.map((one) => one.externalId),
      wholeGroups: talks.filter((talk) => !isCut(talk)).map((talk) => talk.id),
      checkpoint: next,
      isLast,
    };
  }),

  links: typedFeed<SourceLink, z.output<typeof ListCursor>>(ListCursor, async (ask, checkpoint) => {
    const page = await searchChanged(ask, 0, checkpoint?.after ?? null);
    const rows = page.conversations.map((row) => Row.safeParse(row));
    const skipped = rows.flatMap((row, index) => (row.success ? [] : [unreadable(Row.pick({ id: true }).safeParse(page.conversations[index]).data?.id, index, fieldOf(row.error))]));
    const after = page.pages?.next?.starting_after ?? null;
    return { items: rows.flatMap((row) => (row.success ? toLinks(row.data) : [])), skipped, checkpoint: { after }, isLast: after === null, isWhole: true };
  }),

  accounts: typedFeed<SourceAccount, z.output<typeof PageCursor>>(PageCursor, async (ask, checkpoint) => {
    const { page } = checkpoint ?? { page: 1 };
    const { rows, checkpoint: next, isLast, total } = await readCompanies(ask, checkpoint ?? { page: 1 });
    const parsed = rows.map((row) => Company.safeParse(row));
    return {
      items: parsed.flatMap((one) => (one.success ? [toAccount(one.data, ask.now)] : [])),
      skipped: parsed.flatMap((one, index) => (one.success ? [] : [{ externalId: `company-${page}-${index}`, revision: '', reason: `unreadable: ${one.error.issues[0]?.path.join('.') ?? ''}` }])),
      checkpoint: next,
      isWhole: true,
      isLast,
      ...(total === undefined ? {} : { totalAtSource: total }),
    };
  }),
};
