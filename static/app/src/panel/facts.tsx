import { Suspense, lazy } from 'react';
import type { PanelCounts, Trend } from '../../../../src/contract/panel';
import { capital, formatDay, formatNumber, formatShortDay, unitWord } from '../../../../src/contract/format-sentence';
import { ago, nowOf } from '../clock-time';
import type { ListName } from './open-list';

const TrendChart = lazy(async () => ({ default: (await import('../components/trend-chart')).TrendChart }));

interface Props {
  readonly counts: PanelCounts;
  readonly trend: Trend;
  readonly lastSignalAt?: string | undefined;
  readonly asOf?: string | undefined;
  /** Absent where the viewer may not open the lists. */
  readonly onList?: (list: ListName) => void;
}

/** Three facts. Confirmed and suggested stand apart, and each number opens its list. */
export function Facts({ counts, trend, lastSignalAt, asOf, onList }: Props) {
  const year = (at: string): string => at.slice(0, 4);
  const now = nowOf(asOf);
  return (
    <div className="rs-facts">
      <div className="rs-fact">
        <p className="rs-fact-label">{capital(unitWord(counts.unit, 2))}</p>
        <p className="rs-fact-value">
          <Count list="confirmed" count={counts.confirmed} signals={counts.confirmedSignals} counts={counts} onList={onList} isMain />
          <span>confirmed ·</span>
          <Count list="suggested" count={counts.suggested} signals={counts.suggestedSignals} counts={counts} onList={onList} />
          <span>suggested</span>
        </p>
        <p className="rs-fact-note">since {formatDay(counts.since)}</p>
        {counts.echoes !== undefined && <p className="rs-fact-note">and {formatNumber(counts.echoes)} more in the same words, counted once</p>}
      </div>
      <div className="rs-fact rs-fact-trend">
        <Suspense fallback={<div className="rs-trend-wait" />}>
          <TrendChart trend={trend} unit={counts.unit} />
        </Suspense>
      </div>
      {lastSignalAt !== undefined && (
        <div className="rs-fact">
          <p className="rs-fact-label">Last signal</p>
          <p className="rs-fact-value">
            <time className="rs-metric" dateTime={lastSignalAt}>
              {formatShortDay(lastSignalAt)}
            </time>
          </p>
          <p className="rs-fact-note">
            {year(lastSignalAt) === year(new Date(now).toISOString()) ? '' : `${year(lastSignalAt)}, `}
            {ago(lastSignalAt, now)}
          </p>
        </div>
      )}
    </div>
  );
}

interface CountProps {
  readonly list: 'confirmed' | 'suggested';
  readonly count: number;
  readonly signals: number;
  readonly counts: PanelCounts;
  readonly isMain?: boolean;
  readonly onList?: ((list: ListName) => void) | undefined;
}

function Count({ list, count, signals, counts, isMain = false, onList }: CountProps) {
  const className = isMain ? 'rs-metric' : 'rs-second';
  if (onList === undefined || signals === 0) return <b className={className}>{formatNumber(count)}</b>;
  const label = `${formatNumber(count)} ${unitWord(counts.unit, count)} ${list}: open the list of ${formatNumber(signals)} ${unitWord('signal', signals)}`;
  return (
    <button type="button" className={`rs-number ${className}`} aria-label={label} title={label} onClick={() => onList(list)}>
      {formatNumber(count)}
    </button>
  );
}
