import { digitsOf, isDate, passesLuhn, passesMod11Of10, passesVerhoeff, weighted } from './check-digits';

/** A number that a state gives people. `words`: only where they stand before it, because its form alone is no proof. */
export interface NationalId {
  readonly name: string;
  readonly shape: RegExp;
  readonly isValid: (written: string) => boolean;
  readonly words?: RegExp;
  /** No digit of it checks the others: behind the word for an order, an error or a version it is that. */
  readonly isFormOnly?: true;
}

const TAX_OR_PERSON = /\b(?:ssn|sin|tin|id|bsn|sofi|nif|contribuinte|steuer|idnr|tax|tfn|medicare|nhs|aadhaar|aadhar|uid|pan|passport|social|personal|insurance|national|number|nummer|nr|no)\b[^\n]{0,30}$/i;
const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const HETU_SIGNS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Day, month from digits at the two places. */
const dateAt = (digits: string, day: number, month: number): boolean => isDate(Number(digits.slice(day, day + 2)), Number(digits.slice(month, month + 2)));

/** Forms and checks as the issuing authorities publish them. */
export const NATIONAL_IDS: readonly NationalId[] = [
  { name: 'US social security', shape: /(?<!\d)(?!000|666)[0-8]\d{2}-(?!00)\d{2}-(?!0000)\d{4}(?!\d)/g, isValid: () => true, isFormOnly: true },
  { name: 'US taxpayer', shape: /(?<!\d)9\d{2}-[5-9]\d-\d{4}(?!\d)/g, isValid: () => true, isFormOnly: true },
  { name: 'UK national insurance', shape: /\b(?![DFIUV])[A-Z](?![DFIOUV])[A-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gi, isValid: (text) => /^[A-Z]{2}/.test(text) || /^[a-z]{2}\d{6}[a-d]$/.test(text) },
  { name: 'UK national insurance, specimen', shape: /\bQQ ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g, isValid: () => true, isFormOnly: true },
  { name: 'Denmark', isFormOnly: true, shape: /\b\d{6}-\d{4}\b/g, isValid: (text) => dateAt(text, 0, 2) || (dateAt(text, 4, 2) && passesLuhn(digitsOf(text))) },
  { name: 'Sweden', shape: /\b(?:19|20)?\d{6}[-+]\d{4}\b/g, isValid: (text) => personnummer(digitsOf(text).slice(-10)) },
  { name: 'Sweden, without dash', shape: /\b(?:19|20)\d{10}\b/g, isValid: (text) => personnummer(text.slice(-10)) },
  { name: 'Finland', shape: /\b\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]\b/gi, isValid: (text) => dateAt(text, 0, 2) && HETU_SIGNS[Number(text.slice(0, 6) + text.slice(7, 10)) % 31] === text.slice(-1).toUpperCase() },
  { name: 'Norway', shape: /\b\d{6} ?\d{5}\b/g, isValid: (text) => norway(digitsOf(text)) },
  { name: 'Spain', shape: /\b(?:\d{8}|[XYZ]\d{7})[ -]?[A-Z]\b/gi, isValid: spain },
  { name: 'Italy', shape: /\b[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]\b/gi, isValid: (text) => /\d/.test(text) },
  { name: 'France', shape: /\b[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}\b/gi, isValid: france },
  { name: 'Poland', shape: /\b\d{11}\b/g, isValid: poland },
  { name: 'Belgium', shape: /\b\d{2}[. ]?\d{2}[. ]?\d{2}[ .-]?\d{3}[ .-]?\d{2}\b/g, isValid: (text) => belgium(digitsOf(text)) },
  { name: 'Brazil', shape: /\b\d{3}\.?\d{3}\.?\d{3}-?\d{2}\b/g, isValid: (text) => brazil(digitsOf(text)) },
  { name: 'Switzerland', shape: /\b756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}\b/g, isValid: (text) => (10 - (weighted(digitsOf(text), [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10 === Number(text.slice(-1)) },
  { name: 'Germany, tax', shape: /\b[1-9]\d ?\d{3} ?\d{3} ?\d{3}\b/g, isValid: (text) => passesMod11Of10(digitsOf(text)), words: /\b(?:steuer|idnr|tin|tax|identifikationsnummer|st\.?-?id)\w*\b[^\n]{0,30}$/i },
  { name: 'Netherlands', shape: /\b\d{4}[ .]?\d{2}[ .]?\d{3}\b/g, isValid: (text) => weighted(digitsOf(text), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0, words: /\b(?:bsn|burgerservicenummer|sofi)\w*\b[^\n]{0,30}$/i },
  { name: 'Portugal', shape: /\b[12356789]\d{2} ?\d{3} ?\d{3}\b/g, isValid: portugal, words: /\b(?:nif|contribuinte|fiscal|tin)\b[^\n]{0,30}$/i },
  { name: 'India, Aadhaar', shape: /\b[2-9]\d{3}[ -]\d{4}[ -]\d{4}\b/g, isValid: (text) => passesVerhoeff(digitsOf(text)) },
  { name: 'India, Aadhaar without groups', shape: /\b[2-9]\d{11}\b/g, isValid: passesVerhoeff, words: TAX_OR_PERSON },
  { name: 'India, PAN', shape: /\b[A-Z]{3}[PCHABGJLFT][A-Z]\d{4}[A-Z]\b/g, isValid: () => true, isFormOnly: true },
  { name: 'Canada', shape: /\b[1-79]\d{2}[ -]\d{3}[ -]\d{3}\b/g, isValid: (text) => passesLuhn(digitsOf(text)), words: TAX_OR_PERSON },
  { name: 'Australia, tax', shape: /\b\d{3} ?\d{3} ?\d{3}\b/g, isValid: (text) => weighted(digitsOf(text), [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0, words: /\b(?:tfn|tax file)\b[^\n]{0,30}$/i },
  { name: 'United Kingdom, NHS', shape: /\b\d{3} ?\d{3} ?\d{4}\b/g, isValid: (text) => (11 - (weighted(digitsOf(text), [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(text.slice(-1)), words: /\bnhs\b[^\n]{0,30}$/i },
  { name: 'Ireland', shape: /\b\d{7}[A-W][A-IW]?\b/g, isValid: ireland },
  { name: 'South Africa', shape: /\b\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}[01][89]\d\b/g, isValid: passesLuhn },
  { name: 'China', shape: /\b[1-6]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]\b/gi, isValid: china },
  { name: 'South Korea', shape: /\b\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-8]\d{6}\b/g, isValid: () => true, isFormOnly: true },
  { name: 'Singapore', shape: /\b[STFGM]\d{7}[A-Z]\b/g, isValid: singapore },
  { name: 'Mexico, tax', shape: /\b[A-ZÑ&]{4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[A-Z0-9]{3}\b/g, isValid: () => true, words: /\bRFC\b[^\n]{0,20}$/ },
  { name: 'Turkey', shape: /\b[1-9]\d{10}\b/g, isValid: turkey, words: /(?:kimlik|tckn|\btc)[^\n]{0,20}$/i },
  { name: 'Malaysia', shape: /\b\d{6}-\d{2}-\d{4}\b/g, isValid: (text) => dateAt(text, 4, 2), words: /\b(?:IC|MyKad|NRIC|identity)\b[^\n]{0,20}$/ },
  { name: 'Taiwan', shape: /\b[A-Z][1289]\d{8}\b/g, isValid: taiwan },
  { name: 'Thailand', shape: /\b\d-\d{4}-\d{5}-\d{2}-\d\b/g, isValid: (text) => (11 - (weighted(digitsOf(text), [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(text.slice(-1)) },
  { name: 'Chile', shape: /\b\d{1,2}\.\d{3}\.\d{3}-[\dK]\b/gi, isValid: chile },
  { name: 'Argentina', shape: /\b(?:20|2[3-7]|30|33|34)-\d{8}-\d\b/g, isValid: argentina },
  { name: 'Germany, pension', shape: /\b\d{2} ?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2} ?[A-Z] ?\d{3}\b/g, isValid: germanPension },
  { name: 'Russia, insurance', shape: /\b\d{3}-\d{3}-\d{3}[ -]\d{2}\b/g, isValid: snils },
  { name: 'Mexico', shape: /\b[A-Z][AEIOUX][A-Z]{2}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[HMX][A-Z]{5}[A-Z0-9]\d\b/g, isValid: () => true, isFormOnly: true },
  { name: 'Romania', shape: /\b[1-8]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{6}\b/g, isValid: (text) => weighted(text, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 % 10 === Number(text.slice(-1)) || weighted(text, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 === 10 },
  { name: 'Czechia and Slovakia', shape: /\b\d{2}(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\/\d{3,4}\b/g, isValid: () => true, isFormOnly: true },
];

function personnummer(ten: string): boolean {
  const day = Number(ten.slice(4, 6));
  return isDate(day > 60 ? day - 60 : day, Number(ten.slice(2, 4))) && passesLuhn(ten);
}

function norway(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const first = 11 - (weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11);
  const second = 11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return isDate(day > 40 ? day - 40 : day, Number(digits.slice(2, 4)) % 40) && first % 11 === Number(digits[9]) && second % 11 === Number(digits[10]);
}

function spain(text: string): boolean {
  const plain = text.replace(/[ -]/g, '').toUpperCase();
  return DNI_LETTERS[Number(plain.slice(0, -1).replace('X', '0').replace('Y', '1').replace('Z', '2')) % 23] === plain.slice(-1);
}

function france(text: string): boolean {
  const plain = text.replace(/ /g, '').toUpperCase();
  const body = plain.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return plain.length === 15 && 97 - Number(BigInt(body) % 97n) === Number(plain.slice(13));
}

function poland(text: string): boolean {
  const month = Number(text.slice(2, 4)) % 20;
  return isDate(Number(text.slice(4, 6)), month) && (10 - (weighted(text, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(text[10]);
}

function belgium(digits: string): boolean {
  const check = Number(digits.slice(9));
  const isRight = [digits.slice(0, 9), `2${digits.slice(0, 9)}`].some((body) => 97 - (Number(body) % 97) === check);
  return digits.length === 11 && isRight && isDate(Number(digits.slice(4, 6)), Number(digits.slice(2, 4)) % 20);
}

function brazil(digits: string): boolean {
  const check = (length: number): number => {
    const rest = (weighted(digits, Array.from({ length }, (_, at) => length + 1 - at)) * 10) % 11;
    return rest === 10 ? 0 : rest;
  };
  return digits.length === 11 && !/^(\d)\1+$/.test(digits) && check(9) === Number(digits[9]) && check(10) === Number(digits[10]);
}

function portugal(text: string): boolean {
  const rest = 11 - (weighted(digitsOf(text), [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return (rest > 9 ? 0 : rest) === Number(text.slice(-1));
}

function ireland(text: string): boolean {
  const second = text.length > 8 ? (text[8] === 'W' ? 0 : text.charCodeAt(8) - 64) : 0;
  return 'WABCDEFGHIJKLMNOPQRSTUV'[(weighted(text.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23] === text[7];
}

function china(text: string): boolean {
  return '10X98765432'[weighted(text.slice(0, 17), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === text.slice(-1).toUpperCase();
}

function singapore(text: string): boolean {
  const sum = weighted(text.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]);
  const kind = text[0] ?? '';
  if ('ST'.includes(kind)) return 'JZIHGFEDCBA'[(sum + (kind === 'T' ? 4 : 0)) % 11] === text[8];
  return 'FG'.includes(kind) ? 'XWUTRQPNMLK'[(sum + (kind === 'G' ? 4 : 0)) % 11] === text[8] : 'KLJNPQRTUWX'[10 - ((sum + 3) % 11)] === text[8];
}

function turkey(text: string): boolean {
  const at = (place: number): number => Number(text[place]);
  const odd = at(0) + at(2) + at(4) + at(6) + at(8);
  const even = at(1) + at(3) + at(5) + at(7);
  return (((odd * 7 - even) % 10) + 10) % 10 === at(9) && (odd + even + at(9)) % 10 === at(10);
}

function taiwan(text: string): boolean {
  const place = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(text[0] ?? '') + 10;
  return (Math.floor(place / 10) + (place % 10) * 9 + weighted(text.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 === 0;
}

function chile(text: string): boolean {
  const digits = digitsOf(text.slice(0, -1)).padStart(8, '0');
  return '0K987654321'[weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11] === text.slice(-1).toUpperCase();
}

function argentina(text: string): boolean {
  const digits = digitsOf(text);
  return (11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(digits.at(-1));
}

function germanPension(text: string): boolean {
  const plain = text.replaceAll(' ', '');
  const digits = plain.slice(0, 8) + String(plain.charCodeAt(8) - 64).padStart(2, '0') + plain.slice(9, 11);
  const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce((total, weight, at) => total + Math.floor((weight * Number(digits[at])) / 10) + ((weight * Number(digits[at])) % 10), 0);
  return sum % 10 === Number(plain.slice(-1));
}

function snils(text: string): boolean {
  const digits = digitsOf(text);
  return ((weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100) === Number(digits.slice(-2));
}
