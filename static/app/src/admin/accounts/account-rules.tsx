import Button from '@atlaskit/button/new';
import type { AccountsView } from '../../../../../src/contract/accounts';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { FirstOf } from '../../components/first-of';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';
import { keyOf } from './unknown-accounts';

/** What people said whose a domain or organisation is. */
export function AccountRules({ product, rules, ruled, onView }: { readonly product: string; readonly rules: AccountsView['rules']; readonly ruled: number; readonly onView: (view: AccountsView) => void }) {
  const { isSaving, failure, act } = useAct();
  return (
    <div className="rs-stack">
      <h4>Fixed by hand</h4>
      <FirstOf rows={rules} first={8} name="rules" inAll={ruled}>{(some) => (
      <ul className="rs-imports">
        {some.map((rule) => (
          <li key={keyOf(rule)} className="rs-acts">
            <span>{rule.text} is {rule.accountName}</span> <span className="rs-note">since {formatDay(rule.madeAt)}</span>
            <Button spacing="compact" appearance="subtle" isDisabled={isSaving} onClick={() => void act(() => call('admin.forgetAccountRule', { product, hint: { kind: rule.kind, text: rule.text, ...(rule.source === undefined ? {} : { source: rule.source }) } }), onView)}>Take back</Button>
          </li>
        ))}
      </ul>
      )}</FirstOf>
      {ruled > rules.length && <p className="rs-note">{formatNumber(ruled - rules.length)} older {ruled - rules.length === 1 ? 'one holds too and is' : 'ones hold too and are'} not listed.</p>}
      <NotDone failure={failure} />
    </div>
  );
}
