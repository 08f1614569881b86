import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { AdminView, ImportView } from '../../../../src/contract/admin';
import { formatDay, formatNumber } from '../../../../src/contract/format-sentence';
import { call } from '../api';
import { CoverageFoot } from '../components/coverage-foot';
import { SourcesTable } from '../components/sources-table';
import { failureText } from '../components/failure';
import { NotDone } from './closing/not-done';
import { useAct } from './closing/use-act';
import { ImportResult } from './import-result';

type Product = AdminView['products'][number];

/** Per product: each source with its denominator, its gaps, and the files so far. */
export function ReadStep({ view, onChange }: { readonly view: AdminView; readonly onChange: () => void }) {
  return (
    <div className="rs-stack">
      {view.products.map((product) => (
        <section key={product.id} className="rs-stack">
          {view.products.length > 1 && <h3>{product.name}</h3>}
          {product.sources.length === 0 ? <p className="rs-note">No source yet.</p> : <SourcesTable sources={product.sources} />}
          <CoverageFoot coverage={product.coverage} />
          <ReadIssues product={product} onChange={onChange} />
          {product.imports.length > 0 && <Imports imports={product.imports} onChange={onChange} />}
        </section>
      ))}
    </div>
  );
}

function ReadIssues({ product, onChange }: { readonly product: Product; readonly onChange: () => void }) {
  const [said, setSaid] = useState('');
  const read = async (): Promise<void> => {
    const answer = await call('admin.syncIssues', { product: product.id });
    setSaid(answer.ok ? 'Asked. Issues are read in the background.' : `${failureText(answer)}.`);
    if (answer.ok) onChange();
  };
  return (
    <div className="rs-acts">
      <Button spacing="compact" onClick={() => void read()}>Read issues from Jira again</Button>
      <span role="status" className="rs-note">{said === '' ? `${formatNumber(product.issues)} issues known` : said}</span>
    </div>
  );
}

function Imports({ imports, onChange }: { readonly imports: readonly ImportView[]; readonly onChange: () => void }) {
  const [open, setOpen] = useState<string | undefined>(undefined);
  return (
    <ul className="rs-imports">
      {imports.map((one) => (
        <li key={one.id}>
          <button type="button" className="rs-link" aria-expanded={open === one.id} onClick={() => setOpen(open === one.id ? undefined : one.id)}>
            {one.fileName}
          </button>{' '}
          <span className="rs-note">
            {formatDay(one.startedAt)} · {stateOf(one)}
            {one.rejected > 0 && ` · ${formatNumber(one.rejected)} turned away`}
          </span>
          {one.state === 'receiving' && <BreakOff view={one} onChange={onChange} />}
          {open === one.id && <ImportResult view={one} />}
        </li>
      ))}
    </ul>
  );
}

function stateOf(one: ImportView): string {
  switch (one.state) {
    case 'done':
      return `${formatNumber(one.kept)} kept of ${formatNumber(one.offered)}`;
    case 'reading':
      return 'being read';
    case 'receiving':
      return 'not sent to the end: silence is not claimed while it waits';
    case 'broken-off':
      return 'not sent to the end and thrown away: nothing of it was read. Send the file again';
  }
}

/** For a file whose sending was left: by itself it is thrown away after six hours. */
function BreakOff({ view, onChange }: { readonly view: ImportView; readonly onChange: () => void }) {
  const { failure, act } = useAct();
  return (
    <>
      {' '}
      <button type="button" className="rs-link" onClick={() => void act(() => call('admin.breakOffImport', { importId: view.id }), onChange)}>Throw it away</button>
      <NotDone failure={failure} />
    </>
  );
}
