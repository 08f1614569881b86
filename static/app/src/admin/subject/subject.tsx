import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import type { SubjectView } from '../../../../../src/contract/subject';
import { exportWhole } from './export-whole';
import { Alike, Held, Meant } from './held';
import { call } from '../../api';
import type { Input } from '../../api';
import { saveFile } from '../../save-file';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';

type Who = Input<'admin.findSubject'>;
const KINDS: readonly (readonly [Who['kind'], string])[] = [['e-mail', 'Their e-mail address'], ['author', 'The id their source gives them'], ['account', 'A whole account, by its name, domain or id']];

/** Somebody asks what is kept of them, or wants it gone. */
export function Subject() {
  const field = useId();
  const [kind, setKind] = useState<Who['kind']>('e-mail');
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ readonly who: Who; readonly view: SubjectView } | undefined>(undefined);
  const [isSure, setSure] = useState(false);
  const [said, setSaid] = useState('');
  const { isSaving, failure, act } = useAct();
  const look = (who: Who): void => {
    setSaid('');
    setFound(undefined);
    setSure(false);
    void act(() => call('admin.findSubject', who), (view) => setFound({ who, view }));
  };
  const find = (event: FormEvent): void => {
    event.preventDefault();
    look({ kind, text });
  };
  const isHeld = found !== undefined && (found.view.signals > 0 || found.view.others.length > 0);
  return (
    <section className="rs-stack rs-own">
      <h3>When a person asks</h3>
      <p className="rs-note">Names, addresses and numbers are taken out of what customers say before it is kept. What is left of a person is found here, given out, or erased everywhere.</p>
      <form className="rs-form" onSubmit={find}>
        <label className="rs-field">
          Find by
          <select value={kind} onChange={(event) => { setKind(event.currentTarget.value as Who['kind']); setFound(undefined); }}>
            {KINDS.map(([value, words]) => <option key={value} value={value}>{words}</option>)}
          </select>
        </label>
        <label className="rs-field" htmlFor={field}>
          {KINDS.find(([value]) => value === kind)?.[1]}
          <Textfield id={field} value={text} maxLength={320} onChange={(event) => { setText(event.currentTarget.value); setFound(undefined); }} />
        </label>
        <div className="rs-acts"><Button type="submit" isDisabled={text.trim() === ''} isLoading={isSaving}>Find</Button></div>
      </form>
      <NotDone failure={failure} />
      {found !== undefined && <Held view={found.view} />}
      {found !== undefined && !isHeld && found.who.kind === 'e-mail' && <p className="rs-note">A source that numbers its people is kept by that number, without their address: ask it for the number (in Zendesk the user’s id, in Intercom the contact’s) and look for that too.</p>}
      {isHeld && (
        <div className="rs-acts">
          <Button spacing="compact" onClick={() => void act(() => exportWhole(found.who), (whole) => saveFile('held.jsonl', whole, 'application/json'))}>Export</Button>
          {isSure ? (
            <>
              <span>This cannot be taken back.</span>
              <Button spacing="compact" appearance="danger" isLoading={isSaving} onClick={() => void act(() => call('admin.eraseSubject', found.who), ({ erased }) => { setFound(undefined); setSaid(`${formatNumber(erased)} ${erased === 1 ? 'signal is' : 'signals are'} erased, and “somebody” stands wherever else they were named. What was derived is derived anew.`); })}>Erase all of it</Button>
              <Button spacing="compact" appearance="subtle" onClick={() => setSure(false)}>Keep</Button>
            </>
          ) : (
            <Button spacing="compact" appearance="subtle" onClick={() => setSure(true)}>Erase…</Button>
          )}
        </div>
      )}
      {found !== undefined && found.who.kind !== 'e-mail' && <Alike kind={found.who.kind} alike={found.view.alike} onId={(id) => { setText(id); look({ ...found.who, text: id }); }} />}
      {found !== undefined && <Meant accounts={found.view.accounts} onAccount={(id) => { setText(id); look({ kind: 'account', text: id }); }} />}
      <p className="rs-note" role="status">{said}</p>
    </section>
  );
}
