import { openZendesk } from '../../../sources/zendesk/answer';
import { emptyState, type ZendeskTicket, type ZendeskUser } from '../../../sources/zendesk/state';
import type { SeedVendor } from '../../seed';
import { demoAccounts } from '../accounts';
import { hasOrganisation } from '../known-accounts';
import type { DemoSignal } from '../signals';
import { addressOf, domainOf, numberFor } from './people';

/** A Zendesk account: a ticket a signal, with one comment by its requester; organisations by their domains. */
export function demoZendesk(connection: SeedVendor['connection'], host: string, signals: readonly DemoSignal[]): SeedVendor {
  return {
    connection,
    hosts: [host],
    open: ({ now, keep }) => {
      const key = { email: 'admin@spannerby.example', token: keep(`${host}.token`, () => crypto.randomUUID()) };
      const tickets = signals.map((signal) => ticketOf(signal));
      const users = new Map(signals.map((signal) => userOf(signal)).map((user) => [user.id, user]));
      const organizations = demoAccounts().filter(hasOrganisation).map(({ id, name }) => ({ id: numberFor(id), name, domains: [domainOf(id)], fields: {} }));
      const state = { ...emptyState(), users, tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])), organizations, key };
      return { fields: { host, email: key.email, token: key.token }, answer: openZendesk(state, now, false) };
    },
  };
}

function ticketOf(signal: DemoSignal): ZendeskTicket {
  const at = Date.parse(signal.at);
  const requester = userOf(signal).id;
  const id = Number(signal.id);
  return {
    id, subject: signal.title ?? '', status: signal.status ?? 'open', requester, submitter: requester, createdAt: at, updatedAt: at, generatedAt: at, tags: [],
    comments: [{ id, author: requester, isPublic: true, body: signal.text ?? '', at }],
  };
}

/** A person who writes in two languages has a profile in each. */
function userOf(signal: DemoSignal): ZendeskUser {
  return { id: numberFor(`${addressOf(signal)} ${signal.locale ?? ''}`), role: 'end-user', email: addressOf(signal), locale: signal.locale ?? 'en-GB' };
}
