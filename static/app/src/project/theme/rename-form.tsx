import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { ThemeRow } from '../../../../../src/contract/page';
import { call } from '../../api';
import type { Edits } from '../edits';

/** A person's name for a theme; the engine never changes it again. */
export function RenameForm({ theme, edits, onClose }: { readonly theme: ThemeRow; readonly edits: Edits; readonly onClose: () => void }) {
  const [label, setLabel] = useState(theme.label);
  const name = label.trim();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await edits.run(`Renamed “${theme.label}” to “${name}”.`, () => call('page.rename', { theme: theme.id, label: name }), true);
  };
  return (
    <form className="rs-inline-form" onSubmit={(event) => void save(event)}>
      <Textfield autoFocus aria-label="Name of the theme" value={label} maxLength={80} onChange={(event) => setLabel(event.currentTarget.value)} />
      <Button type="submit" appearance="primary" isLoading={edits.isSaving} isDisabled={name === '' || name === theme.label}>Rename</Button>
      <Button appearance="subtle" onClick={onClose}>Cancel</Button>
    </form>
  );
}
