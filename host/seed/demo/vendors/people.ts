import type { DemoSignal } from '../signals';

/** Where an account's people write from. */
export function domainOf(account: string): string {
  return `${account}.example`;
}

/** The address of who spoke, as a vendor knows it: of their company where the company is known to that place, else a private one. */
export function addressOf({ author = 'guest', account }: Pick<DemoSignal, 'author' | 'account'>): string {
  return `${author.replaceAll(/[^a-z0-9]+/g, '-')}@${account === undefined ? 'gmail.com' : domainOf(account)}`;
}

/** A vendor's own number for something that has a name here: FNV-1a, 31 bits, the same every time. */
export function numberFor(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 1) + 1;
}

/** The organisation of the help centre that an account is. */
export function helpCentreId(account: string): string {
  return String(numberFor(`organisation ${account}`) % 100_000);
}
