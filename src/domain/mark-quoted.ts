import { quoteBegins, type QuoteBegins } from './quote-begins';
import { LONGEST_READ } from './spoken-spans';

/** A text as it was, with what somebody else said earlier behind a mark of quotation; `hasOwn`: not all of it is. */
export interface MarkedText {
  readonly text: string;
  readonly hasOwn: boolean;
}

const MARKED = /^\s*>/u;
/** A marked line of such a length may have been broken by a mail program after it was marked; then a short rest of it stands below without a mark… */
const BROKEN = { shortest: 50, longest: 90, rest: 50 };
/** …if it does not end where a sentence does. */
const FINISHED = /[.!?:;…。！？)"'”»]\s*$/u;

/**
 * Sets `> ` before every line that the writer quotes, whichever way their mail program shows it: nothing is taken away, and nothing behind a mark is spoken.
 * For texts of which nobody knows whether they are mails: a list of the writer's own, pasted raw headers and logs stay theirs. What is read of a text by nobody
 * (beyond its first 20,000 characters, or `most` of them) is left as it is. Marking twice is marking once; linear in the length of the text.
 */
export function markQuoted(text: string, most = LONGEST_READ): MarkedText {
  const until = most === Number.POSITIVE_INFINITY ? -1 : text.indexOf('\n', most);
  const lines = (until === -1 ? text : text.slice(0, until)).split('\n');
  const marked: string[] = [];
  let [hasOwn, hasQuoted, isBroken] = [false, false, false];
  const quoted = (line: string): void => {
    hasQuoted ||= line.trim() !== '';
    marked.push(line.trim() === '' || MARKED.test(line) ? line : `> ${line}`);
  };
  const own = (line: string): void => {
    const isRest = isBroken && line.length <= BROKEN.rest;
    const isMarked = MARKED.test(line);
    isBroken = isMarked && line.length >= BROKEN.shortest && line.length <= BROKEN.longest && !FINISHED.test(line);
    if (isMarked || isRest) return quoted(line);
    hasOwn ||= /[\p{L}\p{N}\p{S}]/u.test(line);
    marked.push(line);
  };
  for (let place = 0; place < lines.length; ) {
    const begins = beginsBelow(lines, place);
    const end = begins?.line ?? lines.length;
    for (; place < end; place += 1) own(lines[place] ?? '');
    if (begins === undefined) break;
    isBroken = false;
    const first = lines[end] ?? '';
    if (begins.column > 0) own(first.slice(0, begins.column).trimEnd());
    quoted(first.slice(begins.column));
    for (place = end + 1; place < (begins.marked ?? lines.length); place += 1) quoted(lines[place] ?? '');
  }
  return { text: marked.join('\n') + (until === -1 ? '' : text.slice(until)), hasOwn: hasOwn || !hasQuoted };
}

/** A head that stands behind marks itself quotes no more than the marks say. */
function beginsBelow(lines: readonly string[], place: number): QuoteBegins | undefined {
  for (let from = place; ; ) {
    const begins = quoteBegins(lines, from, false);
    if (begins === undefined || !MARKED.test(lines[begins.line] ?? '')) return begins;
    from = begins.line + 1;
  }
}
