import type { AdverseTheme } from '../domain/outcome';
import { DAY_IN_MS, epochMs, WEEK_IN_MS } from '../domain/time';
import type { JudgedOutcome } from '../ports/outcome-store';
import { findAdoption } from './adoption';
import { countedGroups, type CountedGroups } from './build-series';
import { countWeeks, type GroupCounts } from './count-weeks';
import { judgeTarget, type JudgeInput } from './judge-target';
import { isEventGroup, rowsOf, groupsOfMeasure, themeGroup, type MomentIndex } from './moment-index';
import type { OutcomePolicy } from './policy';
import { whyNotJudged } from './standing';
import { LEAST_EVENTS, sequentialBoundary, sequentialScore } from './statistics/sequential';
import { weeklyDispersion } from './statistics/dispersion';
import { isAtLeast, parseVersion } from './version-order';
import { layOutWindows, type WindowLayout } from './window-layout';

/** What one day's look at a live release found. */
export interface GuardFinding {
  /** Targets whose theme rose past the sequential boundary before a read-out was due. */
  readonly fired: readonly JudgedOutcome[];
  /** Themes outside the release's own that rose since it shipped. */
  readonly adverse: readonly AdverseTheme[];
}

const ALPHA = 0.05;
/** New trouble is looked for this long; later rises belong to something else. */
const ADVERSE_DAYS = 28;
/** A rise worth an early word at least doubles. */
const LEAST_RISE = 2;
/** The weeks just before the release: trouble that was there already is not the release's. */
const RECENT_WEEKS = 4;
/** With fewer counts before the release nothing is known about the volume. */
const LEAST_COUNTED = 20;
/** Log likelihood ratio from which on a theme that doubled is no part of the volume. */
const RISEN_SCORE = 3;
const LADDER = [1, 2, 5, 10, 20, 50, 100, 200] as const;

/** May be called every day: the boundary pays for looking often, and is split over everything that is watched. */
export function guardContract(input: JudgeInput, policy: OutcomePolicy): GuardFinding {
  if (input.contract.state.kind !== 'live') return { fired: [], adverse: [] };
  const watch = { input, policy, boundary: boundaries(), groups: countedGroups(input.index) };
  return { fired: firedTargets(watch), adverse: adverseThemes(watch) };
}

interface Watch {
  readonly input: JudgeInput;
  readonly policy: OutcomePolicy;
  readonly boundary: (expected: number, alpha: number) => number;
  readonly groups: CountedGroups;
}

function firedTargets({ input, policy, boundary, groups }: Watch): JudgedOutcome[] {
  const { contract, index, themes, coverage, now } = input;
  const releasedAt = epochMs(contract.release.releasedAt);
  const adoption = findAdoption(contract.adoption, releasedAt, index, epochMs(now));
  const longest = Math.max(...contract.readOutWeeks);
  if (adoption.kind === 'not-adopted' || adoption.at >= epochMs(now)) return [];
  return contract.targets.flatMap((target) => {
    if (target.direction === 'more' || whyNotJudged(contract, target, themes, coverage, now) !== undefined) return [];
    const layout = layOutWindows(contract, target, adoption.at, longest, policy, coverage.sources);
    const rows = rowsOf(index, groupsOfMeasure(target.measure));
    const rise = scoreRise(index, rows, layout, epochMs(now), volumeChange(groups(layout, epochMs(now)), layout, epochMs(now)), hasRelease(input));
    if (rise === undefined || rise.observed < (1 + contract.leastEffect) * rise.expected || rise.score < boundary(rise.perWeek * longest, ALPHA / contract.targets.length)) return [];
    const judged = judgeTarget(input, target, longest, policy, groups);
    return [{ ...judged, outcome: { ...judged.outcome, readOut: 'guard', verdict: { kind: 'more', by: 'guard' } } }];
  });
}

/** Where signals name versions, customers who are still on an older one are no regression of this one. */
function hasRelease({ contract, index }: JudgeInput): (row: number) => boolean {
  const wanted = contract.adoption.kind === 'version-share' ? parseVersion(contract.adoption.version) : undefined;
  if (wanted === undefined) return () => true;
  return (row) => {
    const said = parseVersion(index.moments[row]?.version ?? '');
    return said === undefined || isAtLeast(said, wanted);
  };
}

interface Rise {
  readonly score: number;
  readonly observed: number;
  /** Had it gone on as before, or grown as everything did. */
  readonly expected: number;
  readonly perWeek: number;
  readonly rows: readonly number[];
}

/**
 * Sequential score of what came since the gap against the louder of the baseline and the weeks just before the release, both in
 * distinct customers a week and divided by the weeks' scatter. Undefined below the least number of events.
 * @param volume how much everything grew; a fall of everything excuses no rise
 */
function scoreRise(
  index: MomentIndex,
  rows: readonly number[],
  layout: WindowLayout,
  until: number,
  volume: number,
  keepsAfter: (row: number) => boolean = () => true,
): Rise | undefined {
  const counts = countWeeks(index, rows, layout, until, (row) => (index.at[row] ?? 0) < layout.gapEnd || keepsAfter(row));
  const observed = sum(counts.after);
  if (observed < LEAST_EVENTS) return undefined;
  const base = counts.before.filter((_, week) => layout.before[week] === false);
  const recent = counts.before.slice(-RECENT_WEEKS);
  const isRecentLouder = mean(recent) > mean(base);
  const history = isRecentLouder ? recent : base;
  const weeks = (Math.min(until, layout.gapEnd + layout.after.length * WEEK_IN_MS) - layout.gapEnd) / WEEK_IN_MS;
  const { phi } = weeklyDispersion([base.map((theme) => ({ theme, control: 0, isExcluded: false }))], false);
  const before = sum(history) / phi;
  const growth = Math.max(1, volume);
  const score = sequentialScore(observed / phi, before, (weeks * growth) / Math.max(1, history.length));
  return { score, observed, expected: mean(history) * weeks * growth, perWeek: mean(history) / phi, rows: counts.rowsAfter };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

function adverseThemes({ input, policy, boundary, groups }: Watch): AdverseTheme[] {
  const { contract, index, themes, now } = input;
  const releasedAt = epochMs(contract.release.releasedAt);
  const until = Math.min(epochMs(now), releasedAt + ADVERSE_DAYS * DAY_IN_MS);
  const measured = new Set(contract.targets.flatMap((target) => groupsOfMeasure(target.measure)));
  const watched = [...themes.keys()].filter((theme) => !measured.has(themeGroup(theme)));
  // Trouble shows on the first day: no gap, and nothing of the weeks before is left out.
  const layout = layOutWindows(contract, { decidedAt: new Date(0).toISOString() }, releasedAt, ADVERSE_DAYS / 7, policy, input.coverage.sources);
  const volume = volumeChange(groups(layout, until), layout, until);
  const risenBy = (theme: string, by: number, growth: number): Rise | undefined => {
    const rise = scoreRise(index, rowsOf(index, [themeGroup(theme)]), layout, by, growth);
    if (rise === undefined || rise.observed < LEAST_RISE * rise.expected) return undefined;
    return rise.score < boundary(rise.perWeek * layout.after.length, ALPHA / Math.max(1, watched.length)) ? undefined : rise;
  };
  return watched.flatMap((theme) => {
    const rise = risenBy(theme, until, volume);
    if (rise === undefined) return [];
    // Looked at late, the day counts on which it could first be seen, not the day of looking.
    const day = Array.from({ length: ADVERSE_DAYS }, (_, n) => releasedAt + (n + 1) * DAY_IN_MS).find((by) => by < until && risenBy(theme, by, volumeChange(groups(layout, by), layout, by)) !== undefined) ?? until;
    return [{
      contract: contract.id,
      theme,
      flaggedAt: now,
      daysAfterRelease: (day - releasedAt) / DAY_IN_MS,
      observed: rise.observed,
      expected: rise.expected,
      signals: rise.rows.flatMap((row) => index.moments[row]?.signal ?? []),
    }];
  });
}

/**
 * How much the weekly count of all that is said changed, without the themes that rose beyond chance: what is looked for does not hide
 * itself in it, nor another's spike. 1 where too little was counted.
 */
function volumeChange(counted: GroupCounts, layout: WindowLayout, until: number): number {
  const share = Math.max(1 / 7, (until - layout.gapEnd) / WEEK_IN_MS) / Math.max(1, layout.before.length);
  const said = [...counted].flatMap(([group, { before, after }]) => (isEventGroup(group) ? [] : [{ before: sum(before), after: sum(after) }]));
  const changeOf = (some: typeof said): number => {
    const before = some.reduce((total, one) => total + one.before, 0);
    return before < LEAST_COUNTED ? 1 : some.reduce((total, one) => total + one.after, 0) / share / before;
  };
  const rough = changeOf(said);
  return changeOf(said.filter(({ before, after }) => after < LEAST_RISE * rough * before * share || sequentialScore(after, before, rough * share) < RISEN_SCORE));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Boundaries by rounded-up horizon, each worked out once a run. A longer horizon only asks for more. */
function boundaries(): Watch['boundary'] {
  const known = new Map<string, number>();
  return (expected, alpha) => {
    const horizon = LADDER.find((step) => step >= expected) ?? 200;
    const key = `${horizon}/${alpha}`;
    const value = known.get(key) ?? sequentialBoundary(horizon, alpha);
    known.set(key, value);
    return value;
  };
}
