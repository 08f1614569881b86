import type { AccountHint, AccountRule } from '../../domain/account';
import type { Ports } from '../../ports/ports';
import { organisationIn } from '../../domain/id-space';
import type { LoadSpaces } from '../sources/id-spaces';
import { readRows, type LineRemark } from '../read-rows';
import { accountRows } from './account-row';

type Needs = Pick<Ports, 'stores' | 'accounts' | 'clock' | 'queue'> & { readonly loadSpaces: LoadSpaces };

/** Before any signal: a line without a date holds for all of them. */
const BEGINNING = '1970-01-01T00:00:00.000Z';

export interface ImportedAccounts {
  readonly lines: number;
  readonly accounts: number;
  readonly problems: readonly LineRemark[];
}

/** A list of accounts (CSV with a header, or JSON Lines). Good lines are kept, bad ones named; the same list again changes nothing.
 * Signals that are here already find their account in a job. @throws StoreUnavailable */
export async function importAccounts(needs: Needs, file: { readonly format: 'csv' | 'jsonl'; readonly header?: string; readonly text: string; readonly firstLine: number }): Promise<ImportedAccounts> {
  const { accounts, clock } = needs;
  const read = readRows(accountRows, file);
  const rows = read.rows.map(({ row }) => row);
  await accounts.saveAccounts([...new Map(rows.map((row) => [row.account, { id: row.account, name: row.name }])).values()]);
  await accounts.saveFacts(
    rows.flatMap(({ name: _name, domains: _domains, organisations: _organisations, from = BEGINNING, ...facts }) => (Object.keys(facts).length > 1 ? [{ ...facts, from }] : [])),
  );
  // An account's own id is what files call it.
  const hints = rows.flatMap((row): (AccountHint & { account: string })[] => [
    ...[row.account, ...row.organisations].map((text) => ({ kind: 'organisation' as const, text, account: row.account })),
    ...row.domains.map((text) => ({ kind: 'domain' as const, text, account: row.account })),
  ]);
  await accounts.saveRules(hints.map((hint): AccountRule => ({ ...hint, by: 'list', madeAt: clock.now() })));
  await accounts.saveRules(await adopted(needs, hints));
  for (const product of await needs.stores.products.listProducts()) await needs.queue.push({ name: 'apply-accounts', product: product.id });
  return { lines: read.offered, accounts: new Set(rows.map((row) => row.account)).size, problems: read.remarks };
}

/** An organisation that a source listed before is the account that the list says it is: what the source called its own was only a name for the unknown. */
async function adopted({ accounts, clock, loadSpaces }: Needs, hints: readonly (AccountHint & { readonly account: string })[]): Promise<readonly AccountRule[]> {
  const byText = new Map(hints.flatMap((hint) => (hint.kind === 'organisation' ? [[hint.text, hint.account] as const] : [])));
  const rules = (byText.size === 0 ? [] : await accounts.findRules([...byText.keys()])).filter((rule) => rule.kind === 'organisation' && rule.source !== undefined && rule.by === 'list');
  const spaceOfSource = rules.length === 0 ? () => undefined : await loadSpaces();
  return rules.flatMap((rule) => {
    const account = byText.get(rule.text);
    // Listed before ids had a word, an account was called by its connection.
    const isOwn = rule.source !== undefined && [organisationIn(spaceOfSource(rule.source), rule.text), `${rule.source}:${rule.text}`].includes(rule.account);
    return isOwn && account !== undefined ? [{ ...rule, account, madeAt: clock.now() }] : [];
  });
}
