import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import type { UndoPreviewRow } from '../../../../../src/contract/backlog';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';
import { UndoRows } from './undo-rows';

/** Takes one close back: what would come back is said first. */
export function UndoOne({ item, onClose, onDone }: { readonly item: string; readonly onClose: () => void; readonly onDone: () => void }) {
  const [rows, setRows] = useState<readonly UndoPreviewRow[] | undefined>(undefined);
  const [isDone, setDone] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  const ask = async (endpoint: 'backlog.previewUndo' | 'backlog.undo'): Promise<void> => {
    setAsking(true);
    const answer = await call(endpoint, { items: [item] });
    setAsking(false);
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setRows(answer.value.rows);
    setDone(endpoint === 'backlog.undo');
  };
  useEffect(() => void ask('backlog.previewUndo'), [item]);
  return (
    <div className="rs-edit" role="status">
      {rows === undefined && failure === undefined && <div className="rs-bone rs-bone-row" />}
      {rows !== undefined && <UndoRows rows={rows} isDone={isDone} />}
      {failure !== undefined && <p role="alert" className="rs-problem">{failureText(failure)}.</p>}
      <div className="rs-acts">
        {!isDone && rows?.some((row) => row.isPossible) === true && <Button appearance="primary" isLoading={isAsking} onClick={() => void ask('backlog.undo')}>Take it back</Button>}
        <Button appearance="subtle" onClick={isDone ? onDone : onClose}>{isDone ? 'Done' : 'Cancel'}</Button>
      </div>
    </div>
  );
}
