import { isNearAfter, standsAlone, type Finding } from './finding';
import { NATIONAL_IDS } from './national-ids';
import { isAfterThing } from './thing-words';

/** What people call a number that a state gave them, then at most a few words, then the number. */
const ANNOUNCED =
  /(?<![\p{L}\p{N}])(?:ssn|sin|tin|itin|nino|nie|nif|nir|dni|cpf|cnpj|curp|rfc number|bsn|pesel|egn|cnp|oib|emšo|emso|jmbg|cpr|ahv|avs|insee|aadhaar|aadhar|pan(?= (?:card|no|number|is))|nric|fin(?= (?:no|number))|rrn|hkid|hetu|henkil[öo]tunnus|personnummer|personnr|f[øo]dselsnummer|rijksregisternummer|burgerservicenummer|codice fiscale|steuer-?(?:id|identifikationsnummer|nummer)|sozialversicherungsnummer|rentenversicherungsnummer|personalausweis(?:nummer)?|ausweisnummer|reisepass(?:nummer)?|num[ée]ro de s[ée]curit[ée] sociale|n[úu]mero de (?:identidad|la seguridad social)|social (?:security|insurance)|national (?:insurance|id(?:entity|entification)?)|(?:personal|identity|identification|tax(?:payer)?|citizen|resident|insurance)(?=[ -]?(?:id|card|number|no|nr|num|#|file)\b)|medicare|nhs|(?:passport|driver'?s? licen[cs]e|driving licen[cs]e|id card|passeport|pasaporte|passaporto|paspoort))(?![\p{L}])(?:[ -]?(?:id|card|number|no|nr|num|#|file|code))*\.?(?: (?:is|was|of|for|my|the|his|her|ist|lautet|est|es))*[ :#=-]{0,4}(?<number>[A-Z]{0,3}[ -]?\d[A-Z0-9./ -]{3,22}[A-Z0-9])/dgiu;

/** Abbreviations in capitals, that small letters would make another word of. */
const ABBREVIATED =
  /(?<![\p{L}\p{N}])(?:RG|RUT|RUN|CUI[TL]|NIK|KTP|CCCD|CMND|TAJ|PIS|NUSS|NISS|VSNR|SVNR|SV-?Nr|eID|BVN|EIN|TCKN|AMKA|ΑΜΚΑ|ΑΦΜ|ИНН|СНИЛС|ЕГН|ЄДРПОУ)\.?(?: (?:no|number|nr|n[º°]|is|es|é|je|ist))*[ :#=.-]{0,4}(?<number>\d[\dA-Z./ -]{4,22}[\dA-Z])/dgu;
/** The same in other languages and scripts. */
const ABROAD =
  /(?:(?<![\p{L}\p{N}])(?:c[ée]dula(?: de (?:identidad|ciudadanía))?|rodn[ée] č[íi]slo|isikukood|asmens kod\p{L}*|personas kods|ad[óo]sz[áa]m|adóazonosító(?: jel)?|személyi szám|kennitala|teudat zehut|t\.?c\.? kimlik|kimlik|паспорт\p{L}*|снилс|инн|егн|αριθμός ταυτότητας|driving licen[cs]e|driver'?s? licen[cs]e|permis de conduire|führerschein(?:nummer)?|dowód osobisty|căn cước|emirates id|رقم الهوية|الهوية الوطنية|ת\.?ז\.?|תעודת זהות|आधार)|マイナンバー|個人番号|免許証番号|在留カード番号|パスポート番号|身[分份][证證](?:字?[号號]碼?|号码|號碼)?|护照[号號]?|護照[号號碼]*|주민 ?(?:등록)? ?번호|여권 ?번호|บัตรประชาชน)[^\S\n]?(?:no|number|nr|number is|numer|номер|is|es|je|é|は|が|是|为|為|는|은)?\.?[ :#=-]{0,4}(?<number>[A-Z]{0,5}[ -]?\d[A-Z0-9./ -]{3,22}[A-Z0-9])/dgiu;

const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:\D|$)|^\d+(?:\.\d+){2,}$/;

/** Numbers that states give people: by their form and check digit where that is proof, else where the words before name them. */
export function* findNationalIds(text: string): Generator<Finding> {
  for (const { shape, isValid, words, isFormOnly } of NATIONAL_IDS) {
    for (const match of text.matchAll(shape)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!standsAlone(text, start, end, '+') || /^[-.\/]\d/.test(text.slice(end, end + 2)) || /[\p{L}\d][-.\/]$/u.test(text.slice(Math.max(0, start - 2), start))) continue;
      if (isValid(match[0]) && (words === undefined || isNearAfter(text, start, words, 60)) && !(isFormOnly === true && isAfterThing(text, start))) yield { kind: 'national-id', start, end };
    }
  }
  for (const match of [ANNOUNCED, ABBREVIATED, ABROAD].flatMap((pattern) => [...text.matchAll(pattern)])) {
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
