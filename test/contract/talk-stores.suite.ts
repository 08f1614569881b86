import type { Conversation, TalkList, TalkMark } from '../../src/domain/talk';
import type { Proposal } from '../../src/domain/proposal';
import type { Prototype, PrototypeReview } from '../../src/domain/prototype';
import type { ReleaseChoice } from '../../src/domain/release-choice';
import type { PrototypeStore } from '../../src/ports/prototype-store';
import type { ProposalStore } from '../../src/ports/proposal-store';
import type { TalkStore } from '../../src/ports/talk-store';

export interface TalkStores {
  readonly talk: TalkStore;
  readonly prototypes: PrototypeStore;
  readonly proposals: ProposalStore;
}

const T1 = '2025-06-03T10:00:00.000Z';
const T2 = '2025-06-04T10:00:00.000Z';
const T3 = '2025-06-05T10:00:00.000Z';

const list = (theme: string, week: string, more: Partial<TalkList> = {}): TalkList => ({
  product: 'mail', theme, week, chosenAt: T1, unnamed: 2,
  slots: [
    { reason: 'loudest', picks: [{ person: 'account:acme “x” 😀', account: 'acme', author: 'a1', signal: 'forum:1', why: { id: 'talk.why.loudest', params: { own: 3, all: 9 } } }] },
    { reason: 'silent', picks: [], none: { id: 'talk.none.silent', params: {} } },
  ],
  ...more,
});
const mark = (person: string, state: TalkMark['state'], at: string): TalkMark => ({ product: 'mail', theme: 't1', week: '2025-06-02', person, state, at, by: 'ann' });
const conversation = (id: string, heldAt: string, more: Partial<Conversation> = {}): Conversation => ({ id, product: 'mail', heldAt, by: 'ann', signal: `conversations:${id}`, ...more });
const prototype = (issue: string, more: Partial<Prototype> = {}): Prototype => ({
  product: 'mail', issue,
  brief: { hypothesis: 'If', riskiest: 'That', smallest: 'A', kill: 'Stop', quotes: [{ signal: 'forum:1', person: 'account:acme' }], showTo: [], wordedBy: 'rules', madeAt: T1, madeBy: 'ann', expiresAt: T3 },
  ...more,
});
const review = (id: string, issue: string, shownAt: string, more: Partial<PrototypeReview> = {}): PrototypeReview => ({ id, product: 'mail', issue, answer: 'yes', signal: 'conversations:1', shownAt, by: 'ann', ...more });
const choice = (id: string, issue: string, at: string, more: Partial<ReleaseChoice> = {}): ReleaseChoice => ({ id, product: 'mail', issue, option: 'ring', accounts: ['acme'], reason: 'because', at, by: 'ann', ...more });
const proposal = (id: string, at: string, more: Partial<Proposal> = {}): Proposal => ({ id, product: 'mail', act: { kind: 'link', signal: 'forum:1', issue: '10001' }, reason: 'same words', by: 'ann', at, state: 'open', ...more });

/** What every set of stores for talking does, whatever it is made of. `open` answers empty ones. */
export function talkStoresSuite(name: string, open: () => Promise<TalkStores>): void {
  describe(`talk stores: ${name}`, () => {
    let stores: TalkStores;
    beforeEach(async () => {
      stores = await open();
    });

    it('keep a week’s choice as it was made, by product, theme and week', async () => {
      const { talk } = stores;
      await talk.saveList(list('t1', '2025-06-02'));
      await talk.saveList(list('t1', '2025-06-02', { unnamed: 9 }));
      await talk.saveList(list('t2', '2025-05-26'));
      await talk.saveList({ ...list('t1', '2025-06-02'), product: 'other' });
      expect(await talk.findList('mail', 't1', '2025-06-02')).toEqual(list('t1', '2025-06-02'));
      expect(await talk.findList('mail', 't1', '2025-05-26')).toBeUndefined();
      expect((await talk.listLists('mail', '2025-05-26')).map((one) => one.theme)).toEqual(['t2', 't1']);
      expect((await talk.listLists('mail', '2025-06-01')).map((one) => one.theme)).toEqual(['t1']);
    });

    it('append marks oldest first, each once', async () => {
      const { talk } = stores;
      await talk.saveMark(mark('account:b', 'talked', T2));
      await talk.saveMark(mark('account:a', 'invited', T1));
      await talk.saveMark(mark('account:a', 'invited', T1));
      expect(await talk.listMarks('mail', T1)).toEqual([mark('account:a', 'invited', T1), mark('account:b', 'talked', T2)]);
      expect(await talk.listMarks('mail', T2)).toHaveLength(1);
      expect(await talk.listMarks('other', T1)).toEqual([]);
    });

    it('keep the newest note about a contact', async () => {
      const { talk } = stores;
      await talk.saveContact({ product: 'mail', person: 'account:a', consent: 'agreed', at: T1, by: 'ann' });
      await talk.saveContact({ product: 'mail', person: 'account:a', consent: 'do-not-contact', at: T2, by: 'bob' });
      await talk.saveContact({ product: 'mail', person: 'account:A', consent: 'agreed', at: T2, by: 'bob' });
      expect(await talk.listContacts('mail')).toEqual([
        { product: 'mail', person: 'account:A', consent: 'agreed', at: T2, by: 'bob' },
        { product: 'mail', person: 'account:a', consent: 'do-not-contact', at: T2, by: 'bob' },
      ]);
      expect(await talk.listContacts('other')).toEqual([]);
    });

    it('page conversations newest first, each once, also those of one instant', async () => {
      const { talk } = stores;
      const all = [conversation('c1', T1, { person: 'account:a', theme: 't1', issue: '1', took: 'ünd' }), conversation('c2', T2), conversation('c3', T2), conversation('c4', T3)];
      for (const one of [...all, all[0]!]) await talk.saveConversation(one);
      await talk.saveConversation({ ...conversation('c9', T3), product: 'other' });
      const first = await talk.pageConversations('mail', undefined, 2);
      expect(first.rows.map((one) => one.id)).toEqual(['c4', 'c2']);
      const second = await talk.pageConversations('mail', first.next, 2);
      expect(second.rows).toEqual([all[2], all[0]]);
      expect((await talk.pageConversations('mail', second.next, 2)).rows).toEqual([]);
      expect((await talk.listConversations('mail', T2)).map((one) => one.id)).toEqual(['c4', 'c2', 'c3']);
    });

    it('keep one prototype an issue, its reviews oldest first', async () => {
      const { prototypes } = stores;
      await prototypes.savePrototype(prototype('1'));
      await prototypes.savePrototype(prototype('1', { link: { url: 'https://x.test/p', at: T2, by: 'ann' } }));
      await prototypes.savePrototype({ ...prototype('2'), product: 'other' });
      expect(await prototypes.findPrototype('1')).toEqual(prototype('1', { link: { url: 'https://x.test/p', at: T2, by: 'ann' } }));
      expect(await prototypes.findPrototype('3')).toBeUndefined();
      expect((await prototypes.listPrototypes('mail')).map((one) => one.issue)).toEqual(['1']);
      await prototypes.saveReview(review('r2', '1', T2, { answer: 'no', person: 'account:a' }));
      await prototypes.saveReview(review('r1', '1', T1));
      await prototypes.saveReview(review('r1', '1', T1));
      await prototypes.saveReview(review('r3', '2', T1));
      expect(await prototypes.reviewsOfIssue('1')).toEqual([review('r1', '1', T1), review('r2', '1', T2, { answer: 'no', person: 'account:a' })]);
      expect((await prototypes.listReviews('mail')).map((one) => one.id)).toEqual(['r1', 'r3', 'r2']);
    });

    it('append release choices; the newest of each issue stands', async () => {
      const { prototypes } = stores;
      await prototypes.saveChoice(choice('h1', '1', T1));
      await prototypes.saveChoice(choice('h1', '1', T1, { option: 'all' }));
      await prototypes.saveChoice(choice('h2', '1', T2, { option: 'hold', accounts: [] }));
      await prototypes.saveChoice(choice('h3', '2', T1));
      expect((await prototypes.choicesOfIssue('1')).map((one) => [one.id, one.option])).toEqual([['h2', 'hold'], ['h1', 'ring']]);
      expect((await prototypes.listChoices('mail')).map((one) => one.id).sort()).toEqual(['h2', 'h3']);
      expect(await prototypes.listChoices('other')).toEqual([]);
    });

    it('let one person decide a proposal', async () => {
      const { proposals } = stores;
      await proposals.addProposal(proposal('p1', T1));
      await proposals.addProposal(proposal('p1', T2, { reason: 'another' }));
      await proposals.addProposal(proposal('p2', T2, { act: { kind: 'call', subject: { kind: 'theme', id: 't1' }, call: 'not-now' } }));
      expect((await proposals.listProposals('mail', 'open', 10)).map((one) => one.id)).toEqual(['p2', 'p1']);
      expect(await proposals.listProposals('mail', 'open', 1)).toHaveLength(1);
      const accepted = proposal('p1', T1, { state: 'accepted', decidedBy: 'bob', decidedAt: T3 });
      expect(await proposals.decideProposal(accepted)).toBe(true);
      expect(await proposals.decideProposal({ ...accepted, state: 'dismissed' })).toBe(false);
      expect(await proposals.findProposal('p1')).toEqual(accepted);
      expect((await proposals.listProposals('mail', 'accepted', 10)).map((one) => one.id)).toEqual(['p1']);
      expect(await proposals.listProposals('other', 'open', 10)).toEqual([]);
    });
  });
}
