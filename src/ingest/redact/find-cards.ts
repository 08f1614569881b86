import { digitsOf, passesLuhn } from './check-digits';
import { isNearAfter, standsAlone, type Finding } from './finding';

const RUN = /\d(?:[ .-]?\d){11,18}/g;
const SPOKEN_OF = /\b(?:card|cards|cc|credit|debit|visa|master ?card|maestro|amex|american express|diners|jcb|karte|kartennummer|kreditkarte|carte|tarjeta|carta|cart[aã]o|kort|kaart|karta)\b[^\n]{0,40}$/i;
/** Ranges of the large schemes and their lengths (ISO/IEC 7812; the schemes' published ranges). */
const SCHEMES: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(?:30[0-5]|3[689])/, [14, 16]],
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  [/^(?:352[89]|35[3-8])/, [16]],
  [/^(?:2131|1800)/, [15]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:50|5[6-9]|6[37])/, [16]],
];

/** Card numbers: the right check digit, and either a scheme's range and length or a card spoken of just before. */
export function* findCards(text: string): Generator<Finding> {
  for (const match of text.matchAll(RUN)) {
    const { index: start } = match;
    const end = start + match[0].length;
    const digits = digitsOf(match[0]);
    if (!standsAlone(text, start, end, '+') || /^[-.]\d/.test(text.slice(end, end + 2)) || !passesLuhn(digits) || /^(\d)\1+$/.test(digits)) continue;
    if (isOfScheme(digits) && !isOddlyGrouped(match[0]) ? true : isNearAfter(text, start, SPOKEN_OF, 80)) yield { kind: 'card', start, end };
  }
}

function isOfScheme(digits: string): boolean {
  return SCHEMES.some(([range, lengths]) => lengths.includes(digits.length) && range.test(digits));
}

/** Cards are written in groups of four to seven; rows of small numbers are something else. */
function isOddlyGrouped(written: string): boolean {
  const groups = written.split(/[ .-]/);
  return groups.length > 1 && groups.some((group, at) => group.length > 7 || (group.length < 4 && at < groups.length - 1));
}
