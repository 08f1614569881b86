import type { ThemeRow } from '../../../../../src/contract/page';
import { formatCount, formatNumber } from '../../../../../src/contract/format-sentence';
import { Sparkline } from '../../components/sparkline';
import { To } from '../to';

/** Themes with their size and their last twelve weeks. */
export function LoudList({ themes }: { readonly themes: readonly ThemeRow[] }) {
  return (
    <ul className="rs-loud">
      {themes.map((theme) => (
        <li key={theme.id}>
          <To route={{ at: 'theme', theme: theme.id }} className="rs-theme-name">{theme.label}</To>
          <span className="rs-note">{formatCount(theme.recentCustomers, theme.unit)} in 12 weeks, <To route={{ at: 'signals', theme: theme.id, page: 1 }}>{formatNumber(theme.customers)} in all</To></span>
          <Sparkline weeks={theme.weeks} expected={theme.expected} isAbove={theme.isAbove} />
        </li>
      ))}
    </ul>
  );
}
