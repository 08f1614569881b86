import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { digitsOf } from './check-digits';
import { JOINING_LETTER } from './boundaries';
import type { Finding } from './finding';
import { isAfterThing } from './thing-words';

const RUN = new RegExp(String.raw`(?<!${JOINING_LETTER}|[\p{N}_@#=&$€£%]|\p{L}[-.]|\d:)(?:\+|\(\+?)?\d(?:[ ().\/-]{0,3}\d){5,40}(?: ?(?:x|ext\.?|extension|durchwahl) ?\d{1,6})?(?!${JOINING_LETTER}|[_%€£]|\d)`, 'giu');
const SPOKEN_OF =
  /(?:\b(?:(?:(?:call|ring|phone|dial|sms|whatsapp)(?:ed|ing|s)?|(?:text|reach|message)(?:ed|ing|s)?(?= (?:me|us|him|her|them|back|at|on)\b))(?: (?:me|us|him|her|them|back|at|on|to))*|phones?|(?:tele)?phone (?:no|number|nr)|tele(?:phone|f[oó]no|fon|foon)|tel|t[ée]l[ée]phone|t[ée]l|fon|fone|fax|mob(?:ile)?|m[oó]vil|cell(?:phone|ulare|ular)?|celular|handy|gsm|hotline|landline|answering(?: at| on)?|registered|mobilnummer|mobilnr|rufnummer|handynummer|anrufen|appele[rz]|appelez-moi|ll[aá]m[ae]\w*|chiama\w*|bel(?:len)? |ring mig|puhelin|num[ée]ro|desk|voicemail|contact(?: me| us)?(?: at| on)?)(?: (?:number|no|nr|num|is|was|at|on|under|unter|auf|au|al|op))*|(?<!(?:order|invoice|case|bug|serial|account|version|model|build|tracking|reference|ref|part|id|ticket|page|line|card) )\bnumber(?: is| was| to| at|:))[\s:.=#-]{0,4}\(?$/iu;
/** The same in other languages and scripts; a word without a boundary before it where its script sets none. */
const SPOKEN_ABROAD =
  /(?:(?<!\p{L})(?:t[ée]l[ée]f\p{L}*|tel\. ?č|tlf|puh|komórk\p{L}*|zadzwo\p{L}*|dzwoni\p{L}*|zavol\p{L}*|rückruf|zurückrufen|erreichbar|joignable|telepon|điện thoại|sđt|numer telefonu|телефон\p{L}*|тел|моб\p{L}*|звонит\p{L}*|позвонит\p{L}*|мой номер|τηλέφων\p{L}*|κινητό|هاتف\p{L}*|جوال\p{L}*|تلفون|موبايل|טלפון|נייד|फ़ोन|फोन|मोबाइल)(?: (?:number|no|nr|číslo|numer|unter|au|al|en|на|по|is|to|je|jest))*|(?:电话|電話|手机|手機|携帯|ケータイ)(?:号码|號碼|番号|号|碼|码)?|전화 ?(?:번호)?|핸드폰 ?(?:번호)?|휴대폰 ?(?:번호)?|โทร(?:ศัพท์)?)[ \t]?(?:は|が|是|为|為|는|은)?[\s:.=#-]{0,4}\(?$/iu;
const SPOKEN_AFTER = /^\)?[ ,]{0,2}\(?(?:office|fax|mobile|mob|cell|home|desk|work|landline|ask for|after (?:\d|work|five|six|four))\b/i;
const COUNTRIES: readonly CountryCode[] = ['GB', 'DE', 'FR', 'IT', 'NL', 'BE', 'CH', 'AT', 'AU', 'NZ', 'SE', 'IN', 'ZA', 'IE', 'JP', 'BR'];
const DATE = /^(?:(?:19|20)\d{2}[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:[0-2]?\d|3[01])|(?:[0-2]?\d|3[01])[-/. ](?:[0-2]?\d|3[01])[-/. ](?:19|20)\d{2}|(?:[0-2]?\d|3[01])[-/.](?:[0-2]?\d|3[01])[-/.]\d{2})(?:[ -]+[0-2]?\d(?:[.: -][0-5]\d){0,2})?$/;
const YEARS = /^(?:19|20)\d{2}[-/ ](?:19|20)\d{2}$/;
/** Behind a number that counts or weighs something. */
const AMOUNT = /^\s?(?:%|[€$£¥]|eur\b|usd\b|gbp\b|[kmgt]i?b\b|bytes?\b|px\b|ms\b|items?\b|messages?\b|mails?\b|e-?mails?\b|files?\b|rows?\b|times\b|x\d|[:\\]\d|[円元件個个人回年月日秒分時개명원건년])/i;
/** Before the name or number of a thing. */
const THING = /(?:\b(?:registered number|company (?:no|number)|order|invoice|case|bug|serial|version|model|build|tracking|reference|ref|part|id|uid|kb|rfc|error|code|line|page|id=|ticket|article|port|pid|at offset|commit|isbn|sku)(?: (?:no|number|nr|id|is))*\.?[\s:#=-]{0,3}|[#$€£/\\=?&])$/i;

/**
 * Telephone numbers: international ones that their country's plan allows, and national ones where their groups or the words around
 * them say so. Dates, amounts, versions, and numbers of things are left.
 */
export function* findPhones(text: string): Generator<Finding> {
  for (const match of text.matchAll(RUN)) {
    yield* phonesIn(text, match.index, match.index + match[0].length);
  }
}

/** The longest row of groups from the left that is a telephone number; two written side by side are two. */
function* phonesIn(text: string, start: number, runEnd: number): Generator<Finding> {
  for (let stop = runEnd; stop > start; stop = text.lastIndexOf(' ', stop - 1)) {
    const end = start + trimmed(text.slice(start, stop)).length;
    if (!isPhone(text.slice(start, end), text.slice(Math.max(0, start - 60), start), text.slice(end, end + 24))) continue;
    yield { kind: 'phone', start, end };
    const next = text.slice(stop, runEnd).search(/[+\d(]/);
    if (next !== -1) yield* phonesIn(text, stop + next, runEnd);
    return;
  }
}

function isPhone(written: string, before: string, after: string): boolean {
  const number = written.replace(/ ?(?:x|ext\.?|extension|durchwahl) ?\d{1,6}$/i, '');
  const digits = digitsOf(number);
  if (digits.length > 15 + (number.startsWith('00') ? 2 : 0) || /^(\d)\1+$/.test(digits)) return false;
  if (/^\(?\+/.test(number)) return digits.length >= 7 && isPossible(number);
  if (DATE.test(number) || YEARS.test(number) || AMOUNT.test(after) || isDotted(number) || THING.test(before) || isAfterThing(before, before.length)) return false;
  const isSpokenOf = (SPOKEN_OF.test(before) || SPOKEN_ABROAD.test(before) || SPOKEN_AFTER.test(after)) && digits.length >= 6 && digits.length <= 14;
  return isSpokenOf || isGroupedAsPhone(number, digits) || isWhole(number, digits);
}

/** Groups that only telephone numbers have: (020) 7946 0958, 905-674-3793, 03.93.92.16.85, 07700 900 461, 001-518-640-0854. */
function isGroupedAsPhone(number: string, digits: string): boolean {
  const groups = number.split(/[ ().\/-]+/).filter((group) => group !== '');
  if (groups.length < 2) return false;
  if (/^(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-]{0,2}[2-9]\d{2}[.-]\d{4}$/.test(number) || /^\([2-9]\d{2}\) ?\d{3}[ .-]\d{4}$/.test(number)) return true;
  if (number.startsWith('00')) return digits.length >= 10 && isPossible(`+${digits.slice(2)}`);
  if (/^\(0?\d{1,4}\)[ \/-]?\d/.test(number)) return digits.length >= 8 && digits.length <= 12;
  return /^0[1-9]/.test(number) && digits.length >= 9 && digits.length <= 12 && groups.every((group) => group.length >= 2 && group.length <= 8) && (groups[0] ?? '').length <= 5;
}

/** Without groups: only what a country's plan has, with the leading nought that counts of things do not have. */
function isWhole(number: string, digits: string): boolean {
  if (number !== digits || !/^0[1-9]\d{8,9}$/.test(digits)) return false;
  return COUNTRIES.some((country) => parsePhoneNumberFromString(digits, country)?.isValid() ?? false);
}

/** Versions and addresses: dots between groups of which one is a single digit, or too few digits for a telephone. */
function isDotted(number: string): boolean {
  if (!/^[\d.]+$/.test(number) || !number.includes('.')) return false;
  const groups = number.split('.');
  return groups.length < 3 || groups.some((group) => group.length < 2 || group.length > 4) || digitsOf(number).length < 9;
}

function isPossible(number: string): boolean {
  return parsePhoneNumberFromString(number.replace(/\(0\)/, ''))?.isPossible() ?? false;
}

/** A closing bracket that was not opened, or an open one that is not closed, is not part of the number. */
function trimmed(written: string): string {
  const text = written.replace(/[ .\/-]+$/, '');
  return text.startsWith('(') && !text.includes(')') ? text : text.replace(/\($/, '');
}
