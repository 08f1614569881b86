import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ClosedBatch, UndoPreviewRow } from '../../../../../src/contract/backlog';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';
import { UndoRows } from './undo-rows';

/** What an undo is asked for: everything since a day, or the closes of one week's batch. */
type Scope = { readonly since: string } | { readonly batch: string };

/** Takes back everything closed since a day, or a whole batch: first what would come back and what would not, then the doing. */
export function TakeBack({ batches, onChange }: { readonly batches: readonly ClosedBatch[]; readonly onChange: () => void }) {
  const [day, setDay] = useState('');
  const [scope, setScope] = useState<Scope | undefined>(undefined);
  const [rows, setRows] = useState<readonly UndoPreviewRow[] | undefined>(undefined);
  const [isDone, setDone] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  const ask = async (endpoint: 'backlog.previewUndo' | 'backlog.undo', wanted: Scope): Promise<void> => {
    setScope(wanted);
    setAsking(true);
    const answer = await call(endpoint, wanted);
    setAsking(false);
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setRows(answer.value.rows);
    setDone(endpoint === 'backlog.undo');
    if (endpoint === 'backlog.undo') onChange();
  };
  const forget = (): void => {
    setRows(undefined);
    setDone(false);
  };
  const possible = rows?.filter((row) => row.isPossible).length ?? 0;
  return (
    <section>
      <h2>Take closes back</h2>
      {batches.length > 0 && (
        <ul className="rs-plain-list">
          {batches.map(({ batch, plannedAt, closed }) => (
            <li key={batch} className="rs-batch">
              <span>Proposed on {formatDay(plannedAt)}: {formatNumber(closed)} closed</span>
              <Button spacing="compact" isDisabled={isAsking} onClick={() => void ask('backlog.previewUndo', { batch })}>See what would come back<span className="rs-sr"> of {formatDay(plannedAt)}</span></Button>
            </li>
          ))}
        </ul>
      )}
      <div className="rs-inline-form rs-take-back">
        <label className="rs-field">
          Closed since
          <input type="date" value={day} onChange={(event) => { setDay(event.currentTarget.value); forget(); }} />
        </label>
        <Button isDisabled={day === ''} isLoading={isAsking && rows === undefined} onClick={() => void ask('backlog.previewUndo', { since: `${day}T00:00:00.000Z` })}>See what would come back</Button>
      </div>
      {failure !== undefined && <p role="alert" className="rs-problem">{failureText(failure)}.</p>}
      {rows !== undefined && (
        <div role="status">
          {rows.length === 0 && <p className="rs-note">Nothing was closed by us since then.</p>}
          <UndoRows rows={rows} isDone={isDone} />
          {!isDone && possible > 0 && scope !== undefined && <Button appearance="primary" isLoading={isAsking} onClick={() => void ask('backlog.undo', scope)}>Take {possible} back</Button>}
        </div>
      )}
    </section>
  );
}
