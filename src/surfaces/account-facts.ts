import type { AccountFactsView } from '../contract/accounts';
import { factsAt } from '../domain/account-facts';
import type { Signal } from '../domain/signal';
import type { Ports } from '../ports/ports';

/** What is known of the account behind a signal, as it stood when the signal was said. */
export interface AccountSaid {
  readonly name: string;
  readonly facts?: AccountFactsView;
}

/** By signal; signals whose account nobody listed are left out: nothing is guessed for them. @throws StoreUnavailable */
export async function loadAccountFacts({ accounts }: Pick<Ports, 'accounts'>, signals: Iterable<Pick<Signal, 'id' | 'account' | 'at'>>): Promise<ReadonlyMap<string, AccountSaid>> {
  const named = [...signals].flatMap(({ id, account, at }) => (account === undefined ? [] : [{ id, account, at }]));
  const ids = [...new Set(named.map((one) => one.account))];
  if (ids.length === 0) return new Map();
  const [known, facts] = await Promise.all([accounts.findAccounts(ids), accounts.factsOf(ids)]);
  const names = new Map(known.map((one) => [one.id, one.name]));
  const said = new Map<string, AccountSaid>();
  for (const { id, account, at } of named) {
    const name = names.get(account);
    const now = factsAt(facts.get(account) ?? [], at);
    if (name === undefined) continue;
    const { account: _account, from: _from, ...view } = now ?? { account, from: at };
    said.set(id, Object.keys(view).length === 0 ? { name } : { name, facts: view });
  }
  return said;
}
