import { z } from 'zod';
import type { SkippedRecord, SourceAccount, SourceLink, SourceRecord } from '../../domain/source-record';
import { SourceCheckpointLost, SourceNotThere, SourceRefused, SourceUnreadable } from '../../domain/source-errors';
import type { Ask, Connector } from '../../ports/connector';
import { pageInSmaller } from '../_shared/smaller-pages';
import { conversationOf, shownOf } from '../_shared/stretches';
import { typedFeed } from '../_shared/typed-feed';
import { fieldOf, unreadable } from '../_shared/unreadable';
import { countNoNumber, toAccount, toLink } from './map';
import { Cursor, readTickets } from './read-tickets';
import { remedies } from './remedies';
import { askZendesk } from './request';
import { Count, Link, LinkPage, Me, NamedUser, Organization, OrganizationPage, ShowMany } from './schema';

const PAGE = 100;
const Page = z.object({ after: z.string().nullable() });

export const zendesk: Connector = {
  id: 'zendesk',
  name: 'Zendesk',
  about: 'Tickets with what their requesters wrote, organisations, satisfaction, and the links to Jira issues that your agents made.',
  limits: [
    'Only public words of end users count; what agents write, internal notes and automated messages are left out.',
    'Zendesk gives changes ten times a minute and never the last minute; a first read of 12,000 tickets takes 12 minutes where tickets have one comment, about two hours where most have several.',
    'A ticket holds at most 5,000 comments, and all of them are read; each hundred costs a request.',
    'What is said in messaging (the widget, WhatsApp and so on) and in chats stands in no comment: such tickets are counted as not read, and silence is not believed then. Telephone calls are not read.',
    'Links are those of Zendesk’s Jira integration; the address of a GitHub issue in a field or a note is not followed.',
    'The key must belong to an administrator, for nobody else may read the export of changes.',
  ],
  fields: [
    { name: 'host', label: 'Address', help: 'Your Zendesk address, without https://.', kind: 'host', placeholder: 'acme.zendesk.com', pattern: /^[a-z0-9][a-z0-9-]{1,62}\.zendesk\.com$/ },
    { name: 'email', label: 'Administrator', help: 'The e-mail address of the administrator that the token belongs to.', kind: 'text', placeholder: 'admin@acme.com', pattern: /^[^\s:@/]+@[^\s:@/]+$/ },
    { name: 'token', label: 'API token', help: 'Admin Center → Apps and integrations → APIs → API tokens.', kind: 'secret' },
    { name: 'planField', label: 'Field with the plan', help: 'Key of the organisation field that holds the plan.', kind: 'text', placeholder: 'plan', isOptional: true },
    { name: 'segmentField', label: 'Field with the segment', help: 'Key of the organisation field that holds the segment.', kind: 'text', isOptional: true },
    { name: 'revenueField', label: 'Field with yearly revenue', help: 'Key of the organisation field that holds a number.', kind: 'text', isOptional: true },
  ],
  egress: ['*.zendesk.com'],
  hosts: (settings) => [settings['host'] ?? ''],
  idSpace: (settings) => settings['host'] ?? '',
  // The lowest of Zendesk's plans: https://developer.zendesk.com/api-reference/introduction/rate-limits/
  pace: { requests: 180, perSeconds: 60 },
  slower: [{ path: /^\/api\/v2\/incremental\//, requests: 10, perSeconds: 60 }],
  routes: ['brand', 'group', 'form', 'tag', 'channel'],

  remedies,
  async test(ask) {
    const { user } = await askZendesk(ask, 'users/me.json', Me);
    if (user.id === null) return { ok: false, field: 'token', problem: 'Zendesk does not accept this token with this address.' };
    if (user.role !== 'admin') return { ok: false, field: 'email', problem: `This person is ${user.role} in Zendesk; the export of changes needs an administrator.` };
    const { count } = await askZendesk(ask, 'tickets/count.json', Count);
    return { ok: true, found: `${count.value.toLocaleString('en')} tickets at ${ask.settings['host'] ?? ''}` };
  },

  async probe(ask) {
    if (ask.canaries.length === 0) return {};
    const { tickets } = await askZendesk(ask, 'tickets/show_many.json', ShowMany, { ids: [...new Set(ask.canaries.map(conversationOf))].join(',') });
    return { found: shownOf(ask.canaries, tickets.map((ticket) => ticket.id)) };
  },

  async person(ask, author) {
    try {
      const { user } = await askZendesk(ask, `users/${encodeURIComponent(author)}.json`, NamedUser);
      return user.active === false ? undefined : user.name;
    } catch (error) {
      if (error instanceof SourceNotThere) return undefined;
      throw error;
    }
  },

  poll: typedFeed<SourceRecord, Cursor>(Cursor, readTickets),

  accounts: typedFeed<SourceAccount, z.output<typeof Page>>(Page, async (ask, checkpoint) => {
    const { organizations, meta } = await pageInSmaller(PAGE, (size) => askPage(ask, 'organizations.json', OrganizationPage, { 'page[size]': size, 'page[after]': checkpoint?.after ?? undefined }));
    const { planField: plan, segmentField: segment, revenueField: revenue } = ask.settings;
    const fields = { ...(plan === undefined ? {} : { plan }), ...(segment === undefined ? {} : { segment }), ...(revenue === undefined ? {} : { revenue }) };
    const { items: read, skipped } = eachOf(organizations, Organization, (one) => one);
    return { items: read.map((one) => toAccount(one, fields)), skipped, noNumber: countNoNumber(read, revenue), ...nextOf(meta) };
  }),

  links: typedFeed<SourceLink, z.output<typeof Page>>(Page, async (ask, checkpoint) => {
    const { links, meta } = await pageInSmaller(PAGE, (size) => askPage(ask, 'jira/links.json', LinkPage, { 'page[size]': size, 'page[after]': checkpoint?.after ?? undefined }));
    return { ...eachOf(links, Link, toLink, ticketOf), ...nextOf(meta) };
  }),
};

/** @throws SourceCheckpointLost when Zendesk no longer knows the page */
async function askPage<Shape extends z.ZodType>(ask: Ask, path: string, shape: Shape, query: Readonly<Record<string, string | number | undefined>>): Promise<z.output<Shape>> {
  try {
    return await askZendesk(ask, path, shape, query);
  } catch (cause) {
    if (query['page[after]'] !== undefined && cause instanceof SourceRefused && (cause.status === 400 || cause.status === 422)) throw new SourceCheckpointLost('Zendesk no longer knows this page', { cause });
    throw cause;
  }
}

/** A list that goes on and does not say where is not at its end: what stands behind would count as taken back. */
function nextOf(meta: { readonly has_more: boolean; readonly after_cursor: string | undefined }): { readonly checkpoint: { after: string | null }; readonly isLast: boolean; readonly isWhole: true } {
  if (meta.has_more && meta.after_cursor === undefined) throw new SourceUnreadable('a list that goes on without saying where');
  return { checkpoint: { after: meta.has_more ? (meta.after_cursor ?? null) : null }, isLast: !meta.has_more, isWhole: true };
}

/** The ticket of a link whose rest cannot be read. */
function ticketOf(value: unknown): string | undefined {
  return Link.pick({ ticket_id: true }).safeParse(value).data?.ticket_id;
}

function eachOf<Shape extends z.ZodType, Item>(values: readonly unknown[], schema: Shape, map: (value: z.output<Shape>) => Item, idOf: (value: unknown) => string | undefined = () => undefined): { readonly items: readonly Item[]; readonly skipped: readonly SkippedRecord[] } {
  const results = values.map((value) => schema.safeParse(value));
  return {
    items: results.flatMap((one) => (one.success ? [map(one.data)] : [])),
    skipped: results.flatMap((one, index) => (one.success ? [] : [unreadable(idOf(values[index]), index, fieldOf(one.error))])),
  };
}
