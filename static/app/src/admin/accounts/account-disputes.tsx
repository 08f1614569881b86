import type { AccountDispute, AccountSaying, AccountsView } from '../../../../../src/contract/accounts';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { FirstOf } from '../../components/first-of';

/** A list's line without a day is true from the beginning, which is no day to show. */
const BEGINNING = '1970-01-01';
const FIELD: Readonly<Record<AccountDispute['field'], string>> = { plan: 'plan', segment: 'segment', state: 'state', revenue: 'revenue a year' };

/** Where a list and sources say different things of an account: what counts, and who says otherwise. */
export function AccountDisputes({ disputed, differences, disputes, unlooked }: Pick<AccountsView, 'disputed' | 'differences' | 'disputes' | 'unlooked'>) {
  return (
    <div className="rs-stack">
      <h4>Said differently</h4>
      <p className="rs-note">{disputed === 1 ? 'Of one account' : `Of ${formatNumber(disputed)} accounts`} not everybody says the same{unlooked > 0 && `; ${formatNumber(unlooked)} more of which several tell something were not compared`}. Your list counts first, then whatever a source said last. To decide, name the account in a list.</p>
      <FirstOf rows={disputes} first={8} name="differences" inAll={differences}>{(some) => (
        <ul className="rs-imports">
          {some.map(({ account, accountName, field, counts, others }) => (
            <li key={`${account} ${field}`}>
              <p className="rs-wrap"><b>{accountName}</b>, {FIELD[field]}: {said(counts)} counts. {others.map((one) => <span key={said(one)} className="rs-note rs-block">Not counted: {said(one)}</span>)}</p>
            </li>
          ))}
        </ul>
      )}</FirstOf>
      {differences > disputes.length && <p className="rs-note">{formatNumber(differences - disputes.length)} more are not listed here; what counts is found in the same way.</p>}
    </div>
  );
}

function said({ value, currency, from, teller, sourceName }: AccountSaying): string {
  const what = typeof value === 'number' ? `${formatNumber(value)}${currency === undefined ? '' : ` ${currency}`}` : value;
  const who = teller === 'list' ? 'your list' : teller === 'earlier' ? 'kept earlier' : (sourceName ?? '');
  return `${what} (${who}${from.startsWith(BEGINNING) ? '' : `, since ${formatDay(from)}`})`;
}
