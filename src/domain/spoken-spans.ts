/** A stretch of a text, `[start, end)` in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Characters of a text that are read for what is spoken. */
export const LONGEST_READ = 20_000;
const DENSE_LINE = 30;

const END_MARKS = [/^-- ?$/, /^_{5,}$/, /^-{3,} ?(original message|forwarded message)/i, /^(troubleshooting information|application basics|about:support)\b/i];
/** Shapes of lines that no person writes. */
export const MACHINE_SHAPES: readonly RegExp[] = [
  /^\s*>/,
  /^\s*at [\w$.<>]+ ?\(/,
  /^\s*on .{6,80} wrote:$/i,
  /^(from|to|cc|bcc|subject|date|sent|reply-to|message-id|received|return-path|mime-version|content-[\w-]+|x-[\w-]+): /i,
  /^\s*[\w. -]{2,40}: (true|false|\d[\d.,]*|\S+[/\\]\S+)$/i,
  /^\s*(\[?\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d)[ T\d:.,\]]+.*(error|warn|info|debug)/i,
  /^\s*(error|warning|exception|traceback|stack trace|caused by)\b.*[:({]\s*\S+$/i,
  /^\s*<\/?[a-z][^>]*>\s*$/i,
  /^\s*\{.*[:,].*\}?\s*$/,
  /^sent from my /i,
  /(content-(type|transfer-encoding|disposition|description|id): .*){2}/i,
  /^[\w.]*(error|warn|exception)[\w.]*: .*\b\w+:\/\//i,
  /^\s*[\w./-]+\.(c|cc|cpp|cs|go|h|java|jsm?|kt|mjs|php|py|rb|rs|swift|tsx?):\d+\b/i,
  /-----BEGIN [A-Z ]+-----/,
];

/**
 * The stretches of a text that a person wrote to be read: without quoted replies, mail headers, signatures, logs, stack
 * traces, dumps of settings and base64; of a text that holds nothing else, all but what is quoted: whoever only pastes a log says that, and whoever
 * only quotes says nothing.
 * @param most so many characters are read
 */
export function spokenSpans(text: string, most = LONGEST_READ): Span[] {
  const spans: Span[] = [];
  const pasted: Span[] = [];
  let hasQuoted = false;
  const limit = Math.min(text.length, most);
  let start = 0;
  while (start < limit) {
    let end = text.indexOf('\n', start);
    if (end === -1 || end > limit) end = limit;
    const line = text.slice(start, Math.min(end, start + 400)).trim();
    if (spans.length > 0 && END_MARKS.some((mark) => mark.test(line))) break;
    if (line.length > 0 && !isMachineLine(line)) spans.push({ start, end });
    else if (isQuoted(line)) hasQuoted = true;
    else if (line.length > 0) pasted.push({ start, end });
    start = end + 1;
  }
  if (spans.length > 0 || limit === 0) return spans;
  return hasQuoted ? pasted : [{ start: 0, end: limit }];
}

/** Behind a mark of quotation, or the line that says whose words follow. */
function isQuoted(line: string): boolean {
  return /^>|^on .{6,80} wrote:$/i.test(line);
}

/** A line no person said: a log, a header, a path, a dump. */
export function isMachineLine(line: string): boolean {
  let letters = 0;
  let spaces = 0;
  let before = OTHER;
  let couldFit = isSentFrom(line);
  let isFarther = false;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    const kind = code < KINDS.length ? KINDS[code]! : LETTER;
    if (kind === LETTER) letters += 1;
    else if (kind === SPACE) spaces += 1;
    else if (kind !== OTHER) couldFit ||= kind === MARK || (kind === HYPHEN && (before === HYPHEN || before === DIGIT));
    isFarther ||= code >= FIRST_WIDE;
    before = kind;
  }
  if (couldFit && MACHINE_SHAPES.some((shape) => shape.test(line))) return true;
  if (line.length < DENSE_LINE) return false;
  const wide = isFarther && /[\u3040-\u9fff\u0e00-\u0e7f]/.test(line);
  return letters < (line.length - spaces) * 0.6 || (!wide && spaces * 18 < line.length);
}

const OTHER = 0;
const LETTER = 1;
const SPACE = 2;
const MARK = 3;
const HYPHEN = 4;
const DIGIT = 5;
/** No shape of a machine line fits without a mark, a digit or hyphen before a hyphen, or what it was sent from. */
const KINDS = Uint8Array.from({ length: 0xc0 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/i.test(character)) return LETTER;
  if ('>(:<{'.includes(character)) return MARK;
  if (character === '-') return HYPHEN;
  if (character === ' ') return SPACE;
  return /\d/.test(character) ? DIGIT : OTHER;
});
const FIRST_WIDE = 0x0e00;

function isSentFrom(line: string): boolean {
  return (line.charCodeAt(0) | 0x20) === 0x73 && line.charCodeAt(4) === 0x20;
}
