import { useId, useState } from 'react';
import type { OutcomePoint, OutcomeView } from '../../../../src/contract/outcomes';
import { capital, formatDay, formatNumber, formatSentence, formatShortDay, unitWord } from '../../../../src/contract/format-sentence';
import './outcome-chart.css';

const HEIGHT = 140;
const TOP = 18;
const ROOM_FOR_BAND = 1.25;
const PHASES: Readonly<Record<OutcomePoint['phase'], string>> = { before: 'before', excluded: 'not counted: it chose the theme', incident: 'not counted: something else changed', unheard: 'not counted: a source could not be read', gap: 'not counted: adoption', after: 'after' };

/**
 * Weeks before and after a release. Grey is before, blue after, pale is not counted; dashes are what other themes say would have come,
 * the shaded band is what fits the counts. The title is the verdict; the same numbers stand in a table.
 */
export function OutcomeChart({ view }: { readonly view: OutcomeView }) {
  const [asTable, setAsTable] = useState(false);
  const table = useId();
  const hatch = useId();
  const { points, band, release } = view;
  // A band without an upper end must not press the weeks flat: it is cut a little above the highest of them.
  const highest = Math.max(1, ...points.map((point) => Math.max(point.theme, point.control ?? 0)));
  const most = Math.max(highest, Math.min(band?.high ?? 0, highest * ROOM_FOR_BAND));
  const top = Math.min(band?.high ?? 0, most);
  const y = (count: number): number => TOP + (1 - count / most) * (HEIGHT - TOP);
  const slot = 100 / Math.max(1, points.length);
  const first = points.findIndex((point) => point.phase === 'gap' || point.phase === 'after');
  const inBand = points.flatMap((point, index) => (band !== undefined && point.from >= band.from && point.from < band.to ? [index] : []));
  const bandStart = inBand[0];
  return (
    <figure className="rs-outcome-chart">
      <svg width="100%" height={HEIGHT + 34} role="img" aria-label={`${formatSentence(view.title)}. Weekly ${unitWord(view.unit, 2)}; the numbers are in the table that follows.`}>
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line y2="6" className="rs-gap-line" /></pattern>
        </defs>
        {band !== undefined && bandStart !== undefined && <rect className="rs-fit" x={`${bandStart * slot}%`} width={`${inBand.length * slot}%`} y={y(top)} height={Math.max(1, y(Math.min(band.low, most)) - y(top))} />}
        {points.map((point, index) => (
          <g key={point.from}>
            <title>{`Week of ${formatDay(point.from)}: ${point.theme} (${PHASES[point.phase]})`}</title>
            {point.phase !== 'before' && point.phase !== 'after' && <rect x={`${index * slot}%`} width={`${slot}%`} y={TOP} height={HEIGHT - TOP} fill={`url(#${hatch})`} />}
            <rect className={`rs-week rs-week-${point.phase}`} x={`${index * slot + slot * 0.15}%`} width={`${slot * 0.7}%`} y={y(point.theme)} height={HEIGHT - y(point.theme)} />
            {point.control !== undefined && <line className="rs-control" x1={`${index * slot}%`} x2={`${(index + 1) * slot}%`} y1={y(point.control)} y2={y(point.control)} />}
          </g>
        ))}
        <line className="rs-axis" x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} />
        {first >= 0 && (
          <>
            <line className="rs-release-line" x1={`${first * slot}%`} x2={`${first * slot}%`} y1={0} y2={HEIGHT} />
            <text className="rs-chart-text" x={`${first * slot}%`} dx={first * slot > 60 ? -4 : 4} y={12} textAnchor={first * slot > 60 ? 'end' : 'start'}>{release.name}, {formatShortDay(release.at)}</text>
          </>
        )}
        {points[0] !== undefined && <text className="rs-chart-text" x="0" y={HEIGHT + 16}>{formatShortDay(points[0].from)}</text>}
        <text className="rs-chart-text" x="100%" y={HEIGHT + 16} textAnchor="end">{formatShortDay(points.at(-1)?.from ?? release.at)}</text>
      </svg>
      <figcaption className="rs-note">
        {capital(unitWord(view.unit, 2))} a week, at most {formatNumber(Math.max(...points.map((point) => point.theme), 0))}. Grey before, blue after, hatched not counted.
        {points.some((point) => point.control !== undefined) && ' Dashes: what other themes say would have come.'}
        {band !== undefined && ' Shaded: what fits the counts.'}{' '}
        <button type="button" className="rs-link rs-quiet-link" aria-expanded={asTable} aria-controls={table} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Hide table' : `${points.length} weeks as table`}
        </button>
      </figcaption>
      <div id={table} className={asTable ? 'rs-table-wrap' : 'rs-sr'}>
        <table className="rs-table">
          <caption className="rs-sr">{formatSentence(view.title)}</caption>
          <thead>
            <tr><th scope="col">Week of</th><th scope="col">{capital(unitWord(view.unit, 2))}</th><th scope="col">Expected</th><th scope="col">Counted</th></tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.from}>
                <th scope="row">{formatDay(point.from)}</th>
                <td>{formatNumber(point.theme)}</td>
                <td>{point.control === undefined ? 'unknown' : formatNumber(point.control)}</td>
                <td>{PHASES[point.phase]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
