import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import type { SourceCoverage } from '../../../../src/contract/coverage';
import type { StartInput } from './upload';

type Source = NonNullable<StartInput['source']>;
export interface SourceDraft {
  readonly name: string;
  readonly kind: string;
  readonly visibility: Source['visibility'];
}

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
export function SourceFields({ known, draft, onChange }: { readonly known: readonly SourceCoverage[]; readonly draft: SourceDraft; readonly onChange: (draft: SourceDraft) => void }) {
  const name = useId();
  const names = useId();
  return (
    <>
      <div className="rs-pair">
        <label className="rs-field" htmlFor={name}>
          Name of the source
          <Textfield id={name} list={names} value={draft.name} maxLength={80} placeholder="For example Support forum" onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })} />
          <datalist id={names}>{known.map((source) => <option key={source.source} value={source.name} />)}</datalist>
        </label>
        <label className="rs-field">
          Kind
          <select value={draft.kind} onChange={(event) => onChange({ ...draft, kind: event.currentTarget.value })}>
            {KINDS.map(([kind, label]) => <option key={kind} value={kind}>{label}</option>)}
          </select>
        </label>
      </div>
      <ClassChoice visibility={draft.visibility} onChange={(visibility) => onChange({ ...draft, visibility })} />
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

/** A source that is known by its name goes on; a new name makes a new source. */
export function sourceInput(draft: SourceDraft, known: readonly SourceCoverage[]): Source {
  const name = draft.name.trim();
  const existing = known.find((source) => source.name.toLowerCase() === name.toLowerCase());
  return { id: existing?.source ?? slug(name), kind: existing?.kind ?? draft.kind, name: existing?.name ?? name, visibility: draft.visibility };
}

function slug(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40);
  return plain === '' ? 'source' : plain;
}
