/** Bytes of UTF-8 that are kept of one text; of a longer one its head and its tail. */
export const TEXT_BYTES = 64_000;
const HEAD_SHARE = 0.75;
/** What stands where the middle was: the sign of a left-out part in any quotation, so that it cannot be read as a customer's words. */
export const CUT_MARK = '\n\n[…]\n\n';

/** C0 and C1 controls (NUL among them) but tab and line ends, and the byte order mark: never words. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF]/g;
/**
 * Characters that nobody sees and that can hide or turn words: blanks without width, soft hyphens, fillers, overrides and isolates of
 * direction, tag characters. Joiners and the two marks of direction stay: emoji and scripts need them; tags stay where they spell a flag.
 */
const HIDDEN = /[\u00AD\u115F\u1160\u180E\u200B\u202A-\u202E\u2060-\u206F\u3164\uFFA0\uFFF9-\uFFFB]|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]{0,6})[\u{E0000}-\u{E007F}]/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Nothing but characters that all of this leaves as they are, composed and seen: most texts of Latin letters. One look tells them. */
const PLAIN = /^[\t\n\x20-\x7E\xA0-\xAC\xAE-\u02FF\u2010-\u2027\u2030-\u205E]*$/;
const encoder = new TextEncoder();

/** The text as it is kept: NFC, line ends as one character, no control or hidden characters, lone surrogates replaced. Scripts, emoji and marks of direction stay. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(LONE_SURROGATES, '\uFFFD').replace(CONTROLS, '').replace(HIDDEN, '').normalize('NFC').trim();
}

/** Whether the text holds characters that nobody sees, beyond a byte order mark. */
export function hasHidden(text: string): boolean {
  return !PLAIN.test(text) && text.search(HIDDEN) !== -1;
}

/** The text, or where it is longer than `most` bytes of UTF-8 its head and tail with `CUT_MARK` between. */
export function keepEnds(text: string, most = TEXT_BYTES): { readonly text: string; readonly isCut: boolean } {
  if (text.length * 3 <= most || (text.length <= most && encoder.encode(text).length <= most)) return { text, isCut: false };
  const room = most - encoder.encode(CUT_MARK).length;
  const head = headWithin(text, Math.floor(room * HEAD_SHARE));
  const tail = tailWithin(text.slice(head.length), Math.floor(room * (1 - HEAD_SHARE)));
  return { text: head + CUT_MARK + tail, isCut: true };
}

function headWithin(text: string, bytes: number): string {
  let used = 0;
  let end = 0;
  for (const char of text) {
    used += byteLength(char);
    if (used > bytes) break;
    end += char.length;
  }
  return text.slice(0, end);
}

function tailWithin(text: string, bytes: number): string {
  let used = 0;
  let start = text.length;
  while (start > 0) {
    const low = text.charCodeAt(start - 1);
    const isPair = low >= 0xdc00 && low <= 0xdfff && start > 1 && text.charCodeAt(start - 2) >= 0xd800 && text.charCodeAt(start - 2) <= 0xdbff;
    const width = isPair ? 2 : 1;
    used += isPair ? 4 : byteLength(text.slice(start - 1, start));
    if (used > bytes) break;
    start -= width;
  }
  return text.slice(start);
}

function byteLength(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
