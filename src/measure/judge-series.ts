import type { NotAttributableReason, OutcomeCounts, OutcomeVerdict } from '../domain/outcome';
import { alphaOf, type OutcomePolicy } from './policy';
import type { ReleaseSeries, WeekCount, WindowTotals } from './series';
import { midTails, type FourCounts } from './statistics/conditional-test';
import { forecastDecay, type DecayForecast } from './statistics/decay-forecast';
import { shapesFor } from './statistics/shapes-for';
import { weeklyDispersion, type Dispersion } from './statistics/dispersion';
import { scaledP } from './statistics/scaled-p';
import { seasonExplains } from './statistics/season';

/** The verdict on one series, with what it rests on. */
export interface SeriesJudgement {
  readonly verdict: OutcomeVerdict;
  readonly counts: OutcomeCounts;
  /** Expected count after the release had the theme gone the way of its controls. */
  readonly expected: number;
  readonly ratio: number;
  readonly dispersion: Dispersion;
  /** One-sided probabilities against "went the way of the controls". */
  readonly fewer: number;
  readonly more: number;
  /** Only looked at where a change is there to be explained. */
  readonly decay?: DecayForecast;
}

/** The part of a theme's change that its controls must have made too before "everything moved" is said. */
const SHARED_MOVE = 0.5;

/** @param weeks the planned read-out, which decides how much of the error rate may be spent */
export function judgeSeries(series: ReleaseSeries, weeks: number, policy: OutcomePolicy): SeriesJudgement {
  const change = measureChange(series, weeks, policy);
  const { counts, expected, ratio, dispersion, fewer, more } = change;
  const base = { counts, expected, ratio, dispersion, fewer, more };
  const isFew = isTooFew(change);
  if (isFew && !looksFallen(change)) return { ...base, verdict: { kind: 'too-few-to-tell' } };
  const fell = fellAgainstControls(change);
  const rose = ratio >= 1 + policy.leastEffect && more < change.alpha;
  if (!fell && !rose && !looksFallen(change)) return { ...base, verdict: shiftOrLevel(change) };
  const decay = forecastDecay(series, shapesFor(series));
  // Few in the baseline, many in the weeks left out of it: that is a spike, and saying "too few" would hide it.
  if (isFew) return { ...base, decay, verdict: decay.steady < policy.steadyAtLeast ? because('spike-before-release') : { kind: 'too-few-to-tell' } };
  return { ...base, decay, verdict: attribute(change, decay, fell, rose) };
}

/** The first thing "fewer" needs, and the cheapest to look at: a series for which this is false is never called so. */
export function mayBeFewer(series: ReleaseSeries, weeks: number, policy: OutcomePolicy): boolean {
  return fellAgainstControls(measureChange(series, weeks, policy));
}

function measureChange(series: ReleaseSeries, weeks: number, policy: OutcomePolicy): Change {
  const baseline = series.before.filter((week) => !week.isExcluded);
  const after = series.after.filter((week) => !week.isExcluded);
  const counts = countsOf(baseline, after);
  const four = fourCounts(counts, series.isControlled);
  const dispersion = weeklyDispersion([baseline, after], series.isControlled);
  const tails = midTails(four, 1);
  const expected = (four.themeBefore * four.controlAfter) / Math.max(four.controlBefore, 1e-9);
  return {
    series,
    baseline,
    after,
    alpha: alphaOf(policy, weeks),
    policy,
    counts,
    expected,
    ratio: expected > 0 ? counts.themeAfter / expected : Number.POSITIVE_INFINITY,
    dispersion,
    fewer: scaledP(tails.lower, dispersion),
    more: scaledP(tails.upper, dispersion),
  };
}

function fellAgainstControls({ ratio, fewer, alpha, policy }: Change): boolean {
  return ratio <= 1 - policy.leastEffect && fewer < alpha;
}

interface Change {
  readonly series: ReleaseSeries;
  readonly baseline: readonly WeekCount[];
  readonly after: readonly WeekCount[];
  readonly alpha: number;
  readonly policy: OutcomePolicy;
  readonly counts: OutcomeCounts;
  readonly expected: number;
  readonly ratio: number;
  readonly dispersion: Dispersion;
  readonly fewer: number;
  readonly more: number;
}

/** A rise is visible from little; a fall needs something to fall from. */
function isTooFew({ counts, expected, policy, more, alpha }: Change): boolean {
  if (counts.themeBefore >= policy.leastBefore && expected >= policy.leastExpected) return false;
  return !(counts.themeAfter >= policy.leastBefore && more < alpha);
}

function attribute(change: Change, decay: DecayForecast, fell: boolean, rose: boolean): OutcomeVerdict {
  const { alpha, policy, series } = change;
  const isSteady = decay.steady >= policy.steadyAtLeast;
  if (fell) {
    if (decay.fewer >= alpha || decay.fewerAtWorst >= alpha) return isSteady ? { kind: 'no-clear-change' } : because('spike-before-release');
    if (!series.isControlled) return because('no-control');
    if (series.yearBefore !== undefined && seasonExplains(totalsOf(change), series.yearBefore, change.dispersion, alpha)) return because('season');
    return { kind: 'fewer' };
  }
  if (!isSteady && looksFallen(change)) return because('spike-before-release');
  if (rose) {
    if (decay.more >= alpha || decay.moreAtWorst >= alpha) return isSteady ? { kind: 'no-clear-change' } : because('rise-before-release');
    if (!series.isControlled) return because('no-control');
    return risesWithoutPeak(change) ? { kind: 'more', by: 'read-out' } : because('single-week');
  }
  return wasChosenLoud(change) ? because('chosen-because-loud') : shiftOrLevel(change);
}

function because(reason: NotAttributableReason): OutcomeVerdict {
  return { kind: 'not-attributable', reason };
}

/** What a plain before-and-after chart would show as a success: a fall from all weeks before, the loud ones included. */
function looksFallen({ series, after, policy }: Change): boolean {
  const counts = countsOf(series.before, after);
  return isBelow(fourCounts(counts, series.isControlled), policy);
}

function isBelow(four: FourCounts, policy: OutcomePolicy): boolean {
  const expected = (four.themeBefore * four.controlAfter) / Math.max(four.controlBefore, 1e-9);
  return expected > 0 && four.themeAfter / expected <= 1 - policy.leastEffect && midTails(four, 1).lower < 0.05;
}

/** One loud week, e.g. after the next release, is no lasting rise: without the loudest week it must still be one. */
function risesWithoutPeak({ series, baseline, after, alpha }: Change): boolean {
  const loudest = after.reduce((top, week, at) => (week.theme > (after[top]?.theme ?? 0) ? at : top), 0);
  const rest = after.filter((_, at) => at !== loudest);
  const tails = midTails(fourCounts(countsOf(baseline, rest), series.isControlled), 1);
  return scaledP(tails.upper, weeklyDispersion([baseline, rest], series.isControlled)) < alpha;
}

/** The weeks that chose the theme stand above its other weeks. */
function wasChosenLoud({ series, baseline }: Change): boolean {
  const chosen = series.before.filter((week) => week.isExcluded);
  if (chosen.length === 0) return false;
  return midTails(fourCounts(countsOf(baseline, chosen), series.isControlled), 1).upper < 0.05;
}

/**
 * Level against the controls. Where the plain count moved clearly all the same, and the controls account for at least half of it (of
 * its logarithm), everything moved: say so.
 */
function shiftOrLevel({ series, counts, policy, dispersion, alpha }: Change): OutcomeVerdict {
  if (!series.isControlled) return { kind: 'no-clear-change' };
  const plain = midTails(fourCounts(counts, false), 1);
  const byWeek = (counts.themeAfter * counts.weeksBefore) / Math.max(1e-9, counts.themeBefore * counts.weeksAfter);
  const fell = byWeek <= 1 - policy.leastEffect && scaledP(plain.lower, dispersion) < alpha;
  const rose = byWeek >= 1 + policy.leastEffect && scaledP(plain.upper, dispersion) < alpha;
  const ofControls = (counts.controlAfter * counts.weeksBefore) / Math.max(1e-9, counts.controlBefore * counts.weeksAfter);
  const isShared = ofControls > 0 && Math.log(ofControls) / Math.log(byWeek) >= SHARED_MOVE;
  return (fell || rose) && isShared ? because('volume-shift') : { kind: 'no-clear-change' };
}

function countsOf(before: readonly WeekCount[], after: readonly WeekCount[]): OutcomeCounts {
  const sum = (weeks: readonly WeekCount[], of: 'theme' | 'control'): number => weeks.reduce((total, week) => total + week[of], 0);
  return {
    themeBefore: sum(before, 'theme'),
    themeAfter: sum(after, 'theme'),
    controlBefore: sum(before, 'control'),
    controlAfter: sum(after, 'control'),
    weeksBefore: before.length,
    weeksAfter: after.length,
  };
}

function fourCounts(counts: OutcomeCounts, isControlled: boolean): FourCounts {
  return {
    themeBefore: counts.themeBefore,
    themeAfter: counts.themeAfter,
    controlBefore: isControlled ? counts.controlBefore : counts.weeksBefore,
    controlAfter: isControlled ? counts.controlAfter : counts.weeksAfter,
    controlled: isControlled,
  };
}

function totalsOf({ counts }: Change): WindowTotals {
  return counts;
}
