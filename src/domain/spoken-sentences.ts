import type { Span } from './spoken-spans';
import { spokenSpans } from './spoken-spans';

const LONGEST = 200;
const SHORTEST = 12;
const ENDS = new Set(Array.from('.!?。！？…', (mark) => mark.charCodeAt(0)));

/** Sentences a person wrote, as spans of at most 200 characters that start and end on words. Machine text is left out. */
export function sentencesOf(text: string): Span[] {
  return spokenSpans(text).flatMap((line) => sentencesIn(text, line));
}

function sentencesIn(text: string, line: Span): Span[] {
  const spans: Span[] = [];
  let start = line.start;
  for (let at = line.start; at < line.end; at += 1) {
    const ends = at + 1 >= line.end || (ENDS.has(text.charCodeAt(at)) && /[\s"')\]]/.test(text[at + 1]!) && !isAbbreviation(text, at));
    if (!ends) continue;
    spans.push(...shortened(text, trimmed(text, { start, end: at + 1 })));
    start = at + 1;
  }
  return spans.filter((span) => span.end - span.start >= SHORTEST);
}

/** The line that a span stands in, at most 200 characters around it, from word to word; the span itself may not be longer. */
export function lineAround(text: string, span: Span): Span {
  const end = text.indexOf('\n', span.end);
  const line = trimmed(text, { start: text.lastIndexOf('\n', span.start) + 1, end: end === -1 ? text.length : end });
  if (line.end - line.start <= LONGEST) return line;
  const room = Math.max(0, LONGEST - (span.end - span.start));
  let from = Math.max(line.start, span.start - Math.floor(room / 2));
  let to = Math.min(line.end, from + LONGEST);
  while (from > line.start && from < span.start && !/\s/.test(text[from - 1]!)) from += 1;
  while (to < line.end && to > span.end && !/\s/.test(text[to]!)) to -= 1;
  return trimmed(text, { start: from, end: to });
}

function isAbbreviation(text: string, dot: number): boolean {
  return text[dot] === '.' && /\b(e\.g|i\.e|etc|vs|mr|mrs|dr|ca|no|z\.b)$/i.test(text.slice(Math.max(0, dot - 5), dot));
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s>*\-–—•,;:]/.test(text[from]!)) from += 1;
  while (to > from && /\s/.test(text[to - 1]!)) to -= 1;
  return { start: from, end: to };
}

/** A long sentence falls apart at commas, else at spaces. */
function shortened(text: string, span: Span): Span[] {
  if (span.end - span.start <= LONGEST) return [span];
  const cut = lastBreak(text, span.start, span.start + LONGEST);
  return [trimmed(text, { start: span.start, end: cut }), ...shortened(text, trimmed(text, { start: cut, end: span.end }))];
}

function lastBreak(text: string, start: number, end: number): number {
  for (let at = end - 1; at > start + LONGEST / 3; at -= 1) if (/[,;:)–—]/.test(text[at]!) && /\s/.test(text[at + 1] ?? ' ')) return at + 1;
  for (let at = end - 1; at > start + LONGEST / 3; at -= 1) if (/\s/.test(text[at]!)) return at;
  return isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
