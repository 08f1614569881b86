import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import type { ConnectionView, ReceiptView } from '../../../../../src/contract/sources';
import { readOf } from '../../components/read-of';
import { isFirstRead } from './is-first-read';
import { costOf, lasted, secondsOf } from './lasted';

interface Props {
  readonly connection: ConnectionView;
  /** We ask it; else it sends. */
  readonly isPolled: boolean;
  /** Its silence says nothing. */
  readonly isHandedOver: boolean;
  readonly time: (at: string) => string;
}

/** How much of a source is here, how fresh it is, when it is asked next, and what asking costs. */
export function Freshness({ connection, isPolled, isHandedOver, time }: Props) {
  const { coverage, state, lastReadAt, notBefore, receipts, scopes = [] } = connection;
  const isFirst = isFirstRead(connection);
  if (!isPolled) {
    return (
      <>
        <p>{coverage === undefined || coverage.read === 0 ? 'It sends to us; nothing has come yet.' : `It sends to us: ${formatNumber(coverage.read)} came, ${coverage.newestAt === undefined ? 'none of it kept' : `${formatNumber(coverage.kept)} kept, the newest of ${formatDay(coverage.newestAt)}`}.`}</p>
        {state === 'paused' && <p className="rs-note">What it sends is refused while it is paused; what it brought stays as evidence.</p>}
        {isHandedOver && <p className="rs-note">Only what one of you hands over arrives here, so its silence says nothing and is never counted.</p>}
      </>
    );
  }
  const known = coverage === undefined || (isFirst && coverage.read === 0) ? 'Nothing read yet.' : `Read ${formatNumber(coverage.read)}${readOf(coverage).of} (${readOf(coverage).by}), kept ${formatNumber(coverage.kept)}.`;
  // It was asked in time where what it said could not be believed.
  const isOverdue = notBefore === undefined && (connection.blind === undefined || connection.blind.reason === 'not-read') && coverage?.gaps.some((gap) => gap.reason === 'not-read' && gap.to === undefined) === true;
  const heard = lastReadAt === undefined || (isFirst && state === 'active') ? (connection.blind === undefined && state !== 'paused' ? 'The first read is under way.' : 'It was never read to its end.') : `Heard until ${time(lastReadAt)} UTC.`;
  return (
    <>
      <p>{known} {heard} {isOverdue ? 'Its next read is overdue.' : nextOf(connection, notBefore, receipts[0]?.heldBack, time)}</p>
      {scopes.length > 0 && <p className="rs-note">{`Read in turn, the last time: ${scopes.map(({ scope, readAt }) => `${scope} ${time(readAt)}`).join(', ')} UTC.`}</p>}
      {state === 'paused' && <p className="rs-note">What it has said stays as evidence. Since the last read it is a gap, and nothing is called silent because of it.</p>}
      {receipts.length > 0 && <p className="rs-note">{costText(receipts)}</p>}
    </>
  );
}

function nextOf(connection: ConnectionView, notBefore: string | undefined, heldBack: string | undefined, time: (at: string) => string): string {
  const { state, blind } = connection;
  if (state === 'paused') return 'Nothing is read while it is paused.';
  if (notBefore === undefined && isFirstRead(connection) && blind === undefined) return 'It goes on by itself, also when you leave this page.';
  if (notBefore === undefined) return blind === undefined ? 'Read again within the hour.' : 'Tried again within the hour.';
  return heldBack === 'source/budget-spent' ? `We have asked as much as it allows; reading goes on at ${time(notBefore)} UTC.` : `It asked us to wait until ${time(notBefore)} UTC.`;
}

/** The last run, and what a run costs on the whole: of one run alone nobody can tell. */
function costText(receipts: readonly ReceiptView[]): string {
  const [last] = receipts;
  if (last === undefined) return '';
  const one = `The last run: ${costOf([last])} in ${lasted(secondsOf(last))}`;
  if (receipts.length === 1) return `${one}.`;
  return `${one}. The last ${receipts.length} together: ${costOf(receipts)} in ${lasted(receipts.reduce((sum, each) => sum + secondsOf(each), 0))}.`;
}
