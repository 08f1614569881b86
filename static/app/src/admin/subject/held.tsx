import Button from '@atlaskit/button/new';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { heldWords, type SubjectView } from '../../../../../src/contract/subject';

/** What is kept of somebody, in numbers: their signals by source, and what else names them. */
export function Held({ view }: { readonly view: SubjectView }) {
  const { signals, bySource, others, alike, accounts, isMore } = view;
  const isNothing = signals === 0 && others.length === 0;
  return (
    <div role="status" className="rs-stack">
      {isNothing ? <p>{accounts.length + alike.length === 0 ? 'Nothing is kept under this.' : 'Nothing is kept under this as an id.'}</p> : (
        <>
          <p>{isMore && 'More than this is kept: '}<b>{signals === 0 ? 'No signals' : `${formatNumber(signals)} ${signals === 1 ? 'signal' : 'signals'}`}</b>{others.length > 0 && (signals === 0 ? ', but this names them' : ', and what else names them')}{!isMore && (others.length > 0 ? '' : signals === 1 ? ' is kept' : ' are kept')}:</p>
          <ul className="rs-dashes">
            {bySource.map(({ product, source, signals: count, oldestAt, newestAt }, at) => (
              <li key={`${product} ${source} ${at}`}>{formatNumber(count)} from {source} in {product}, {oldestAt.slice(0, 10) === newestAt.slice(0, 10) ? formatDay(newestAt) : `${formatDay(oldestAt)} to ${formatDay(newestAt)}`}</li>
            ))}
            {others.map(({ what, count }) => <li key={what}>{formatNumber(count)} {heldWords(what, count)}</li>)}
          </ul>
        </>
      )}
    </div>
  );
}

/** The same number of other sources: other people, of whom one at a time is looked at, given out or erased. */
export function Alike({ kind, alike, onId }: Pick<SubjectView, 'alike'> & { readonly kind: 'author' | 'account'; readonly onId: (id: string) => void }) {
  if (alike.length === 0) return null;
  return (
    <div className="rs-stack">
      <p>{kind === 'author' ? 'People whom a source numbers so, each somebody else' : 'Organisations that a source numbers so, each another one'}. Look at one to give it out or erase it alone:</p>
      <ul className="rs-dashes">
        {alike.map(({ id, sources, signals }) => (
          <li key={id} className="rs-wrap">{id}, {signals === 0 ? 'without signals' : `${formatNumber(signals)} ${signals === 1 ? 'signal' : 'signals'} from ${sources.join(', ')}`} <Button spacing="compact" aria-label={`Look at ${id}`} onClick={() => onId(id)}>Look</Button></li>
        ))}
      </ul>
    </div>
  );
}

/** The accounts that may be meant; which of them is looked at is the admin's choice, and none is erased unseen. */
export function Meant({ accounts, onAccount }: Pick<SubjectView, 'accounts'> & { readonly onAccount: (id: string) => void }) {
  if (accounts.length === 0) return null;
  return (
    <div className="rs-stack">
      <p>{accounts.length === 1 ? 'An account has' : 'Accounts have'} this name or domain; each is kept under its id:</p>
      <ul className="rs-dashes">
        {accounts.map(({ id, name }) => (
          <li key={id} className="rs-wrap">{name} ({id}) <Button spacing="compact" aria-label={`Look at ${name} (${id})`} onClick={() => onAccount(id)}>Look</Button></li>
        ))}
      </ul>
    </div>
  );
}
