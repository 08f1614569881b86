import type { CustomerUnit } from '../../../src/domain/customer';

const numbers = new Intl.NumberFormat('en-US');
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export function count(value: number): string {
  return numbers.format(value);
}

export function day(at: string): string {
  return days.format(new Date(at));
}

export function many(value: number, one: string, more = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : more}`;
}

/** What was counted: people where they are known, else what they wrote. */
export function customers(value: number, unit: CustomerUnit): string {
  switch (unit) {
    case 'account':
      return many(value, 'account');
    case 'author':
      return many(value, 'customer');
    case 'signal':
      return many(value, 'signal');
  }
}

/** `open issue` where the file has open ones, else `issue`. */
export function issueWord(work: 'open' | 'any'): string {
  return work === 'open' ? 'open issue' : 'issue';
}
