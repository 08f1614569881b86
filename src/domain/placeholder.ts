/** What is taken out of a text before it is kept. */
export type PersonalKind = 'e-mail' | 'phone' | 'card' | 'iban' | 'ip' | 'key' | 'national-id' | 'name' | 'address';

/** What stands in a kept text where personal data or a secret stood. Square brackets, so that nobody takes it for the customer's word. */
export const PLACEHOLDERS: Readonly<Record<PersonalKind, string>> = {
  'e-mail': '[e-mail]',
  phone: '[phone]',
  card: '[card number]',
  iban: '[IBAN]',
  ip: '[IP address]',
  key: '[key]',
  'national-id': '[personal number]',
  name: '[name]',
  address: '[address]',
};

export const PERSONAL_KINDS: readonly PersonalKind[] = ['e-mail', 'phone', 'card', 'iban', 'ip', 'key', 'national-id', 'name', 'address'];

const ANY = /\[(?:e-mail|phone|card number|IBAN|IP address|key|personal number|name|address)\]/g;

/** The text with blanks where placeholders stand, of the same length: they are nobody's words and mean no likeness between two texts. */
export function withoutPlaceholders(text: string): string {
  return text.includes('[') ? text.replace(ANY, (mark) => ' '.repeat(mark.length)) : text;
}

/** How many placeholders of each kind stand in a text. */
export function countPlaceholders(text: string): ReadonlyMap<PersonalKind, number> {
  const counts = new Map<PersonalKind, number>();
  for (const [mark] of text.matchAll(ANY)) {
    const kind = PERSONAL_KINDS.find((one) => PLACEHOLDERS[one] === mark);
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
