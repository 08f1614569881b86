import type { AccountFacts } from './account';
import { factsAt } from './account-facts';
import { customerKey } from './customer';
import type { Signal } from './signal';

/** What some customers pay a year. Currencies are never added up; whose revenue nobody told is counted, not guessed. */
export interface YearlyWorth {
  /** By currency, the largest sum first; without one where no currency was told. */
  readonly sums: readonly { readonly amount: number; readonly currency?: string; readonly accounts: number }[];
  /** Customers whose revenue is not known. */
  readonly unknown: number;
}

export const NO_WORTH: YearlyWorth = { sums: [], unknown: 0 };

/** Each account once, with what was true of it when it spoke last among these signals. */
export function yearlyWorth(signals: Iterable<Pick<Signal, 'id' | 'at' | 'account' | 'author'>>, factsOf: ReadonlyMap<string, readonly AccountFacts[]>): YearlyWorth {
  const last = new Map<string, Pick<Signal, 'id' | 'at' | 'account' | 'author'>>();
  for (const signal of signals) {
    const known = last.get(customerKey(signal));
    if (known === undefined || known.at < signal.at) last.set(customerKey(signal), signal);
  }
  const sums = new Map<string, { amount: number; accounts: number }>();
  let unknown = 0;
  for (const { account, at } of last.values()) {
    const facts = account === undefined ? undefined : factsAt(factsOf.get(account) ?? [], at);
    if (facts?.revenue === undefined) {
      unknown += 1;
      continue;
    }
    const sum = sums.get(facts.currency ?? '') ?? { amount: 0, accounts: 0 };
    sums.set(facts.currency ?? '', { amount: sum.amount + facts.revenue, accounts: sum.accounts + 1 });
  }
  return {
    sums: [...sums].sort(([a, one], [b, other]) => other.amount - one.amount || (a < b ? -1 : 1)).map(([currency, sum]) => ({ ...sum, ...(currency === '' ? {} : { currency }) })),
    unknown,
  };
}
