import type { AccountsView } from '../../contract/accounts';
import { disputesAt, UNKNOWN_TELLER, type FieldClaim } from '../../domain/account-facts';
import type { App } from '../../app';

const ACCOUNTS_AT_ONCE = 500;
const MOST_LOOKED_AT = 5_000;
const DISPUTES_SHOWN = 50;

/** Accounts of which a list and sources say different things now, by id. Looks at the first 5,000 of which more than one tells anything. @throws StoreUnavailable */
export async function accountDisputes({ ports, sources }: App): Promise<Pick<AccountsView, 'disputed' | 'differences' | 'disputes' | 'unlooked'>> {
  const now = ports.clock.now();
  const found: { readonly account: string; readonly dispute: ReturnType<typeof disputesAt>[number] }[] = [];
  let looked = 0;
  for (let after: string | undefined; looked < MOST_LOOKED_AT; ) {
    const ids = await ports.accounts.pageShared(after, ACCOUNTS_AT_ONCE);
    const facts = ids.length === 0 ? new Map() : await ports.accounts.factsOf(ids);
    for (const account of ids) for (const dispute of disputesAt(facts.get(account) ?? [], now)) found.push({ account, dispute });
    looked += ids.length;
    after = ids.at(-1);
    if (ids.length < ACCOUNTS_AT_ONCE) break;
  }
  const shown = found.slice(0, DISPUTES_SHOWN);
  const [accounts, connections] = shown.length === 0 ? [[], []] : await Promise.all([ports.accounts.findAccounts(shown.map((one) => one.account)), sources.connections.listConnections()]);
  const nameOf = new Map(accounts.map((one) => [one.id, one.name]));
  const sourceName = new Map(connections.map((one) => [one.id, one.name]));
  const sayingOf = ({ source, ...claim }: FieldClaim): AccountsView['disputes'][number]['counts'] => ({ ...claim, ...tellerOf(source, sourceName) });
  return {
    unlooked: looked < MOST_LOOKED_AT ? 0 : Math.max(0, (await ports.accounts.countShared()) - looked),
    differences: found.length,
    disputed: new Set(found.map((one) => one.account)).size,
    disputes: shown.map(({ account, dispute: { field, counts, others } }) => ({ account, accountName: nameOf.get(account) ?? account, field, counts: sayingOf(counts), others: others.map(sayingOf) })),
  };
}

function tellerOf(source: string | undefined, names: ReadonlyMap<string, string>): { readonly teller: 'list' | 'source' | 'earlier'; readonly sourceName?: string } {
  if (source === undefined) return { teller: 'list' };
  return source === UNKNOWN_TELLER ? { teller: 'earlier' } : { teller: 'source', sourceName: names.get(source) ?? source };
}
