import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { TalkView } from '../../../../../src/contract/talk';
import type { Answer } from '../../../../../src/contract/answer';
import { call } from '../../api';

interface Props {
  readonly view: TalkView;
  /** Somebody of the list; absent for anybody. */
  readonly person: string | undefined;
  readonly isSaving: boolean;
  readonly onSave: (ask: () => Promise<Answer<TalkView>>) => Promise<void>;
  readonly onClose: () => void;
}

/** Their words, apart from what we took from them: only the first is evidence. */
export function LogForm({ view, person, isSaving, onSave, onClose }: Props) {
  const known = view.slots.find((slot) => slot.person?.person === person)?.person;
  const today = (view.coverage.asOf ?? new Date().toISOString()).slice(0, 10);
  const [account, setAccount] = useState('');
  const [day, setDay] = useState(today);
  const [words, setWords] = useState('');
  const [took, setTook] = useState('');
  const [isOpen, setOpen] = useState(true);
  const [contract, setContract] = useState('');
  const [helped, setHelped] = useState(true);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const typed = account.trim();
    // Today's conversation was held before now; noon of an earlier day is inside that day everywhere.
    const heldAt = day === today ? (view.coverage.asOf ?? new Date().toISOString()) : `${day}T12:00:00.000Z`;
    void onSave(() =>
      call('talk.log', {
        heldAt, words: words.trim(), visibility: isOpen ? 'open' : 'counts',
        ...(view.theme === undefined ? {} : { theme: view.theme.id }),
        ...(known === undefined ? (typed === '' ? {} : { account: typed }) : { person: known.person }),
        ...(took.trim() === '' || !isOpen ? {} : { took: took.trim() }),
        ...(contract === '' ? {} : { helped: { contract, helped } }),
      }),
    );
  };
  return (
    <form className="rs-edit" aria-label="Write down a conversation" onSubmit={save}>
      {known === undefined ? (
        <label className="rs-field">With which account<Textfield value={account} maxLength={255} placeholder="May stay empty" onChange={(event) => setAccount(event.currentTarget.value)} /></label>
      ) : (
        <p><b dir="auto">{known.account ?? `A customer in ${known.quote.source.name}`}</b></p>
      )}
      <label className="rs-field rs-inline">On <input type="date" value={day} max={today} required onChange={(event) => setDay(event.currentTarget.value)} /></label>
      <label className="rs-field">What they said, in their words<textarea rows={4} required maxLength={20_000} value={words} onChange={(event) => setWords(event.currentTarget.value)} /></label>
      {isOpen && <label className="rs-field">What you took from it<textarea rows={2} maxLength={2_000} value={took} onChange={(event) => setTook(event.currentTarget.value)} /></label>}
      <label className="rs-tick"><input type="checkbox" checked={!isOpen} onChange={(event) => setOpen(!event.currentTarget.checked)} />Numbers only: nobody reads the words, the note or the account</label>
      {view.releases.length > 0 && (
        <div className="rs-field rs-inline">
          <label htmlFor="talk-helped">Did a release help?</label>
          <select id="talk-helped" value={contract} onChange={(event) => setContract(event.currentTarget.value)}>
            <option value="">Not talked about</option>
            {view.releases.map((one) => <option key={one.contract} value={one.contract}>{one.name}</option>)}
          </select>
          {contract !== '' && (
            <span className="rs-toggle" role="group" aria-label="Did it help?">
              <button type="button" aria-pressed={helped} onClick={() => setHelped(true)}>It helped</button>
              <button type="button" aria-pressed={!helped} onClick={() => setHelped(false)}>It did not</button>
            </span>
          )}
        </div>
      )}
      <div className="rs-acts">
        <Button type="submit" appearance="primary" isLoading={isSaving} isDisabled={words.trim() === '' || day === ''}>Keep it</Button>
        <Button appearance="subtle" onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
