import { stem } from './stem';

const LONGEST_WORD = 40;
const SHORT_HALF = 3;
const LONG_HALF = 6;
/** What is written with a hyphen, without, or apart: "multi-week", "multiweek". */
const PREFIX = /^(?:multi|auto|anti|inter|micro|mini|semi|super|under|over)$/i;
const HYPHEN = 0x2d;
const SPACE = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const WIDE = 4;
const MARK = 5;

/** Called for every word found: its stem as code units (valid during the call only), where it stood, and whether it is part of a joined name. */
export type OnWord = (word: Uint16Array, length: number, start: number, end: number, isPart: boolean) => void;

const spelled = new Uint16Array(LONGEST_WORD * 2 + 2);
const stemmed = new Uint16Array(LONGEST_WORD * 2 + 2);

/**
 * Walks the words of a text, lower-cased, accents folded, lightly stemmed. `CamelCase` also gives its parts, `e-mail` and
 * `top-up` also the joined word, `128.3.1` stays one word, Chinese, Japanese and Thai give pairs of characters. Words over 40
 * characters (base64, keys) and lone surrogates give nothing. Linear in the length of the text.
 */
export function scanWords(text: string, from: number, to: number, onWord: OnWord): void {
  let at = from;
  while (at < to) at = scanWord(text, at, to, onWord);
}

/** Reads what stands at one place of a text: a word, or something that is none. @returns where it ends */
export function scanWord(text: string, at: number, to: number, onWord: OnWord): number {
  const kind = kindOf(text.charCodeAt(at));
  if (kind === SPACE || kind === MARK) return at + 1;
  const end = kind === WIDE ? endOfWide(text, at, to) : endOfWord(text, at, to);
  if (kind === WIDE) emitPairs(text, at, end, onWord);
  else if (end - at <= LONGEST_WORD) {
    emit(text, at, end, onWord);
    emitParts(text, at, end, onWord);
    const whole = endOfPair(text, at, end, to);
    if (whole > end) emitJoined(text, at, end, whole, onWord);
  }
  return end;
}

function endOfWord(text: string, from: number, to: number): number {
  let at = from + 1;
  while (at < to) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === SPACE) {
      const joins = (code === 0x2e && isDigit(text, at - 1) && isDigit(text, at + 1)) || ((code === 0x27 || code === 0x2019) && kindOf(text.charCodeAt(at + 1)) === LOWER);
      if (!joins || at + 1 >= to) break;
    }
    if (kind === WIDE) break;
    at += 1;
  }
  return at;
}

function endOfWide(text: string, from: number, to: number): number {
  let at = from + 1;
  while (at < to && kindOf(text.charCodeAt(at)) === WIDE) at += 1;
  return at;
}

function emit(text: string, from: number, to: number, onWord: OnWord, isPart = false): void {
  const length = spell(text, from, to, 0);
  emitStem(length, from, to, onWord, isPart);
}

function emitStem(length: number, from: number, to: number, onWord: OnWord, isPart = false): void {
  if (length === 0) return;
  for (let at = 0; at < length; at += 1) stemmed[at] = spelled[at]!;
  onWord(stemmed, stem(stemmed, length), from, to, isPart);
}

/** `nsMsgDatabase` is also `msg` and `database`: developers' names carry customers' words. */
function emitParts(text: string, from: number, to: number, onWord: OnWord): void {
  let start = from;
  for (let at = from + 1; at <= to; at += 1) {
    const turns = at < to && kindOf(text.charCodeAt(at)) === UPPER && kindOf(text.charCodeAt(at - 1)) === LOWER;
    if (!turns && at < to) continue;
    if (at === to && start === from) return;
    if (at - start > 2) emit(text, start, at, onWord, true);
    start = at;
  }
}

function emitPairs(text: string, from: number, to: number, onWord: OnWord): void {
  if (to - from === 1) emit(text, from, to, onWord);
  for (let at = from; at + 1 < to; at += 1) emit(text, at, at + 2, onWord);
}

/** Where `e-mail`, `add-on`, `pop-up` end; the first word's own end for anything else: "data-loss" and "drag-n-drop" are words side by side. */
function endOfPair(text: string, from: number, end: number, to: number): number {
  if (text.charCodeAt(end) !== HYPHEN || end + 1 >= to || text.charCodeAt(from - 1) === HYPHEN) return end;
  const kind = kindOf(text.charCodeAt(end + 1));
  if (kind !== LOWER && kind !== UPPER) return end;
  const whole = endOfWord(text, end + 1, to);
  if (text.charCodeAt(whole) === HYPHEN) return end;
  const [short, long] = [Math.min(end - from, whole - end - 1), Math.max(end - from, whole - end - 1)];
  return (short <= SHORT_HALF && long <= LONG_HALF) || PREFIX.test(text.slice(from, end)) ? whole : end;
}

function emitJoined(text: string, first: number, firstEnd: number, end: number, onWord: OnWord): void {
  emitStem(spell(text, firstEnd + 1, end, spell(text, first, firstEnd, 0)), first, end, onWord);
}

function spell(text: string, from: number, to: number, length: number): number {
  let n = length;
  for (let at = from; at < to && n < spelled.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === UPPER && code < 128) spelled[n++] = code + 32;
    else if (kind === LOWER || kind === DIGIT || kind === WIDE || kind === UPPER) spelled[n++] = code < 0xc0 ? code : fold(code);
    else if (code === 0x2e) spelled[n++] = code;
  }
  return n;
}

/** Of each code its plain letter, 0 while unknown. */
const folded = new Uint16Array(0x10000);
function fold(code: number): number {
  if (folded[code] !== 0) return folded[code]!;
  const plain = String.fromCharCode(code).toLowerCase().normalize('NFD').charCodeAt(0);
  folded[code] = plain;
  return plain;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Of each code its kind and one more, 0 while unknown. */
const kinds = new Uint8Array(0x10000);
function kindOf(code: number): number {
  if (code < 128) {
    if (code >= 97 && code <= 122) return LOWER;
    if (code >= 65 && code <= 90) return UPPER;
    return code >= 48 && code <= 57 ? DIGIT : SPACE;
  }
  // Behind the last character there is none, and no number for it.
  if (!(code < kinds.length)) return SPACE;
  if (kinds[code] !== 0) return kinds[code]! - 1;
  const kind = kindOfRare(code);
  kinds[code] = kind + 1;
  return kind;
}

function kindOfRare(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return SPACE;
  const character = String.fromCharCode(code);
  if (/\p{M}/u.test(character)) return MARK;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(character)) return WIDE;
  if (/\p{Lu}/u.test(character)) return UPPER;
  if (/\p{L}/u.test(character)) return LOWER;
  return /\p{Nd}/u.test(character) ? DIGIT : SPACE;
}
