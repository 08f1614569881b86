import type { AccountHint } from '../../domain/account';
import { NotFound } from '../../domain/errors';
import type { Ports } from '../../ports/ports';

interface Needs extends Pick<Ports, 'stores' | 'accounts' | 'clock'> {
  readonly wantUnderstanding: (product: string) => Promise<void>;
}

const ROWS_AT_ONCE = 500;

/**
 * From now on this hint means this account, for signals to come and for those that are here. Done again after a death it goes on where it
 * was: what was changed already is not asked for again. @returns how many signals changed @throws NotFound StoreUnavailable
 */
export async function fixAccount(needs: Needs, hint: AccountHint, account: string): Promise<number> {
  const { accounts, clock } = needs;
  if ((await accounts.findAccounts([account])).length === 0) throw new NotFound('no such account');
  await accounts.saveRules([{ ...hint, account, by: 'person', madeAt: clock.now() }]);
  return applyRule(needs, hint, account);
}

/** Moves the signals of a hint that are another account's or nobody's to this one. */
export async function applyRule({ stores, accounts, clock, wantUnderstanding }: Needs, hint: AccountHint, account: string): Promise<number> {
  let changed = 0;
  const products = new Set<string>();
  for (;;) {
    const rows = await accounts.originsOf(hint, account, ROWS_AT_ONCE);
    for (const [product, some] of Map.groupBy(rows, (row) => row.product)) {
      const signals = await stores.signals.findSignals(product, some.map((row) => row.signal));
      await stores.signals.saveSignals(product, signals.map((one) => ({ ...one, account })), clock.now());
      await accounts.saveOrigins(product, some.map((row) => ({ ...row, account })));
      products.add(product);
      changed += signals.length;
    }
    if (rows.length < ROWS_AT_ONCE) break;
  }
  for (const product of products) await wantUnderstanding(product);
  return changed;
}
