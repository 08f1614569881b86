import Lozenge from '@atlaskit/lozenge';
import type { CoverageLine } from '../../../../src/contract/coverage';
import { formatDay, formatNumber } from '../../../../src/contract/format-sentence';
import { gapText } from '../../../../src/contract/source-messages';
import { clockTime, isStale, nowOf } from '../clock-time';
import { useHost } from '../host';

interface Props {
  readonly coverage: CoverageLine;
  readonly synthetic?: boolean;
}

/** Read how much of how much, and when it was derived. */
export function CoverageFoot({ coverage, synthetic }: Props) {
  const { timezone } = useHost();
  const now = nowOf(coverage.asOf);
  const { derivedAt } = coverage;
  return (
    <p className="rs-foot">
      {isStale(derivedAt, now) && <Lozenge appearance="moved">Stale</Lozenge>}
      <span className="rs-part">{coverageText(coverage)}</span>
      {coverage.gaps.filter((gap) => gap.to === undefined).map((gap) => <span key={`${gap.source} ${gap.reason}`} className="rs-part">{gap.source} {gapText(gap, formatDay)}</span>)}
      {derivedAt !== undefined && (
        <span className="rs-part">
          derived <time dateTime={derivedAt}>{clockTime(derivedAt, now, timezone)}</time>
        </span>
      )}
      {(synthetic === true || coverage.synthetic === true) && <SyntheticMark />}
    </p>
  );
}

/** Made-up data must say so wherever it shows. */
export function SyntheticMark() {
  return <Lozenge>Synthetic data</Lozenge>;
}

/** `Read 13,828 of 13,828`, and what was left out on purpose. */
export function coverageText(coverage: CoverageLine): string {
  const read = `Read ${formatNumber(coverage.read)} of ${formatNumber(coverage.total)}`;
  return coverage.skipped === 0 ? read : `${read}, ${formatNumber(coverage.skipped)} left out with a reason`;
}
