import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { AdminView } from '../../../../../src/contract/admin';
import type { RoutesView } from '../../../../../src/contract/routes';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { FirstOf } from '../../components/first-of';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';

type Connection = RoutesView['connections'][number];
type Rule = Connection['rules'][number];
/** As the rules say it. */
const NO_PRODUCT = '';

interface Props {
  readonly connection: Connection;
  readonly products: AdminView['products'];
  readonly onView: (view: RoutesView) => void;
}

/** One connection's rules, first match first, and what none of them places. */
export function ConnectionRoutes({ connection, products, onView }: Props) {
  const { id, name, facts, rules, unrouted, looked, groups } = connection;
  const nameOf = (product: string): string => product === NO_PRODUCT ? 'left out, no product’s customers' : products.find((one) => one.id === product)?.name ?? product;
  const [draft, setDraft] = useState<Rule>({ fact: facts[0] ?? '', value: '', product: products[0]?.id ?? '' });
  const { isSaving, failure, act } = useAct();
  const save = (next: readonly Rule[]): void => void act(() => call('admin.saveRoutes', { connection: id, rules: next.map((rule) => ({ ...rule })) }), onView);
  const isPlain = rules.length === 0 && unrouted === 0;
  return (
    <details className="rs-route" open={!isPlain}>
      <summary><b>{name}</b> <span className="rs-note">{rules.length === 0 ? `everything goes to ${nameOf(connection.product)}` : 'the first rule that fits counts'}</span></summary>
      <div className="rs-stack">
      {rules.length > 0 && (
        <FirstOf rows={rules.map((rule, at) => ({ rule, at }))} first={10} name="rules">{(some) => (
        <ol className="rs-imports">
          {some.map(({ rule, at }) => (
            <li key={`${rule.fact} ${rule.value}`} className="rs-acts">
              <span>{rule.fact} is {rule.value} → {nameOf(rule.product)}</span>
              {at > 0 && <Button spacing="compact" appearance="subtle" isDisabled={isSaving} onClick={() => save(swapped(rules, at))}>Move up</Button>}
              <Button spacing="compact" appearance="subtle" isDisabled={isSaving} onClick={() => save(rules.filter((one) => one !== rule))}>Remove</Button>
            </li>
          ))}
        </ol>
        )}</FirstOf>
      )}
      {facts.length > 0 && (
        <div className="rs-acts">
          <select aria-label={`What to look at in ${name}`} value={draft.fact} onChange={(event) => setDraft({ ...draft, fact: event.currentTarget.value })}>
            {facts.map((fact) => <option key={fact} value={fact}>{fact}</option>)}
          </select>
          <input aria-label={`Value in ${name}`} className="rs-grow rs-plain-field" value={draft.value} maxLength={255} placeholder="is" onChange={(event) => setDraft({ ...draft, value: event.currentTarget.value })} />
          <select aria-label={`Product for ${name}`} value={draft.product} onChange={(event) => setDraft({ ...draft, product: event.currentTarget.value })}>
            {products.map((product) => <option key={product.id} value={product.id}>{product.name}</option>)}
            <option value={NO_PRODUCT}>No product: leave out</option>
          </select>
          <Button spacing="compact" isLoading={isSaving} isDisabled={draft.value.trim() === ''} onClick={() => save([...rules, { ...draft, value: draft.value.trim() }])}>Add rule</Button>
        </div>
      )}
      {unrouted > 0 && (
        <div className="rs-stack">
          <p className="rs-problem">{formatNumber(unrouted)} {unrouted === 1 ? 'record is' : 'records are'} unrouted: no rule places {unrouted === 1 ? 'it' : 'them'}, and {unrouted === 1 ? 'it counts' : 'they count'} nowhere. Nothing is called silent while they are many: say which product they belong to, or that they belong to none.</p>
          {looked < unrouted && <p className="rs-note">Of the newest {formatNumber(looked)}, by what they have in common:</p>}
          <FirstOf rows={groups} first={8} name="groups">{(some) => (
          <ul className="rs-imports">
            {some.map(({ fact, value, records }) => (
              <li key={`${fact} ${value}`} className="rs-acts">
                <span>{formatNumber(records)} with {fact} {value}</span>
                {products.map((product) => <Button key={product.id} spacing="compact" isDisabled={isSaving} onClick={() => save([...rules, { fact, value, product: product.id }])}>To {product.name}</Button>)}
                <Button spacing="compact" appearance="subtle" isDisabled={isSaving} onClick={() => save([...rules, { fact, value, product: NO_PRODUCT }])}>Leave out</Button>
              </li>
            ))}
          </ul>
          )}</FirstOf>
        </div>
      )}
      {facts.length > 0 && rules.length === 0 && <p className="rs-note">From the first rule on only what a rule fits goes to a product: the rest of {name} is listed here as unrouted, and counts nowhere until a rule places it too.</p>}
      <p className="rs-note">A change reads {name} anew in the background, so that what is here already moves too; it shows here by itself.</p>
      <NotDone failure={failure} />
      </div>
    </details>
  );
}

function swapped(rules: readonly Rule[], at: number): readonly Rule[] {
  const next = [...rules];
  const [rule] = next.splice(at, 1);
  if (rule !== undefined) next.splice(at - 1, 0, rule);
  return next;
}
