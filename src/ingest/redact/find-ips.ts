import type { Finding } from './finding';

const FOUR = /(?<![\p{L}\p{N}_.-])(?:\d{1,3}\.){3}\d{1,3}(?![\p{L}\p{N}_]|\.\d|-[\p{L}\p{N}])/gu;
const SIX = /(?<![\p{L}\p{N}_:.])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?![\p{L}\p{N}_:])/giu;
/** Words after which four numbers with dots are a version, not an address. */
const VERSION = /\b(?:versions?|ver|v|rev|revision|build|release|update[ds]?( to)?|upgraded?( to)?|firmware|driver|thunderbird|firefox|chrome|chromium|edge|windows|macos|android|ios|app|java|kernel|section|clause|chapter|figure|oid)[ \t:=(#/.]{0,3}$/i;
const ADDRESS = /\b(?:ip|ipv4|address|host|server|from|router|gateway|dns|ping|subnet|proxy)\b[^\n]{0,16}$/i;
/** Addresses of no one. */
const NOBODY = /^(?:0\.0\.0\.0|127\.0\.0\.1|255\.255\.255\.\d+)$/;

/** IPv4 and IPv6 addresses; versions with four numbers, masks and the address of one's own machine are left. */
export function* findIps(text: string): Generator<Finding> {
  for (const match of text.matchAll(FOUR)) {
    const [address] = match;
    const { index: start } = match;
    if (isFour(address) && !NOBODY.test(address) && !isVersion(text, start, address)) yield { kind: 'ip', start, end: start + address.length };
  }
  if (!text.includes(':')) return;
  for (const match of text.matchAll(SIX)) {
    if (isSix(match[0]) && match[0] !== '::1' && match[0] !== '::') yield { kind: 'ip', start: match.index, end: match.index + match[0].length };
  }
}

function isFour(text: string): boolean {
  return text.split('.').every((part) => Number(part) <= 255 && (part.length === 1 || !part.startsWith('0')));
}

function isVersion(text: string, start: number, address: string): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
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
  if (halves.length === 1) return size === 8;
  return size < 8 && size >= 2 && groups.some((group) => /[0-9]/.test(group)) && groups.join('').length >= 4;
}
