import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { UndoPreviewRow } from '../../../../../src/contract/backlog';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';
import { UndoRows } from './undo-rows';

/** Takes back everything closed since a day: first what would come back and what would not, then the doing. */
export function TakeBack({ onChange }: { readonly onChange: () => void }) {
  const [day, setDay] = useState('');
  const [rows, setRows] = useState<readonly UndoPreviewRow[] | undefined>(undefined);
  const [isDone, setDone] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  const ask = async (endpoint: 'backlog.previewUndo' | 'backlog.undo'): Promise<void> => {
    setAsking(true);
    const answer = await call(endpoint, { since: `${day}T00:00:00.000Z` });
    setAsking(false);
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setRows(answer.value.rows);
    setDone(endpoint === 'backlog.undo');
    if (endpoint === 'backlog.undo') onChange();
  };
  const possible = rows?.filter((row) => row.isPossible).length ?? 0;
  return (
    <section>
      <h2>Take closes back</h2>
      <div className="rs-inline-form rs-take-back">
        <label className="rs-field">
          Closed since
          <input type="date" value={day} onChange={(event) => { setDay(event.currentTarget.value); setRows(undefined); setDone(false); }} />
        </label>
        <Button isDisabled={day === ''} isLoading={isAsking && rows === undefined} onClick={() => void ask('backlog.previewUndo')}>See what would come back</Button>
      </div>
      {failure !== undefined && <p role="alert" className="rs-problem">{failureText(failure)}.</p>}
      {rows !== undefined && (
        <div role="status">
          {rows.length === 0 && <p className="rs-note">Nothing was closed by us since then.</p>}
          <UndoRows rows={rows} isDone={isDone} />
          {!isDone && possible > 0 && <Button appearance="primary" isLoading={isAsking} onClick={() => void ask('backlog.undo')}>Take {possible} back</Button>}
        </div>
      )}
    </section>
  );
}
