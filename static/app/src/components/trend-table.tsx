import type { Trend } from '../../../../src/contract/panel';
import { formatDay, formatNumber, formatSentence } from '../../../../src/contract/format-sentence';

interface Props {
  readonly id: string;
  readonly trend: Trend;
  /** Hidden means: from sight, not from screen readers. */
  readonly isShown: boolean;
}

/** The chart's numbers. */
export function TrendTable({ id, trend, isShown }: Props) {
  return (
    <div id={id} className={isShown ? 'rs-table-wrap' : 'rs-sr'}>
      <table className="rs-table">
        <caption className="rs-sr">{formatSentence(trend.title)}</caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col">Confirmed</th>
            <th scope="col">Suggested</th>
          </tr>
        </thead>
        <tbody>
          {trend.weeks.map((week) => (
            <tr key={week.from}>
              <th scope="row">{formatDay(week.from)}</th>
              <td>{formatNumber(week.confirmed)}</td>
              <td>{formatNumber(week.suggested)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {trend.releases.length > 0 && <p>Releases: {trend.releases.map((release) => `${release.name} on ${formatDay(release.at)}`).join('; ')}</p>}
    </div>
  );
}
