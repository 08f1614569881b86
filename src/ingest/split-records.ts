import type { Separator } from '../domain/csv';
import type { ImportFormat } from '../domain/import';

/** One record of a file: a line of JSON, or a CSV row, which may span lines. */
export interface RawRecord {
  /** Line in the file where it begins, 1-based. */
  readonly line: number;
  readonly text: string;
}

/** Records of a text in order; blank lines are none. Joined by line ends they are the text again. */
export function* splitRecords(format: ImportFormat, text: string, firstLine: number, separator: Separator = ','): Generator<RawRecord> {
  let line = firstLine;
  let unclosed = 0;
  for (let start = 0; start < text.length; ) {
    const quoted = format === 'csv' && unclosed < UNCLOSED_AT_MOST ? endOfCsvRecord(text, start, separator) : endOfLine(text, start);
    if (quoted === undefined) unclosed += 1;
    const end = quoted ?? endOfLine(text, start);
    const record = text.slice(start, end);
    if (record.trim() !== '') yield { line, text: record.endsWith('\r') ? record.slice(0, -1) : record };
    line += 1 + lineEndsIn(record);
    start = end + 1;
  }
}

/** Offset behind the last record that is surely whole: what follows may go on in the next piece of the file. */
export function endOfWholeRecords(format: ImportFormat, text: string, separator: Separator = ','): number {
  if (format === 'jsonl') return text.lastIndexOf('\n') + 1;
  let start = 0;
  for (;;) {
    const end = endOfCsvRecord(text, start, separator);
    if (end === undefined || end >= text.length) return start;
    start = end + 1;
  }
}

/** The physical lines of a record, for a record whose quotes turned out to be wrong. */
export function linesOf(record: RawRecord): readonly RawRecord[] {
  return [...splitRecords('jsonl', record.text, record.line)];
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

/** After so many quotes that are never closed the quotes of a text mean nothing; looking for their ends each time would take for ever. */
const UNCLOSED_AT_MOST = 20;

/**
 * Undefined where a quote is never closed: then it takes its own line only, and the lines after it are records again.
 * A quote opens a cell only where the cell begins (RFC 4180), so that 5" in plain text swallows nothing.
 */
function endOfCsvRecord(text: string, start: number, separator: Separator): number | undefined {
  const between = separator.charCodeAt(0);
  let isQuoted = false;
  let isCellStart = true;
  for (let index = start; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (isQuoted) {
      if (char === QUOTE) {
        if (text.charCodeAt(index + 1) === QUOTE) index += 1;
        else isQuoted = false;
      }
      continue;
    }
    if (char === LINE_END) return index;
    if (char === QUOTE && isCellStart) isQuoted = true;
    isCellStart = char === between;
  }
  return isQuoted ? undefined : text.length;
}

const QUOTE = 34;
const LINE_END = 10;

function lineEndsIn(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) count += 1;
  return count;
}
