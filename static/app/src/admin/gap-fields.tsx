import Textfield from '@atlaskit/textfield';

/** A stretch of time of which the file holds nothing, as a person fills it in. */
export interface GapDraft {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const NO_GAP: GapDraft = { from: '', to: '', reason: '' };

/** Whether something is missing: not said, said in full, or begun and unfinished. */
export function gapState({ from, to, reason }: GapDraft): 'none' | 'whole' | 'unfinished' {
  if (from === '' && to === '' && reason.trim() === '') return 'none';
  return from !== '' && to !== '' && from <= to && reason.trim() !== '' ? 'whole' : 'unfinished';
}

/** Silence in a stretch that the file leaves out is no silence; only the person who made the file knows. */
export function GapFields({ draft, onChange, summary = 'A stretch of time is missing from this file' }: { readonly draft: GapDraft; readonly onChange: (draft: GapDraft) => void; readonly summary?: string }) {
  return (
    <details>
      <summary className="rs-link">{summary}</summary>
      <div className="rs-gap">
        <label className="rs-field">
          From
          <input type="date" value={draft.from} onChange={(event) => onChange({ ...draft, from: event.currentTarget.value })} />
        </label>
        <label className="rs-field">
          To
          <input type="date" value={draft.to} onChange={(event) => onChange({ ...draft, to: event.currentTarget.value })} />
        </label>
        <Textfield aria-label="Why it is missing" placeholder="Why, for example: not exported" value={draft.reason} maxLength={200} onChange={(event) => onChange({ ...draft, reason: event.currentTarget.value })} />
      </div>
      {gapState(draft) === 'unfinished' && <p className="rs-note">Say from when to when, and why.</p>}
    </details>
  );
}
