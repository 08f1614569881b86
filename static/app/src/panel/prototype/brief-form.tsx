import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { BriefView, BriefWords } from '../../../../../src/contract/prototype';

interface Props {
  readonly brief: BriefView;
  readonly isSaving: boolean;
  readonly onSave: (words: BriefWords) => Promise<void>;
  readonly onClose: () => void;
}

const FIELDS: readonly (readonly [keyof BriefWords, string])[] = [['hypothesis', 'We believe'], ['riskiest', 'Riskiest'], ['smallest', 'Smallest thing to show'], ['kill', 'Stop when']];

/** A person’s own words for the four sentences; quotes stay what customers said. */
export function BriefForm({ brief, isSaving, onSave, onClose }: Props) {
  const [words, setWords] = useState<BriefWords>({ hypothesis: brief.hypothesis, riskiest: brief.riskiest, smallest: brief.smallest, kill: brief.kill });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void onSave(words);
  };
  return (
    <form className="rs-edit" aria-label="Edit the brief" onSubmit={save}>
      {FIELDS.map(([field, name]) => (
        <label key={field} className="rs-field">
          {name}
          <textarea rows={2} required maxLength={600} value={words[field]} onChange={(event) => setWords({ ...words, [field]: event.currentTarget.value })} />
        </label>
      ))}
      <div className="rs-acts">
        <Button type="submit" appearance="primary" isLoading={isSaving}>Save</Button>
        <Button appearance="subtle" onClick={onClose}>Cancel</Button>
        <span className="rs-note">One screen: at most 250 words with the quotes.</span>
      </div>
    </form>
  );
}
