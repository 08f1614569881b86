import type { ReleaseTick, ThemeRow } from '../../../../../src/contract/page';
import type { Unit } from '../../../../../src/contract/panel';
import { capital, unitWord } from '../../../../../src/contract/format-sentence';
import { Sparkline } from '../../components/sparkline';
import { Customers, ThisWeek } from '../customers';
import { ThemeWords } from '../theme-words';

/** Themes by customers: bars to one left edge, twelve weeks, and what stands above usual in words. */
export function ThemeTable({ themes, unit, ticks }: { readonly themes: readonly ThemeRow[]; readonly unit: Unit; readonly ticks: readonly ReleaseTick[] }) {
  const most = Math.max(1, ...themes.map((theme) => theme.recentCustomers));
  if (themes.length === 0) return <p className="rs-note rs-none">No theme matches.</p>;
  return (
    <table className="rs-table rs-themes-table">
      <caption className="rs-sr">Themes by {unitWord(unit, 2)}</caption>
      <thead>
        <tr>
          <th scope="col">Theme</th>
          <th scope="col">{capital(unitWord(unit, 2))}, 12 weeks</th>
          <th scope="col">Week by week</th>
          <th scope="col">This week</th>
        </tr>
      </thead>
      <tbody>
        {themes.map((theme) => (
          <tr key={theme.id}>
            <th scope="row">
              <ThemeWords theme={theme} />
            </th>
            <td>
              <div className="rs-bar-cell">
                <Customers theme={theme} />
                <svg className="rs-hbar" width="100%" height="8" aria-hidden="true" focusable="false">
                  <rect width={`${(theme.recentCustomers / most) * 100}%`} height="8" rx="2" />
                </svg>
              </div>
            </td>
            <td><Sparkline weeks={theme.weeks} expected={theme.expected} isAbove={theme.isAbove} ticks={ticks} /></td>
            <td className={theme.isAbove ? 'rs-is-above' : 'rs-is-usual'}>
              <ThisWeek theme={theme} />
              {theme.isAbove ? ', above' : theme.expected === undefined ? '' : ', as usual'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
