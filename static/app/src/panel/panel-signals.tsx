import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { SignalRow } from '../../../../src/contract/panel';
import { call } from '../api';
import type { Failure } from '../api';
import { failureText } from '../components/failure';
import { SignalPages } from '../components/signal-pages';
import { saveFile } from '../save-file';
import { useAsk } from '../use-ask';
import type { ListName } from './open-list';
import { LIST_NAMES } from './open-list';

type Verdict = 'confirmed' | 'rejected' | 'related';

/** Every signal behind one number of the panel, with what can be done about each. */
export function PanelSignals({ list, onBack }: { readonly list: ListName; readonly onBack?: () => void }) {
  // In Jira's dialog the list's name stands in the dialog's title.
  const [page, setPage] = useState(1);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const { ask, again } = useAsk('panel.list', { list, page });
  const act = async (row: SignalRow, verdict: Verdict | 'undo'): Promise<void> => {
    const { signal } = row;
    const answer = verdict === 'undo' ? await call('panel.undo', { signal }) : await call('panel.decide', { signal, verdict });
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) await again();
  };
  const exportAll = async (): Promise<void> => {
    const answer = await call('panel.export', { list });
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) saveFile(answer.value.fileName, answer.value.csv, 'text/csv');
  };
  return (
    <SignalPages
      title={onBack === undefined ? undefined : LIST_NAMES[list]}
      ask={ask}
      onRetry={() => void again()}
      page={page}
      onPage={setPage}
      onBack={onBack}
      actions={<Button spacing="compact" onClick={() => void exportAll()}>Export CSV</Button>}
      rowActions={(row) => <RowActions row={row} onAct={(verdict) => void act(row, verdict)} />}
    >
      {failure !== undefined && <p role="alert" className="rs-problem">{failureText(failure)}</p>}
    </SignalPages>
  );
}

function RowActions({ row, onAct }: { readonly row: SignalRow; readonly onAct: (verdict: Verdict | 'undo') => void }) {
  if (row.standing !== 'suggested') {
    return (
      <Button spacing="compact" appearance="subtle" onClick={() => onAct('undo')}>
        Undo
      </Button>
    );
  }
  return (
    <>
      <Button spacing="compact" onClick={() => onAct('confirmed')}>Confirm</Button>
      <Button spacing="compact" onClick={() => onAct('rejected')}>Not this</Button>
      <Button spacing="compact" onClick={() => onAct('related')}>Related</Button>
    </>
  );
}
