import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ImportProblems, ImportView } from '../../../../src/contract/admin';
import { formatNumber } from '../../../../src/contract/format-sentence';
import { csvText } from '../../../../src/contract/csv';
import { call } from '../api';
import type { Failure } from '../api';
import { failureText } from '../components/failure';
import { NotDone } from './closing/not-done';
import { saveFile } from '../save-file';
import { useAsk } from '../use-ask';

type Row = ImportProblems['rows'][number];

/** What became of every row: offered = kept + unchanged + turned away, each of the last with its reason. */
export function ImportResult({ view }: { readonly view: ImportView }) {
  return (
    <>
      <p>
        {formatNumber(view.offered)} {view.offered === 1 ? 'row' : 'rows'}: {formatNumber(view.kept)} kept, {formatNumber(view.unchanged)} known already, {formatNumber(view.rejected)} turned away.
      </p>
      {view.rejected > 0 && <p className="rs-note">What was turned away is not here, and nothing is known of it. Mend those rows and hand the file in again: rows that are here already change nothing.</p>}
      {view.rejected > 0 && <Problems view={view} />}
    </>
  );
}

function Problems({ view }: { readonly view: ImportView }) {
  const { ask, again } = useAsk('admin.importProblems', { importId: view.id });
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const save = async (): Promise<void> => {
    const rows = await allProblems(view.id);
    setFailure(rows.ok ? undefined : rows.failure);
    if (rows.ok) saveFile(`problems-${view.fileName}.csv`, csvText(['line', 'field', 'reason'], rows.rows.map((row) => [row.line, row.field, row.reason])), 'text/csv');
  };
  if (ask.kind === 'loading') return <div className="rs-bone rs-bone-row" />;
  if (ask.kind === 'failed') {
    return (
      <p role="alert" className="rs-problem">
        {failureText(ask.failure)}. <button type="button" className="rs-link" onClick={() => void again()}>Try again</button>
      </p>
    );
  }
  const { rows } = ask.value;
  return (
    <div className="rs-stack">
      <div className="rs-table-wrap">
        <table className="rs-table rs-problems">
          <caption className="rs-sr">Rows turned away</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Field</th>
              <th scope="col">Reason</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.line} ${row.field}`}>
                <td>{formatNumber(row.line)}</td>
                <td className="rs-nowrap">{row.field === '(row)' ? 'whole row' : row.field}</td>
                <td>{row.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <NotDone failure={failure} />
      <div className="rs-acts">
        <Button spacing="compact" onClick={() => void save()}>Download all {formatNumber(view.rejected)}</Button>
        {view.rejected > rows.length && <span className="rs-note">The first {formatNumber(rows.length)} are shown.</span>}
      </div>
    </div>
  );
}

async function allProblems(importId: string): Promise<{ readonly ok: true; readonly rows: readonly Row[] } | { readonly ok: false; readonly failure: Failure }> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const answer = await call('admin.importProblems', { importId, ...(after === undefined ? {} : { after }) });
    if (!answer.ok) return { ok: false, failure: answer };
    rows.push(...answer.value.rows);
    after = answer.value.next;
  } while (after !== undefined);
  return { ok: true, rows };
}
