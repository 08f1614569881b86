import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import type { ReleaseView } from '../../../../../src/contract/outcomes';
import { formatCount } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';
import { useAsk } from '../../use-ask';

interface Props {
  readonly release: string;
  readonly issue: string;
  readonly issueKey: string;
  readonly onView: (view: ReleaseView) => void;
}

/** A person says what an issue should change: customers of a theme fewer, or something they do more or less often. It is logged. */
export function ChooseMeasure(props: Props) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <Button spacing="compact" onClick={() => setOpen(true)}>Choose what it should change</Button>;
  return <ChooseForm {...props} onClose={() => setOpen(false)} />;
}

function ChooseForm({ release, issue, issueKey, onView, onClose }: Props & { readonly onClose: () => void }) {
  const { ask } = useAsk('outcomes.choices', {});
  const [chosen, setChosen] = useState('');
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const field = useId();
  if (ask.kind === 'failed') return <p role="alert" className="rs-problem">{failureText(ask.failure)}.</p>;
  if (ask.kind === 'ready' && !ask.value.canChange) return <p className="rs-note">Who administers this project can choose what it should change.</p>;
  const save = async (): Promise<void> => {
    const [kind = '', direction = '', ...rest] = chosen.split('/');
    const what = rest.join('/');
    setSaving(true);
    const answer = await call('outcomes.freeze', kind === 'theme' ? { release, themes: [{ issue, themes: [what] }] } : { release, events: [{ issue, event: what, direction: direction === 'more' ? 'more' : 'fewer' }] });
    setSaving(false);
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) onView(answer.value);
  };
  return (
    <div className="rs-inline-form rs-edit">
      <label className="rs-field" htmlFor={field}>
        What should {issueKey} change?
        <select id={field} value={chosen} disabled={ask.kind === 'loading'} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{ask.kind === 'loading' ? 'Loading themes' : 'Choose'}</option>
          {ask.kind === 'ready' && (
            <>
              <optgroup label="Fewer customers hit">
                {ask.value.themes.map(({ id, label, signals }) => <option key={id} value={`theme/fewer/${id}`}>{label} ({formatCount(signals, 'signal')})</option>)}
              </optgroup>
              {(['more', 'fewer'] as const).map((direction) => ask.value.events.length > 0 && (
                <optgroup key={direction} label={direction === 'more' ? 'More customers do' : 'Fewer customers do'}>
                  {ask.value.events.map((event) => <option key={event} value={`event/${direction}/${event}`}>{event}</option>)}
                </optgroup>
              ))}
            </>
          )}
        </select>
      </label>
      <Button appearance="primary" isDisabled={chosen === '' || isSaving} onClick={() => void save()}>Measure by this</Button>
      <Button appearance="subtle" onClick={onClose}>Cancel</Button>
      {failure !== undefined && <p role="alert" className="rs-problem">Not done. {failure.code === 'access/not-found' ? 'A result was seen already, so the promise stays as it was' : failureText(failure)}.</p>}
    </div>
  );
}
