import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ClosingSettingsView, DryRunView, Mode } from '../../../../../src/contract/backlog';
import { formatSentence } from '../../../../../src/contract/format-sentence';
import { MODES, MODE_WORDS } from '../../mode-words';
import { call } from '../../api';
import { NotDone } from './not-done';
import { useAct } from './use-act';

/** How far closing may go. A step up is shown on this product's own past before it is taken. */
export function ModeForm({ product, view, onView }: { readonly product: string; readonly view: ClosingSettingsView; readonly onView: (view: ClosingSettingsView) => void }) {
  const [mode, setMode] = useState<Mode>(view.policy.mode);
  const [dryRun, setDryRun] = useState<DryRunView | undefined>(undefined);
  const [isAsked, setAsked] = useState(false);
  const { isSaving, failure, act } = useAct();
  const isUp = MODES.indexOf(mode) > MODES.indexOf(view.policy.mode);
  const choose = (one: Mode): void => {
    setMode(one);
    setAsked(false);
    if (MODES.indexOf(one) > MODES.indexOf(view.policy.mode) && dryRun === undefined) void act(() => call('admin.dryRun', { product }), setDryRun);
  };
  const change = (): void =>
    void act(() => call('admin.changeMode', { product, mode }), (settings) => {
      setAsked(settings.policy.mode !== mode);
      onView(settings);
    });
  return (
    <fieldset className="rs-radios">
      <legend>How far closing may go</legend>
      {MODES.map((one) => (
        <label key={one} className="rs-tick">
          <input type="radio" name={`mode-${product}`} checked={mode === one} disabled={one === 'live' && !view.mayApproveLive && view.policy.mode !== 'live'} onChange={() => choose(one)} />
          <span>{MODE_WORDS[one].name} <span className="rs-note">{MODE_WORDS[one].text}</span></span>
        </label>
      ))}
      {isUp && dryRun !== undefined && <p className="rs-note">{dryRunText(dryRun)}</p>}
      <div className="rs-acts">
        <Button spacing="compact" isDisabled={mode === view.policy.mode || (isUp && dryRun === undefined)} isLoading={isSaving} onClick={change}>{mode === 'live' && view.liveGaps.length > 0 ? 'Approve Live' : `Change to ${MODE_WORDS[mode].name}`}</Button>
        <span role="status" className="rs-note">{isAsked ? 'Your approval is noted. It comes into force with the rest of what is listed below.' : ''}</span>
      </div>
      <NotDone failure={failure} />
    </fieldset>
  );
}

function dryRunText({ sentence, weeksBlind, wrong }: DryRunView): string {
  const blind = weeksBlind === 0 ? '' : ` ${formatSentence({ id: 'dry-run.blind', params: { weeks: weeksBlind } })}.`;
  const named = wrong.length === 0 ? '' : ` Wrong: ${wrong.slice(0, 10).map(({ key }) => key).join(', ')}${wrong.length > 10 ? ' and more' : ''}.`;
  return `${formatSentence(sentence)}.${named}${blind}`;
}
