import { isNearAfter, standsAlone, type Finding } from './finding';
import { NATIONAL_IDS } from './national-ids';

/** What people call a number that a state gave them, then at most a few words, then the number. */
const ANNOUNCED =
  /(?<![\p{L}\p{N}])(?:ssn|sin|tin|itin|nino|nie|nif|nir|dni|cpf|cnpj|curp|rfc number|bsn|pesel|egn|cnp|oib|emšo|emso|jmbg|cpr|ahv|avs|insee|aadhaar|aadhar|pan(?= (?:card|no|number|is))|nric|fin(?= (?:no|number))|rrn|hkid|hetu|henkil[öo]tunnus|personnummer|personnr|f[øo]dselsnummer|rijksregisternummer|burgerservicenummer|codice fiscale|steuer-?(?:id|identifikationsnummer|nummer)|sozialversicherungsnummer|rentenversicherungsnummer|personalausweis(?:nummer)?|ausweisnummer|reisepass(?:nummer)?|num[ée]ro de s[ée]curit[ée] sociale|n[úu]mero de (?:identidad|la seguridad social)|social (?:security|insurance)|national (?:insurance|id(?:entity|entification)?)|(?:personal|identity|identification|tax(?:payer)?|citizen|resident|insurance)(?=[ -]?(?:id|card|number|no|nr|num|#|file)\b)|medicare|nhs|(?:passport|driver'?s? licen[cs]e|driving licen[cs]e|id card|passeport|pasaporte|passaporto|paspoort))(?![\p{L}])(?:[ -]?(?:id|card|number|no|nr|num|#|file|code))*\.?(?: (?:is|was|of|for|my|the|his|her|ist|lautet|est|es))*[ :#=-]{0,4}(?<number>[A-Z]{0,3}[ -]?\d[A-Z0-9./ -]{3,22}[A-Z0-9])/dgiu;

const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:\D|$)|^\d+(?:\.\d+){2,}$/;

/** Numbers that states give people: by their form and check digit where that is proof, else where the words before name them. */
export function* findNationalIds(text: string): Generator<Finding> {
  for (const { shape, isValid, words } of NATIONAL_IDS) {
    for (const match of text.matchAll(shape)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!standsAlone(text, start, end, '+') || /^[-.\/]\d/.test(text.slice(end, end + 2)) || /[\p{L}\d][-.\/]$/u.test(text.slice(Math.max(0, start - 2), start))) continue;
      if (isValid(match[0]) && (words === undefined || isNearAfter(text, start, words, 60))) yield { kind: 'national-id', start, end };
    }
  }
  for (const match of text.matchAll(ANNOUNCED)) {
    const [start, whole] = match.indices?.groups?.['number'] ?? [0, 0];
    const number = wholeNumber(text.slice(start, whole));
    if (number.replace(/\D/g, '').length >= 5 && !DATE.test(number)) yield { kind: 'national-id', start, end: start + number.length };
  }
}

/** What belongs to the number: its groups of digits and short groups of letters, not the words that follow. */
function wholeNumber(text: string): string {
  const groups = text.split(/(?<=[ ])/);
  let length = 0;
  for (const group of groups) {
    const word = group.trim();
    if (length > 0 && !/\d/.test(word) && !/^[A-Z]{1,2}$/.test(word)) break;
    length += group.length;
  }
  return text.slice(0, length).replace(/[ .\/-]+$/, '');
}
