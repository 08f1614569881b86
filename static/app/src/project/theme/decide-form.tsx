import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { CallRow } from '../../../../../src/contract/backlog';
import type { ThemeRow } from '../../../../../src/contract/page';
import { formatCount, unitWord } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';

const CALLS: readonly (readonly [CallRow['call'], string])[] = [['build', 'Build'], ['not-now', 'Not now'], ['no', 'No']];
const USUAL_TRIGGER = 5;

/** A hard call on a theme: what, why, and how many new customers bring it back. */
export function DecideForm({ theme, onClose }: { readonly theme: ThemeRow; readonly onClose: () => void }) {
  const [choice, setChoice] = useState<CallRow['call']>('not-now');
  const [reason, setReason] = useState('');
  const [count, setCount] = useState(String(USUAL_TRIGGER));
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const [made, setMade] = useState<CallRow | undefined>(undefined);
  const trigger = Number(count);
  const isCount = Number.isInteger(trigger) && trigger > 0;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaving(true);
    const answer = await call('backlog.makeCall', { subject: { kind: 'theme', id: theme.id }, call: choice, reason: reason.trim(), ...(choice === 'build' ? {} : { trigger: { kind: 'customers' as const, count: trigger } }) });
    setSaving(false);
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) setMade(answer.value);
  };
  if (made !== undefined) {
    return (
      <p className="rs-edit" role="status">
        Noted: {CALLS.find(([one]) => one === made.call)?.[1]}, with {formatCount(made.then.customers, theme.unit)} known today{made.of === undefined ? '' : `. It comes back after ${formatCount(made.of, theme.unit)} more`}.
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
          <span className="rs-number-field"><input type="number" min={1} value={count} onChange={(event) => setCount(event.currentTarget.value)} /> new {unitWord(theme.unit, trigger)}</span>
        </label>
      )}
      {failure !== undefined && <p role="alert" className="rs-problem">Not saved. {failureText(failure)}.</p>}
      <div className="rs-acts">
        <Button type="submit" appearance="primary" isLoading={isSaving} isDisabled={reason.trim() === '' || (choice !== 'build' && !isCount)}>Note the decision</Button>
        <Button appearance="subtle" onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
