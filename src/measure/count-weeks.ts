import { WEEK_IN_MS } from '../domain/time';
import type { MomentIndex } from './moment-index';
import type { WindowLayout } from './window-layout';

/** Distinct customers in each week of a layout, and the rows that were looked at on each side (left-out weeks are not). */
export interface WeekCounts {
  readonly before: readonly number[];
  readonly gap: number;
  readonly after: readonly number[];
  readonly rowsBefore: readonly number[];
  readonly rowsAfter: readonly number[];
}

/**
 * Counts each customer at most once a week, so that one account with a thousand signals weighs as one.
 * @param until nothing later is counted: the moment of judging
 * @param keeps which rows count, e.g. only customers who have the release
 */
export function countWeeks(index: MomentIndex, rows: Iterable<number>, layout: WindowLayout, until: number, keeps: (row: number) => boolean = () => true): WeekCounts {
  const before = new Array<number>(layout.before.length).fill(0);
  const after = new Array<number>(layout.after.length).fill(0);
  const rowsBefore: number[] = [];
  const rowsAfter: number[] = [];
  const seen = new Set<number>();
  const slots = before.length + after.length + 1;
  const isNew = (row: number, slot: number): boolean => {
    const key = (index.customer[row] ?? 0) * slots + slot;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  let gap = 0;
  for (const row of rows) {
    const at = index.at[row] ?? Number.NaN;
    if (!(at < until) || !keeps(row)) continue;
    if (at < layout.releasedAt) {
      const week = before.length - 1 - Math.floor((layout.releasedAt - at - 1) / WEEK_IN_MS);
      if (week < 0) continue;
      if (isNew(row, week)) before[week] = (before[week] ?? 0) + 1;
      if (layout.before[week] === false) rowsBefore.push(row);
    } else if (at < layout.gapEnd) {
      if (isNew(row, slots - 1)) gap += 1;
    } else {
      const week = Math.floor((at - layout.gapEnd) / WEEK_IN_MS);
      if (week >= after.length) continue;
      if (isNew(row, before.length + week)) after[week] = (after[week] ?? 0) + 1;
      if (layout.after[week] === false) rowsAfter.push(row);
    }
  }
  return { before, gap, after, rowsBefore, rowsAfter };
}

/** Counts alone. */
export type Counts = Pick<WeekCounts, 'before' | 'gap' | 'after'>;

/** Each group counted by itself; all promises of a release share it. */
export type GroupCounts = ReadonlyMap<string, Counts>;

export function countEachGroup(index: MomentIndex, layout: WindowLayout, until: number): GroupCounts {
  return new Map([...index.groups].map(([group, rows]) => [group, countWeeks(index, rows, layout, until)]));
}

/** Week by week sums over groups: a customer counts once in each group a week, as it does in the theme itself. */
export function sumGroups(counted: GroupCounts, groups: readonly string[], layout: WindowLayout): Counts {
  const before = new Array<number>(layout.before.length).fill(0);
  const after = new Array<number>(layout.after.length).fill(0);
  let gap = 0;
  for (const group of groups) {
    const counts = counted.get(group);
    if (counts === undefined) continue;
    counts.before.forEach((count, week) => (before[week] = (before[week] ?? 0) + count));
    counts.after.forEach((count, week) => (after[week] = (after[week] ?? 0) + count));
    gap += counts.gap;
  }
  return { before, gap, after };
}
