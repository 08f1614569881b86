import type { Signal } from './signal';

/** What is counted: distinct accounts where the sources know them, else distinct authors, else signals. */
export type CustomerUnit = 'account' | 'author' | 'signal';

type Speaker = Pick<Signal, 'id' | 'account' | 'author'>;

/** One key per customer. A signal without account counts by its author, one without author by itself: never dropped. */
export function customerKey(signal: Speaker): string {
  if (signal.account !== undefined) return `account:${signal.account}`;
  return signal.author !== undefined ? `author:${signal.author}` : `signal:${signal.id}`;
}

/**
 * Signals in the words of others: id → the first signal of its group. A signal that says something of its own is not in it.
 * Two people who write the same few words ("cannot log in") have the same need; many who write one long text have one source.
 */
export type EchoGroups = ReadonlyMap<string, string>;

export const NO_ECHOES: EchoGroups = new Map();

/**
 * Distinct customers behind the signals; one who writes often counts once. Those who only repeat one text, word for word, count
 * once together; whoever also said something in words of their own counts for that, and so does whom a person confirmed.
 * @param confirmed ids of signals that a person confirmed
 */
export function countCustomers(signals: Iterable<Speaker>, echoes: EchoGroups = NO_ECHOES, confirmed: ReadonlySet<string> = new Set()): number {
  const everyone = new Set<string>();
  const inOwnWords = new Set<string>();
  const repeaters = new Map<string, Set<string>>();
  for (const signal of signals) {
    const customer = customerKey(signal);
    everyone.add(customer);
    const text = echoes.get(signal.id);
    if (text === undefined || confirmed.has(signal.id)) inOwnWords.add(customer);
    if (text !== undefined) repeaters.set(text, (repeaters.get(text) ?? new Set()).add(customer));
  }
  return repeaters.size === 0 ? everyone.size : inOwnWords.size + groupsWithout(inOwnWords, [...repeaters.values()]);
}

/** Groups of customers who repeat the same texts, joined where one customer repeats several; of them those in which nobody is counted. */
function groupsWithout(counted: ReadonlySet<string>, texts: readonly ReadonlySet<string>[]): number {
  const groupOf = new Map<string, Set<string>>();
  for (const customers of texts) {
    const joined = new Set(customers);
    for (const customer of customers) for (const other of groupOf.get(customer) ?? []) joined.add(other);
    for (const customer of joined) groupOf.set(customer, joined);
  }
  return [...new Set(groupOf.values())].filter((group) => ![...group].some((customer) => counted.has(customer))).length;
}

/** The word for the count: what at least half of the signals know about who spoke. */
export function customerUnit(signals: readonly Speaker[]): CustomerUnit {
  const share = (known: (signal: Speaker) => boolean): number => signals.filter(known).length / Math.max(1, signals.length);
  if (share((one) => one.account !== undefined) >= 0.5) return 'account';
  return share((one) => one.author !== undefined) >= 0.5 ? 'author' : 'signal';
}
