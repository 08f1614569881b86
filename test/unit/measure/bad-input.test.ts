import type { Coverage } from '../../../src/domain/coverage';
import type { OutcomeContract, OutcomeVerdict } from '../../../src/domain/outcome';
import type { Theme } from '../../../src/domain/theme';
import { accountTrails } from '../../../src/measure/account-trails';
import { editContract, type ReleaseEvent } from '../../../src/measure/edit-contract';
import { judgeContract } from '../../../src/measure/judge-contract';
import { indexMoments } from '../../../src/measure/moment-index';
import { notesOf, titleOf } from '../../../src/measure/outcome-words';
import { OUTCOME_POLICY } from '../../../src/measure/policy';
import type { Moment } from '../../../src/ports/outcome-store';
import { aContract, aThemeNamed, momentsOf, RELEASED_AT, weeksFromRelease } from '../../build/outcomes';

const source = { source: 'forum', name: 'Forum', kind: 'file', total: 1, totalBy: 'offered' as const, read: 1, kept: 1, skipped: {}, oldestAt: weeksFromRelease(-40), gaps: [] };
const COMPLETE: Coverage = { state: 'complete', total: 1, read: 1, sources: [source] };
const EASED: readonly Moment[] = [
  ...momentsOf('treated', -16, 0, (week) => 9 + (week % 3 === 0 ? 2 : 0)), ...momentsOf('treated', 0, 9, () => 2),
  ...momentsOf('other', -16, 9, (week) => 24 + (week % 2)), ...momentsOf('third', -16, 9, (week) => 25 - (week % 2)),
];
const THEMES = [aThemeNamed('treated'), aThemeNamed('other'), aThemeNamed('third')];

interface World {
  readonly contract?: OutcomeContract;
  readonly moments?: readonly Moment[];
  readonly themes?: readonly Theme[];
  readonly coverage?: Coverage;
  readonly now?: string;
}

function judge({ contract = aContract(), moments = EASED, themes = THEMES, coverage = COMPLETE, now = weeksFromRelease(9) }: World): ReturnType<typeof judgeContract>[number] {
  const input = {
    contract, index: indexMoments(moments, new Set(contract.sources.map((one) => one.source))), themes: new Map(themes.map((theme) => [theme.id, theme])), coverage,
    confirmations: [], past: [], trails: accountTrails(moments), now,
  };
  const [first] = judgeContract(input, 8, OUTCOME_POLICY);
  if (first === undefined) throw new Error('no target');
  return first;
}
const verdict = (world: World): OutcomeVerdict => judge(world).outcome.verdict;
const after = (event: ReleaseEvent): OutcomeContract => editContract(aContract(), event, weeksFromRelease(2), 'ann').contract;
const lineage = (event: 'merged' | 'split' | 'split-from', other: string): Theme['lineage'] => [{ event, at: weeksFromRelease(3), by: 'person', other }];

describe('bad input ends in a named verdict', () => {
  it('the same world without bad input: fewer, not yet confirmed, with both lists', () => {
    const { outcome, members } = judge({});
    expect(outcome.verdict).toEqual({ kind: 'fewer' });
    expect(outcome.confirmed).toEqual({ kind: 'not-yet-confirmed' });
    expect(outcome.lists).toEqual([{ window: 'before', count: outcome.counts?.themeBefore, signals: members.before.length }, { window: 'after', count: 16, signals: 16 }]);
    expect(members.after).toHaveLength(16);
    expect(outcome.silentAccounts).toEqual([]);
  });

  it('released twice: nothing changes but the log', () => {
    const again = editContract(aContract(), { kind: 'released-again', releasedAt: RELEASED_AT }, weeksFromRelease(2), 'ann');
    expect(again.isToFreezeAgain).toBe(false);
    expect(again.contract.edits).toEqual([{ at: weeksFromRelease(2), by: 'ann', what: 'released-again' }]);
    expect(editContract(again.contract, { kind: 'released-again', releasedAt: RELEASED_AT }, weeksFromRelease(3), 'ann').contract).toBe(again.contract);
    expect(verdict({ contract: again.contract })).toEqual({ kind: 'fewer' });
  });

  it.each<[string, ReleaseEvent, OutcomeVerdict]>([
    ['date moved', { kind: 'released-again', releasedAt: weeksFromRelease(1) }, { kind: 'cannot-judge', reason: 'date-moved', at: weeksFromRelease(2) }],
    ['unreleased', { kind: 'unreleased' }, { kind: 'cannot-judge', reason: 'unreleased', at: weeksFromRelease(2) }],
    ['deleted', { kind: 'deleted' }, { kind: 'cannot-judge', reason: 'version-deleted', at: weeksFromRelease(2) }],
    ['merged into another version', { kind: 'merged', into: '4.3' }, { kind: 'cannot-judge', reason: 'version-merged', at: weeksFromRelease(2) }],
    ['issue moved to another version', { kind: 'issues', issues: ['99'] }, { kind: 'cannot-judge', reason: 'issue-moved', at: weeksFromRelease(2) }],
  ])('%s', (_, event, expected) => expect(verdict({ contract: after(event) })).toEqual(expected));

  it('in the future', () => {
    expect(verdict({ now: weeksFromRelease(-1) })).toEqual({ kind: 'cannot-judge', reason: 'not-released-yet', at: RELEASED_AT });
  });

  it.each<[string, readonly Theme[], string]>([
    ['merged into it', [aThemeNamed('treated', { lineage: lineage('merged', 'x') })], 'theme-merged'],
    ['merged into another', [aThemeNamed('other', { lineage: lineage('merged', 'treated') })], 'theme-merged'],
    ['split by a person', [aThemeNamed('treated', { lineage: lineage('split', 'x') })], 'theme-split'],
    ['split by the engine', [aThemeNamed('treated'), aThemeNamed('x', { lineage: lineage('split-from', 'treated') })], 'theme-split'],
    ['erased', [aThemeNamed('other')], 'theme-erased'],
  ])('theme %s after the freeze', (_, themes, reason) => expect(verdict({ themes })).toMatchObject({ kind: 'cannot-judge', reason }));

  it('the same complaints in other words are not fewer: a near twin that took them over, or a child born since', () => {
    const words = ['sync', 'double', 'invoice'];
    const taken = [...EASED, ...momentsOf('twin', 0, 9, () => 8)];
    const twin = (more: Partial<Theme>): readonly Theme[] => [aThemeNamed('treated', { terms: words }), aThemeNamed('other'), aThemeNamed('third'), aThemeNamed('twin', more)];
    expect(verdict({ moments: taken, themes: twin({ terms: ['sync', 'double'] }) })).toEqual({ kind: 'not-attributable', reason: 'moved-elsewhere' });
    expect(verdict({ moments: taken, themes: twin({ terms: ['print', 'paper'] }) })).toEqual({ kind: 'fewer' });
    expect(verdict({ moments: EASED, themes: twin({ terms: ['sync', 'double'] }) })).toEqual({ kind: 'fewer' });
  });

  it('one of several themes of a promise: its split or loss ends the promise, a merge of two that are measured together does not', () => {
    const target = { issue: '10', issueKey: 'TB-10', measure: { kind: 'theme', themes: ['treated', 'second'] }, direction: 'fewer', decidedAt: RELEASED_AT } as const;
    const both = aContract({ targets: [target] });
    const moments = [...EASED, ...momentsOf('second', -16, 0, () => 3, { account: 'own' })];
    const others = [aThemeNamed('other'), aThemeNamed('third')];
    expect(verdict({ contract: both, moments, themes: [aThemeNamed('treated'), ...others] })).toMatchObject({ reason: 'theme-erased' });
    expect(verdict({ contract: both, moments, themes: [aThemeNamed('treated'), aThemeNamed('second', { lineage: lineage('split', 'x') }), ...others] })).toMatchObject({ reason: 'theme-split' });
    const gone = [aThemeNamed('treated', { lineage: lineage('merged', 'second') }), ...others];
    expect(verdict({ contract: both, moments, themes: gone })).toEqual({ kind: 'fewer' });
    expect(verdict({ contract: both, moments, themes: [...gone, aThemeNamed('second', { lineage: [{ event: 'merged-into', at: weeksFromRelease(3), by: 'person', other: 'treated' }] })] })).toEqual({ kind: 'fewer' });
    expect(verdict({ contract: both, moments, themes: [aThemeNamed('treated', { lineage: [...lineage('merged', 'second'), ...lineage('merged', 'x')] }), ...others] })).toMatchObject({ reason: 'theme-merged' });
  });

  it('theme merged before the freeze: as good as any', () => {
    const old = aThemeNamed('treated', { lineage: [{ event: 'merged', at: weeksFromRelease(-5), by: 'engine', other: 'x' }] });
    expect(verdict({ themes: [old] })).toEqual({ kind: 'fewer' });
  });

  it('a source with a gap in the windows, one that is gone, and one known only since mid-window', () => {
    const gap = { ...source, gaps: [{ from: weeksFromRelease(2), to: weeksFromRelease(5), reason: 'down' }] };
    expect(verdict({ coverage: { ...COMPLETE, state: 'gap', sources: [gap] } })).toEqual({ kind: 'cannot-judge', reason: 'source-gap', at: weeksFromRelease(2), source: 'forum' });
    const short = { ...source, gaps: [{ from: weeksFromRelease(2), to: weeksFromRelease(2.2), reason: 'down' }] };
    const heard = judge({ coverage: { ...COMPLETE, state: 'gap', sources: [short] } }).outcome;
    expect(heard.verdict).toEqual({ kind: 'fewer' });
    expect(heard.counts?.weeksAfter).toBe(7);
    expect(heard.weeks.filter((week) => week.phase === 'unheard').map((week) => week.from)).toEqual([weeksFromRelease(2)]);
    expect(notesOf(aContract(), heard)).toContainEqual({ id: 'outcome.unheard-weeks', params: { weeks: 1 } });
    expect(verdict({ coverage: { ...COMPLETE, sources: [] } })).toMatchObject({ reason: 'source-gap', source: 'forum' });
    const young = aContract({ sources: [{ source: 'forum', since: weeksFromRelease(-40) }, { source: 'chat', since: weeksFromRelease(-3) }] });
    expect(verdict({ contract: young })).toEqual({ kind: 'cannot-judge', reason: 'source-connected-mid-window', at: weeksFromRelease(-3), source: 'chat' });
    expect(verdict({ contract: aContract({ sources: [{ source: 'forum', since: weeksFromRelease(-6) }] }) })).toMatchObject({ reason: 'short-history' });
  });

  it('a file that ended within the weeks after, alone or beside another, is not fewer; one that ended with them, or brought little, is no reason', () => {
    const endedAt = (weeks: number, more: object = {}): Coverage => ({ ...COMPLETE, sources: [{ ...source, newestAt: weeksFromRelease(weeks), ...more }] });
    expect(verdict({ coverage: endedAt(4) })).toEqual({ kind: 'cannot-judge', reason: 'source-gap', at: weeksFromRelease(4), source: 'forum' });
    // A single row of much later does not say that the file went on.
    expect(verdict({ coverage: endedAt(9, { held: { from: weeksFromRelease(-40), to: weeksFromRelease(4) } }) })).toMatchObject({ reason: 'source-gap', at: weeksFromRelease(4) });
    for (const weeks of [8.9, 9, 40]) expect(verdict({ coverage: endedAt(weeks) })).toEqual({ kind: 'fewer' });
    expect(verdict({ coverage: endedAt(4, { readAgainBy: weeksFromRelease(10) }) })).toEqual({ kind: 'fewer' });
    const two = aContract({ sources: [{ source: 'forum', since: weeksFromRelease(-40) }, { source: 'store', since: weeksFromRelease(-40) }] });
    const beside = (every: number): World => ({
      contract: two, moments: EASED.map((one, at) => (at % every === 0 ? { ...one, source: 'store' } : one)),
      coverage: { ...COMPLETE, sources: [{ ...source, readAgainBy: weeksFromRelease(10) }, { ...source, source: 'store', newestAt: weeksFromRelease(2) }] },
    });
    expect(verdict(beside(3))).toMatchObject({ reason: 'source-gap', source: 'store' });
    expect(verdict(beside(60))).toEqual({ kind: 'fewer' });
  });

  it('nothing connected and still reading are not silence', () => {
    expect(verdict({ coverage: { state: 'nothing-connected', total: 0, read: 0, sources: [] } })).toEqual({ kind: 'cannot-judge', reason: 'nothing-connected' });
    expect(verdict({ coverage: { ...COMPLETE, state: 'reading', total: 9 } })).toEqual({ kind: 'cannot-judge', reason: 'still-reading' });
  });

  it('zero signals', () => {
    expect(verdict({ moments: [] })).toEqual({ kind: 'too-few-to-tell' });
    expect(judge({ moments: [] }).outcome.estimate).toBeUndefined();
  });

  it('one account with a thousand signals counts once a week', () => {
    const pile = momentsOf('treated', -16, 0, () => 60).map((one) => ({ ...one, account: 'loud' }));
    const { outcome } = judge({ moments: [...pile, ...EASED.filter((one) => one.theme !== 'treated')] });
    expect(outcome.counts?.themeBefore).toBe(12);
    expect(outcome.lists[0]).toEqual({ window: 'before', count: 12, signals: 720 });
    expect(outcome.silentAccounts).toEqual(['loud']);
  });

  it('nobody is silent who speaks in a source that the contract does not count, or where we could not listen', () => {
    const pile = momentsOf('treated', -16, 0, () => 60).map((one) => ({ ...one, account: 'loud' }));
    const rest = [...pile, ...EASED.filter((one) => one.theme !== 'treated')];
    const elsewhere = { signal: 'call:1', source: 'calls', at: weeksFromRelease(3), kind: 'said', visibility: 'open', account: 'loud' } as const;
    expect(judge({ moments: [...rest, elsewhere] }).outcome.silentAccounts).toEqual([]);
    const before = { ...elsewhere, at: weeksFromRelease(-3) };
    const calls = { ...source, source: 'calls', gaps: [{ from: weeksFromRelease(1), to: weeksFromRelease(2), reason: 'unreachable' }] };
    expect(judge({ moments: [...rest, before], coverage: { ...COMPLETE, sources: [source, { ...calls, gaps: [] }] } }).outcome.silentAccounts).toEqual(['loud']);
    expect(judge({ moments: [...rest, before], coverage: { ...COMPLETE, sources: [source, calls] } }).outcome.silentAccounts).toEqual([]);
    expect(judge({ moments: [...rest, before] }).outcome.silentAccounts).toEqual([]);
  });

  it('what is hidden counts nowhere; what is shared as numbers counts without names', () => {
    const hidden = EASED.map((one) => (one.theme === 'treated' ? { ...one, visibility: 'hidden' as const } : one));
    expect(judge({ moments: hidden }).outcome.counts).toMatchObject({ themeBefore: 0, themeAfter: 0 });
    const counted = [...momentsOf('treated', -16, 0, () => 9, { account: 'gone', visibility: 'counts' }), ...EASED.filter((one) => one.theme !== 'treated')];
    expect(judge({ moments: counted }).outcome.silentAccounts).toEqual([]);
  });
});

describe('other ways to compare', () => {
  it('a ring: customers who have it against those who do not yet', () => {
    const has = Array.from({ length: 20 }, (_, n) => `ring${n}`);
    const contract = aContract({ exposure: has.map((account) => ({ account, at: RELEASED_AT })) });
    const group = (prefix: string, from: number, to: number, count: number): Moment[] =>
      momentsOf('treated', from, to, () => count).map((one, n) => ({ ...one, account: `${prefix}${n % 20}` }));
    // The theme grew for everybody; for those who have the release it fell.
    const moments = [...group('ring', -16, 0, 8), ...group('ring', 0, 9, 3), ...group('rest', -16, 0, 8), ...group('rest', 0, 9, 14)];
    const { outcome } = judge({ contract, moments });
    expect(outcome.comparison).toBe('exposed-against-not-yet');
    expect(outcome.verdict).toEqual({ kind: 'fewer' });
  });

  it('a ring with hardly anybody without it is not held against other themes, whose customers are others', () => {
    const contract = aContract({ exposure: Array.from({ length: 20 }, (_, n) => ({ account: `a${n}`, at: RELEASED_AT })) });
    const { outcome } = judge({ contract });
    expect(outcome.comparison).toBe('exposed-against-not-yet');
    expect(outcome.verdict).toEqual({ kind: 'not-attributable', reason: 'no-control' });
    expect(titleOf(contract, outcome).id).toBe('outcome.not-attributable.no-control-ring');
  });
  it('a ring is read on the weeks until everybody had it', () => {
    const has = Array.from({ length: 20 }, (_, n) => `ring${n}`);
    const contract = aContract({ exposure: has.map((account) => ({ account, at: RELEASED_AT })), edits: [{ at: weeksFromRelease(4), by: '4.3', what: 'released-to-all', detail: weeksFromRelease(4) }] });
    const { outcome } = judge({ contract });
    expect(outcome.counts?.weeksAfter).toBe(3);
    expect(outcome.weeks.filter((week) => week.phase === 'incident')).toHaveLength(5);
  });

  it('behaviour: a feature used more is a measure of its own, and confirms', () => {
    const target = aContract().targets[0];
    if (target === undefined) throw new Error('no target');
    const contract = aContract({ targets: [target, { ...target, measure: { kind: 'event', event: 'feature-used:export' }, direction: 'more' }] });
    const did = (event: string, count: (week: number) => number): Moment[] =>
      momentsOf('treated', -16, 9, count).map(({ theme: _theme, ...one }) => ({ ...one, kind: 'did' as const, event }));
    const moments = [...EASED, ...did('feature-used:export', (week) => (week < 0 ? 6 : 20)), ...did('feature-used:import', () => 12)];
    const input = {
      contract, index: indexMoments(moments, new Set(['forum'])), themes: new Map(THEMES.map((theme) => [theme.id, theme])), coverage: COMPLETE, confirmations: [], past: [], trails: accountTrails(moments),
      now: weeksFromRelease(9),
    };
    const [said, used] = judgeContract(input, 8, OUTCOME_POLICY).map((one) => one.outcome);
    expect(used?.verdict).toEqual({ kind: 'more', by: 'read-out' });
    expect(said?.verdict).toEqual({ kind: 'fewer' });
    expect(said?.confirmed).toEqual({ kind: 'confirmed', customers: 0, by: ['usage'] });
  });

  it('versions: the gap ends when most customers have it, and a release nobody has is not judged', () => {
    const contract = aContract({ adoption: { kind: 'version-share', version: '4.2', share: 0.5, atMostDays: 28, elseDays: 7 } });
    const versioned = (newFrom: number): Moment[] =>
      EASED.map((one) => ({ ...one, version: one.at >= weeksFromRelease(newFrom) ? 'Mail 4.2.1' : '4.1.9' }));
    const slow = judge({ contract, moments: versioned(1.5) }).outcome;
    expect(slow.gap?.by).toBe('version-share');
    expect(slow.gap?.to.slice(0, 10)).toBe('2025-03-14');
    expect(verdict({ contract, moments: versioned(40) })).toEqual({ kind: 'cannot-judge', reason: 'not-adopted' });
    expect(judge({ contract }).outcome.gap?.to).toBe(weeksFromRelease(1));
  });
});
