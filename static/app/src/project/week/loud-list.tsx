import type { ThemeRow } from '../../../../../src/contract/page';
import { formatCount } from '../../../../../src/contract/format-sentence';
import { Sparkline } from '../../components/sparkline';
import { To } from '../to';

/** Themes with their size and their last twelve weeks. */
export function LoudList({ themes }: { readonly themes: readonly ThemeRow[] }) {
  return (
    <ul className="rs-loud">
      {themes.map((theme) => (
        <li key={theme.id}>
          <To route={{ at: 'theme', theme: theme.id }} className="rs-theme-name">{theme.label}</To>
          <To route={{ at: 'signals', theme: theme.id, page: 1 }} className="rs-amount">{formatCount(theme.customers, theme.unit)}</To>
          <Sparkline weeks={theme.weeks} expected={theme.expected} isAbove={theme.isAbove} />
        </li>
      ))}
    </ul>
  );
}
