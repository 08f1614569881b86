import type { Account, AccountFacts, AccountHint, AccountRule, SignalOriginRow } from '../../src/domain/account';
import type { AccountStore } from '../../src/ports/account-store';

const keyOf = ({ kind, text, source = '' }: AccountHint): string => `${kind} ${text} ${source}`;

/** Accounts in memory. */
export function fakeAccountStore(): AccountStore {
  const accounts = new Map<string, Account>();
  const facts = new Map<string, AccountFacts>();
  const rules = new Map<string, AccountRule>();
  const origins = new Map<string, SignalOriginRow & { readonly product: string }>();
  const unknown = (product: string) => {
    const groups = Map.groupBy([...origins.values()].filter((one) => one.product === product && one.account === undefined), (one) => (one.organisation === undefined ? `domain ${one.domain ?? ''} ` : `organisation ${one.organisation} ${one.source}`));
    return [...groups.values()]
      .map((some) => {
        const one = some[0]!;
        return one.organisation === undefined ? { kind: 'domain' as const, text: one.domain ?? '', signals: some.length } : { kind: 'organisation' as const, text: one.organisation, source: one.source, signals: some.length };
      })
      .sort((a, b) => b.signals - a.signals || (a.text < b.text ? -1 : 1));
  };
  return {
    saveAccounts: async (rows) => rows.forEach((one) => accounts.set(one.id, one)),
    saveFacts: async (rows) => rows.forEach((one) => facts.set(`${one.account} ${one.from} ${one.source ?? ''}`, one)),
    saveRules: async (rows) => rows.forEach((one) => (one.by === 'list' && rules.get(keyOf(one))?.by === 'person' ? undefined : rules.set(keyOf(one), one))),
    removeRule: async (hint) => void rules.delete(keyOf(hint)),
    findRules: async (texts) => [...rules.values()].filter((one) => texts.includes(one.text)),
    listRules: async (limit) => [...rules.values()].filter((one) => one.by === 'person').sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1)).slice(0, limit),
    countRules: async () => [...rules.values()].filter((one) => one.by === 'person').length,
    findAccounts: async (ids) => [...accounts.values()].filter((one) => ids.includes(one.id)),
    searchAccounts: async (words, limit) => [...accounts.values()].filter((one) => one.name.toLowerCase().includes(words.toLowerCase())).sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, limit),
    countFound: async (words) => [...accounts.values()].filter((one) => one.name.toLowerCase().includes(words.toLowerCase())).length,
    factsOf: async (ids) => Map.groupBy([...facts.values()].filter((one) => ids.includes(one.account)).sort((a, b) => (a.account + a.from < b.account + b.from ? -1 : 1)), (one) => one.account),
    pageShared: async (after = '', limit) => [...Map.groupBy(facts.values(), (one) => one.account)].filter(([id, some]) => id > after && new Set(some.map((one) => one.source)).size > 1).map(([id]) => id).sort().slice(0, limit),
    countShared: async () => [...Map.groupBy(facts.values(), (one) => one.account)].filter(([, some]) => new Set(some.map((one) => one.source)).size > 1).length,
    countAccounts: async () => accounts.size,
    saveOrigins: async (product, rows) => rows.forEach((one) => origins.set(`${product} ${one.signal}`, { ...one, product })),
    originsOf: async (hint, account, limit) =>
      [...origins.values()]
        .filter((one) => one[hint.kind] === hint.text && (hint.source === undefined || one.source === hint.source) && one.account !== account && (hint.kind === 'organisation' || one.organisation === undefined || one.account === undefined))
        .sort((a, b) => (a.product + a.signal < b.product + b.signal ? -1 : 1))
        .slice(0, limit),
    pageOrigins: async (product, after = '', limit) => {
      const rows = [...origins.values()].filter((one) => one.product === product && one.signal > after).sort((a, b) => (a.signal < b.signal ? -1 : 1)).slice(0, limit).map(({ product: _product, ...row }) => row);
      return { rows, ...(rows.length < limit ? {} : { next: rows.at(-1)!.signal }) };
    },
    listUnknown: async (product, limit) => unknown(product).slice(0, limit),
    countUnknown: async (product) => ({ signals: [...origins.values()].filter((one) => one.product === product && one.account === undefined).length, hints: unknown(product).length }),
    removeOrigins: async (product, signals) => signals.forEach((signal) => origins.delete(`${product} ${signal}`)),
  };
}
