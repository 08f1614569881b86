import type { AccountFactsView } from '../../../../src/contract/accounts';
import { formatNumber } from '../../../../src/contract/format-sentence';

/** What was true of an account when it spoke; nothing where nothing is known of that day. */
export function AccountFacts({ facts }: { readonly facts: AccountFactsView | undefined }) {
  if (facts === undefined) return null;
  const { plan, segment, state, revenue, currency } = facts;
  const money = revenue === undefined ? undefined : `${formatNumber(revenue)}${currency === undefined ? '' : ` ${currency}`} a year`;
  const said = [plan, segment, money, state].filter((one) => one !== undefined);
  return said.length === 0 ? null : <span className="rs-note rs-block" title="As it stood when they said this">{said.join(' · ')}</span>;
}
