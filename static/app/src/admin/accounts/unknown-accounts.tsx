import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { AccountHintView, AccountsView } from '../../../../../src/contract/accounts';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import { FixForm } from './fix-form';

/** Organisations and domains that lead to no account; one answer fixes all their signals, old and new. */
export function UnknownAccounts({ product, view, onView }: { readonly product: string; readonly view: AccountsView; readonly onView: (view: AccountsView) => void }) {
  const [open, setOpen] = useState<string | undefined>(undefined);
  const [said, setSaid] = useState('');
  return (
    <div className="rs-stack">
      <table className="rs-table rs-unknown">
        <caption className="rs-table-title">Unknown accounts</caption>
        <thead>
          <tr><th scope="col">What the source says</th><th scope="col">Signals</th><th scope="col"><span className="rs-sr">Fix</span></th></tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{row.text} <span className="rs-note">{row.kind === 'domain' ? 'mail domain' : `organisation${row.sourceName === undefined ? '' : ` in ${row.sourceName}`}`}</span></th>
              <td>{formatNumber(row.signals)}</td>
              <td>
                {open === keyOf(row) ? (
                  <FixForm product={product} hint={row} onCancel={() => setOpen(undefined)} onFixed={(changed, next) => { setOpen(undefined); setSaid(`${formatNumber(changed)} signals of ${row.text} have their account now.`); onView(next); }} />
                ) : (
                  <Button spacing="compact" onClick={() => setOpen(keyOf(row))}>Say whose</Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="rs-note" role="status">{said}{view.unknown.hints > view.rows.length && ` The ${formatNumber(view.rows.length)} with the most signals of ${formatNumber(view.unknown.hints)}.`}</p>
    </div>
  );
}

export function keyOf({ kind, text, source = '' }: AccountHintView): string {
  return `${kind} ${source} ${text}`;
}
