import { MESSAGES } from '../../../src/contract/messages';
import { OUTCOME_MESSAGES } from '../../../src/contract/outcome-messages';
import { formatSentence } from '../../../src/contract/format-sentence';
import type { OutcomeVerdict } from '../../../src/domain/outcome';
import { draftHelpQuestions } from '../../../src/measure/did-it-help';
import { outcomeView } from '../../../src/measure/outcome-view';
import { FALSE_FEWER_RATE, scoreboard } from '../../../src/measure/scoreboard';
import { aContract, anOutcome, momentsOf, RELEASED_AT, weeksFromRelease } from '../../build/outcomes';

const VERDICTS: readonly OutcomeVerdict[] = [
  { kind: 'fewer' }, { kind: 'no-clear-change' }, { kind: 'more', by: 'read-out' }, { kind: 'more', by: 'guard' }, { kind: 'too-few-to-tell' },
  ...(['spike-before-release', 'rise-before-release', 'chosen-because-loud', 'single-week', 'volume-shift', 'season', 'moved-elsewhere', 'no-control'] as const).map((reason) => ({ kind: 'not-attributable', reason }) as const),
  ...(['nothing-connected', 'still-reading', 'source-gap', 'source-connected-mid-window', 'short-history', 'no-theme', 'hidden-issue', 'theme-merged', 'theme-split', 'theme-erased',
    'issue-moved', 'not-released-yet', 'unreleased', 'date-moved', 'version-merged', 'version-deleted', 'rolled-back', 'not-adopted'] as const).map((reason) => ({ kind: 'cannot-judge', reason, at: RELEASED_AT, source: 'forum' }) as const),
];

describe('the view of an outcome', () => {
  it('gives the chart its points, scaled control, gap, band and lists', () => {
    const view = outcomeView(aContract(), anOutcome());
    expect(view.points.map(({ phase, theme, control }) => [phase, theme, control])).toEqual([['before', 5, 5], ['gap', 3, 5.25], ['after', 1, 5]]);
    expect(view.band).toMatchObject({ expected: 5, low: 0.5, high: 2 });
    expect(view.gap?.to).toBe(anOutcome().gap?.to);
    expect(view.lists).toHaveLength(2);
  });
  it('says the finding first, then that nobody has confirmed it', () => {
    const view = outcomeView(aContract(), anOutcome());
    expect(formatSentence(view.title)).toBe('Fewer customers hit this: 60 accounts in 12 weeks before 4.2, 8 in 8 weeks after');
    expect(formatSentence(view.notes[0] ?? view.title)).toBe('Fewer contacts; not yet confirmed by a customer');
    expect(view.notes.map(formatSentence)).toContain('With 40 expected we could have seen a drop of 45 % or more');
  });
  it('says a change in per cent when it is fewer, in times when it is more, and both ends when it is neither', () => {
    const said = (ratio: number, low: number, high: number): string => formatSentence(outcomeView(aContract(), anOutcome({ verdict: { kind: 'no-clear-change' }, estimate: { ratio, low, high, level: 0.9 } })).notes[0] ?? { id: '', params: {} });
    expect(said(0.12, 0.05, 0.24)).toBe('About 88 % fewer than without the release, likely 76 to 95 % (90 % interval)');
    expect(said(4.45, 3.3, 6)).toBe('About 4.5 times as many as without the release, likely 3.3 to 6 times (90 % interval)');
    expect(said(161, 36.4, 1_964)).toBe('At least 36.4 times as many as without the release (90 % interval)');
    expect(said(0.87, 0.54, 1.4)).toBe('Anything from 46 % fewer to 1.4 times as many fits the counts (90 % interval)');
    expect(said(0.87, 0.54, Number.POSITIVE_INFINITY)).toBe('Anything from 46 % fewer to many times as many fits the counts (90 % interval)');
  });
  it('says how the others went, and when a contract was written down after the fact', () => {
    const notes = (over: Parameters<typeof aContract>[0], controlAfter: number): string[] => outcomeView(aContract(over), anOutcome({ counts: { themeBefore: 60, themeAfter: 8, controlBefore: 240, controlAfter, weeksBefore: 12, weeksAfter: 8 } })).notes.map(formatSentence);
    expect(notes({}, 160)).toContain('Other themes stayed level meanwhile');
    expect(notes({}, 147)).toContain('Other themes went down 8 % a week meanwhile');
    expect(notes({}, 176).join()).not.toContain('Written down');
    expect(notes({ frozenAt: weeksFromRelease(17) }, 160)).toContain('Written down on 30 Jun 2025, 119 days after the release: the rules were fixed, but its themes were grouped with later signals in view');
  });
  it.each(VERDICTS.map((verdict) => [JSON.stringify(verdict), verdict] as const))('has words for %s, without an open place', (_, verdict) => {
    for (const measure of [anOutcome().measure, { kind: 'event', event: 'x' } as const]) {
      const { title, notes } = outcomeView(aContract({ mode: 'short-baseline' }), anOutcome({ verdict, measure }));
      for (const one of [title, ...notes]) {
        expect(MESSAGES).toHaveProperty([one.id]);
        expect(formatSentence(one)).not.toMatch(/[{}]/);
      }
    }
  });
  it('every text of outcomes is a plain sentence: balanced places, no double space', () => {
    for (const text of Object.values(OUTCOME_MESSAGES)) {
      expect(text).not.toMatch(/ {2}|\{\}/);
      expect((text.match(/\{/g) ?? []).length).toBe((text.match(/\}/g) ?? []).length);
    }
  });
});

describe('the scoreboard', () => {
  it('counts each promise once, at its last read-out, with what chance would give', () => {
    const board = scoreboard(
      [anOutcome({ readOut: 4, verdict: { kind: 'no-clear-change' } }), anOutcome(), anOutcome({ issue: '11', readOut: 'guard', verdict: { kind: 'more', by: 'guard' } }), anOutcome({ issue: '12', verdict: { kind: 'too-few-to-tell' } })],
      (one) => one.issue,
    );
    expect(board.byVerdict).toMatchObject({ fewer: 1, more: 1, 'too-few-to-tell': 1, 'no-clear-change': 0 });
    expect(board.judgeable).toBe(2);
    expect(board.expectedFalseFewer).toBeCloseTo(2 * FALSE_FEWER_RATE, 10);
  });
});

describe('"did it help?"', () => {
  it('drafts one question a customer, on their newest signal before the release, only where the words are open', () => {
    const moments = [
      ...momentsOf('treated', -3, 0, () => 2), ...momentsOf('treated', 1, 2, () => 3), ...momentsOf('treated', -1, 0, () => 1, { account: 'secret', visibility: 'counts' }),
      ...momentsOf('treated', -1, 0, () => 1, { account: 'quiet', kind: 'did', event: 'x' }),
    ];
    const drafts = draftHelpQuestions(aContract(), 'TB-10', moments);
    expect(drafts.map((draft) => draft.account)).toEqual(['a0', 'a1']);
    expect(formatSentence(drafts[0]?.text ?? { id: '', params: {} })).toBe('You wrote to us about this on 27 Feb 2025. 4.2 of 3 Mar 2025 changed it (TB-10). Did it help? A short yes or no is enough.');
  });
});
