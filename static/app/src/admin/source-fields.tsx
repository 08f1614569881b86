import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import { classOf, isShownAnew } from './source-draft';
import type { KnownSources, Source, SourceDraft } from './source-draft';

const KINDS: readonly (readonly [string, string])[] = [
  ['tickets', 'Support tickets'], ['chat', 'Chats'], ['forum', 'Forum questions'], ['app-store', 'App store reviews'], ['survey', 'Survey answers'],
  ['calls', 'Call transcripts'], ['exit-survey', 'Exit surveys'], ['github', 'Developer issues'], ['usage', 'Usage events'],
];
const CLASSES: readonly { readonly visibility: Source['visibility']; readonly name: string; readonly text: string }[] = [
  { visibility: 'open', name: 'Open', text: 'Who may see a Jira issue may read the words that belong to it.' },
  { visibility: 'counts', name: 'Numbers only', text: 'Everyone sees how many; words and names stay unread.' },
  { visibility: 'hidden', name: 'Hidden', text: 'Nobody sees anything of it, not even that it exists.' },
];

/** Where the words come from and who may see them. */
export function SourceFields({ known, draft, onChange }: { readonly known: KnownSources; readonly draft: SourceDraft; readonly onChange: (draft: SourceDraft) => void }) {
  const name = useId();
  const names = useId();
  return (
    <>
      <div className="rs-pair">
        <label className="rs-field" htmlFor={name}>
          Name of the source
          <Textfield id={name} list={names} value={draft.name} maxLength={80} placeholder="For example Support forum" onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })} />
          <datalist id={names}>{known.map((source) => <option key={source.id} value={source.name} />)}</datalist>
        </label>
        <label className="rs-field">
          Kind
          <select value={draft.kind} onChange={(event) => onChange({ ...draft, kind: event.currentTarget.value })}>
            {KINDS.map(([kind, label]) => <option key={kind} value={kind}>{label}</option>)}
          </select>
        </label>
      </div>
      <ClassChoice visibility={classOf(draft, known)} onChange={(visibility) => onChange({ ...draft, visibility })} />
      {isShownAnew(draft, known) && <p role="status" className="rs-note">From now on this holds for all that {draft.name.trim()} ever said, not for this file alone.</p>}
    </>
  );
}

/** Who may see what a source says. */
export function ClassChoice({ visibility: chosen, onChange }: { readonly visibility: Source['visibility']; readonly onChange: (visibility: Source['visibility']) => void }) {
  const group = useId();
  return (
    <fieldset className="rs-radios">
      <legend>Who may see it</legend>
      {CLASSES.map(({ visibility, name: label, text }) => (
        <label key={visibility} className="rs-tick">
          <input type="radio" name={group} checked={chosen === visibility} onChange={() => onChange(visibility)} />
          <span>
            {label} <span className="rs-note">{text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
