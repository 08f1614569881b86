import { saidSeparator, separatorOf, type Separator } from '../../../../../src/contract/csv';

export type FileFormat = 'jsonl' | 'csv';

/** One record of a file: a line of JSON, or a CSV row, which may span lines. */
export interface FileRecord {
  /** Line in the file where it begins, 1-based. */
  readonly line: number;
  readonly text: string;
  /** Set instead of the text when the record is longer than the limit: its length in characters. */
  readonly tooLong?: number;
}

export interface Splitter {
  /** Feeds the next piece of the file and returns the records that it completed. */
  push(piece: string): readonly FileRecord[];
  /** The last record, where the file does not end with a line break. */
  end(): readonly FileRecord[];
}

type Quoting = 'field-start' | 'plain' | 'quoted' | 'quote-in-quotes';

/**
 * Splits a file into whole records as it streams by, holding no more than one record of at most `limit` characters.
 * A quote opens a CSV field only at the field's start (RFC 4180), so that 5" in plain text does not swallow the file. What stands between fields is
 * what the header says, or a line above it (`sep=;`).
 */
export function splitter(format: FileFormat, limit: number): Splitter {
  let line = 1;
  let startLine = 1;
  let parts: string[] = [];
  let length = 0;
  let quoting: Quoting = 'field-start';
  let separator: Separator | undefined;

  const keep = (piece: string): void => {
    length += piece.length;
    if (length <= limit) parts.push(piece);
    else parts = [];
  };
  const complete = (): FileRecord => {
    const text = parts.join('').replace(/\r$/, '');
    if (format === 'csv' && separator === undefined && text.trim() !== '' && saidSeparator(text) === undefined) separator = separatorOf(text);
    const record: FileRecord = length > limit ? { line: startLine, text: '', tooLong: length } : { line: startLine, text };
    parts = [];
    length = 0;
    startLine = line;
    quoting = 'field-start';
    return record;
  };

  return {
    push(piece) {
      const records: FileRecord[] = [];
      let from = 0;
      for (let index = 0; index < piece.length; index += 1) {
        const char = piece[index] ?? '';
        if (char === '\n') {
          line += 1;
          if (format === 'csv' && quoting === 'quoted') continue;
          keep(piece.slice(from, index));
          records.push(complete());
          from = index + 1;
        } else if (format === 'csv') {
          quoting = nextQuoting(quoting, char, separator);
        }
      }
      keep(piece.slice(from));
      return records;
    },
    end: () => (length === 0 ? [] : [complete()]),
  };
}

/** @param separator undefined in the header, where any may be */
function nextQuoting(now: Quoting, char: string, separator: Separator | undefined): Quoting {
  if (now === 'quoted') return char === '"' ? 'quote-in-quotes' : 'quoted';
  if (char === '"' && (now === 'field-start' || now === 'quote-in-quotes')) return 'quoted';
  return (separator === undefined ? /[,;\t]/.test(char) : char === separator) ? 'field-start' : 'plain';
}
