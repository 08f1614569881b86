import { seenOf, type OpenWorld, type SourceWorld, type WorldNeeds } from '../source-world';
import { partedId, partsOf } from '../parts-of';
import { openZendesk } from './answer';
import { AGENT, emptyState, KEY, type ZendeskComment, type ZendeskState, type ZendeskTicket } from './state';

const FIRST_CUSTOMER = 1000;

/** Zendesk with tickets of end users, some answered, some answered again; agents' words among them. */
export const openWorld: OpenWorld = (needs) => worldOf(needs, { ...emptyState(), organizations: [{ id: 1, name: 'Northwind', domains: ['northwind.test'], fields: {} }] });

export function worldOf({ now, random }: WorldNeeds, state: ZendeskState): SourceWorld {
  let comments = 0;
  /** Whole seconds, as exports count. */
  const second = (): number => Math.floor(now() / 1000) * 1000;
  const comment = (author: number, body: string, isPublic = true): ZendeskComment => ({ id: (comments += 1), author, body, isPublic, at: second() });
  const touch = (ticket: ZendeskTicket): void => void Object.assign(ticket, { updatedAt: second(), generatedAt: Math.max(second(), ticket.generatedAt + 1000) });
  const customer = (): number => {
    const id = FIRST_CUSTOMER + Math.floor(random() * 50);
    state.users.set(id, { id, role: 'end-user', email: `person${id}@customer${id % 7}.test`, locale: 'en-US' });
    return id;
  };
  const add = (body: string, requester: number, at: number): ZendeskTicket => {
    const id = state.tickets.size + 1;
    const ticket: ZendeskTicket = { id, subject: 'A question', status: 'open', requester, submitter: requester, createdAt: at, updatedAt: at, generatedAt: second(), comments: [comment(requester, body)], tags: [] };
    state.tickets.set(id, ticket);
    return ticket;
  };
  const find = (id: string): ZendeskTicket => {
    const ticket = state.tickets.get(Number(partedId(id)[0]));
    if (ticket === undefined) throw new RangeError(`no ticket ${id}`);
    return ticket;
  };
  const customers = (): ZendeskTicket[] => [...state.tickets.values()].filter((one) => one.status !== 'deleted' && one.requester !== AGENT);
  return {
    connector: 'zendesk',
    settings: { host: 'acme.zendesk.com', email: KEY.email },
    secrets: { token: KEY.token },
    answer: openZendesk(state, now),
    speak: (text) => {
      const ticket = add(text, customer(), second());
      if (random() < 0.4) ticket.comments.push(comment(AGENT, 'Thank you for asking; we look into it.'), comment(AGENT, 'Internal: known trouble.', false));
      if (random() < 0.2) ticket.comments.push(comment(ticket.requester, 'It still happens to us.'));
      return String(ticket.id);
    },
    speakLate: (text, at) => String(add(text, customer(), Math.floor(at / 1000) * 1000).id),
    sayMore: (id, text) => {
      const ticket = find(id);
      ticket.comments.push(comment(ticket.requester, text));
      touch(ticket);
    },
    answerAsAgent: (text) => void add(text, AGENT, second()),
    rewrite: (id, text) => {
      const ticket = find(id);
      const [, message] = partedId(id);
      const first = message === undefined ? ticket.comments[0] : ticket.comments.find((one) => String(one.id) === message);
      if (first !== undefined) first.body = text;
      touch(ticket);
    },
    remove: (id) => {
      const ticket = find(id);
      ticket.status = 'deleted';
      touch(ticket);
    },
    revoke: (isRevoked) => void (state.isRevoked = isRevoked),
    narrow: (sight) => void (state.sees = seenOf(sight, state.tickets.size)),
    forgetCheckpoints: () => void (state.epoch += 1),
    identity: {
      rename: () => {
        state.renamed += 1;
        state.brands.set(7, `Mail ${state.renamed}`);
      },
      // https://support.zendesk.com/hc/en-us/articles/4408887695898: the merged person's tickets become the other's.
      mergePeople: (from, into) => {
        for (const ticket of state.tickets.values()) {
          if (ticket.requester !== Number(from)) continue;
          ticket.requester = Number(into);
          for (const one of ticket.comments) if (one.author === Number(from)) one.author = Number(into);
          touch(ticket);
        }
      },
      // https://support.zendesk.com/hc/en-us/articles/4408882445594: the merged ticket is closed and tagged, each ticket gets a comment of the agent.
      mergeRecords: (from, into) => {
        const [closed, kept] = [find(from), find(into)];
        closed.status = 'closed';
        closed.tags.push('closed_by_merge');
        closed.comments.push(comment(AGENT, `This request was closed and merged into request #${into}.`));
        kept.comments.push(comment(AGENT, `Request #${from} was closed and merged into this request. Last comment in request #${from}: ${closed.comments[0]?.body ?? ''}`, false));
        touch(closed);
        touch(kept);
      },
      move: (id) => {
        const ticket = find(id);
        ticket.brand = 8;
        touch(ticket);
      },
    },
    link: (id, issue) => void state.links.push({ id: state.links.length + 1, ticket: Number(id), issueId: issue.id, issueKey: issue.key, at: second() }),
    unlink: (id, issue) => void state.links.splice(state.links.findIndex((one) => one.ticket === Number(id) && one.issueId === issue.id), 1),
    authors: () => new Map(customers().flatMap(saidIn).map(([id, { author }]) => [id, author])),
    live: () => new Map(customers().flatMap(saidIn).map(([id, { text }]) => [id, text])),
  };
}

function saidIn(ticket: ZendeskTicket): ReturnType<typeof partsOf> {
  return partsOf(String(ticket.id), ticket.comments.filter((one) => one.isPublic && one.author !== AGENT).map((one) => ({ id: String(one.id), at: one.at, author: String(one.author), text: one.body.trim() })));
}
