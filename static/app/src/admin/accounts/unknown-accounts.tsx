import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { AccountHintView, AccountsView } from '../../../../../src/contract/accounts';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import { FixForm } from './fix-form';

/** The rest is asked for: a long list here would push the next steps out of sight. */
const FIRST = 8;

/** Organisations and domains that lead to no account; one answer fixes all their signals, old and new. */
export function UnknownAccounts({ product, view, onView }: { readonly product: string; readonly view: AccountsView; readonly onView: (view: AccountsView) => void }) {
  const [open, setOpen] = useState<string | undefined>(undefined);
  const [said, setSaid] = useState('');
  const [isWhole, setWhole] = useState(false);
  return (
    <div className="rs-stack">
      <h4>Unknown accounts</h4>
      <ul className="rs-products">
        {view.rows.slice(0, isWhole ? view.rows.length : FIRST).map((row) => (
          <li key={keyOf(row)}>
            <div className="rs-stack rs-grow">
              <p className="rs-wrap">
                <b>{row.text}</b> <span className="rs-note">{row.kind === 'domain' ? 'mail domain' : `organisation${row.sourceName === undefined ? '' : ` in ${row.sourceName}`}`} · {formatNumber(row.signals)} {row.signals === 1 ? 'signal' : 'signals'}</span>
              </p>
              {open === keyOf(row) && (
                <FixForm product={product} hint={row} onCancel={() => setOpen(undefined)} onFixed={(changed, next) => { setOpen(undefined); setSaid(`${formatNumber(changed)} ${changed === 1 ? 'signal' : 'signals'} of ${row.text} moved.`); onView(next); }} />
              )}
            </div>
            {open !== keyOf(row) && <Button spacing="compact" onClick={() => setOpen(keyOf(row))}>Say whose</Button>}
          </li>
        ))}
      </ul>
      {!isWhole && view.rows.length > FIRST && <div><Button spacing="compact" appearance="subtle" onClick={() => setWhole(true)}>{view.unknown.hints > view.rows.length ? `Show ${formatNumber(view.rows.length)} of ${formatNumber(view.unknown.hints)}` : `Show all ${formatNumber(view.rows.length)}`}</Button></div>}
      <p className="rs-note" role="status">{said}{view.unknown.hints > view.rows.length && ` These are the ${formatNumber(view.rows.length)} with the most signals, of ${formatNumber(view.unknown.hints)}.`}</p>
    </div>
  );
}

export function keyOf({ kind, text, source = '' }: AccountHintView): string {
  return `${kind} ${source} ${text}`;
}
