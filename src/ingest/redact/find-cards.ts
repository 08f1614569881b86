import { digitsOf, passesLuhn } from './check-digits';
import { isNearAfter, standsAlone, type Finding } from './finding';
import { isAfterThing } from './thing-words';

/** Digits with blanks, dots or dashes; four groups of four also with other signs or on four lines. */
const RUN = /\d(?:(?:[ \t]{1,3}|[.-])?\d){11,18}|\d{4}(?:(?:\/\d{4}){3}|(?:_\d{4}){3}|(?:[ \t]?\n[ \t>]{0,3}\d{4}){3})(?!\d)/g;
/** As cards are written, whatever number stands beside them. */
const BESIDE_OTHERS = /(?<!\d|\d[-.])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}|\d{4}([ -])\d{6}\2\d{5})(?!\d|[-.]\d)/g;
const GLUED_BEHIND = /^(?:exp|cvv|cvc)/i;
const SPOKEN_OF = /\b(?:card|cards|cc|credit|debit|visa|master ?card|maestro|amex|american express|diners|jcb|karte|kartennummer|kreditkarte|carte|tarjeta|carta|cart[aã]o|kort|kaart|karta)\b[^\n]{0,40}$/i;
/** Said to be one right before: taken also where a digit is wrong, for whoever mistypes a card still tells most of it. */
const SAID =
  /(?<!\p{L})(?:(?:credit|debit|bank)? ?cards?|cc|kreditkarten?|karten?|carte(?: bancaire)?|tarjeta(?: de crédito)?|carta(?: di credito)?|cart[aã]o|kort|creditcard|karta)(?:[ -]?(?:number|no|nr|num|nummer|#))?\.?(?: (?:is|was|ist|est|es|è|é))?[\s:=#]{1,3}$/iu;
const LEAST_SAID = 15;
/** As it is printed on nearly all of them. */
const PRINTED = /^(?!(?:(?:19|20)\d\d[ -]?){4})[2-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}$/;
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

/** Card numbers: the right check digit, and either a scheme's range and length or a card spoken of just before; or said to be one, or printed as one. */
export function* findCards(text: string): Generator<Finding> {
  for (const match of text.matchAll(RUN)) {
    const { index: start } = match;
    const end = start + match[0].length;
    const digits = digitsOf(match[0]);
    const isAlone = standsAlone(text, start, end, '+') || (GLUED_BEHIND.test(text.slice(end, end + 3)) && standsAlone(text, start, text.length, '+'));
    if (!isAlone || /^[-.]\d/.test(text.slice(end, end + 2)) || /^(\d)\1+$/.test(digits)) continue;
    if (digits.length >= LEAST_SAID && (isNearAfter(text, start, SAID, 40) || (PRINTED.test(match[0]) && !isAfterThing(text, start)))) yield { kind: 'card', start, end };
    if (!passesLuhn(digits)) continue;
    if (isOfScheme(digits) && !isOddlyGrouped(match[0]) && !match[0].includes('\n') ? true : isNearAfter(text, start, SPOKEN_OF, 80)) yield { kind: 'card', start, end };
  }
  for (const match of text.matchAll(BESIDE_OTHERS)) {
    const end = match.index + match[0].length;
    if (standsAlone(text, match.index, end, '+') && isCardNumber(digitsOf(match[0]))) yield { kind: 'card', start: match.index, end };
  }
}

/** The range and length of a scheme, and the right check digit. */
export function isCardNumber(digits: string): boolean {
  return passesLuhn(digits) && isOfScheme(digits) && !/^(\d)\1+$/.test(digits);
}

function isOfScheme(digits: string): boolean {
  return SCHEMES.some(([range, lengths]) => lengths.includes(digits.length) && range.test(digits));
}

/** Cards are written in groups of four to seven, or of some fours with nothing seen between them; rows of small numbers are something else. */
function isOddlyGrouped(written: string): boolean {
  const groups = written.split(/[ \t]+|[.\-/_]/);
  return groups.length > 1 && groups.some((group, at) => (group.length > 7 && group.length % 4 !== 0) || (group.length < 4 && at < groups.length - 1));
}
