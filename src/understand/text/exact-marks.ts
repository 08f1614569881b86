import { withoutPlaceholders } from '../../domain/placeholder';
import { LONGEST_READ } from '../../domain/spoken-spans';

/** Kinds of what a program wrote or what stands for one place in it: the same string on two sides means the same thing. */
export type MarkKind = 'address' | 'code' | 'name' | 'file' | 'version';

/** Called for every mark found: `kind:text` in lower case, and the span `[start, end)` it stands at. */
export type OnMark = (mark: string, kind: MarkKind, start: number, end: number) => void;

const LONGEST_TOKEN = 400;
const LONGEST_MARK = 160;

const ADDRESS = /(?:[a-z]{2,8}:\/\/|(?<![\w@./-])(?=(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,12}\/))([^\s<>"'()[\]{}|\\^`,;]{3,300})/i;
const HEX = /(?<!\w)0x[0-9a-f]{4,16}(?!\w)/i;
const CONSTANT = /(?<!\w)[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,8}(?!\w)/;
const LETTERED = /(?<![\w-])[A-Z]{1,4}-?\d{3,6}(?:-\d{3,7})?(?![\w.])/;
const NEGATIVE = /(?<![\w.-])-\d{4,6}(?![\w.-])/;
const CODED = /(?<!\w)(?:http|error|err|errno|code|status|fehler|erreur)[:=#]+(-?\d{3,6})(?!\w)/i;
const NUMBER = /^[#("'[]{0,2}(-?\d{3,6})(?![\w.%-])/;
const CODE_WORD = /^[("'[]?(?:http|http\/[\d.]+|error|err|errno|code|status|exit|sqlstate|fehler|fehlercode|erreur|errore|fout|foutcode|c[oó]digo|chyba|hiba|błąd|エラー)[:=#]?$/i;
const VERSION = /(?<![\w.])v?(\d{1,4}(?:\.\d{1,6}){2,4})(?:[a-z]{1,4}\d{0,3})?(?![\w.])/i;
const SHORT_VERSION = /^v?(\d{1,4}\.\d{1,6})(?![\w.])/i;
const VERSION_WORD = /^(?:version|versión|versione|versie|release|ver\.?|v\.?)$/i;
const FILE = /(?<![\w.-])[\w-][\w.-]{0,60}\.(?:js|mjs|jsm|ts|tsx|jsx|py|java|rb|php|go|rs|cs|cpp|cc|hpp|sql|json|ya?ml|toml|ini|conf|cfg|plist|reg|dll|exe|so|jar|apk|ipa|msi|dmg|xpi|msf|sqlite|db|mab|log|dmp)(?!\w)/i;
const SCOPED = /(?<!\w)[A-Za-z_]\w{1,60}(?:::~?\w{1,60}){1,6}/;
const THROWN = /(?<!\w)[A-Z]\w{2,60}(?:Error|Exception|Fault)(?!\w)/;
const DOTTED = /(?<![\w.@-])[A-Za-z_][\w$-]{1,60}(?:\.[A-Za-z_$][\w$-]{1,60}){2,10}(?![\w@])/;
const FRAME = /(?<![\w.@-])[A-Za-z_$][\w$]{1,60}(?:\.[\w$<>]{1,60}){2,10}(?=\()/;

/**
 * Finds what is compared letter by letter: addresses (host and path, ids in the path masked), error codes (`0x80070005`,
 * `NS_ERROR_FAILURE`, `HTTP 502`, `E1234`, `-25300`), names from code (`ns::Method`, `TimeoutError`, `a.b.c`), files and versions.
 * Reads machine text too, since that is where they stand. At most the first 20,000 characters; tokens over 400 characters give nothing.
 */
export function exactMarks(text: string, onMark: OnMark): void {
  const read = withoutPlaceholders(text.length > LONGEST_READ ? text.slice(0, LONGEST_READ) : text);
  let [beforeStart, beforeEnd] = [0, 0];
  let start = 0;
  while (start < read.length) {
    let end = start;
    let holds = 0;
    let looksExact = false;
    let wasLower = false;
    for (; end < read.length; end += 1) {
      const code = read.charCodeAt(end);
      if (code <= 32 || code === 0xa0) break;
      if (code >= 97 && code <= 122) {
        wasLower = true;
        continue;
      }
      const sign = code < SIGNS.length ? SIGNS[code]! : 0;
      holds |= sign;
      // A digit, a capital after a small letter, or `_ : / . x::y` inside.
      if ((sign & (DIGIT | UNDERSCORE | COLON | SLASH)) !== 0 || (sign === DOT && end + 1 < read.length && read.charCodeAt(end + 1) > 32) || (sign === CAPITAL && wasLower)) looksExact = true;
      wasLower = false;
    }
    if (end > start) {
      if (looksExact && end - start <= LONGEST_TOKEN) marksOfToken({ token: read.slice(start, end), holds, offset: start, before: () => read.slice(beforeStart, beforeEnd) }, onMark);
      [beforeStart, beforeEnd] = end - start <= 20 ? [start, end] : [0, 0];
    }
    start = end + 1;
  }
}

/** What a token holds, as bits: most shapes need one of these, and looking for a character is quicker than trying a shape. */
const DIGIT = 1;
const UNDERSCORE = 2;
const COLON = 4;
const SLASH = 8;
const DOT = 16;
const CAPITAL = 32;
const SIGNS = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 48 && code <= 57) return DIGIT;
  if (code >= 65 && code <= 90) return CAPITAL;
  return { 0x5f: UNDERSCORE, 0x3a: COLON, 0x2f: SLASH, 0x2e: DOT }[code] ?? 0;
});

interface Token {
  readonly token: string;
  /** Bits of what it holds. */
  readonly holds: number;
  readonly offset: number;
  /** The token before it, empty when that is long. */
  readonly before: () => string;
}

function marksOfToken({ token, holds, offset, before }: Token, onMark: OnMark): void {
  const tell = (kind: MarkKind, text: string, at: number, length = text.length): void => {
    if (text.length > 1 && text.length <= LONGEST_MARK) onMark(`${kind}:${text.toLowerCase()}`, kind, offset + at, offset + at + length);
  };
  const address = (holds & SLASH) === 0 ? null : ADDRESS.exec(token);
  if (address !== null) {
    const place = placeOf(address[1] ?? '');
    if (place !== undefined) tell('address', place.text, address.index, address[0].length - (address[1] ?? '').length + place.length);
    return;
  }
  const whole = (kind: MarkKind, shape: RegExp, needs: number, group = 0): boolean => {
    if ((holds & needs) !== needs) return false;
    const found = shape.exec(token);
    if (found !== null) tell(kind, found[group] ?? '', found.index, found[0].length);
    return found !== null;
  };
  const hasDigit = (holds & DIGIT) !== 0;
  if (whole('code', HEX, DIGIT) || whole('code', CONSTANT, UNDERSCORE) || whole('code', CODED, DIGIT, 1)) return;
  if (hasDigit && CODE_WORD.test(before()) && whole('code', NUMBER, DIGIT, 1)) return;
  if (whole('name', FRAME, DOT) || whole('file', FILE, DOT)) return;
  const scoped = whole('name', SCOPED, COLON);
  const thrown = whole('name', THROWN, CAPITAL);
  if (scoped || thrown) return;
  const version = (holds & VERSION_NEEDS) === VERSION_NEEDS ? VERSION.exec(token) : null;
  if (version !== null && !isNetworkAddress(version[1] ?? '')) return void whole('version', VERSION, VERSION_NEEDS, 1);
  if (hasDigit && VERSION_WORD.test(before()) && whole('version', SHORT_VERSION, VERSION_NEEDS, 1)) return;
  if ((holds & DOT) !== 0 && !token.includes('@') && whole('name', DOTTED, DOT)) return;
  if (whole('code', LETTERED, DIGIT | CAPITAL)) return;
  whole('code', NEGATIVE, DIGIT);
}

const VERSION_NEEDS = DIGIT | DOT;

function isNetworkAddress(version: string): boolean {
  const parts = version.split('.');
  return parts.length === 4 && parts.every((part) => Number(part) <= 255);
}

/** Host and path without query, `www.` and ids; undefined for a host alone, which says little. `length` is how much of the address that is. */
function placeOf(address: string): { text: string; length: number } | undefined {
  const route = /#!?\//.test(address) ? address : address.replace(/#.*$/, '');
  const kept = route.replace(/\?[^#]*/, '').replace(/[.,:!?/*]+$/, '');
  const [host = '', ...path] = kept.replace(/^[^/@]*@/, '').replace(/^www\./i, '').split('/');
  const segments = path.filter((part) => part !== '').map((part) => (isId(part) ? '*' : part));
  if (segments.every((part) => part === '*')) return undefined;
  return { text: [host.toLowerCase(), ...segments].join('/'), length: route.includes('?') ? route.indexOf('?') : kept.length };
}

function isId(segment: string): boolean {
  return /^\d+$/.test(segment) || (/^[0-9a-f-]{8,}$/i.test(segment) && /\d/.test(segment));
}
