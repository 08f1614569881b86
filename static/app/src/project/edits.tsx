import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ThemeEdited } from '../../../../src/contract/page';
import type { Answer } from '../../../../src/contract/answer';
import { call } from '../api';
import type { Failure } from '../api';
import { failureText } from '../components/failure';
import type { Go } from './use-route';

/** Edits of themes: what was done last, the way back, and what failed. */
export interface Edits {
  readonly done: { readonly edit: string; readonly text: string } | undefined;
  readonly failure: Failure | undefined;
  readonly isSaving: boolean;
  /** Grows with every change, so that what is shown is asked again. */
  readonly version: number;
  readonly run: (text: string, edit: () => Promise<Answer<ThemeEdited>>, stay?: boolean) => Promise<boolean>;
  readonly undo: () => Promise<void>;
}

export function useEdits(go: Go): Edits {
  const [done, setDone] = useState<Edits['done']>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const [version, setVersion] = useState(0);
  const run: Edits['run'] = async (text, edit, stay = false) => {
    setSaving(true);
    const answer = await edit();
    setSaving(false);
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return false;
    setDone({ edit: answer.value.edit, text });
    setVersion((before) => before + 1);
    if (!stay) go({ at: 'theme', theme: answer.value.theme });
    return true;
  };
  const undo = async (): Promise<void> => {
    if (done === undefined) return;
    setSaving(true);
    const answer = await call('page.undoEdit', { edit: done.edit });
    setSaving(false);
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setDone(undefined);
    setVersion((before) => before + 1);
    go({ at: 'theme', theme: answer.value.theme });
  };
  return { done, failure, isSaving, version, run, undo };
}

/** The line that says what was done and takes it back. */
export function EditNote({ edits }: { readonly edits: Edits }) {
  return (
    <div role="status" aria-live="polite">
      {edits.failure !== undefined && <p className="rs-edit-note rs-problem">Not saved. {failureText(edits.failure)}.</p>}
      {edits.done !== undefined && (
        <p className="rs-edit-note">
          <span>{edits.done.text}</span>
          <Button spacing="compact" appearance="subtle" isDisabled={edits.isSaving} onClick={() => void edits.undo()}>
            Undo
          </Button>
        </p>
      )}
    </div>
  );
}
