import type { ThemeView } from '../../../../../src/contract/page';
import { formatCount, formatDay, formatNumber, formatShortDay } from '../../../../../src/contract/format-sentence';
import { To } from '../to';

const WEEK_IN_MS = 7 * 86_400_000;
const LEVELS = 4;

/** Sources × weeks: the number in the cell, its weight as grey. Already a table, so it needs no twin. */
export function WeekGrid({ theme, grid, weekStarts, releases }: Pick<ThemeView, 'grid' | 'weekStarts' | 'releases'> & { readonly theme: string }) {
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
              {weeks.map((count, index) => <td key={weekStarts[index] ?? index} className={`rs-heat rs-heat-${level(count)}`}>{count === 0 ? <span className="rs-sr">0</span> : <To route={{ at: 'signals', theme, page: 1, source, ...weekOf(weekStarts[index]) }} label={`${formatCount(count, 'signal')} from ${name} in the week of ${formatDay(weekStarts[index] ?? '')}: open the list`}>{formatNumber(count)}</To>}</td>)}
              <td><All theme={theme} source={source} name={name} count={weeks.reduce((sum, count) => sum + count, 0)} weekStarts={weekStarts} /></td>
            </tr>
          ))}
          {releases.length > 0 && (
            <tr className="rs-grid-releases">
              <th scope="row">Releases</th>
              {weekStarts.map((start) => <td key={start} title={released(start).join(', ')}>{released(start).map((name) => <span key={name} className="rs-block">{name}</span>)}</td>)}
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function All({ theme, source, name, count, weekStarts }: { readonly theme: string; readonly source: string; readonly name: string; readonly count: number; readonly weekStarts: readonly string[] }) {
  if (count === 0) return <b>0</b>;
  const span = { ...weekOf(weekStarts[0]), ...endOf(weekStarts.at(-1)) };
  return <b><To route={{ at: 'signals', theme, page: 1, source, ...span }} label={`${formatCount(count, 'signal')} from ${name} in these weeks: open the list`}>{formatNumber(count)}</To></b>;
}

/** The server's weeks leave their first instant out and take their last in. */
function weekOf(start: string | undefined): { readonly from?: string; readonly to?: string } {
  return start === undefined ? {} : { from: new Date(Date.parse(start) + 1).toISOString(), ...endOf(start) };
}

function endOf(start: string | undefined): { readonly to?: string } {
  return start === undefined ? {} : { to: new Date(Date.parse(start) + WEEK_IN_MS + 1).toISOString() };
}
