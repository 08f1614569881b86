import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { DraftsView, PromiseView, ReleaseView } from '../../../../../src/contract/outcomes';
import { formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';
import { openOutside, webAddress } from '../../host';

interface Props {
  readonly contract: string;
  readonly promise: PromiseView;
  readonly onView: (view: ReleaseView) => void;
}

/** Silence is not success: drafts of "did it help?", never sent by us, and a place to note what a customer answered. */
export function AskThem({ contract, promise, onView }: Props) {
  const [drafts, setDrafts] = useState<DraftsView | undefined>(undefined);
  const [isNoting, setNoting] = useState(false);
  const [account, setAccount] = useState('');
  const [how, setHow] = useState<'customer' | 'conversation'>('customer');
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const { issue, confirmed } = promise;
  const write = async (): Promise<void> => {
    const answer = await call('outcomes.drafts', { contract, issue });
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) setDrafts(answer.value);
  };
  const note = async (helped: boolean): Promise<void> => {
    const answer = await call('outcomes.confirm', { contract, issue, how, helped, ...(account.trim() === '' ? {} : { account: account.trim() }) });
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setNoting(false);
    onView(answer.value);
  };
  return (
    <>
      <div className="rs-acts">
        {confirmed.kind !== 'not-yet-confirmed' && <span className="rs-note">{confirmedText(confirmed)}</span>}
        <Button spacing="compact" onClick={() => void write()}>Write “Did it help?”</Button>
        <Button spacing="compact" aria-expanded={isNoting} onClick={() => setNoting(!isNoting)}>Note an answer</Button>
      </div>
      {isNoting && (
        <div className="rs-inline-form rs-edit">
          <Textfield aria-label="Which account" placeholder="Which account (may stay empty)" value={account} onChange={(event) => setAccount(event.currentTarget.value)} />
          <label>
            <span className="rs-sr">How do you know?</span>
            <select value={how} onChange={(event) => setHow(event.currentTarget.value === 'conversation' ? 'conversation' : 'customer')}>
              <option value="customer">They wrote it</option>
              <option value="conversation">In a conversation</option>
            </select>
          </label>
          <Button onClick={() => void note(true)}>It helped</Button>
          <Button onClick={() => void note(false)}>It did not help</Button>
        </div>
      )}
      {failure !== undefined && <p role="alert" className="rs-problem">Not done. {failureText(failure)}.</p>}
      {drafts !== undefined && (
        <div role="status">
          <p className="rs-note">{draftsText(drafts)}</p>
          <ul className="rs-lines">
            {drafts.drafts.map((draft) => (
              <li key={draft.signal}>
                <p className="rs-note">
                  {draft.account !== undefined && <><span dir="auto">{draft.account}</span> · </>}
                  {webAddress(draft.url) === undefined ? draft.source : <button type="button" className="rs-link" onClick={() => void openOutside(draft.url ?? '')}>{draft.source}, their ticket</button>}
                </p>
                <p className="rs-draft">{formatSentence(draft.text)}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function draftsText({ drafts, notToAsk }: DraftsView): string {
  const left = notToAsk === 0 ? '' : ` ${formatNumber(notToAsk)} asked not to be contacted and ${notToAsk === 1 ? 'is' : 'are'} left out.`;
  return drafts.length === 0 ? `There is nobody to ask whose words you may see.${left}` : `${formatNumber(drafts.length)} drafts. Nothing is sent: copy one into its source.${left}`;
}

function confirmedText(confirmed: PromiseView['confirmed']): string {
  switch (confirmed.kind) {
    case 'not-yet-confirmed':
      return 'Not yet confirmed by a customer.';
    case 'confirmed':
      return formatSentence(confirmed.customers === 0 ? { id: 'outcome.confirmed-by-usage', params: {} } : { id: 'outcome.confirmed', params: { customers: confirmed.customers } });
    case 'disputed':
      return formatSentence({ id: 'outcome.disputed', params: { customers: confirmed.customers } });
  }
}
