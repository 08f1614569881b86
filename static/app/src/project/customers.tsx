import type { ThemeRow } from '../../../../src/contract/page';
import { formatNumber, unitWord } from '../../../../src/contract/format-sentence';
import { To } from './to';

/** Customers of a theme in the last 12 weeks, of all; it opens the complete list of their signals. */
export function Customers({ theme }: { readonly theme: ThemeRow }) {
  const { recentCustomers, customers, signals, unit } = theme;
  const label = `${formatNumber(recentCustomers)} ${unitWord(unit, recentCustomers)} in 12 weeks, ${formatNumber(customers)} in all: open the list of ${formatNumber(signals)} ${unitWord('signal', signals)}`;
  return (
    <span className="rs-customers">
      <To route={{ at: 'signals', theme: theme.id, page: 1 }} className="rs-amount" label={label}>
        {formatNumber(recentCustomers)}
      </To>
      <span className="rs-note">of {formatNumber(customers)}</span>
    </span>
  );
}
