import type { ThemeView } from '../../../../../src/contract/page';
import { formatDay, formatNumber, formatShortDay } from '../../../../../src/contract/format-sentence';

const WEEK_IN_MS = 7 * 86_400_000;
const LEVELS = 4;

/** Sources × weeks: the number in the cell, its weight as grey. Already a table, so it needs no twin. */
export function WeekGrid({ grid, weekStarts, releases }: Pick<ThemeView, 'grid' | 'weekStarts' | 'releases'>) {
  const most = Math.max(1, ...grid.flatMap(({ weeks }) => weeks));
  const released = (start: string): readonly string[] => releases.filter(({ at }) => Date.parse(at) >= Date.parse(start) && Date.parse(at) < Date.parse(start) + WEEK_IN_MS).map(({ name }) => name);
  const level = (count: number): number => (count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * LEVELS)));
  return (
    <div className="rs-table-wrap" tabIndex={0} role="region" aria-label="Signals by source and week">
      <table className="rs-table rs-grid">
        <caption className="rs-sr">Signals by source and week</caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            {weekStarts.map((start, index) => (
              <th key={start} scope="col" title={`Week of ${formatDay(start)}`}>
                <span className="rs-sr">Week of {formatDay(start)}</span>
                <span aria-hidden="true">{index % 4 === 0 ? formatShortDay(start) : ''}</span>
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {grid.map(({ source, name, weeks }) => (
            <tr key={source}>
              <th scope="row">{name}</th>
              {weeks.map((count, index) => <td key={weekStarts[index] ?? index} className={`rs-heat rs-heat-${level(count)}`}>{count === 0 ? <span className="rs-sr">0</span> : formatNumber(count)}</td>)}
              <td><b>{formatNumber(weeks.reduce((sum, count) => sum + count, 0))}</b></td>
            </tr>
          ))}
          {releases.length > 0 && (
            <tr className="rs-grid-releases">
              <th scope="row">Releases</th>
              {weekStarts.map((start) => <td key={start} title={released(start).join(', ')}>{released(start).length === 0 ? '' : released(start).join(' ')}</td>)}
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
