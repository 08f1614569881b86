import { quoteBegins } from './quote-begins';

/** What of a mail its writer wrote; `isInDoubt`: something stands there that may be theirs, and may be what somebody else said earlier. */
export interface OwnWords {
  readonly text: string;
  readonly isInDoubt: boolean;
}

/** A marked line of this length may have been broken by a mail program after it was marked: what follows unmarked may be its rest. */
const MAY_BE_BROKEN = 50;

/** The writer's own words: nothing quoted, nothing below a quoted mail's head. Where it cannot be told whose words they are, less. */
export function ownWords(text: string): OwnWords {
  const lines = linesOf(text);
  const kept: string[] = [];
  let isInDoubt = false;
  for (let place = 0; place < lines.length; ) {
    const begins = quoteBegins(lines, place);
    const end = begins === undefined ? lines.length : begins.line;
    const own = withoutMarked(lines.slice(place, end));
    for (const line of own.lines) kept.push(line);
    isInDoubt ||= own.isInDoubt;
    if (begins === undefined) break;
    if (begins.column > 0) kept.push((lines[end] ?? '').slice(0, begins.column));
    if (begins.marked === undefined) {
      isInDoubt ||= lines.slice(end + 1).some((line) => line.trim() !== '');
      break;
    }
    place = begins.marked;
  }
  // The rule that a mail program drew above what it quotes.
  while (/^[\s_=*-]*$/u.test(kept.at(-1) ?? 'none')) kept.pop();
  return { text: kept.join('\n').trim(), isInDoubt };
}

/** More than any person's mail; what follows is not read. */
const MOST_LINES = 5_000;

/** Lines without what stands invisible at their ends; nothing else of the words is changed. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/u, MOST_LINES).map((line) => line.trimEnd());
}

function withoutMarked(lines: readonly string[]): { readonly lines: readonly string[]; readonly isInDoubt: boolean } {
  const kept: string[] = [];
  let [mayGoOn, isInDoubt] = [false, false];
  for (const line of lines) {
    if (/^\s*>/u.test(line)) mayGoOn = line.length >= MAY_BE_BROKEN;
    else if (line.trim() === '') {
      mayGoOn = false;
      kept.push(line);
    } else if (mayGoOn) isInDoubt = true;
    else kept.push(line);
  }
  return { lines: kept, isInDoubt };
}
