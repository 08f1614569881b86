import { CsvError, parse } from 'csv-parse/sync';
import type { Separator } from '../domain/csv';

/** Cells of one record, or why there are none. */
export type Cells = { readonly ok: true; readonly cells: readonly string[] } | { readonly ok: false; readonly reason: string };

/** Reads one CSV record (RFC 4180). A quote inside an unquoted cell is a character like any other. */
export function csvCells(record: string, separator: Separator = ','): Cells {
  return parseRecord(record, separator, false);
}

function parseRecord(record: string, separator: Separator, relax: boolean): Cells {
  try {
    const rows: unknown = parse(record, { delimiter: separator, relax_quotes: relax, relax_column_count: true });
    const cells: unknown = Array.isArray(rows) && rows.length === 1 ? rows[0] : undefined;
    return isTexts(cells) ? { ok: true, cells } : { ok: false, reason: 'not one CSV row' };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (!relax && error.code === 'INVALID_OPENING_QUOTE') return parseRecord(record, separator, true);
    return { ok: false, reason: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote not closed' : 'wrong quotes' };
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((cell) => typeof cell === 'string');
}
