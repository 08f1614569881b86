import type { StandingView } from '../../../../../src/contract/backlog';
import { formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import type { Standing } from '../route';
import { To } from '../to';

/** All open items by where they stand. Solid is confirmed, outline suggested, grey unsupported, hatched unknown; each number opens its list. */
export function StandingBar({ view }: { readonly view: StandingView }) {
  const unknown = view.cannotJudge.reduce((sum, { count }) => sum + count, 0);
  const parts: readonly { readonly list: Standing; readonly name: string; readonly count: number }[] = [
    { list: 'confirmed', name: 'confirmed by customers', count: view.confirmed },
    { list: 'suggested', name: 'suggested', count: view.suggested },
    { list: 'unsupported', name: 'nobody asks', count: view.unsupported },
    { list: 'cannot-judge', name: 'cannot judge', count: unknown },
  ];
  const all = Math.max(1, parts.reduce((sum, { count }) => sum + count, 0));
  let from = 0;
  return (
    <section>
      <h2>{formatSentence(view.title)}</h2>
      <svg className="rs-standing-bar" width="100%" height="12" aria-hidden="true" focusable="false">
        <defs>
          <pattern id="rs-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line y2="6" className="rs-hatch" /></pattern>
        </defs>
        {parts.map(({ list, count }) => {
          const x = (from / all) * 100;
          from += count;
          return <rect key={list} className={`rs-part-${list}`} x={`${x}%`} y="1" width={`${(count / all) * 100}%`} height="10" />;
        })}
      </svg>
      <ul className="rs-legend">
        {parts.map(({ list, name, count }) => (
          <li key={list}>
            <span className={`rs-square rs-square-${list}`} aria-hidden="true" />
            <To route={{ at: 'standing', list, page: 1 }} className="rs-amount" label={`${formatNumber(count)} ${name}: open the list`}>{formatNumber(count)}</To> {name}
          </li>
        ))}
      </ul>
      {view.cannotJudge.length > 0 && (
        <ul className="rs-plain-list">
          {view.cannotJudge.map((one) => (
            <li key={one.reason} className="rs-note">
              <To route={{ at: 'standing', list: 'cannot-judge', reason: one.reason, page: 1 }}>{formatNumber(one.count)}</To>: {formatSentence(one.words)}
            </li>
          ))}
        </ul>
      )}
      {view.overdue > 0 && <p className="rs-note">{formatNumber(view.overdue)} wait for a proposal for more than seven days.</p>}
    </section>
  );
}
