import { guardContract } from '../../../src/measure/guard-contract';
import type { JudgeInput } from '../../../src/measure/judge-target';
import { indexMoments } from '../../../src/measure/moment-index';
import { OUTCOME_POLICY } from '../../../src/measure/policy';
import type { Moment } from '../../../src/ports/outcome-store';
import { seededRandom } from '../../../src/domain/random';
import { drawCount } from '../../../eval/outcomes/draws';
import { aContract, aThemeNamed, momentsOf, weeksFromRelease } from '../../build/outcomes';

const source = { source: 'forum', name: 'Forum', kind: 'file', total: 1, totalBy: 'offered' as const, read: 1, kept: 1, skipped: {}, oldestAt: weeksFromRelease(-40), gaps: [] };
const inputOf = (moments: readonly Moment[], now: string, over = {}): JudgeInput => ({
  contract: aContract(over),
  index: indexMoments(moments, new Set(['forum'])),
  themes: new Map(['treated', 'other', 'third', 'fresh'].map((id) => [id, aThemeNamed(id)])),
  coverage: { state: 'complete', total: 1, read: 1, sources: [source] },
  confirmations: [],
  past: [],
  trails: new Map(),
  now,
});
const level = (growth = 1): Moment[] => [
  ...momentsOf('treated', -16, 0, () => 8), ...momentsOf('treated', 0, 9, () => 8 * growth),
  ...momentsOf('other', -16, 0, () => 25), ...momentsOf('other', 0, 9, () => 25 * growth),
  ...momentsOf('third', -16, 0, () => 20), ...momentsOf('third', 0, 9, () => 20 * growth),
];

describe('the daily guard', () => {
  it('is silent while nothing happens, and when everything grows alike', () => {
    expect(guardContract(inputOf(level(), weeksFromRelease(4)), OUTCOME_POLICY)).toEqual({ fired: [], adverse: [] });
    expect(guardContract(inputOf(level(2), weeksFromRelease(4)), OUTCOME_POLICY)).toEqual({ fired: [], adverse: [] });
  });
  it('speaks before the read-out when the release’s own theme rises', () => {
    const worse = [...level().filter((one) => one.theme !== 'treated'), ...momentsOf('treated', -16, 0, () => 8), ...momentsOf('treated', 0, 9, () => 30)];
    const { fired } = guardContract(inputOf(worse, weeksFromRelease(3)), OUTCOME_POLICY);
    expect(fired.map(({ outcome }) => [outcome.readOut, outcome.verdict])).toEqual([['guard', { kind: 'more', by: 'guard' }]]);
  });
  it('does not blame a release for customers who are still on the version before', () => {
    const worse = [...level(), ...momentsOf('treated', 1, 9, () => 40, { version: '4.1' })];
    const adoption = { kind: 'version-share', version: '4.2', share: 0.5, atMostDays: 28, elseDays: 7 } as const;
    const enough = momentsOf('other', 0, 3, () => 60, { version: '4.2' });
    expect(guardContract(inputOf([...worse, ...enough], weeksFromRelease(4), { adoption }), OUTCOME_POLICY).fired).toEqual([]);
  });
  it('flags a theme that the release brought, with the day on which it first showed', () => {
    const flood = momentsOf('fresh', 0, 1, () => 12).map((one, n) => ({ ...one, at: weeksFromRelease((1 + (n % 3) * 0.5) / 7) }));
    const { adverse } = guardContract(inputOf([...level(), ...flood], weeksFromRelease(3 / 7)), OUTCOME_POLICY);
    expect(adverse).toMatchObject([{ theme: 'fresh', observed: 12 }]);
    expect(adverse[0]?.signals).toHaveLength(12);
    expect(adverse[0]?.daysAfterRelease).toBeCloseTo(2, 5);
  });
  it('looked at late, it says on which day it could first be seen', () => {
    const flood = momentsOf('fresh', 0, 1, () => 30).map((one, n) => ({ ...one, at: weeksFromRelease((5.5 + n * 0.4) / 7) }));
    const { adverse } = guardContract(inputOf([...level(), ...flood], weeksFromRelease(20)), OUTCOME_POLICY);
    expect(adverse.map((one) => one.daysAfterRelease)).toEqual([7]);
  });
  it('does not flag what was already rising before the release', () => {
    const rising = momentsOf('fresh', -3, 4, () => 30);
    expect(guardContract(inputOf([...level(), ...rising], weeksFromRelease(2)), OUTCOME_POLICY).adverse).toEqual([]);
  });
  it('a withdrawn contract is not watched', () => {
    const state = { kind: 'withdrawn', at: weeksFromRelease(1), reason: 'unreleased' } as const;
    expect(guardContract(inputOf([...level(), ...momentsOf('fresh', 0, 2, () => 40)], weeksFromRelease(2), { state }), OUTCOME_POLICY)).toEqual({ fired: [], adverse: [] });
  });
  it('raises nothing in most quiet products though it looks every week', () => {
    const random = seededRandom('quiet');
    let raised = 0;
    for (let run = 0; run < 60; run += 1) {
      const moments = ['treated', 'other', 'third', 'fresh'].flatMap((theme) => momentsOf(theme, -16, 9, () => drawCount(random, 6, 0)));
      const looks = [2, 3, 4, 5, 6, 7, 8].map((week) => guardContract(inputOf(moments, weeksFromRelease(week)), OUTCOME_POLICY));
      if (looks.some((look) => look.fired.length + look.adverse.length > 0)) raised += 1;
    }
    expect(raised).toBeLessThanOrEqual(6);
  });
});
