import type { ThemeRow } from '../../../../../src/contract/page';
import { formatCount, formatNumber } from '../../../../../src/contract/format-sentence';
import { BandMark } from '../../components/band-mark';
import { ThisWeek } from '../customers';
import { ThemeWords } from '../theme-words';

/** Themes above a normal week: a dot for this week, a band for what is usual, both in numbers too. */
export function AboveList({ themes }: { readonly themes: readonly ThemeRow[] }) {
  const now = (theme: ThemeRow): number => theme.weeks.at(-1) ?? 0;
  const most = Math.max(1, ...themes.map((theme) => Math.max(now(theme), theme.expected?.high ?? 0)));
  return (
    <ul className="rs-above">
      {themes.map((theme) => (
        <li key={theme.id}>
          <div><ThemeWords theme={theme} /></div>
          <BandMark now={now(theme)} most={most} expected={theme.expected} />
          <span className="rs-usual">
            <ThisWeek theme={theme}>{formatCount(now(theme), theme.unit)}</ThisWeek>{', '}
            {theme.expected === undefined ? 'too early to say what is usual' : `usually ${formatNumber(theme.expected.low)} to ${formatNumber(theme.expected.high)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
