import type { Gap } from './coverage';

/** Every gap of both, by its beginning; what overlaps or touches for the same reason is one. What was missed stays missed: nothing is taken away. */
export function mergeGaps(known: readonly Gap[], more: readonly Gap[]): readonly Gap[] {
  const merged: Gap[] = [];
  for (const gap of [...known, ...more].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const at = merged.findIndex((one) => one.reason === gap.reason && (one.to === undefined || gap.from <= one.to));
    const other = merged[at];
    if (other === undefined) merged.push(gap);
    else merged[at] = { from: other.from, reason: other.reason, ...laterEnd(other.to, gap.to) };
  }
  return merged;
}

/** A gap without an end lasts. */
function laterEnd(one: string | undefined, other: string | undefined): Pick<Gap, 'to'> {
  if (one === undefined || other === undefined) return {};
  return { to: one > other ? one : other };
}
