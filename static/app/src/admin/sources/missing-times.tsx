import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { PARKED, parkedOf } from '../../../../../src/contract/coverage';
import { skippedText } from '../../../../../src/contract/skip-words';
import { gapWords, parkedWords } from '../../../../../src/contract/source-messages';
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
          {reason === PARKED ? <PartOf skipped={skipped} since={formatDay(from)} /> : <>Nothing is known of {to === undefined ? `the time since ${formatDay(from)}` : `${formatDay(from)} to ${formatDay(to)}`}: {gapWords(reason)}. Nothing is called silent because of that time.</>}
        </p>
      ))}
      {gaps.some(({ to }) => to !== undefined) && <p className="rs-note">A file that holds such a time fills it: drop it below and open “It fills a time that a connected source could not show”.</p>}
      {left !== '' && <p className="rs-note">Left out: {left}.</p>}
      {unrouted > 0 && !gaps.some((gap) => gap.reason === PARKED) && <p className="rs-problem" role="note">{formatNumber(unrouted)} {unrouted === 1 ? 'record counts' : 'records count'} nowhere until a rule names a product for {unrouted === 1 ? 'it' : 'them'}: “Which product a record belongs to”, further down.</p>}
    </>
  );
}

/** What nobody can have heard, and what an admin does about it. */
function PartOf({ skipped, since }: { readonly skipped: Readonly<Record<string, number>>; readonly since: string }) {
  const unrouted = skipped['unrouted'] ?? 0;
  return (
    <>
      Heard in part since {since}: {parkedWords(parkedOf({ skipped }), formatNumber)}. Nothing is called silent because of them.
      {unrouted > 0 && <> {formatNumber(unrouted)} {unrouted === 1 ? 'waits' : 'wait'} for a rule that names a product: “Which product a record belongs to”, further down.</>}
    </>
  );
}
