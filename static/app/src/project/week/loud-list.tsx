import type { ReleaseTick, ThemeRow } from '../../../../../src/contract/page';
import { formatCount, formatNumber } from '../../../../../src/contract/format-sentence';
import { Sparkline } from '../../components/sparkline';
import { RECENT_WEEKS } from '../customers';
import { ThemeWords } from '../theme-words';
import { To } from '../to';

/** Themes with their size and their last twelve weeks. */
export function LoudList({ themes, ticks }: { readonly themes: readonly ThemeRow[]; readonly ticks: readonly ReleaseTick[] }) {
  return (
    <ul className="rs-loud">
      {themes.map((theme) => (
        <li key={theme.id}>
          <div><ThemeWords theme={theme} /></div>
          <span className="rs-note">
            <To route={{ at: 'customers', theme: theme.id, weeks: RECENT_WEEKS, page: 1 }}>{formatCount(theme.recentCustomers, theme.unit)}</To> in 12 weeks,{' '}
            <To route={{ at: 'customers', theme: theme.id, page: 1 }}>{formatNumber(theme.customers)}</To> in all
          </span>
          <Sparkline weeks={theme.weeks} expected={theme.expected} isAbove={theme.isAbove} ticks={ticks} />
        </li>
      ))}
    </ul>
  );
}
