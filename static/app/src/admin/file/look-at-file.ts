import { saidSeparator, separatorOf, type Separator } from '../../../../../src/contract/csv';
import { csvCells } from './csv-row';
import { isSecondHeader, namedBySecond } from './second-header';
import { splitter } from './split-records';
import type { FileFormat } from './split-records';

export type FileKind = 'signals' | 'issues' | 'releases';

/** What the first rows of a file tell. */
export interface FileLook {
  readonly format: FileFormat;
  readonly kind: FileKind;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** CSV: a second line of header, where the file has one. */
  readonly second?: readonly string[];
  /** CSV: the header record, sent once. */
  readonly header?: string;
  /** CSV: what stands between the cells. */
  readonly separator?: Separator;
  /** Columns that every row of this kind needs and that are not there. */
  readonly missing: Readonly<Record<FileKind, readonly string[]>>;
}

export type Looked = { readonly ok: true; readonly look: FileLook } | { readonly ok: false; readonly reason: string };

const SHOWN_ROWS = 4;
const SAMPLE_CHARS = 200_000;
const NEEDED: Readonly<Record<FileKind, readonly (readonly string[])[]>> = {
  // Without an id a row is known by its content.
  signals: [['at', 'at_day_first', 'at_month_first'], ['text', 'text_html', 'event']],
  issues: [['key'], ['summary'], ['status'], ['created']],
  releases: [['name'], ['releasedAt']],
};
const KINDS: readonly FileKind[] = ['signals', 'issues', 'releases'];

/** Looks at the beginning of a file: format, columns, what it seems to hold. `sample` is its first characters, `isWhole` when there are no more. */
export function lookAtFile(fileName: string, sample: string, isWhole: boolean): Looked {
  const text = sample.replace(/^\uFEFF/, '');
  const first = text.trimStart()[0];
  if (first === undefined) return { ok: false, reason: 'The file is empty.' };
  const other = otherThanText(sample);
  if (other !== undefined) return { ok: false, reason: other };
  if (first === '[') return { ok: false, reason: 'This is one JSON list. Resurface reads one JSON object per line (JSON Lines), or CSV.' };
  const format: FileFormat = first === '{' || /\.(jsonl|ndjson)$/i.test(fileName) ? 'jsonl' : 'csv';
  const split = splitter(format, SAMPLE_CHARS);
  const whole = split.push(text);
  const records = [...whole, ...(isWhole || whole.length === 0 ? split.end() : [])].map((record) => record.text).filter((record) => record.trim() !== '');
  return format === 'jsonl' ? lookAtJson(records) : lookAtCsv(records, isWhole);
}

/** What somebody drops by mistake: a workbook, a page, a picture. No text holds a NUL. */
function otherThanText(sample: string): string | undefined {
  if (sample.startsWith('PK\u0003\u0004')) return 'This is an Excel workbook or another packed file. Save its sheet as CSV (UTF-8) and drop that.';
  if (sample.startsWith('%PDF-')) return 'This is a PDF. Resurface reads rows: export them as CSV or JSON Lines.';
  return sample.includes('\u0000') ? 'This is no text, so there are no rows in it to read. Drop CSV, JSON Lines or the transcript of a call.' : undefined;
}

function lookAtCsv(records: readonly string[], isWhole: boolean): Looked {
  const [header = '', ...below] = records[0] !== undefined && saidSeparator(records[0]) !== undefined ? records.slice(1) : records;
  const separator = separatorOf(header);
  const cellsOf = (record: string): readonly string[] => csvCells(record, separator);
  const asked = cellsOf(header).map((cell) => cell.trim());
  const second = below[0] === undefined || !isSecondHeader(asked, cellsOf(below[0])) ? undefined : cellsOf(below[0]);
  const rest = second === undefined ? below : below.slice(1);
  const columns = second === undefined ? asked : namedBySecond(asked, second);
  if (rest.length === 0 && isWhole) return { ok: false, reason: 'There is one line in it. The first line names the columns; the rows come below it.' };
  return { ok: true, look: { format: 'csv', ...shape(columns), columns, rows: rest.slice(0, SHOWN_ROWS).map(cellsOf), header, separator, ...(second === undefined ? {} : { second }) } };
}

function lookAtJson(records: readonly string[]): Looked {
  const objects = records.slice(0, 50).flatMap((record) => objectIn(record));
  if (objects.length === 0) return { ok: false, reason: 'No line of the beginning of this file is a JSON object.' };
  const columns = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  const rows = objects.slice(0, SHOWN_ROWS).map((object) => columns.map((column) => cellOf(object[column])));
  return { ok: true, look: { format: 'jsonl', ...shape(columns), columns, rows } };
}

/** A line that is no JSON shows up later as a problem with its number; here it only gives no columns. */
function objectIn(record: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const value: unknown = JSON.parse(record);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? [Object.fromEntries(Object.entries(value))] : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What columns of these names hold, and what is missing. */
export function shape(columns: readonly string[]): Pick<FileLook, 'kind' | 'missing'> {
  const missingFor = (kind: FileKind): readonly string[] => NEEDED[kind].filter((names) => !names.some((name) => columns.includes(name))).map((names) => names.filter((name) => name !== 'text_html').join(' or '));
  const missing = { signals: missingFor('signals'), issues: missingFor('issues'), releases: missingFor('releases') };
  const best = KINDS.reduce((found, kind) => (missing[kind].length / NEEDED[kind].length < missing[found].length / NEEDED[found].length ? kind : found));
  return { kind: best, missing };
}
