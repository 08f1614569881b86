import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useEffect, useId, useState } from 'react';
import type { AdminView } from '../../../../../src/contract/admin';
import type { KeptCallView, TranscriptView } from '../../../../../src/contract/calls';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import type { Failure } from '../../api';
import { FailureNote } from '../../components/failure';
import { textOf } from '../file/encoding-of';
import { sourceInput } from '../source-draft';
import type { SourceDraft } from '../source-draft';
import { SourceFields } from '../source-fields';
import { CallResult } from './call-result';
import { Speakers } from './speakers';
import type { Sides } from './speakers';

interface Props {
  readonly product: AdminView['products'][number];
  readonly file: File;
  readonly onChange: () => void;
  readonly onDone: () => void;
}

/** The transcript of one call: who in it is a customer, when it was, whose it is; only then is anything kept. */
export function CallPlan({ product, file, onChange, onDone }: Props) {
  const [text, setText] = useState<string | undefined>(undefined);
  const [look, setLook] = useState<TranscriptView | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isAsking, setAsking] = useState(true);
  const [sides, setSides] = useState<Sides>({});
  const [source, setSource] = useState<SourceDraft>({ name: '', kind: 'calls' });
  const [day, setDay] = useState('');
  const [account, setAccount] = useState('');
  const [kept, setKept] = useState<KeptCallView | undefined>(undefined);
  const ids = { day: useId(), account: useId() };
  const read = async (): Promise<void> => {
    setAsking(true);
    const whole = await textOf(file);
    const answer = await call('calls.read', { text: whole });
    setText(whole);
    setAsking(false);
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) setLook(answer.value);
  };
  useEffect(() => void read(), []);
  const keep = async (): Promise<void> => {
    setAsking(true);
    const answer = await call('calls.keep', {
      product: product.id, source: sourceInput(source, product.files), text: text ?? '', sides,
      call: { id: `${file.name} ${day}`.slice(0, 120), at: `${day}T12:00:00.000Z`, title: file.name.replace(/\.[^.]+$/u, '').slice(0, 200), ...(account.trim() === '' ? {} : { account: account.trim() }) },
    });
    setAsking(false);
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setKept(answer.value);
    onChange();
  };
  const isReady = Object.values(sides).includes('customer') && day !== '' && source.name.trim() !== '';
  return (
    <div className="rs-stack">
      <p><b>{file.name}</b> <span className="rs-note">{look === undefined ? 'a transcript' : `${look.format}, ${formatNumber(look.turns)} turns`}</span></p>
      {failure !== undefined && <FailureNote failure={failure} isAsking={isAsking} onRetry={() => void (look === undefined ? read() : keep())}>{failure.detail === undefined ? '' : `${failure.detail.replace(/^[a-z]+: /, '')}. `}Nothing of this call was kept.</FailureNote>}
      {look === undefined && failure === undefined && <div className="rs-bone rs-bone-row" aria-busy="true" />}
      {kept !== undefined && <CallResult kept={kept} />}
      {look !== undefined && kept === undefined && (
        <>
          <Speakers look={look} sides={sides} onChange={setSides} />
          {look.speakers.length > 0 && <div className="rs-pair">
            <label className="rs-field" htmlFor={ids.day}>Day of the call<Textfield id={ids.day} type="date" value={day} onChange={(event) => setDay(event.currentTarget.value)} /></label>
            <label className="rs-field" htmlFor={ids.account}>Account (optional)<Textfield id={ids.account} value={account} maxLength={255} placeholder="Your id of the customer" onChange={(event) => setAccount(event.currentTarget.value)} /></label>
          </div>}
          {look.speakers.length > 0 && <SourceFields known={product.files} draft={source} onChange={setSource} />}
          {look.speakers.length > 0 && !isReady && <p className="rs-note">Still to say: {stillTo(sides, day, source.name).join(', ')}.</p>}
        </>
      )}
      <div className="rs-acts">
        {kept === undefined && look?.speakers.length !== 0 && <Button appearance="primary" isDisabled={!isReady || isAsking} onClick={() => void keep()}>Keep what customers said</Button>}
        {kept !== undefined && <Button onClick={() => setKept(undefined)}>Somebody was named wrongly</Button>}
        <Button appearance="subtle" onClick={onDone}>Another file</Button>
      </div>
    </div>
  );
}

/** What is missing before anything can be kept. */
function stillTo(sides: Sides, day: string, source: string): readonly string[] {
  return [...(Object.values(sides).includes('customer') ? [] : ['who is a customer']), ...(day === '' ? ['the day of the call'] : []), ...(source.trim() === '' ? ['the name of the source'] : [])];
}
