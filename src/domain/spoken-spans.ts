/** A stretch of a text, `[start, end)` in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const LONGEST_READ = 20_000;
const DENSE_LINE = 30;

const END_MARKS = [/^-- ?$/, /^_{5,}$/, /^-{3,} ?(original message|forwarded message)/i, /^(troubleshooting information|application basics|about:support)\b/i];
const MACHINE = [
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
 * traces, dumps of settings and base64. Reads at most the first 20,000 characters.
 */
export function spokenSpans(text: string): Span[] {
  const spans: Span[] = [];
  const limit = Math.min(text.length, LONGEST_READ);
  let start = 0;
  while (start < limit) {
    let end = text.indexOf('\n', start);
    if (end === -1 || end > limit) end = limit;
    const line = text.slice(start, Math.min(end, start + 400)).trim();
    if (spans.length > 0 && END_MARKS.some((mark) => mark.test(line))) break;
    if (line.length > 0 && !isMachineLine(line)) spans.push({ start, end });
    start = end + 1;
  }
  return spans.length === 0 && limit > 0 ? [{ start: 0, end: limit }] : spans;
}

/** A line no person said: a log, a header, a path, a dump. */
export function isMachineLine(line: string): boolean {
  if (MACHINE.some((shape) => shape.test(line))) return true;
  if (line.length < DENSE_LINE) return false;
  let letters = 0;
  let spaces = 0;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code === 32) spaces += 1;
    else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 0xbf) letters += 1;
  }
  const wide = /[\u3040-\u9fff\u0e00-\u0e7f]/.test(line);
  return letters < (line.length - spaces) * 0.6 || (!wide && spaces * 18 < line.length);
}
