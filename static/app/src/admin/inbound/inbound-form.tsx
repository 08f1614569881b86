import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { NewInboundKey } from '../../../../../src/contract/inbound';
import { call } from '../../api';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';
import { classOf, isShownAnew } from '../source-draft';
import type { KnownSources, SourceDraft } from '../source-draft';
import { ClassChoice } from '../source-fields';
import { QUIET } from './quiet-words';

/** A sender's name, who may see what it sends, and how long it may be silent. */
export function InboundForm({ product, known, onKey, onCancel }: { readonly product: string; readonly known: KnownSources; readonly onKey: (key: NewInboundKey) => void; readonly onCancel: () => void }) {
  const field = useId();
  const [name, setName] = useState('');
  const [chosen, setVisibility] = useState<SourceDraft['visibility']>(undefined);
  // One that was removed and kept its signals goes on, and is shown as it was until somebody says otherwise.
  const draft = { name, ...(chosen === undefined ? {} : { visibility: chosen }) };
  const visibility = classOf(draft, known);
  const [quiet, setQuiet] = useState(24);
  const [since, setSince] = useState('');
  const { isSaving, failure, act } = useAct();
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void act(() => call('admin.addInbound', { product, name, visibility, quietAfterHours: quiet, ...(since === '' ? {} : { since }) }), onKey);
  };
  return (
    <form className="rs-form" onSubmit={save}>
      <label className="rs-field" htmlFor={field}>
        Name of the sender
        <Textfield id={field} value={name} maxLength={80} placeholder="For example Product telemetry" onChange={(event) => setName(event.currentTarget.value)} />
      </label>
      <label className="rs-field">
        It sends at least once in
        <select value={quiet} onChange={(event) => setQuiet(Number(event.currentTarget.value))}>
          {QUIET.map(([hours, words]) => <option key={hours} value={hours}>{words}</option>)}
        </select>
        <span className="rs-note">An empty delivery counts. When nothing comes for longer, silence is no finding: it shows as a gap.</span>
      </label>
      <label className="rs-field">
        It hands over everything that was said since
        <input type="date" value={since} onChange={(event) => setSince(event.currentTarget.value)} />
        <span className="rs-note">Left empty, it counts as heard from now on. What it sends of earlier days is kept, and nothing is called silent in that time.</span>
      </label>
      <ClassChoice visibility={visibility} onChange={setVisibility} />
      {isShownAnew(draft, known) && <p role="status" className="rs-note">From now on this holds for all that {name.trim()} ever said.</p>}
      <NotDone failure={failure} />
      <div className="rs-acts">
        <Button type="submit" appearance="primary" isLoading={isSaving} isDisabled={name.trim() === ''}>Add and make a key</Button>
        <Button appearance="subtle" onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
