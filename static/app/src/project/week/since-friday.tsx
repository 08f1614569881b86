import type { FridayView } from '../../../../../src/contract/page';
import { formatCount, formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { BandMark } from '../../components/band-mark';
import { To } from '../to';

/** Monday's question: what is new since Friday, with what is usual for these days beside it; or that nothing is, or that nobody can say. */
export function SinceFriday({ friday }: { readonly friday: FridayView }) {
  const { themes } = friday;
  const most = Math.max(1, ...themes.map((theme) => Math.max(theme.count, theme.expected.high)));
  return (
    <section>
      <h2>{formatSentence(friday.finding)}</h2>
      {themes.length > 0 && (
        <ul className="rs-above">
          {themes.map((theme) => (
            <li key={theme.id}>
              <div><To route={{ at: 'theme', theme: theme.id }} className="rs-theme-name">{theme.label}</To></div>
              <BandMark now={theme.count} most={most} expected={theme.expected} />
              <span className="rs-usual">
                {formatCount(theme.count, theme.unit)}, usually {formatNumber(theme.expected.low)} to {formatNumber(theme.expected.high)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {friday.isCompared && <p className="rs-note">Friday to yesterday, each customer once a day. When nothing happens, one page in twenty names a theme by chance.</p>}
    </section>
  );
}
