import { useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { AccountsImported, AccountsView } from '../../../../../src/contract/accounts';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { FailureNote } from '../../components/failure';
import { useAsk } from '../../use-ask';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';
import { AccountDisputes } from './account-disputes';
import { AccountRules } from './account-rules';
import { sendAccounts } from './send-accounts';
import { UnknownAccounts } from './unknown-accounts';

const SHOWN_PROBLEMS = 10;

/** Which customer account each signal belongs to: the list, who is unknown, and what was fixed by hand. */
export function Accounts({ product }: { readonly product: string }) {
  const { ask, again, replace } = useAsk('admin.accounts', { product });
  const view = ask.kind === 'ready' ? ask.value : ask.kind === 'failed' ? ask.last?.value : undefined;
  return (
    <section className="rs-stack rs-own">
      <h3>Accounts</h3>
      {ask.kind === 'loading' && <div className="rs-bone rs-bone-wait" aria-busy="true" />}
      {ask.kind === 'failed' && <FailureNote failure={ask.failure} isAsking={ask.isAsking} onRetry={() => void again()}>Accounts are as they were.</FailureNote>}
      {view !== undefined && <p className="rs-note">{standing(view)}</p>}
      {view !== undefined && <AccountFile onDone={() => void again()} />}
      {view !== undefined && view.rows.length > 0 && <UnknownAccounts product={product} view={view} onView={replace} />}
      {view !== undefined && view.disputes.length > 0 && <AccountDisputes {...view} />}
      {view !== undefined && view.rules.length > 0 && <AccountRules product={product} rules={view.rules} ruled={view.ruled} onView={replace} />}
    </section>
  );
}

function standing({ known, unknown }: AccountsView): string {
  const list = known === 0 ? 'No account is listed yet' : `${formatNumber(known)} accounts are listed`;
  if (unknown.signals === 0) return known === 0 ? `${list}, and no signal names any.` : `${list}, and every one that a signal names is among them.`;
  return `${list}. ${formatNumber(unknown.signals)} signals of ${formatNumber(unknown.hints)} organisations or domains lead to none of them: they count for themselves.`;
}

/** A list with plan, revenue and state, each line true from its day on. */
function AccountFile({ onDone }: { readonly onDone: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState<AccountsImported | undefined>(undefined);
  const { isSaving, failure, act } = useAct();
  // Lines that were not taken first; what was left out of one that was, after them.
  const shown = [...(done?.problems ?? [])].sort((a, b) => Number(a.note ?? false) - Number(b.note ?? false)).slice(0, SHOWN_PROBLEMS);
  const named = shown.filter((one) => one.note !== true).length;
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    setDone(undefined);
    void act(() => sendAccounts(file, (chunk) => call('admin.importAccounts', chunk)), (imported) => {
      setDone(imported);
      onDone();
    });
  };
  return (
    <div className="rs-stack">
      <div className="rs-acts">
        <Button isLoading={isSaving} onClick={() => input.current?.click()}>Read a list of accounts</Button>
        <input ref={input} className="rs-sr" tabIndex={-1} type="file" accept=".csv,.jsonl,.ndjson,.txt" aria-label="List of accounts" onChange={(event) => { take(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} />
        <span className="rs-note" role="status">{done === undefined ? '' : `${formatNumber(done.accounts)} accounts from ${formatNumber(done.lines)} lines. Signals find them in the background.`}</span>
      </div>
      <p className="rs-note">CSV or JSON Lines with <code>account</code>, and any of <code>name</code>, <code>domains</code>, <code>organisations</code>, <code>plan</code>, <code>segment</code>, <code>state</code>, <code>revenue</code> (a year), <code>currency</code>, <code>from</code> (the day from which the line is true).</p>
      <NotDone failure={failure} />
      {done !== undefined && done.problems.length > 0 && (
        <ul className="rs-problem">
          {shown.map(({ line, field, reason }) => <li key={`${line} ${field}`}>Line {formatNumber(line)}, {field}: {reason}</li>)}
          {done.turnedAway > named && <li>and {formatNumber(done.turnedAway - named)} more lines that were not taken</li>}
        </ul>
      )}
    </div>
  );
}
