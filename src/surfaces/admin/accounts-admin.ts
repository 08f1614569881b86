import type Resolver from '@forge/resolver';
import { AccountsOf, FixAccount, ForgetRule, ImportAccounts, SearchAccounts, type AccountsView } from '../../contract/accounts';
import { BadInput } from '../../domain/errors';
import type { AccountHint } from '../../domain/account';
import type { App } from '../../app';
import { accountDisputes } from './account-disputes';
import { endpoint } from '../endpoint';
import { siteAdmin } from '../permissions';

const UNKNOWN_SHOWN = 50;
const RULES_SHOWN = 50;
const FOUND_SHOWN = 8;
const PROBLEMS_SHOWN = 100;

/** Accounts: the list, who is unknown, and the fix that is made once. Every endpoint needs Administer Jira, asked of Jira as the user. */
export function defineAccountsAdmin(resolver: Resolver, app: App): void {
  const admin = siteAdmin(app.ports.tracker);
  resolver.define('admin.accounts', endpoint('admin.accounts', AccountsOf, admin, ({ product }) => accountsView(app, product)));
  resolver.define('admin.importAccounts', endpoint('admin.importAccounts', ImportAccounts, admin, async ({ header, ...file }) => {
    const { problems, ...done } = await app.accounts.importList(header === undefined ? file : { ...file, header });
    return { ...done, turnedAway: problems.filter((one) => one.note !== true).length, problems: problems.slice(0, PROBLEMS_SHOWN).map(({ line, field, reason, note }) => ({ line, field, reason, ...(note === undefined ? {} : { note }) })) };
  }));
  resolver.define('admin.searchAccounts', endpoint('admin.searchAccounts', SearchAccounts, admin, async ({ words }) => {
    const rows = await app.ports.accounts.searchAccounts(words, FOUND_SHOWN);
    return { rows, found: rows.length < FOUND_SHOWN ? rows.length : await app.ports.accounts.countFound(words) };
  }));
  resolver.define('admin.fixAccount', endpoint('admin.fixAccount', FixAccount, admin, async ({ product, hint, account }) => {
    const id = 'id' in account ? account.id : await app.accounts.addAccount(account.name);
    const changed = await app.accounts.fix(hintOf(hint), id);
    return { changed, view: await accountsView(app, product) };
  }));
  resolver.define('admin.forgetAccountRule', endpoint('admin.forgetAccountRule', ForgetRule, admin, async ({ product, hint }) => {
    await app.accounts.forget(hintOf(hint));
    return accountsView(app, product);
  }));
}

function hintOf({ kind, text, source }: { readonly kind: AccountHint['kind']; readonly text: string; readonly source?: string | undefined }): AccountHint {
  if (kind === 'domain' && source !== undefined) throw new BadInput('admin.fixAccount', 'hint', 'a domain belongs to no source');
  return source === undefined ? { kind, text } : { kind, text, source };
}

async function accountsView(app: App, product: string): Promise<AccountsView> {
  const { ports } = app;
  const [known, unknown, rows, rules, ruled, sources, disputes] = await Promise.all([
    ports.accounts.countAccounts(),
    ports.accounts.countUnknown(product),
    ports.accounts.listUnknown(product, UNKNOWN_SHOWN),
    ports.accounts.listRules(RULES_SHOWN),
    ports.accounts.countRules(),
    ports.stores.products.listSources(product),
    accountDisputes(app),
  ]);
  const names = new Map(sources.map((source) => [source.id, source.name]));
  const accounts = new Map((await ports.accounts.findAccounts(rules.map((rule) => rule.account))).map((account) => [account.id, account.name]));
  return {
    ...disputes,
    known,
    unknown,
    ruled,
    rows: rows.map((row) => ({ ...row, ...(row.source === undefined ? {} : { sourceName: names.get(row.source) ?? row.source }) })),
    rules: rules.map(({ kind, text, source, account, madeAt }) => ({ kind, text, ...(source === undefined ? {} : { source }), account, accountName: accounts.get(account) ?? account, madeAt })),
  };
}
