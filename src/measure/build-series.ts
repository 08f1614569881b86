import type { OutcomeContract, OutcomeTarget } from '../domain/outcome';
import { epochMs, WEEK_IN_MS } from '../domain/time';
import { countEachGroup, countWeeks, sumGroups, type Counts, type GroupCounts, type WeekCounts } from './count-weeks';
import { groupsOfMeasure, isEventGroup, rowsOf, themeGroup, UNASSIGNED, type MomentIndex } from './moment-index';
import type { OutcomePolicy } from './policy';
import type { ReleaseSeries, WindowTotals } from './series';
import type { WindowLayout } from './window-layout';

export interface BuiltSeries {
  readonly series: ReleaseSeries;
  readonly theme: WeekCounts;
  readonly control: Counts;
  readonly comparison: 'before-after' | 'exposed-against-not-yet';
}

const WEEKS_A_YEAR = 52;

/** Counts every group once for each layout that the targets of one contract ask for. */
export type CountedGroups = (layout: WindowLayout, until: number) => GroupCounts;

export function countedGroups(index: MomentIndex): CountedGroups {
  const known = new Map<string, GroupCounts>();
  return (layout, until) => {
    const key = `${layout.releasedAt}/${layout.gapEnd}/${layout.before.length}/${layout.after.length}/${until}`;
    const counted = known.get(key) ?? countEachGroup(index, layout, until);
    known.set(key, counted);
    return counted;
  };
}

/** What the targets of one contract are counted from. */
export interface Counting {
  readonly contract: OutcomeContract;
  readonly index: MomentIndex;
  readonly groups: CountedGroups;
}

/** Counts one target and what stands beside it. @param until nothing later is counted, in milliseconds */
export function buildSeries(counting: Counting, target: OutcomeTarget, layout: WindowLayout, until: number, policy: OutcomePolicy): BuiltSeries {
  const { contract, index } = counting;
  const rows = rowsOf(index, groupsOfMeasure(target.measure));
  if (contract.exposure !== undefined) return ringSeries(contract.exposure, rows, index, layout, until, policy);
  const theme = countWeeks(index, rows, layout, until);
  const groups = controlGroups(contract, target, index);
  const counted = counting.groups(layout, until);
  const own = sumGroups(counted, groups, layout);
  // Too small a company of themes: everything that is in no theme stands beside them.
  const isThin = baseline(own.before, layout) < policy.leastControl;
  const control = isThin && target.measure.kind === 'theme' ? sumGroups(counted, [...groups, UNASSIGNED], layout) : own;
  const isControlled = baseline(control.before, layout) >= policy.leastControl;
  const yearBefore = totalsAYearBefore(counting, rows, groups, layout);
  return {
    series: { ...weeksOf(theme, control, layout), isControlled, ...(yearBefore === undefined ? {} : { yearBefore }) },
    theme,
    control,
    comparison: 'before-after',
  };
}

/** Other themes for a theme; for an event the other events that the release does not measure. */
export function controlGroups(contract: OutcomeContract, target: OutcomeTarget, index: MomentIndex): string[] {
  if (target.measure.kind === 'theme') return contract.controls.map(themeGroup);
  const measured = new Set(contract.targets.flatMap((one) => groupsOfMeasure(one.measure)));
  return [...index.groups.keys()].filter((group) => isEventGroup(group) && !measured.has(group));
}

/**
 * Customers who had it from the release on against those who never had it in the window: the same weeks, the same theme. Where too few
 * are without it there is nothing to hold the ring against, and other themes are no stand-in: their customers are others.
 */
function ringSeries(
  exposure: NonNullable<OutcomeContract['exposure']>,
  rows: readonly number[],
  index: MomentIndex,
  layout: WindowLayout,
  until: number,
  policy: OutcomePolicy,
): BuiltSeries {
  const since = new Map(exposure.map((one) => [one.account, epochMs(one.at)]));
  const end = layout.gapEnd + layout.after.length * WEEK_IN_MS;
  const startOf = (row: number): number => since.get(index.moments[row]?.account ?? '') ?? Number.POSITIVE_INFINITY;
  const hasAccount = (row: number): boolean => index.moments[row]?.account !== undefined;
  const theme = countWeeks(index, rows, layout, until, (row) => startOf(row) <= layout.gapEnd);
  const control = countWeeks(index, rows, layout, until, (row) => hasAccount(row) && startOf(row) >= end);
  const isControlled = baseline(control.before, layout) >= policy.leastBefore;
  return { series: { ...weeksOf(theme, control, layout), isControlled }, theme, control, comparison: 'exposed-against-not-yet' };
}

function weeksOf(theme: Pick<WeekCounts, 'before' | 'after'>, control: Pick<WeekCounts, 'before' | 'after'>, layout: WindowLayout): Pick<ReleaseSeries, 'before' | 'after' | 'gapWeeks'> {
  return {
    before: layout.before.map((isExcluded, week) => ({ theme: theme.before[week] ?? 0, control: control.before[week] ?? 0, isExcluded })),
    after: layout.after.map((isExcluded, week) => ({ theme: theme.after[week] ?? 0, control: control.after[week] ?? 0, isExcluded })),
    gapWeeks: (layout.gapEnd - layout.releasedAt) / WEEK_IN_MS,
  };
}

function baseline(before: readonly number[], layout: WindowLayout): number {
  return before.reduce((sum, count, week) => sum + (layout.before[week] === false ? count : 0), 0);
}

/** The same weeks 52 weeks earlier; undefined where a counted source does not reach back that far. */
function totalsAYearBefore({ contract, index, groups: counted }: Counting, rows: readonly number[], groups: readonly string[], layout: WindowLayout): WindowTotals | undefined {
  const back = WEEKS_A_YEAR * WEEK_IN_MS;
  const shifted = { ...layout, releasedAt: layout.releasedAt - back, gapEnd: layout.gapEnd - back };
  const from = shifted.releasedAt - layout.before.length * WEEK_IN_MS;
  if (contract.sources.some((one) => epochMs(one.since) > from)) return undefined;
  const until = Number.POSITIVE_INFINITY;
  const theme = countWeeks(index, rows, shifted, until);
  const control = sumGroups(counted(shifted, until), groups, shifted);
  const after = (counts: readonly number[]): number => counts.reduce((sum, count, week) => sum + (layout.after[week] === false ? count : 0), 0);
  return {
    themeBefore: baseline(theme.before, layout),
    themeAfter: after(theme.after),
    controlBefore: baseline(control.before, layout),
    controlAfter: after(control.after),
  };
}
