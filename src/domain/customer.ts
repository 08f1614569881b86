import type { Signal } from './signal';

/** What is counted: distinct accounts where the sources know them, else distinct authors, else signals. */
export type CustomerUnit = 'account' | 'author' | 'signal';

type Speaker = Pick<Signal, 'id' | 'account' | 'author'>;

/** One key per customer. A signal without account counts by its author, one without author by itself: never dropped. */
export function customerKey(signal: Speaker): string {
  if (signal.account !== undefined) return `account:${signal.account}`;
  return signal.author !== undefined ? `author:${signal.author}` : `signal:${signal.id}`;
}

/** Distinct customers behind the signals; one customer who writes often counts once. */
export function countCustomers(signals: Iterable<Speaker>): number {
  const seen = new Set<string>();
  for (const signal of signals) seen.add(customerKey(signal));
  return seen.size;
}

/** The word for the count: what at least half of the signals know about who spoke. */
export function customerUnit(signals: readonly Speaker[]): CustomerUnit {
  const share = (known: (signal: Speaker) => boolean): number => signals.filter(known).length / Math.max(1, signals.length);
  if (share((one) => one.account !== undefined) >= 0.5) return 'account';
  return share((one) => one.author !== undefined) >= 0.5 ? 'author' : 'signal';
}
