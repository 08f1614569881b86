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

/** What moderators and desks leave where they took something out: "[edited phone# from public forum]", "[removed by moderator]", "[Editor's note: …]". */
const EDITORS_NOTE =
  /\[\s*(?:(?:edited|redacted|moderated|censored|anonymi[sz]ed|withheld|snip(?:ped)?|bearbeitet|geschwärzt|modifié|editado|modificato|bewerkt)(?![\p{L}\p{N}_])[^[\]\n]{0,120}|(?:removed|deleted|entfernt|supprimé|eliminado|rimosso|verwijderd)(?:\s+(?:by|for|from|von|wegen|par|por|da|door)\s[^[\]\n]{0,120})?|(?:mod|moderator|editor|admin)(?:['’]?s)?\s+(?:note|edit)\b[^[\]\n]{0,200})\]/giu;

/** The text with blanks where placeholders and editors' notes stand, of the same length: they are nobody's words and mean no likeness between two texts. */
export function withoutPlaceholders(text: string): string {
  return text.includes('[') ? text.replace(ANY, blank).replace(EDITORS_NOTE, blank) : text;
}

function blank(mark: string): string {
  return ' '.repeat(mark.length);
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
