import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { skippedText } from '../../../../../src/contract/skip-words';
import { gapWords } from '../../../../../src/contract/source-messages';
import type { ConnectionView } from '../../../../../src/contract/sources';

/** Times of which nothing is known, other than the one that goes on now, which the card says itself. */
export function lostTimes({ coverage, blind }: Pick<ConnectionView, 'coverage' | 'blind'>): NonNullable<ConnectionView['coverage']>['gaps'] {
  return (coverage?.gaps ?? []).filter(({ from, to, reason }) => reason !== 'paused' && !(to === undefined && from === blind?.since));
}

/** What a green mark would hide: stretches of time without a record, and records that were left out, with what to do about them. */
export function MissingTimes({ connection }: { readonly connection: Pick<ConnectionView, 'coverage' | 'blind'> }) {
  const gaps = lostTimes(connection);
  const { skipped = {} } = connection.coverage ?? {};
  const left = skippedText(skipped, formatNumber);
  const unrouted = skipped['unrouted'] ?? 0;
  return (
    <>
      {gaps.map(({ from, to, reason }) => (
        <p key={`${from} ${reason}`} className="rs-problem" role="note">
          Nothing is known of {to === undefined ? `the time since ${formatDay(from)}` : `${formatDay(from)} to ${formatDay(to)}`}: {gapWords(reason)}. Nothing is called silent because of that time.
        </p>
      ))}
      {gaps.some(({ to }) => to !== undefined) && <p className="rs-note">A file that holds such a time fills it: drop it below and open “It fills a time that a connected source could not show”.</p>}
      {left !== '' && <p className="rs-note">Left out: {left}.</p>}
      {unrouted > 0 && <p className="rs-problem" role="note">{formatNumber(unrouted)} {unrouted === 1 ? 'record counts' : 'records count'} nowhere until a rule names a product for {unrouted === 1 ? 'it' : 'them'}: “Which product a record belongs to”, further down.</p>}
    </>
  );
}
