import type { RoadmapColumn, ThemeRow } from '../../contract/page';
import type { Quote } from '../../contract/panel';
import { expectedBand } from '../../domain/expected-band';
import { SHOWN_WEEKS, type ProductDigest, type ThemeDigest } from '../../domain/product-digest';

/** One theme as a row: customers, the last 12 weeks, what is usual, and where its issues stand. */
export function themeRow(one: ThemeDigest, digest: Pick<ProductDigest, 'unit'>, quote?: Quote): ThemeRow {
  const weeks = one.weeks.slice(-SHOWN_WEEKS);
  const last = one.weeks.at(-1) ?? 0;
  const expected = expectedBand(historyOf(one.weeks));
  return {
    id: one.theme.id,
    label: one.theme.label,
    labelAuthor: one.theme.labelAuthor,
    unit: digest.unit,
    customers: one.customers,
    recentCustomers: one.recentCustomers,
    signals: one.signals,
    ...(one.echoes === undefined ? {} : { echoes: one.echoes }),
    weeks,
    isAbove: expected !== undefined && last > expected.high,
    columns: columnsOf(one),
    ...(expected === undefined ? {} : { expected }),
    ...(quote === undefined ? {} : { quote }),
  };
}

/** The weeks before the one that is judged, from the first week in which the theme was heard: silence before a source began says nothing. */
function historyOf(weeks: readonly number[]): readonly number[] {
  const before = weeks.slice(0, -1);
  const first = before.findIndex((count) => count > 0);
  return first < 0 ? before : before.slice(first);
}

function columnsOf({ issues }: ThemeDigest): Readonly<Partial<Record<RoadmapColumn, number>>> {
  const counts: Partial<Record<RoadmapColumn, number>> = {};
  for (const { column } of issues) counts[column] = (counts[column] ?? 0) + 1;
  return counts;
}

/** Loudest first: by distinct customers in the last 12 weeks. */
export function byLoudness(a: ThemeDigest, b: ThemeDigest): number {
  return b.recentCustomers - a.recentCustomers || b.customers - a.customers || (a.theme.id < b.theme.id ? -1 : 1);
}
