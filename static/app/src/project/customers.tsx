import type { ThemeRow } from '../../../../src/contract/page';
import { formatNumber, unitWord } from '../../../../src/contract/format-sentence';
import { To } from './to';

/** Weeks that the page counts loudness over. */
export const RECENT_WEEKS = 12;

/** Customers of a theme in the last 12 weeks, of all; each number opens the complete list of just these customers. */
export function Customers({ theme }: { readonly theme: ThemeRow }) {
  const { recentCustomers, customers, unit } = theme;
  return (
    <span className="rs-customers">
      <To route={{ at: 'customers', theme: theme.id, weeks: RECENT_WEEKS, page: 1 }} className="rs-amount" label={`${formatNumber(recentCustomers)} ${unitWord(unit, recentCustomers)} in 12 weeks: open the list`}>
        {formatNumber(recentCustomers)}
      </To>
      <span className="rs-note">
        of{' '}
        <To route={{ at: 'customers', theme: theme.id, page: 1 }} className="rs-quiet-link" label={`${formatNumber(customers)} ${unitWord(unit, customers)} in all: open the list`}>
          {formatNumber(customers)}
        </To>
      </span>
    </span>
  );
}

/** Customers of this week; the number opens the list of them. */
export function ThisWeek({ theme, children }: { readonly theme: ThemeRow; readonly children?: string }) {
  const now = theme.weeks.at(-1) ?? 0;
  if (now === 0) return <>{children ?? formatNumber(now)}</>;
  return (
    <To route={{ at: 'customers', theme: theme.id, weeks: 1, page: 1 }} className="rs-inline-amount" label={`${formatNumber(now)} ${unitWord(theme.unit, now)} this week: open the list`}>
      {children ?? formatNumber(now)}
    </To>
  );
}
