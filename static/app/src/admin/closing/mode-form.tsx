import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ClosingSettingsView, DryRunView, Mode } from '../../../../../src/contract/backlog';
import { formatSentence } from '../../../../../src/contract/format-sentence';
import { MODES, MODE_WORDS } from '../../mode-words';
import { call } from '../../api';
import { NotDone } from './not-done';
import { useAct } from './use-act';

/** How far closing may go. Each step shows what it would have done on this project's own past. */
export function ModeForm({ product, view, onView }: { readonly product: string; readonly view: ClosingSettingsView; readonly onView: (view: ClosingSettingsView) => void }) {
  const [mode, setMode] = useState<Mode>(view.policy.mode);
  const [dryRun, setDryRun] = useState<DryRunView | undefined>(undefined);
  const { isSaving, failure, act } = useAct();
  const change = (): void =>
    void act(() => call('admin.changeMode', { product, mode }), (answer) => {
      setDryRun(answer.dryRun);
      onView(answer.settings);
    });
  return (
    <fieldset className="rs-radios">
      <legend>How far closing may go</legend>
      {MODES.map((one) => (
        <label key={one} className="rs-tick">
          <input type="radio" name={`mode-${product}`} checked={mode === one} disabled={one === 'live' && view.liveGaps.length > 0 && view.policy.mode !== 'live'} onChange={() => setMode(one)} />
          <span>{MODE_WORDS[one].name} <span className="rs-note">{MODE_WORDS[one].text}</span></span>
        </label>
      ))}
      <div className="rs-acts">
        <Button spacing="compact" isDisabled={mode === view.policy.mode} isLoading={isSaving} onClick={change}>Change to {MODE_WORDS[mode].name}</Button>
        <span role="status" className="rs-note">{dryRun === undefined ? '' : `${formatSentence(dryRun.sentence)}.`}</span>
      </div>
      <NotDone failure={failure} />
    </fieldset>
  );
}
