import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { call } from '../../api';
import type { Failure } from '../../api';
import { NotDone } from '../closing/not-done';
import { GapFields, gapState, NO_GAP } from '../gap-fields';

/** A time of which the source itself has nothing: only a person knows, and without it that silence would count. */
export function KnownGap({ id, onNoted }: { readonly id: string; readonly onNoted: () => void }) {
  const [draft, setDraft] = useState(NO_GAP);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const note = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('sources.noteGap', { id, from: draft.from, to: draft.to, reason: draft.reason.trim() });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setDraft(NO_GAP);
    onNoted();
  };
  return (
    <div className="rs-known-gap">
      <GapFields draft={draft} onChange={setDraft} summary="Note a time of which it has nothing itself" />
      {gapState(draft) === 'whole' && <Button spacing="compact" onClick={() => void note()} isLoading={busy}>Note it: that silence says nothing</Button>}
      <NotDone failure={failure} />
    </div>
  );
}
