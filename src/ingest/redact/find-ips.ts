import { JOINING_LETTER } from './boundaries';
import type { Finding } from './finding';

/** Also as those write it who want no link made of it: 198[.]51[.]100[.]7. */
const DOT = String.raw`(?:\.|\[\.\]|\(\.\))`;
const RANGE = String.raw`(?=-(?:\d{1,3}\.){3}\d{1,3}(?![\d.]))`;
const FOUR = new RegExp(String.raw`(?<!${JOINING_LETTER}|[\p{N}_.]|(?<!(?:\d{1,3}\.){3}\d{1,3})-)(?:\d{1,3}${DOT}){3}\d{1,3}(?:${RANGE}|(?!${JOINING_LETTER}|[\p{N}_]|\.\d|-[\p{L}\p{N}]))`, 'gu');
const SIX = new RegExp(String.raw`(?<!${JOINING_LETTER}|[\p{N}_:.])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?!${JOINING_LETTER}|[\p{N}_:])`, 'giu');
const PROGRAM = String.raw`thunderbird|tb|betterbird|seamonkey|nordvpn|openvpn|firefox|chrome|chromium|edge|safari|opera|windows|macos|android|ios|app|java|kernel|outlook|office(?: 365)?|excel|word|teams|sql server|iis|\.net(?: core| framework)?|node|python|php|sdk|bios|firmware|(?:display |graphics |audio )?driver|treiber|plug-?in|add-?on|package|library|lib\p{L}+|patch|hotfix|build|release|assembly\p{L}*`;
/** Words after which four numbers with dots are a version, not an address. */
const VERSION = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}])(?:versions?(?:snummer| number| no\.?)?|vers?|v|rev(?:ision)?|(?:product|file|assembly)version|versi[óo]n|versione|versão|versie|verzió|verz[ei]|wersj[ai]|versio|sürüm|верси[яи]|έκδοση|(?:mise à jour|(?:up|down)(?:dat|grad)\p{L}*|actuali[sz]\p{L}*|aggiorna\p{L}*|atuali[sz]\p{L}*|aktualisier\p{L}*|aktuali[sz]\p{L}*|uppdater\p{L}*|обновл\p{L}*)(?: (?:to|from|auf|von|à|de|vers|a|al|alla|da|la|naar|op|na|do|z|до|на))*|section|clause|chapter|figure|oid|rfc|§|${PROGRAM})|バージョン|アップデート|版本|版|버전|업데이트|เวอร์ชัน)(?: (?:is|was|ist|lautet|war|est|es|è|é|jest|number|no))*["'»”]?[ \t]?[:=(#/.>は是]{0,3}[ \t]?["'«“]?v?$`,
  'iu',
);
/** A list or a pair of versions: "91.13.0.1 and", "from 78.14.0.1 to". */
const ANOTHER = /(?:\d+\.){1,4}\d+[\w.-]{0,12}(?: ?(?:,|\/|->|→|-|–|und|and|or|to|oder|bis|auf|et|ou|à|y|e|o|a|en|of|naar|i|do) ?){1,2}$/iu;
const MOST_VERSIONS = 6;
const ADDRESS = /\b(?:ip|ipv4|address|host|server|from|router|gateway|dns|ping|subnet|proxy)\b[^\n]{0,16}$/i;
/** Addresses of no one: this machine, this link, everybody, and masks. */
const NOBODY = /^(?:0\.|127\.|169\.254\.|2(?:2[4-9]|3\d)\.|255\.255\.)/;
/** Addresses inside of a house (RFC 1918): millions have the same ones. */
const INSIDE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;
/** Where somebody says that it is theirs, it is taken all the same. */
const THEIRS = /(?<![\p{L}])(?:(?:my|our|your|his|her|their|user|users|customer|visitor|client|caller|source|remote|originating)(?:['’]?s)?[ -](?:\w+ )?ip|meine?|mon|notre|mi|mio|il mio|mijn)[ -]?(?:ip)?(?:v4)?[ -]?(?:address|adresse|adres|indirizzo)?(?: (?:is|was|ist|est|es|è))?[ :=([]{0,3}$|(?<![\p{L}])ip[- ]?address(?: is|:|=)? ?$/iu;
/** Addresses that only examples have (RFC 5737, RFC 3849); people who make texts up take them, too, so the words have to say that it is one. */
const EXAMPLE = /^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:0?db8:)/i;
const SAID_EXAMPLE = /(?<![\p{L}.@-])(?:e\.g\.|eg|example|examples|sample|placeholder|docs?|documentation|rfc ?\d*|z\. ?b\.|beispiel\p{L}*|dokumentation|par exemple|exemple|ejemplo|esempio|exemplo|voorbeeld)(?![\p{L}])[^\n]{0,30}$|例[^\n]{0,20}$/iu;

/**
 * IPv4 and IPv6 addresses; versions with four numbers, masks, one's own machine, addresses inside of a house that nobody calls theirs, and examples
 * that are called so are left.
 */
export function* findIps(text: string): Generator<Finding> {
  for (const match of text.matchAll(FOUR)) {
    const address = match[0].replace(/[[\]()]/g, '');
    const { index: start } = match;
    if (isFour(address) && !NOBODY.test(address) && !isOfNobody(text, start, address) && !isVersion(text, start, address)) yield { kind: 'ip', start, end: start + match[0].length };
  }
  if (!text.includes(':')) return;
  for (const match of text.matchAll(SIX)) {
    if (isSix(match[0]) && match[0] !== '::1' && match[0] !== '::' && !isOfNobody(text, match.index, match[0])) yield { kind: 'ip', start: match.index, end: match.index + match[0].length };
  }
}

function isOfNobody(text: string, start: number, address: string): boolean {
  const before = text.slice(Math.max(0, start - 48), start);
  return (INSIDE.test(address) && !THEIRS.test(before)) || (EXAMPLE.test(address) && SAID_EXAMPLE.test(before));
}

function isFour(text: string): boolean {
  return text.split('.').every((part) => Number(part) <= 255 && (part.length === 1 || !part.startsWith('0')));
}

function isVersion(text: string, start: number, address: string): boolean {
  let before = text.slice(Math.max(0, start - 120), start);
  for (let at = 0; at < MOST_VERSIONS && ANOTHER.test(before); at += 1) before = before.replace(ANOTHER, '');
  if (VERSION.test(before)) return true;
  const parts = address.split('.').map(Number);
  // Small numbers, as in 2.0.0.1 or 10.0.1.4, are versions as often as addresses: then the words before decide.
  return parts.every((part) => part < 20) && parts[0] !== 10 && !ADDRESS.test(before);
}

/** Eight groups, or fewer with one `::`; a group with a letter or of two digits and more, so that 10:02:11 stays a time. */
function isSix(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2 || (text.startsWith(':') && !text.startsWith('::')) || (text.endsWith(':') && !text.endsWith('::'))) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const tail = groups.at(-1) ?? '';
  const size = groups.length + (tail.includes('.') ? 1 : 0);
  if (groups.some((group) => group === '' || (!group.includes('.') && group.length > 4))) return false;
  if (halves.length === 1) return size === 8 && groups.some((group) => group.length > 1);
  return size < 8 && size >= 2 && groups.some((group) => /[0-9]/.test(group)) && groups.join('').length >= 4;
}
