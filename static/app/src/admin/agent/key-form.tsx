import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { AgentSettingsView } from '../../../../../src/contract/agent';
import { call } from '../../api';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';

/** The provider's key: it can be set and used, never shown again. */
export function KeyForm({ product, hasKey, onView }: { readonly product: string; readonly hasKey: boolean; readonly onView: (view: AgentSettingsView) => void }) {
  const [key, setKey] = useState('');
  const { isSaving, failure, act } = useAct();
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void act(() => call('agent.saveKey', { product, key }), (view) => {
      setKey('');
      onView(view);
    });
  };
  return (
    <form className="rs-form" onSubmit={save}>
      <label className="rs-field">{hasKey ? 'Key: set. A new one takes its place' : 'Key: not set'}<Textfield type="password" autoComplete="off" value={key} onChange={(event) => setKey(event.currentTarget.value)} /></label>
      <div className="rs-acts"><Button type="submit" spacing="compact" isDisabled={key.trim().length < 8} isLoading={isSaving}>Save the key</Button></div>
      <NotDone failure={failure} />
    </form>
  );
}
