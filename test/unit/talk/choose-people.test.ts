import fc from 'fast-check';
import type { Moment } from '../../../src/ports/outcome-store';
import { choosePeople, type TalkCase } from '../../../src/talk/choose-people';
import { customerTrails } from '../../../src/talk/customer-trails';
import { sentence } from '../../../src/domain/sentence';
import type { SourceCoverage } from '../../../src/domain/coverage';

const NOW = '2025-07-01T08:00:00.000Z';
const ago = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
const moment = (signal: string, account: string | undefined, days: number, more: Partial<Moment> = {}): Moment => ({
  signal, source: 'forum', at: ago(days), kind: 'said', visibility: 'open', theme: 't1', ...(account === undefined ? {} : { account }), ...more,
});
const forum: SourceCoverage = { source: 'forum', name: 'Forum', kind: 'file', total: 9, totalBy: 'source', read: 9, kept: 9, skipped: {}, lastReadAt: ago(0), gaps: [] };
const caseOf = (moments: readonly Moment[], more: Partial<TalkCase> = {}, sources: readonly SourceCoverage[] = [forum]): TalkCase => ({
  members: moments.filter((one) => one.theme === 't1'), exemplars: [], trails: customerTrails(moments, sources, NOW), otherwise: new Map(), standings: new Map(), now: NOW, ...more,
});
const chosen = (given: TalkCase): Record<string, string | undefined> => Object.fromEntries(choosePeople(given).slots.map(({ reason, picks, none }) => [reason, picks[0]?.person ?? none?.id]));

const story: readonly Moment[] = [
  moment('l1', 'loud', 3), moment('l2', 'loud', 9), moment('l3', 'loud', 20),
  moment('n1', 'normal', 5), moment('c1', 'contra', 6), moment('g1', 'gone', 80), moment('g2', 'gone', 60, { kind: 'did', event: 'churned', theme: undefined } as never),
  moment('q1', 'quiet', 150), moment('q2', 'quiet', 120), moment('x1', undefined, 2), moment('h1', 'secret', 2, { visibility: 'counts' }),
];

describe('five people for five reasons', () => {
  it('finds the loudest, a typical one, one who says otherwise, one who left and one who fell silent', () => {
    const given = caseOf(story, { exemplars: ['n1'], otherwise: new Map([['c1', sentence('talk.why.otherwise-words')]]) });
    expect(chosen(given)).toEqual({ loudest: 'account:loud', typical: 'account:normal', contradicting: 'account:contra', churned: 'account:gone', silent: 'account:quiet' });
    expect(choosePeople(given).unnamed).toBe(1);
  });

  it('says why there is nobody, and that some could not be known', () => {
    expect(chosen(caseOf([]))).toMatchObject({ loudest: 'talk.none.unnamed', silent: 'talk.none.unnamed' });
    expect(chosen(caseOf(story))).toMatchObject({ typical: 'talk.none.typical', contradicting: 'talk.none.contradicting' });
    expect(chosen(caseOf([moment('l1', 'loud', 3)]))).toMatchObject({ churned: 'talk.none.churned', silent: 'talk.none.silent' });
  });

  it.each([
    ['a gap since', { ...forum, gaps: [{ from: ago(100), to: ago(90), reason: 'down' }] }],
    ['an open gap', { ...forum, gaps: [{ from: ago(10), reason: 'down' }] }],
    ['rows not read yet', { ...forum, read: 8 }],
    ['not read for a while', { ...forum, lastReadAt: ago(9) }],
  ])('calls nobody silent whose source has %s', (_why, source) => {
    expect(chosen(caseOf(story, {}, [source])).silent).toBe('talk.none.not-listened');
  });

  it('leaves alone who asked for it and who was contacted lately, and puts who had their turn behind the others', () => {
    expect(chosen(caseOf(story, { standings: new Map([['account:loud', 'do-not-contact'], ['account:quiet', 'recently-contacted']]) }))).toMatchObject({ silent: 'talk.none.resting' });
    expect(chosen(caseOf(story, { standings: new Map([['account:loud', 'after-others']]) })).loudest).not.toBe('account:loud');
    const alone = caseOf([moment('l1', 'loud', 3)], { standings: new Map([['account:loud', 'after-others']]) });
    expect(chosen(alone).loudest).toBe('account:loud');
  });

  it('never chooses anybody barred, hidden or nameless, nor anybody twice, whatever is said', () => {
    const who = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', undefined);
    const any = fc.record({ account: who, days: fc.integer({ min: 0, max: 300 }), visibility: fc.constantFrom('open', 'open', 'counts', 'hidden'), did: fc.boolean() });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), fc.array(fc.constantFrom('account:a', 'account:b', 'account:c')), (rows, barred) => {
        const moments = rows.map((one, index) => moment(`s${index}`, one.account, one.days, { visibility: one.visibility as Moment['visibility'], ...(one.did ? { kind: 'did' as const, event: 'churned' } : {}) }));
        const standings = new Map(barred.map((person, index) => [person, index % 2 === 0 ? 'do-not-contact' as const : 'recently-contacted' as const]));
        const { slots } = choosePeople(caseOf(moments, { standings, exemplars: moments.map((one) => one.signal), otherwise: new Map(moments.map((one) => [one.signal, sentence('x')])) }));
        const firsts = slots.flatMap(({ picks }) => picks[0]?.person ?? []);
        expect(new Set(firsts).size).toBe(firsts.length);
        for (const { picks, none } of slots) {
          expect(picks.length > 0 || none !== undefined).toBe(true);
          for (const pick of picks) {
            expect([...standings.keys()].map(String)).not.toContain(pick.person);
            expect(moments.find((one) => one.signal === pick.signal)).toMatchObject({ kind: 'said', visibility: 'open', account: pick.account });
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
