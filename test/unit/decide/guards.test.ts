import fc from 'fast-check';
import { breakerReason, type BreakerFacts } from '../../../src/decide/breaker';
import { quietReason } from '../../../src/decide/calendar';
import { capReached } from '../../../src/decide/caps';
import { clampPolicy, FIRST_POLICY } from '../../../src/decide/clamp-policy';
import { liveGaps, wilsonLowerBound } from '../../../src/decide/live-readiness';
import { BOUNDS } from '../../../src/decide/policy-bounds';
import type { Policy } from '../../../src/domain/policy';
import { NOW, POLICY } from './cases';

describe('policy', () => {
  it('starts off, and its own defaults need no correction', () => {
    expect(FIRST_POLICY.mode).toBe('off');
    expect(clampPolicy(FIRST_POLICY)).toEqual({ policy: FIRST_POLICY, corrections: [] });
  });

  it('holds floors and ceilings and says where', () => {
    const { policy, corrections } = clampPolicy({ ...FIRST_POLICY, graceDays: 0, runCap: 500, keepDays: 1, timeZone: 'Mars/Olympus' });
    expect(policy).toMatchObject({ graceDays: 14, runCap: 10, keepDays: 365, timeZone: 'UTC' });
    expect(corrections).toContainEqual({ field: 'graceDays', asked: '0', used: '14' });
    expect(corrections.map((one) => one.field).sort()).toEqual(['graceDays', 'keepDays', 'runCap', 'timeZone']);
  });

  it('accepts no fallback that would claim the work was done', () => {
    const fallback = { kind: 'resolution', name: ' Done ', acceptedBy: 'owner', acceptedAt: NOW } as const;
    expect(clampPolicy({ ...FIRST_POLICY, fallback }).policy.fallback).toBeUndefined();
    expect(clampPolicy({ ...FIRST_POLICY, fallback: { ...fallback, name: "Won't Do" } }).policy.fallback?.name).toBe("Won't Do");
  });

  it('keeps every number inside its bounds, whatever a hostile admin asks for', () => {
    const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Number.NaN, Infinity, -Infinity, -0));
    const fields = Object.keys(BOUNDS) as (keyof typeof BOUNDS)[];
    fc.assert(
      fc.property(fc.tuple(...fields.map(() => number)), fc.string(), (numbers, zone) => {
        const asked: Policy = { ...FIRST_POLICY, ...Object.fromEntries(fields.map((field, at) => [field, numbers[at]])), timeZone: zone };
        const { policy } = clampPolicy(asked);
        for (const field of fields) {
          expect(policy[field]).toBeGreaterThanOrEqual(BOUNDS[field].floor);
          expect(policy[field]).toBeLessThanOrEqual(BOUNDS[field].ceiling);
        }
        expect(clampPolicy(policy).corrections).toEqual([]);
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });
});

describe('calendar', () => {
  it.each([
    ['2025-06-03T10:00:00.000Z', 'UTC', undefined],
    ['2025-06-06T10:00:00.000Z', 'UTC', 'weekend'],
    ['2025-06-08T10:00:00.000Z', 'UTC', 'weekend'],
    ['2025-06-03T08:59:59.000Z', 'UTC', 'out-of-hours'],
    ['2025-06-03T17:00:00.000Z', 'UTC', 'out-of-hours'],
    ['2025-06-03T07:30:00.000Z', 'Europe/Berlin', undefined],
    ['2025-06-05T23:30:00.000Z', 'Asia/Tokyo', 'weekend'],
    ['2025-06-03T00:30:00.000Z', 'Asia/Tokyo', undefined],
    ['not a time', 'UTC', 'out-of-hours'],
  ])('%s in %s: %s', (now, timeZone, expected) => {
    expect(quietReason({ ...POLICY, timeZone }, now)).toBe(expected);
  });

  it('knows freezes', () => {
    const freezes = [{ from: '2025-06-03T00:00:00.000Z', to: '2025-06-04T00:00:00.000Z' }];
    expect(quietReason({ ...POLICY, freezes }, NOW)).toBe('freeze');
    expect(quietReason({ ...POLICY, freezes }, '2025-06-04T10:00:00.000Z')).toBeUndefined();
  });
});

describe('caps', () => {
  const usage = { inRun: 0, inProjectToday: 0, unattendedInProjectToday: 0, unattendedOnSiteThisWeek: 0, openInProject: 300, openOnSite: 300 };
  it('bind every close by run and day, and what nobody approved by a share of the open items too', () => {
    expect(capReached(POLICY, usage, false)).toBeUndefined();
    expect(capReached(POLICY, { ...usage, inRun: 10 }, false)).toBe('run-cap');
    expect(capReached(POLICY, { ...usage, inProjectToday: 10 }, false)).toBe('daily-cap');
    expect(capReached(POLICY, { ...usage, unattendedInProjectToday: 3 }, false)).toBeUndefined();
    expect(capReached(POLICY, { ...usage, unattendedInProjectToday: 3 }, true)).toBe('daily-share');
    expect(capReached(POLICY, { ...usage, unattendedOnSiteThisWeek: 6 }, true)).toBe('weekly-share');
    expect(capReached(POLICY, { ...usage, openInProject: 20, openOnSite: 20 }, true)).toBeUndefined();
    expect(capReached(POLICY, { ...usage, openInProject: 20, unattendedInProjectToday: 1 }, true)).toBe('daily-share');
  });
});

describe('breaker', () => {
  const calm: BreakerFacts = { closed14: 60, undone14: 1, undoneOfOneRun: 1, wrongCloses: 0, candidates: 20, usualCandidates: 10, sourcesHealthy: true, unexplained: 0, errorsInARow: 2 };
  it.each<[string | undefined, Partial<BreakerFacts>]>([
    [undefined, {}],
    ['too-many-undone', { undone14: 2 }],
    ['two-undone-in-one-run', { undoneOfOneRun: 2 }],
    ['wrong-close', { wrongCloses: 1 }],
    ['too-many-candidates', { candidates: 31 }],
    ['source-unhealthy', { sourcesHealthy: false }],
    ['ledger-differs', { unexplained: 1 }],
    ['transition-errors', { errorsInARow: 3 }],
    [undefined, { usualCandidates: undefined, candidates: 500 }],
  ])('%s', (reason, facts) => {
    expect(breakerReason({ ...calm, ...facts })).toBe(reason);
  });
});

describe('unattended closing', () => {
  const ready = {
    observingSince: '2025-05-01T00:00:00.000Z', sourcesReconciled: true, judgedRight: 200, judgedWrong: 0, policyVersion: 3,
    approvals: [{ by: 'a', at: '2025-06-01T00:00:00.000Z', policyVersion: 3, isSoleAdmin: false }, { by: 'b', at: '2025-06-02T00:00:00.000Z', policyVersion: 3, isSoleAdmin: false }],
  };
  it.each<[readonly string[], Partial<typeof ready>]>([
    [[], {}],
    [['observe-28-days'], { observingSince: '2025-05-10T00:00:00.000Z' }],
    [['reconcile-sources'], { sourcesReconciled: false }],
    [['judge-200', 'precision-98'], { judgedRight: 150 }],
    [['precision-98'], { judgedRight: 200, judgedWrong: 1 }],
    [[], { judgedRight: 497, judgedWrong: 3 }],
    [['approve'], { policyVersion: 4 }],
    [['second-admin'], { approvals: ready.approvals.slice(0, 1) }],
    [['second-admin'], { approvals: [ready.approvals[0]!, { ...ready.approvals[0]!, at: '2025-06-02T00:00:00.000Z' }] }],
    [['wait-seven-days'], { approvals: [{ ...ready.approvals[0]!, isSoleAdmin: true }] }],
    [[], { approvals: [{ ...ready.approvals[0]!, at: '2025-05-27T00:00:00.000Z', isSoleAdmin: true }] }],
  ])('lacks %s', (gaps, facts) => {
    expect(liveGaps({ ...ready, ...facts }, NOW)).toEqual(gaps);
  });

  it('bounds precision as Wilson does', () => {
    expect(wilsonLowerBound(200, 200)).toBeCloseTo(0.9812, 4);
    expect(wilsonLowerBound(0, 0)).toBe(0);
    expect(wilsonLowerBound(497, 500)).toBeGreaterThan(0.98);
    expect(wilsonLowerBound(496, 500)).toBeLessThan(0.98);
  });
});
