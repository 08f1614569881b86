import type { Find, Finding } from './finding';

/** What stands inside of a value without belonging to it: characters without width, markdown's pairs of two stars (one star masks what somebody took out), tags of HTML. */
const MARK = /[\u00AD\u200B-\u200F\u2060\uFE0F\uFEFF]|(?<!\*)\*\*(?=[^\s*][^*\n]{0,80}\*\*(?!\*))|(?<=(?<!\*)\*\*[^\s*][^*\n]{0,80})\*\*(?!\*)|`|<\/?(?:b|i|u|em|strong|span|code|font|small|wbr)(?: [^<>]{0,80})?\/?>/giu;
/** Written out as HTML writes them. */
const ENTITY = /&(?:nbsp|commat|period|#(?:x[0-9a-f]{1,4}|\d{1,5}));/gi;
const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', commat: '@', period: '.' };
const ANY = new RegExp(`${MARK.source}|${ENTITY.source}`, 'giu');

/**
 * What the finders see when such marks are taken away and entities read, where one of these stands inside of what they found: `4111&nbsp;1111…`,
 * `**anna**@example.com`, digits held apart by joiners. Places are those of the text with its marks.
 */
export function* findThroughMarks(text: string, finders: readonly Find[]): Generator<Finding> {
  if (text.search(ANY) === -1) return;
  let plain = '';
  /** For each character of the plain text, where it begins and ends in the marked one. */
  const begins: number[] = [];
  const ends: number[] = [];
  const add = (piece: string, from: number, until?: number): void => {
    for (let at = 0; at < piece.length; at += 1) {
      begins.push(until === undefined ? from + at : from);
      ends.push(until ?? from + at + 1);
    }
    plain += piece;
  };
  let at = 0;
  for (const { 0: mark, index } of text.matchAll(ANY)) {
    add(text.slice(at, index), at);
    at = index + mark.length;
    if (mark.startsWith('&')) add(read(mark.slice(1, -1).toLowerCase()), index, at);
  }
  add(text.slice(at), at);
  for (const find of finders) {
    for (const { kind, start, end } of find(plain)) {
      const from = begins[start] ?? 0;
      const until = ends[end - 1] ?? from;
      if (until - from > end - start) yield { kind, start: from, end: until };
    }
  }
}

/** An entity as the one character that it stands for; what is no plain sign is read as a blank. */
function read(name: string): string {
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : undefined;
  if (code === undefined) return NAMED[name] ?? ' ';
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code) : ' ';
}
