import { passesMod97 } from './check-digits';
import { JOINING_LETTER } from './boundaries';
import type { Finding } from './finding';

/** Length by country (SWIFT IBAN registry, release 99). */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28, CZ: 24, DE: 22, DJ: 27, DK: 18,
  DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HN: 28, HR: 21, HU: 28, IE: 22, IL: 23,
  IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20, MR: 27,
  MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19,
  SK: 24, SM: 27, SO: 23, ST: 25, SV: 28, TL: 23, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20, YE: 30,
};
const BEGINS = new RegExp(String.raw`(?<!${JOINING_LETTER}|[\p{N}_])([A-Za-z]{2})[ -]?\d{2}`, 'gu');
/** What stands between its groups: blanks, dashes, dots, the end of a line with the mark of a quotation. */
const BETWEEN = /^(?:[ \t.-]{1,3}|[ \t]?\n[ \t>]{0,4})(?=[A-Za-z0-9])/;
const NAMED = /\biban\b[\s:.=#-]{0,4}$/i;
const GLUED_BEHIND = /^(?:bic|swift)/i;

/** IBANs, in groups or without: the country's length, and the right check number or the word before it. */
export function* findIbans(text: string): Generator<Finding> {
  for (const match of text.matchAll(BEGINS)) {
    const length = LENGTHS[(match[1] ?? '').toUpperCase()];
    const end = length === undefined ? undefined : endOf(text, match.index, length);
    if (end !== undefined && isGrouped(text.slice(match.index + match[0].length, end)) && (passesMod97(text.slice(match.index, end).replace(/[^A-Za-z0-9]/g, '').toUpperCase()) || NAMED.test(text.slice(Math.max(0, match.index - 12), match.index)))) yield { kind: 'iban', start: match.index, end };
  }
}

/** Behind the `length`-th letter or digit; undefined when something else comes first or more follows. */
function endOf(text: string, start: number, length: number): number | undefined {
  let at = start;
  for (let taken = 0; taken < length; ) {
    if (/[A-Za-z0-9]/.test(text[at] ?? '')) {
      taken += 1;
      at += 1;
      continue;
    }
    const between = BETWEEN.exec(text.slice(at, at + 8))?.[0];
    if (between === undefined) return undefined;
    at += between.length;
  }
  return /[A-Za-z0-9]/.test(text[at] ?? '') && !GLUED_BEHIND.test(text.slice(at, at + 5)) ? undefined : at;
}

/** Groups of three and more, as IBANs are printed; rows of single letters are something else. */
function isGrouped(rest: string): boolean {
  return rest.split(/[^A-Za-z0-9]+/).slice(0, -1).every((group) => group.length !== 1 && group.length !== 2);
}
