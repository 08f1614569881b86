import { customerKey } from '../../domain/customer';
import type { Signal } from '../../domain/signal';

/** Customers as a model sees them: by a number of this one question. No account, author or id of theirs goes out, and none comes back. */
export interface NumberedCustomers {
  /** Undefined for words of which nobody knows whose they are. */
  numberOf(signal: Signal): number | undefined;
  /** The customer's key; undefined for a number that was not given. */
  keyOf(customer: number): string | undefined;
}

export function numberedCustomers(): NumberedCustomers {
  const numbers = new Map<string, number>();
  return {
    numberOf(signal) {
      if (signal.account === undefined && signal.author === undefined) return undefined;
      const key = customerKey(signal);
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      return number;
    },
    keyOf: (customer) => [...numbers].find(([, number]) => number === customer)?.[0],
  };
}

/** How a quote is headed: its day, and whose it is. */
export function quoteHead(signal: Signal, customers: NumberedCustomers, ...more: readonly string[]): string {
  const number = customers.numberOf(signal);
  return `[${[signal.at.slice(0, 10), ...more, ...(number === undefined ? [] : [`customer ${number}`])].join(', ')}]`;
}
