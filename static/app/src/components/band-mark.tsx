import { formatNumber } from '../../../../src/contract/format-sentence';

interface Props {
  readonly now: number;
  /** The largest number of the list, so that marks compare. */
  readonly most: number;
  readonly expected: { readonly low: number; readonly high: number } | undefined;
}

const SPAN = 84;

/** This week as a dot against the band of usual weeks. Orange and to the right of the band means above. */
export function BandMark({ now, most, expected }: Props) {
  const x = (count: number): number => (count / most) * SPAN + 1;
  const isAbove = expected !== undefined && now > expected.high;
  return (
    <svg className="rs-band" width="100%" height="20" aria-hidden="true" focusable="false">
      <line className="rs-band-line" x1="1%" x2={`${SPAN + 1}%`} y1="10" y2="10" />
      {expected !== undefined && <rect className="rs-band-usual" x={`${x(expected.low)}%`} width={`${Math.max(1, x(expected.high) - x(expected.low))}%`} y="6" height="8" rx="4" />}
      <circle className={isAbove ? 'rs-dot rs-dot-above' : 'rs-dot'} cx={`${x(now)}%`} cy="10" r="5" />
      <text className="rs-dot-text" x={`${x(now)}%`} dx="9" y="14">{formatNumber(now)}</text>
    </svg>
  );
}
