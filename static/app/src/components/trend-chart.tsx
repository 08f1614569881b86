import { useId, useState } from 'react';
import type { Trend, Unit } from '../../../../src/contract/panel';
import { formatShortDay, formatSentence, unitWord } from '../../../../src/contract/format-sentence';
import { releaseMarks } from './release-marks';
import { TrendTable } from './trend-table';

const HEIGHT = 40;
const LABELS = 16;

/**
 * Twelve weeks as bars: solid is confirmed, outline is suggested, a tick is a release. The title is the finding.
 * The same numbers stand in a table, for screen readers always and for everyone on request.
 */
export function TrendChart({ trend, unit }: { readonly trend: Trend; readonly unit: Unit }) {
  const [asTable, setAsTable] = useState(false);
  const table = useId();
  const title = formatSentence(trend.title);
  // A single signal is a short bar, not a full one.
  const tallest = Math.max(3, ...trend.weeks.map((week) => week.confirmed + week.suggested));
  const y = (count: number): number => (count / tallest) * (HEIGHT - 4);
  const slot = 100 / Math.max(1, trend.weeks.length);
  return (
    <figure className="rs-trend">
      <figcaption className="rs-fact-label">
        <span>{title}</span>
        <button type="button" className="rs-link rs-quiet-link" aria-expanded={asTable} aria-controls={table} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Hide table' : `${trend.weeks.length} weeks as table`}
        </button>
      </figcaption>
      <svg className="rs-chart" width="100%" height={HEIGHT + LABELS} role="img" aria-label={`${title}. Weekly ${unitWord(unit, 2)}, confirmed and suggested; the numbers are in the table that follows.`}>
        {trend.weeks.map((week, index) => (
          <g key={week.from}>
            <title>{`Week of ${formatShortDay(week.from)}: ${week.confirmed} confirmed, ${week.suggested} suggested`}</title>
            <rect className="rs-bar-hit" x={`${index * slot}%`} y={0} width={`${slot}%`} height={HEIGHT} />
            {week.confirmed > 0 && <rect className="rs-bar-solid" x={`${index * slot + slot * 0.32}%`} width={`${slot * 0.36}%`} y={HEIGHT - y(week.confirmed)} height={y(week.confirmed)} />}
            {week.suggested > 0 && (
              <rect className="rs-bar-outline" x={`${index * slot + slot * 0.32}%`} width={`${slot * 0.36}%`} y={HEIGHT - y(week.confirmed + week.suggested) + 0.75} height={Math.max(1, y(week.suggested) - 1.5)} />
            )}
          </g>
        ))}
        <line className="rs-axis" x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
        {releaseMarks(trend).map((mark) => (
          <g key={`${mark.name} ${mark.share}`}>
            <line className="rs-release" x1={`${mark.share * 100}%`} x2={`${mark.share * 100}%`} y1={0} y2={HEIGHT + (mark.isLabelled ? LABELS : 4)} />
            {mark.isLabelled && (
              <text className="rs-chart-text" x={`${mark.share * 100}%`} dx={mark.isLate ? -4 : 4} y={HEIGHT + 13} textAnchor={mark.isLate ? 'end' : 'start'}>
                {mark.name}
              </text>
            )}
          </g>
        ))}
      </svg>
      <TrendTable id={table} trend={trend} isShown={asTable} />
    </figure>
  );
}
