import { fixAccount } from './ingest/accounts/fix-account';
import { importAccounts } from './ingest/accounts/import-accounts';
import { reapplyAccounts } from './ingest/accounts/resolve-accounts';
import { ACCOUNTS_CHANGED } from './ingest/accounts/take-accounts';
import type { AccountHint } from './domain/account';
import type { LoadSpaces } from './ingest/sources/id-spaces';
import type { Ports } from './ports/ports';
import { wantUnderstanding } from './understand/want-understanding';

/** The use cases of accounts. */
export type AccountDesk = ReturnType<typeof accountDesk>;

export function accountDesk(ports: Ports, loadSpaces: LoadSpaces) {
  const needs = { ...ports, loadSpaces, wantUnderstanding: (product: string) => wantUnderstanding(ports, product) };
  const lookAgain = async (): Promise<void> => {
    for (const product of await ports.stores.products.listProducts()) await ports.queue.push({ name: 'apply-accounts', product: product.id });
  };
  return {
    importList: (file: Parameters<typeof importAccounts>[1]) => importAccounts(needs, file),
    /** An account that no list has yet; its name is its id. */
    addAccount: async (name: string) => {
      await ports.accounts.saveAccounts([{ id: name, name }]);
      return name;
    },
    fix: (hint: AccountHint, account: string) => fixAccount(needs, hint, account),
    forget: async (hint: AccountHint) => {
      await ports.accounts.removeRule(hint);
      await lookAgain();
    },
    apply: async (product: string) => {
      if ((await reapplyAccounts(needs, product)) > 0) await wantUnderstanding(ports, product);
    },
    /** Every hour: signals that are here, after a source listed its accounts anew. */
    lookAfter: async () => {
      if ((await ports.settings.find(ACCOUNTS_CHANGED)) === undefined) return;
      await ports.settings.remove(ACCOUNTS_CHANGED);
      await lookAgain();
    },
  };
}
