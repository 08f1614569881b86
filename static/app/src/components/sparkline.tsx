import type { ReleaseTick } from '../../../../src/contract/page';
import { formatNumber } from '../../../../src/contract/format-sentence';

interface Props {
  readonly weeks: readonly number[];
  readonly expected?: { readonly low: number; readonly high: number } | undefined;
  readonly isAbove: boolean;
  readonly ticks?: readonly ReleaseTick[];
}

const WIDTH = 120;
const HEIGHT = 28;
const EDGE = 4;

/** Twelve weeks as a line, the usual band behind it, a tick for each release; an orange end means above it. Said in numbers to who does not see it. */
export function Sparkline({ weeks, expected, isAbove, ticks = [] }: Props) {
  const most = Math.max(1, expected?.high ?? 0, ...weeks);
  const x = (index: number): number => EDGE + (index * (WIDTH - 2 * EDGE)) / Math.max(1, weeks.length - 1);
  const y = (count: number): number => HEIGHT - EDGE - (count / most) * (HEIGHT - 2 * EDGE);
  const last = weeks.length - 1;
  const usual = expected === undefined ? '' : `, usually ${formatNumber(expected.low)} to ${formatNumber(expected.high)}`;
  return (
    <svg className="rs-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={`Last ${weeks.length} weeks: ${weeks.join(', ')}${usual}${isAbove ? '; above it now' : ''}${ticks.length === 0 ? '' : `; released meanwhile: ${ticks.map(({ name }) => name).join(', ')}`}`}>
      {expected !== undefined && <rect className="rs-band-usual" x={EDGE} width={WIDTH - 2 * EDGE} y={y(expected.high)} height={Math.max(1, y(expected.low) - y(expected.high))} />}
      {ticks.map(({ name, share }) => (
        <line key={`${name} ${share}`} className="rs-release" x1={EDGE + share * (WIDTH - 2 * EDGE)} x2={EDGE + share * (WIDTH - 2 * EDGE)} y1={0} y2={HEIGHT}>
          <title>{name}</title>
        </line>
      ))}
      <polyline className="rs-spark-line" points={weeks.map((count, index) => `${x(index)},${y(count)}`).join(' ')} />
      {last >= 0 && <circle className={isAbove ? 'rs-dot rs-dot-above' : 'rs-dot'} cx={x(last)} cy={y(weeks[last] ?? 0)} r={isAbove ? 4 : 2.5} />}
    </svg>
  );
}
