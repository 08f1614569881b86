import { markQuoted } from './mark-quoted';
import { isMachineLine, LONGEST_READ, spokenSpans, type Span } from './spoken-spans';

/** So many spoken words of a text are looked at. */
export const MOST_WORDS = 400;

/** No word is shorter than a character, so in so few there cannot be too many. */
const SURELY = MOST_WORDS / 2;
/** An address, which is no word; a character of a script without spaces, of which each makes one; a turn to a capital, which parts a name in two more; a word. */
const WORDS = /\b\w{2,8}:\/\/[^\s<>"')]{1,2000}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}]*-?/gu;
const WIDE_INSIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const TURNS = /[^\p{Lu}\P{L}]\p{Lu}/gu;
/** Of one text in as many parts as a book of 16,000 words would make the rest stays in the last. */
const MOST_PARTS = 40;
const LONGEST_LINE = 400;
const PROBE = 'And this is what somebody says.';

/** Whether all that a person says in a text is looked at. Of what is only pasted, a log, the rest is no words. */
export function isLookedAt(text: string): boolean {
  if (text.length <= SURELY) return true;
  const marked = text.length > LONGEST_READ ? markQuoted(text, Number.POSITIVE_INFINITY).text : text;
  const spans = spokenSpans(marked, Number.POSITIVE_INFINITY);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined || isMachineLine(firstLine(marked, first))) return true;
  return last.end <= LONGEST_READ && countWords(marked, spans) <= MOST_WORDS;
}

function firstLine(text: string, { start }: Span): string {
  return text.slice(start, start + LONGEST_LINE).split('\n', 1)[0]?.trim() ?? '';
}

/** Whether words that stand below this text are spoken as they are by themselves: it neither quotes nor signs to its end. */
export function canGoOn(text: string): boolean {
  const below = markQuoted(`${text}\n\n${PROBE}`).text;
  return spokenSpans(below, Number.POSITIVE_INFINITY).at(-1)?.end === below.length && below.endsWith(`\n${PROBE}`);
}

/**
 * A text, what it quotes marked, in parts each of which is looked at whole; one part where that is so already. Parts begin at a line, a long line's where a
 * word does; nothing is left out, and what would make more than forty stays in the last. Linear in the length of the text.
 */
export function inParts(text: string): readonly string[] {
  const marked = markQuoted(text, Number.POSITIVE_INFINITY).text;
  if (isLookedAt(marked)) return [marked];
  const parts: string[] = [];
  let [from, words] = [0, 0];
  const end = (at: number): void => {
    parts.push(marked.slice(from, at));
    [from, words] = [at, 0];
  };
  for (const line of spokenSpans(marked, Number.POSITIVE_INFINITY)) {
    for (const piece of piecesOf(marked, line)) {
      const more = countWords(marked, [piece]);
      if (words > 0 && parts.length < MOST_PARTS - 1 && (words + more > MOST_WORDS || piece.end - from > LONGEST_READ)) end(piece.start);
      words += more;
    }
  }
  parts.push(marked.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A line in pieces of at most so many characters as surely hold no more than half of the words looked at, from word to word. */
function piecesOf(text: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > SURELY) {
    const cut = lastPlace(text, from, from + SURELY);
    pieces.push({ start: from, end: cut });
    from = cut;
  }
  return [...pieces, { start: from, end }];
}

function lastPlace(text: string, from: number, to: number): number {
  for (let at = to; at > from + SURELY / 2; at -= 1) if (/[\s。！？、]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}"'(]/u.test(text[at] ?? '')) return at;
  const code = text.charCodeAt(to);
  return code >= 0xdc00 && code <= 0xdfff ? to - 1 : to;
}

/** At least as many as the engine's own reading counts. */
function countWords(text: string, spans: readonly Span[]): number {
  let words = 0;
  for (const { start, end } of spans) {
    for (const [word] of text.slice(start, end).matchAll(WORDS)) {
      if (word.includes('://')) continue;
      const wide = word.length > 1 ? (word.match(WIDE_INSIDE)?.length ?? 0) : 0;
      const turns = word.match(TURNS)?.length ?? 0;
      words += 1 + wide + (turns === 0 ? 0 : turns + 1) + (word.endsWith('-') ? 1 : 0);
    }
  }
  return words;
}
