import { withoutPlaceholders } from '../../domain/placeholder';

/** Kinds of what a program wrote or what stands for one place in it: the same string on two sides means the same thing. */
export type MarkKind = 'address' | 'code' | 'name' | 'file' | 'version';

/** Called for every mark found: `kind:text` in lower case, and the span `[start, end)` it stands at. */
export type OnMark = (mark: string, kind: MarkKind, start: number, end: number) => void;

const LONGEST_READ = 20_000;
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
  let before = '';
  let start = 0;
  while (start < read.length) {
    let end = start;
    let looksExact = false;
    let wasLower = false;
    for (; end < read.length; end += 1) {
      const code = read.charCodeAt(end);
      if (code <= 32 || code === 0xa0) break;
      // A digit, a capital after a small letter, or `_ : / . x::y` inside.
      const isUpper = code >= 65 && code <= 90;
      if ((code >= 48 && code <= 57) || code === 0x5f || code === 0x3a || code === 0x2f || (code === 0x2e && end + 1 < read.length && read.charCodeAt(end + 1) > 32) || (isUpper && wasLower)) looksExact = true;
      wasLower = code >= 97 && code <= 122;
    }
    if (end > start) {
      const token = looksExact && end - start <= LONGEST_TOKEN ? read.slice(start, end) : '';
      if (token !== '') marksOfToken(token, start, before, onMark);
      before = end - start <= 20 ? read.slice(start, end) : '';
    }
    start = end + 1;
  }
}

function marksOfToken(token: string, offset: number, before: string, onMark: OnMark): void {
  const tell = (kind: MarkKind, text: string, at: number, length = text.length): void => {
    if (text.length > 1 && text.length <= LONGEST_MARK) onMark(`${kind}:${text.toLowerCase()}`, kind, offset + at, offset + at + length);
  };
  const address = ADDRESS.exec(token);
  if (address !== null) {
    const place = placeOf(address[1] ?? '');
    if (place !== undefined) tell('address', place.text, address.index, address[0].length - (address[1] ?? '').length + place.length);
    return;
  }
  const whole = (kind: MarkKind, shape: RegExp, group = 0): boolean => {
    const found = shape.exec(token);
    if (found !== null) tell(kind, found[group] ?? '', found.index, found[0].length);
    return found !== null;
  };
  if (whole('code', HEX) || whole('code', CONSTANT) || whole('code', CODED, 1)) return;
  if (CODE_WORD.test(before) && whole('code', NUMBER, 1)) return;
  if (whole('name', FRAME) || whole('file', FILE)) return;
  const scoped = whole('name', SCOPED);
  const thrown = whole('name', THROWN);
  if (scoped || thrown) return;
  const version = VERSION.exec(token);
  if (version !== null && !isNetworkAddress(version[1] ?? '')) return void whole('version', VERSION, 1);
  if (VERSION_WORD.test(before) && whole('version', SHORT_VERSION, 1)) return;
  if (!token.includes('@') && whole('name', DOTTED)) return;
  if (whole('code', LETTERED)) return;
  whole('code', NEGATIVE);
}

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
