import type { Trend } from '../../../../src/contract/panel';

const WEEK_IN_MS = 7 * 86_400_000;

export interface ReleaseMark {
  readonly name: string;
  /** Where on the time axis, 0 to 1. */
  readonly share: number;
  readonly isLabelled: boolean;
  /** In the last third: its label stands to the left. */
  readonly isLate: boolean;
}

/** Releases within the chart's weeks. Names closer than three weeks would collide: only the first of them is written, all are ticked. */
export function releaseMarks(trend: Pick<Trend, 'weeks' | 'releases'>): readonly ReleaseMark[] {
  const first = trend.weeks[0];
  if (first === undefined) return [];
  const start = Date.parse(first.from);
  const span = trend.weeks.length * WEEK_IN_MS;
  const inside = trend.releases.map(({ name, at }) => ({ name, share: (Date.parse(at) - start) / span })).filter(({ share }) => share >= 0 && share <= 1);
  const marks: ReleaseMark[] = [];
  let labelledTo = -Infinity;
  for (const { name, share } of inside.sort((a, b) => a.share - b.share)) {
    const isLabelled = share - labelledTo >= (3 * WEEK_IN_MS) / span;
    if (isLabelled) labelledTo = share;
    marks.push({ name, share, isLabelled, isLate: share > 2 / 3 });
  }
  return marks;
}
