import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { BriefView, PrototypeView, ReviewAnswer } from '../../../../../src/contract/prototype';
import type { Answer } from '../../../../../src/contract/answer';
import { formatDay, formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { Quote } from '../../components/quote';
import { openOutside, webAddress } from '../../host';

interface Props {
  readonly view: PrototypeView;
  readonly brief: BriefView;
  readonly isSaving: boolean;
  readonly onAct: (ask: () => Promise<Answer<PrototypeView>>) => Promise<boolean>;
}

const ANSWERS: Readonly<Record<ReviewAnswer, string>> = { yes: 'Yes', change: 'Yes, with changes', no: 'No' };

/** The prototype's address, who saw it and what they said, and how long that took. */
export function Reviews({ view, brief, isSaving, onAct }: Props) {
  const { link, answers, reviews, canEdit } = view;
  const all = reviews.length;
  return (
    <section>
      <h3>{all === 0 ? 'No customer has seen it yet' : `${formatNumber(answers.yes)} of ${formatNumber(all)} said yes, ${formatNumber(answers.change)} with changes, ${formatNumber(answers.no)} no`}</h3>
      {view.clock !== undefined && <p className="rs-note">{formatSentence(view.clock)}.</p>}
      {link !== undefined && <PrototypeLink url={link.url} />}
      {canEdit && <LinkForm hasLink={link !== undefined} isSaving={isSaving} onAct={onAct} />}
      {canEdit && link !== undefined && <ReviewForm brief={brief} isSaving={isSaving} onAct={onAct} />}
      <ul className="rs-lines">
        {reviews.map((review) => (
          <li key={review.id}>
            <b>{ANSWERS[review.answer]}</b> <span className="rs-note">{formatDay(review.shownAt)}</span>
            {review.quote === undefined ? <p className="rs-note">Their words are gone.</p> : <Quote quote={review.quote} showStanding={false} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PrototypeLink({ url }: { readonly url: string }) {
  const address = webAddress(url);
  if (address === undefined) return null;
  return (
    <p>
      <a href={address} target="_blank" rel="noreferrer noopener" onClick={(event) => { event.preventDefault(); void openOutside(address); }}>Open the prototype</a>
    </p>
  );
}

function LinkForm({ hasLink, isSaving, onAct }: Pick<Props, 'isSaving' | 'onAct'> & { readonly hasLink: boolean }) {
  const [url, setUrl] = useState('');
  const isAddress = webAddress(url.trim()) !== undefined;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await onAct(() => call('prototype.link', { url: url.trim() }))) setUrl('');
  };
  return (
    <form className="rs-inline-form" onSubmit={(event) => void save(event)}>
      <Textfield aria-label="Address of the prototype" placeholder={hasLink ? 'Another address of the prototype' : 'https://… where the prototype is'} value={url} maxLength={2_000} onChange={(event) => setUrl(event.currentTarget.value)} />
      <Button type="submit" isLoading={isSaving} isDisabled={!isAddress}>{hasLink ? 'Change the link' : 'Link it'}</Button>
    </form>
  );
}

function ReviewForm({ brief, isSaving, onAct }: Pick<Props, 'brief' | 'isSaving' | 'onAct'>) {
  const [person, setPerson] = useState('');
  const [account, setAccount] = useState('');
  const [answer, setAnswer] = useState<ReviewAnswer>('yes');
  const [words, setWords] = useState('');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const who = person !== '' ? { person } : account.trim() === '' ? {} : { account: account.trim() };
    if (!(await onAct(() => call('prototype.review', { answer, words: words.trim(), ...who })))) return;
    setWords('');
    setPerson('');
    setAccount('');
  };
  return (
    <form className="rs-edit" aria-label="A customer saw it" onSubmit={(event) => void save(event)}>
      <label className="rs-field">
        Who saw it
        <select value={person} onChange={(event) => setPerson(event.currentTarget.value)}>
          <option value="">Somebody else</option>
          {brief.showTo.map((one) => <option key={one.person} value={one.person}>{one.name}</option>)}
        </select>
      </label>
      {person === '' && <label className="rs-field">Of which account<Textfield value={account} maxLength={255} placeholder="May stay empty" onChange={(event) => setAccount(event.currentTarget.value)} /></label>}
      <div className="rs-toggle" role="group" aria-label="What they said of it">
        {(Object.keys(ANSWERS) as ReviewAnswer[]).map((one) => <button key={one} type="button" aria-pressed={one === answer} onClick={() => setAnswer(one)}>{ANSWERS[one]}</button>)}
      </div>
      <label className="rs-field">In their words<textarea rows={2} required maxLength={20_000} value={words} onChange={(event) => setWords(event.currentTarget.value)} /></label>
      <div className="rs-acts"><Button type="submit" isLoading={isSaving} isDisabled={words.trim() === ''}>Keep it</Button><span className="rs-note">Their words become evidence.</span></div>
    </form>
  );
}
