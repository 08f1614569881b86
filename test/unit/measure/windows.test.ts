import fc from 'fast-check';
import { countWeeks } from '../../../src/measure/count-weeks';
import { indexMoments, rowsOf, themeGroup } from '../../../src/measure/moment-index';
import { chooseControls } from '../../../src/measure/choose-controls';
import { chooseSources } from '../../../src/measure/choose-sources';
import { chooseTargets } from '../../../src/measure/choose-targets';
import { OUTCOME_POLICY } from '../../../src/measure/policy';
import { isAtLeast, parseVersion } from '../../../src/measure/version-order';
import { layOutWindows } from '../../../src/measure/window-layout';
import { WEEK_IN_MS } from '../../../src/domain/time';
import type { Theme } from '../../../src/domain/theme';
import type { Moment } from '../../../src/ports/outcome-store';
import { aContract, aThemeNamed, RELEASED_AT, weeksFromRelease } from '../../build/outcomes';
import { anIssue } from '../../build/stored';

const gapEnd = Date.parse(weeksFromRelease(1));
const layout = (decided: string, over = {}): ReturnType<typeof layOutWindows> => layOutWindows(aContract(over), { decidedAt: decided }, gapEnd, 8, OUTCOME_POLICY, []);

describe('windows', () => {
  it('twelve weeks without the four that chose the theme', () => {
    expect(layout(RELEASED_AT).before).toEqual([...new Array<boolean>(12).fill(false), ...new Array<boolean>(4).fill(true)]);
    expect(layout(weeksFromRelease(-6)).before).toEqual([...new Array<boolean>(6).fill(false), true, true, true, true, ...new Array<boolean>(6).fill(false)]);
    expect(layout(weeksFromRelease(-30)).before).toEqual(new Array<boolean>(12).fill(false));
  });
  it('stops where a source knows nothing earlier, and leaves incidents out on both sides', () => {
    expect(layout(RELEASED_AT, { sources: [{ source: 'forum', since: weeksFromRelease(-9.5) }] }).before).toHaveLength(9);
    const broken = layout(RELEASED_AT, { incidents: [{ from: weeksFromRelease(-6), to: weeksFromRelease(-5.5) }, { from: weeksFromRelease(3), to: weeksFromRelease(3.2) }] });
    expect(broken.before.filter((isOut) => !isOut)).toHaveLength(12);
    expect(broken.before.at(-6)).toBe(true);
    expect(broken.after).toEqual([false, false, true, false, false, false, false, false]);
  });
  it('a week in which a counted source was not heard is left out on both sides and made up for further back', () => {
    const source = { source: 'forum', name: 'Forum', kind: 'file', total: 1, totalBy: 'offered' as const, read: 1, kept: 1, skipped: {} };
    const gaps = [{ from: weeksFromRelease(-6), to: weeksFromRelease(-5), reason: 'down' }, { from: weeksFromRelease(3), to: weeksFromRelease(4), reason: 'down' }];
    const heard = (name: string): ReturnType<typeof layOutWindows> => layOutWindows(aContract(), { decidedAt: weeksFromRelease(-30) }, gapEnd, 8, OUTCOME_POLICY, [{ ...source, source: name, gaps }]);
    expect(heard('forum').before).toEqual([...new Array<boolean>(7).fill(false), true, ...new Array<boolean>(5).fill(false)]);
    expect(heard('forum').after).toEqual([false, false, true, false, false, false, false, false]);
    expect(heard('another').before).toEqual(new Array<boolean>(12).fill(false));
    const toAll = layout(RELEASED_AT, { edits: [{ at: weeksFromRelease(4), by: '4.3', what: 'released-to-all', detail: weeksFromRelease(4) }] });
    expect(toAll.after).toEqual([false, false, false, true, true, true, true, true]);
  });
  it('counts like a plain loop over accounts and weeks', () => {
    const plan = layout(RELEASED_AT);
    const moment = fc.record({ account: fc.integer({ min: 0, max: 5 }), day: fc.double({ min: -130, max: 80, noNaN: true }) });
    fc.assert(fc.property(fc.array(moment, { maxLength: 120 }), (drawn) => {
      const moments = drawn.map(({ account, day }, n): Moment => ({ signal: `s${n}`, source: 'forum', at: weeksFromRelease(day / 7), kind: 'said', visibility: 'open', account: `a${account}`, theme: 't' }));
      const index = indexMoments(moments, new Set(['forum']));
      const counts = countWeeks(index, rowsOf(index, [themeGroup('t')]), plan, Number.POSITIVE_INFINITY);
      const distinct = (from: number, to: number): number => new Set(moments.filter((one) => Date.parse(one.at) >= from && Date.parse(one.at) < to).map((one) => one.account)).size;
      counts.before.forEach((count, week) => {
        const from = plan.releasedAt - (plan.before.length - week) * WEEK_IN_MS;
        expect(count).toBe(distinct(from, from + WEEK_IN_MS));
      });
      counts.after.forEach((count, week) => expect(count).toBe(distinct(plan.gapEnd + week * WEEK_IN_MS, plan.gapEnd + (week + 1) * WEEK_IN_MS)));
      expect(counts.gap).toBe(distinct(plan.releasedAt, plan.gapEnd));
    }), { numRuns: 60 });
  });
});

describe('what is compared with what', () => {
  it('controls are untouched themes: no sibling, no near twin, no part of a treated one', () => {
    const themes = [
      aThemeNamed('treated', { terms: ['export', 'pdf', 'print'] }), aThemeNamed('twin', { terms: ['pdf', 'export'] }), aThemeNamed('far', { terms: ['sync', 'export', 'calendar'] }),
      aThemeNamed('child', { lineage: [{ event: 'split-from', at: RELEASED_AT, by: 'engine', other: 'treated' }] }),
    ];
    expect(chooseControls(themes, new Set(['treated']))).toEqual(['far']);
  });
  it('a source connected in mid-window is left out when the older ones carry the theme, else the window shortens', () => {
    const source = (id: string, since: string): Parameters<typeof chooseSources>[0][number] => ({ source: id, name: id, kind: 'file', total: 1, totalBy: 'offered', read: 1, kept: 1, skipped: {}, oldestAt: since, gaps: [] });
    const both = [source('old', weeksFromRelease(-40)), source('new', weeksFromRelease(-5))];
    const from = Date.parse(weeksFromRelease(-16));
    expect(chooseSources(both, new Map([['old', 50], ['new', 20]]), from)).toEqual({
      sources: [{ source: 'old', since: weeksFromRelease(-40) }], leftOut: [{ source: 'new', reason: 'connected-mid-window', at: weeksFromRelease(-5) }],
    });
    expect(chooseSources(both, new Map([['old', 5], ['new', 20]]), from).sources).toHaveLength(2);
    expect(chooseSources([both[1] ?? source('x', RELEASED_AT)], new Map(), from).sources).toEqual([{ source: 'new', since: weeksFromRelease(-5) }]);
  });
  it('an issue is measured by its strong themes; without one it says so; a young issue was chosen when it was written', () => {
    const issues = [
      anIssue('1', 'TB-1', { createdAt: weeksFromRelease(-60) }), anIssue('2', 'TB-2', { createdAt: weeksFromRelease(-5) }), anIssue('3', 'TB-3'),
      anIssue('4', 'TB-4', { visibility: 'hidden' }), anIssue('5', 'TB-5'), anIssue('6', 'TB-6'), anIssue('7', 'TB-7'),
    ];
    const link = (issue: string, theme: string, expected: number, share: number, surest = 0.8, near = 0): Parameters<typeof chooseTargets>[1][number] => ({ issue, theme, expected, share, surest, near });
    // `a` and `b` are one need in two wordings: two of eight terms are the same.
    const words = (id: string, shared: readonly string[]): Theme => aThemeNamed(id, { terms: [...shared, ...Array.from({ length: 8 - shared.length }, (_, n) => `${id}${n}`)] });
    const themes = [words('a', ['battery', 'location']), words('b', ['battery', 'location']), words('c', ['battery'])];
    const chosen = chooseTargets(issues, [
      link('1', 'a', 5, 0.3), link('1', 'b', 2, 0.12), link('1', 'c', 4, 0.24, 0.4),
      link('2', 'a', 0.6, 0.5),
      link('3', 'a', 6, 0.9, 0.4), link('3', 'b', 3, 0.1, 0.3),
      link('4', 'a', 9, 0.9),
      link('5', 'a', 4, 0.3), link('5', 'c', 1, 0.2), link('5', 'b', 0.7, 0.05),
      link('6', 'c', 9, 0.9, 0.4, 0.75), link('6', 'a', 3, 0.1, 0.4, 0.1),
      link('7', 'a', 4, 0.4), link('7', 'c', 2, 0.2, 0.8),
    ], themes, RELEASED_AT);
    expect(chosen.targets.map(({ issue, measure, decidedAt }) => [issue, measure, decidedAt])).toEqual([
      ['1', { kind: 'theme', themes: ['a', 'b'] }, RELEASED_AT], ['2', { kind: 'theme', themes: ['a'] }, weeksFromRelease(-5)],
      // 6: nobody surely, but both views agree. 7: a second need that holds half as much and was surely said.
      ['6', { kind: 'theme', themes: ['c'] }, RELEASED_AT], ['7', { kind: 'theme', themes: ['a', 'c'] }, RELEASED_AT],
    ]);
    // 3: many faint likenesses and nobody heard saying it. 5: what its customers say is scattered.
    expect(chosen.withoutTarget).toEqual([{ issue: '3', reason: 'no-theme' }, { issue: '4', reason: 'hidden-issue' }, { issue: '5', reason: 'no-theme' }]);
  });
  it('versions are compared number by number', () => {
    expect(parseVersion('Thunderbird 128.1.0esr')).toEqual([128, 1, 0]);
    expect(parseVersion('nightly')).toBeUndefined();
    expect(isAtLeast([128, 1], [128, 1, 0])).toBe(true);
    expect(isAtLeast([128, 10], [128, 9])).toBe(true);
    expect(isAtLeast([127, 99], [128])).toBe(false);
  });
});
