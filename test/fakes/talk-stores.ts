import type { Contact, Conversation, TalkList, TalkMark } from '../../src/domain/talk';
import type { Prototype, PrototypeReview } from '../../src/domain/prototype';
import type { Proposal } from '../../src/domain/proposal';
import type { ReleaseChoice } from '../../src/domain/release-choice';
import type { PrototypeStore } from '../../src/ports/prototype-store';
import type { ProposalStore } from '../../src/ports/proposal-store';
import type { TalkStore } from '../../src/ports/talk-store';
import { byCodePoint } from './by-code-point';

export function fakeTalkStore(): TalkStore {
  const lists = new Map<string, TalkList>();
  const marks = new Map<string, TalkMark>();
  const contacts = new Map<string, Contact>();
  const conversations = new Map<string, Conversation>();
  const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);
  const newest = (product: string): Conversation[] =>
    [...conversations.values()].filter((one) => one.product === product).sort((a, b) => byCodePoint(b.heldAt, a.heldAt) || byCodePoint(a.id, b.id));
  return {
    async saveList(list) {
      const key = keyOf(list.product, list.theme, list.week);
      if (!lists.has(key)) lists.set(key, list);
    },
    findList: async (product, theme, week) => lists.get(keyOf(product, theme, week)),
    listLists: async (product, from) =>
      [...lists.values()].filter((one) => one.product === product && one.week >= from).sort((a, b) => byCodePoint(a.week, b.week) || byCodePoint(a.theme, b.theme)),
    async saveMark(mark) {
      marks.set(JSON.stringify(mark), mark);
    },
    listMarks: async (product, from) => [...marks.values()].filter((one) => one.product === product && one.at >= from).sort((a, b) => byCodePoint(a.at, b.at)),
    async saveContact(contact) {
      contacts.set(keyOf(contact.product, contact.person), contact);
    },
    listContacts: async (product) => [...contacts.values()].filter((one) => one.product === product).sort((a, b) => byCodePoint(a.person, b.person)),
    async saveConversation(conversation) {
      conversations.set(conversation.id, conversation);
    },
    async pageConversations(product, after, limit) {
      const all = newest(product);
      const from = after === undefined ? 0 : all.findIndex((one) => `${one.heldAt} ${one.id}` === after) + 1;
      const rows = all.slice(from, from + limit);
      const last = rows.at(-1);
      return { rows, ...(last === undefined || rows.length < limit ? {} : { next: `${last.heldAt} ${last.id}` }) };
    },
    listConversations: async (product, from) => newest(product).filter((one) => one.heldAt >= from),
  };
}

export function fakePrototypeStore(): PrototypeStore {
  const prototypes = new Map<string, Prototype>();
  const reviews = new Map<string, PrototypeReview>();
  const choices = new Map<string, ReleaseChoice>();
  const oldestFirst = (some: readonly PrototypeReview[]): PrototypeReview[] => [...some].sort((a, b) => byCodePoint(a.shownAt, b.shownAt) || byCodePoint(a.id, b.id));
  const newestFirst = (keep: (one: ReleaseChoice) => boolean): ReleaseChoice[] => [...choices.values()].filter(keep).sort((a, b) => byCodePoint(b.at, a.at) || byCodePoint(b.id, a.id));
  return {
    async savePrototype(one) {
      prototypes.set(one.issue, one);
    },
    findPrototype: async (issue) => prototypes.get(issue),
    listPrototypes: async (product) => [...prototypes.values()].filter((one) => one.product === product).sort((a, b) => byCodePoint(a.issue, b.issue)),
    async saveReview(one) {
      reviews.set(one.id, one);
    },
    reviewsOfIssue: async (issue) => oldestFirst([...reviews.values()].filter((one) => one.issue === issue)),
    listReviews: async (product) => oldestFirst([...reviews.values()].filter((one) => one.product === product)),
    async saveChoice(one) {
      if (!choices.has(one.id)) choices.set(one.id, one);
    },
    choicesOfIssue: async (issue) => newestFirst((one) => one.issue === issue),
    listChoices: async (product) => {
      const seen = new Set<string>();
      return newestFirst((one) => one.product === product).filter((one) => !seen.has(one.issue) && seen.add(one.issue));
    },
  };
}

export function fakeProposalStore(): ProposalStore {
  const proposals = new Map<string, Proposal>();
  return {
    async addProposal(one) {
      if (!proposals.has(one.id)) proposals.set(one.id, one);
    },
    findProposal: async (id) => proposals.get(id),
    listProposals: async (product, state, limit) =>
      [...proposals.values()].filter((one) => one.product === product && one.state === state).sort((a, b) => byCodePoint(b.at, a.at) || byCodePoint(b.id, a.id)).slice(0, limit),
    async decideProposal(one) {
      if (proposals.get(one.id)?.state !== 'open') return false;
      proposals.set(one.id, one);
      return true;
    },
  };
}
