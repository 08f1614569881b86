import { passesMod97 } from './check-digits';
import type { Finding } from './finding';

/** Length by country (SWIFT IBAN registry, release 99). */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28, CZ: 24, DE: 22, DJ: 27, DK: 18,
  DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HN: 28, HR: 21, HU: 28, IE: 22, IL: 23,
  IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20, MR: 27,
  MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19,
  SK: 24, SM: 27, SO: 23, ST: 25, SV: 28, TL: 23, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20, YE: 30,
};
const BEGINS = /(?<![\p{L}\p{N}_])([A-Za-z]{2})[ -]?\d{2}/gu;

/** IBANs, with or without blanks: the country's length and the right check number. */
export function* findIbans(text: string): Generator<Finding> {
  for (const match of text.matchAll(BEGINS)) {
    const length = LENGTHS[(match[1] ?? '').toUpperCase()];
    const end = length === undefined ? undefined : endOf(text, match.index, length);
    if (end !== undefined && passesMod97(text.slice(match.index, end).replace(/[ -]/g, '').toUpperCase())) yield { kind: 'iban', start: match.index, end };
  }
}

/** Behind the `length`-th letter or digit, single blanks and dashes between them not counted; undefined when something else comes first or more follows. */
function endOf(text: string, start: number, length: number): number | undefined {
  let at = start;
  for (let taken = 0; taken < length; at += 1) {
    const char = text[at] ?? '';
    if (/[A-Za-z0-9]/.test(char)) taken += 1;
    else if (!/[ -]/.test(char) || /[ -]/.test(text[at - 1] ?? '')) return undefined;
  }
  return /[A-Za-z0-9]/.test(text[at] ?? '') ? undefined : at;
}
