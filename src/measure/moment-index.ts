import { customerKey } from '../domain/customer';
import type { Measure } from '../domain/outcome';
import { epochMs } from '../domain/time';
import type { Moment } from '../ports/outcome-store';

/** Moments as columns of numbers: a hundred thousand are counted for fifty issues in well under a second. */
export interface MomentIndex {
  readonly moments: readonly Moment[];
  readonly at: Float64Array;
  readonly customer: Int32Array;
  readonly customers: number;
  /** Rows by group: `theme:<id>`, `event:<name>`, or `unassigned`. */
  readonly groups: ReadonlyMap<string, Int32Array>;
}

export const UNASSIGNED = 'unassigned';

/** Hidden signals are left out: nothing may be derived from them, not even a number. */
export function indexMoments(all: readonly Moment[], sources: ReadonlySet<string>): MomentIndex {
  const moments = all.filter((moment) => moment.visibility !== 'hidden' && sources.has(moment.source));
  const at = Float64Array.from(moments, (moment) => epochMs(moment.at));
  const numbers = new Map<string, number>();
  const customer = Int32Array.from(moments, (moment) => {
    const key = customerKey({ ...moment, id: moment.signal });
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  const groups = new Map<string, number[]>();
  moments.forEach((moment, row) => {
    const group = groupOf(moment);
    const rows = groups.get(group);
    if (rows === undefined) groups.set(group, [row]);
    else rows.push(row);
  });
  return { moments, at, customer, customers: numbers.size, groups: new Map([...groups].map(([group, rows]) => [group, Int32Array.from(rows)])) };
}

function groupOf(moment: Moment): string {
  if (moment.kind === 'did') return eventGroup(moment.event ?? '');
  return moment.theme === undefined ? UNASSIGNED : themeGroup(moment.theme);
}

export function themeGroup(theme: string): string {
  return `theme:${theme}`;
}

export function eventGroup(event: string): string {
  return `event:${event}`;
}

export function isEventGroup(group: string): boolean {
  return group.startsWith('event:');
}

export function groupsOfMeasure(measure: Measure): readonly string[] {
  return measure.kind === 'event' ? [eventGroup(measure.event)] : measure.themes.map(themeGroup);
}

/** Rows of several groups together. */
export function rowsOf(index: MomentIndex, groups: readonly string[]): readonly number[] {
  return groups.flatMap((group) => Array.from(index.groups.get(group) ?? []));
}
