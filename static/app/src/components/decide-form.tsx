import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { CallRow } from '../../../../src/contract/backlog';
import type { Unit } from '../../../../src/contract/panel';
import { formatCount, formatNumber, unitWord } from '../../../../src/contract/format-sentence';
import { call } from '../api';
import type { Failure } from '../api';
import { failureText } from './failure';

const CALLS: readonly (readonly [CallRow['call'], string])[] = [['build', 'Build'], ['not-now', 'Not now'], ['no', 'No']];
const USUAL_TRIGGER = 5;

interface Props {
  readonly subject: { readonly kind: 'issue' | 'theme'; readonly id: string };
  readonly unit: Unit;
  readonly onClose: () => void;
}

/** A hard call on a theme or an issue: what, why, and how many new customers (or how much yearly revenue of theirs) bring it back. */
export function DecideForm({ subject, unit, onClose }: Props) {
  const [choice, setChoice] = useState<CallRow['call']>('not-now');
  const [reason, setReason] = useState('');
  const [count, setCount] = useState(String(USUAL_TRIGGER));
  const [kind, setKind] = useState<'customers' | 'value'>('customers');
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const [made, setMade] = useState<CallRow | undefined>(undefined);
  const amount = Number(count);
  const isAmount = amount > 0 && (kind === 'value' || Number.isInteger(amount));
  const trigger = kind === 'value' ? { kind, amount } : { kind, count: amount };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaving(true);
    const answer = await call('backlog.makeCall', { subject, call: choice, reason: reason.trim(), ...(choice === 'build' ? {} : { trigger }) });
    setSaving(false);
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) setMade(answer.value);
  };
  if (made !== undefined) {
    return (
      <p className="rs-edit" role="status">
        Noted: {CALLS.find(([one]) => one === made.call)?.[1]}, with {formatCount(made.then.customers, unit)} known today{made.of === undefined ? '' : `. It comes back after ${made.triggerKind === 'value' ? `new accounts that pay ${formatNumber(made.of)} a year` : `${formatCount(made.of, unit)} more`}`}.
      </p>
    );
  }
  return (
    <form className="rs-edit" aria-label="Decide" onSubmit={(event) => void save(event)}>
      <div className="rs-toggle" role="group" aria-label="Decision">
        {CALLS.map(([value, name]) => <button key={value} type="button" aria-pressed={value === choice} onClick={() => setChoice(value)}>{name}</button>)}
      </div>
      <Textfield aria-label="Reason" placeholder="Why" value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
      {choice !== 'build' && (
        <label className="rs-field rs-inline">
          Bring it back after
          <span className="rs-number-field">
            <input type="number" min={1} value={count} onChange={(event) => setCount(event.currentTarget.value)} />
            <select aria-label="New customers or yearly revenue" value={kind} onChange={(event) => setKind(event.currentTarget.value === 'value' ? 'value' : 'customers')}>
              <option value="customers">new {unitWord(unit, amount)}</option>
              <option value="value">a year from new accounts</option>
            </select>
          </span>
        </label>
      )}
      {choice !== 'build' && kind === 'value' && <p className="rs-note">What each new account paid a year when it asked, as your sources or your account list say, in one currency. A customer whose revenue nobody told counts for nothing here, and is named.</p>}
      {failure !== undefined && <p role="alert" className="rs-problem">Not saved. {failureText(failure)}.</p>}
      <div className="rs-acts">
        <Button type="submit" appearance="primary" isLoading={isSaving} isDisabled={reason.trim() === '' || (choice !== 'build' && !isAmount)}>Note the decision</Button>
        <Button appearance="subtle" onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
