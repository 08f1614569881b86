import type { SourceCoverage } from '../domain/coverage';
import { endedFiles } from '../domain/heard-until';
import type { Measure } from '../domain/outcome';
import { epochMs, isoTime, WEEK_IN_MS } from '../domain/time';
import { groupsOfMeasure, rowsOf, type MomentIndex } from './moment-index';
import type { CannotJudge } from './standing';
import type { WindowLayout } from './window-layout';

/** So much of what would have been said after a release may be in files that ended before. */
const MISSED_SHARE = 0.05;
/** After so many usual pauses without a row a file has ended: chance alone leaves one as long once in twenty times (Poisson, e⁻³). */
const PAUSES = 3;

/**
 * Why the weeks after a release cannot be compared: files that brought a part of what was measured before end within them, and what is not in a file was
 * not said less often for that. A file is not read again, so no gap tells it. Undefined where what is missed is too little to matter.
 * @param end of the weeks that are counted, milliseconds
 */
export function whySourcesEnded(index: MomentIndex, measure: Measure, { releasedAt, gapEnd, before }: WindowLayout, sources: readonly SourceCoverage[], end: number): CannotJudge | undefined {
  if (end <= gapEnd) return undefined;
  const from = releasedAt - before.length * WEEK_IN_MS;
  const isBefore = (row: number): boolean => (index.at[row] ?? 0) >= from && (index.at[row] ?? 0) < releasedAt;
  const countBy = (rows: Iterable<number>): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const row of rows) if (isBefore(row)) counts.set(index.moments[row]?.source ?? '', (counts.get(index.moments[row]?.source ?? '') ?? 0) + 1);
    return counts;
  };
  const measured = countBy(rowsOf(index, groupsOfMeasure(measure)));
  const all = [...measured.values()].reduce((sum, count) => sum + count, 0);
  if (all === 0) return undefined;
  const said = countBy(index.at.keys());
  const missed = endedFiles(sources, isoTime(end)).flatMap(({ source, at }) => {
    const pause = (releasedAt - from) / Math.max(1, said.get(source) ?? 0);
    const unheard = Math.max(0, end - Math.max(gapEnd, epochMs(at) + PAUSES * pause)) / (end - gapEnd);
    return [{ source, at, share: ((measured.get(source) ?? 0) / all) * unheard }];
  });
  const most = missed.reduce<(typeof missed)[number] | undefined>((worst, one) => (worst === undefined || one.share > worst.share ? one : worst), undefined);
  if (most === undefined || missed.reduce((sum, one) => sum + one.share, 0) <= MISSED_SHARE) return undefined;
  return { kind: 'cannot-judge', reason: 'source-gap', at: most.at, source: most.source };
}
