import type { Contact, TalkList, TalkMark } from '../../../src/domain/talk';
import { weekOf } from '../../../src/domain/talk';
import { sentence } from '../../../src/domain/sentence';
import { clockOf } from '../../../src/talk/clock';
import { conversationWeeks } from '../../../src/talk/conversation-weeks';
import { saysOtherwise } from '../../../src/talk/says-otherwise';
import { shownPeople } from '../../../src/talk/shown-people';
import { standingsOf, type ContactFacts } from '../../../src/talk/who-may-be-asked';

const NOW = '2025-07-02T08:00:00.000Z';
const ago = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
const mark = (person: string, state: TalkMark['state'], days: number): TalkMark => ({ product: 'mail', theme: 't1', week: weekOf(ago(days)), person, state, at: ago(days), by: 'ann' });
const contact = (person: string, consent: Contact['consent']): Contact => ({ product: 'mail', person, consent, at: ago(1), by: 'ann' });
const facts = (more: Partial<ContactFacts>): ContactFacts => ({ contacts: [], marks: [], conversations: [], lists: [], ...more });

describe('words that say otherwise', () => {
  it.each(['It works fine for us, no complaints.', 'Please do not change this board, my crew knows it by heart.', 'We have never had a problem with syncing at all.', 'Since the last update it is fixed, thank you.'])('finds them: %s', (text) => {
    expect(saysOtherwise(text)).toEqual({ start: 0, end: text.length });
  });

  it.each(['I wish it worked fine for us.', 'It would be great if everything was fixed.', 'Is it fixed?', 'It is not fixed.', 'They said it was fixed but', 'I thought it works well for me.', 'It works fine for you maybe', 'When it is solved tell me.', '> It works fine for us, no complaints.\nNot for me.'])('is not fooled by: %s', (text) => {
    expect(saysOtherwise(text)?.start).toBe(text === 'They said it was fixed but' ? 0 : undefined);
  });
});

describe('who may be asked', () => {
  it('rests people by what happened, and forgets a mark that was taken back', () => {
    const standings = standingsOf(facts({ marks: [mark('a', 'invited', 20), mark('b', 'invited', 40), mark('c', 'declined', 80), mark('d', 'invited', 2), mark('d', 'open', 1), mark('e', 'passed', 1)], conversations: [{ id: 'c', product: 'mail', heldAt: ago(30), by: 'ann', signal: 's', person: 'f' }] }), NOW);
    expect(Object.fromEntries(standings)).toEqual({ a: 'recently-contacted', c: 'recently-contacted', f: 'recently-contacted' });
  });

  it('lets a wish not to be contacted win over everything', () => {
    expect(standingsOf(facts({ contacts: [contact('a', 'do-not-contact'), contact('b', 'agreed')], marks: [mark('a', 'open', 1)] }), NOW)).toEqual(new Map([['a', 'do-not-contact']]));
  });
});

describe('a list as it stands', () => {
  const pick = (person: string) => ({ person, signal: `s-${person}`, why: sentence('talk.why.typical') });
  const list: TalkList = { product: 'mail', theme: 't1', week: weekOf(NOW), chosenAt: NOW, unnamed: 0, slots: [{ reason: 'typical', picks: [pick('a'), pick('b'), pick('c')] }] };
  const shown = (more: Partial<ContactFacts>, gone: readonly string[] = []) => shownPeople(list, facts(more), NOW, (signal) => !gone.includes(signal))[0];

  it('shows the first, and the next when someone else is asked for', () => {
    expect(shown({})).toMatchObject({ person: { pick: { person: 'a' }, hasNext: true, consent: 'not-asked' } });
    expect(shown({ marks: [mark('a', 'passed', 0)] })).toMatchObject({ person: { pick: { person: 'b' } } });
  });

  it('keeps who was invited from this list, with the state', () => {
    expect(shown({ marks: [mark('a', 'invited', 0)] })).toMatchObject({ person: { pick: { person: 'a' }, state: 'invited' } });
  });

  it('drops who asked not to be contacted even after an invitation, who was contacted elsewhere, and whose words are gone', () => {
    expect(shown({ marks: [mark('a', 'invited', 0)], contacts: [contact('a', 'do-not-contact')] })).toMatchObject({ person: { pick: { person: 'b' } } });
    expect(shown({ marks: [{ ...mark('a', 'invited', 0), theme: 't2' }] }, ['s-b'])).toMatchObject({ person: { pick: { person: 'c' }, hasNext: false } });
    expect(shown({}, ['s-a', 's-b', 's-c'])).toEqual({ reason: 'typical', none: sentence('talk.none.resting', { people: 3 }) });
  });
});

describe('conversations by week', () => {
  it('counts a row up to the last whole week, and does not hold a week against anybody before it is over', () => {
    const held = (days: number) => ({ heldAt: ago(days) });
    expect(conversationWeeks([held(7), held(14), held(28)], NOW)).toMatchObject({ inARow: 2, without: 0 });
    expect(conversationWeeks([held(1), held(7)], NOW)).toMatchObject({ inARow: 2, without: 0 });
    expect(conversationWeeks([held(1)], NOW)).toMatchObject({ inARow: 1, without: 0 });
    expect(conversationWeeks([held(30)], NOW)).toMatchObject({ inARow: 0, without: 3 });
    expect(conversationWeeks([], NOW).weeks).toHaveLength(12);
  });
});

describe('the clock of prototypes', () => {
  const brief = (issue: string, madeAt: string, linkAt?: string) => ({ product: 'mail', issue, brief: { madeAt } as never, ...(linkAt === undefined ? {} : { link: { url: 'https://x.test', at: linkAt, by: 'ann' } }) });
  const seen = (issue: string, shownAt: string) => ({ id: `${issue} ${shownAt}`, product: 'mail', issue, answer: 'yes' as const, signal: 's', shownAt, by: 'ann' });

  it('takes medians over what got that far, and knows nothing of the rest', () => {
    const prototypes = [brief('1', ago(10), ago(8)), brief('2', ago(10), ago(4)), brief('3', ago(9))];
    expect(clockOf(prototypes, [seen('1', ago(7)), seen('1', ago(2)), seen('3', ago(1))])).toEqual({ prototypes: 3, daysToLink: 4, daysToSeen: 1 });
    expect(clockOf([brief('3', ago(9))], [])).toEqual({ prototypes: 1 });
  });
});
