import type { z } from 'zod';
import { separatorOf, type Separator } from '../domain/csv';
import type { ImportFormat } from '../domain/import';
import { readAmount } from '../domain/read-amount';
import { cleanText } from './clean-text';
import { csvCells } from './csv-cells';
import { refused, type RowKind, type RowRemark } from './row-kind';
import { linesOf, splitRecords, type RawRecord } from './split-records';

/** Whole records of a file. */
export interface RowsInput {
  readonly format: ImportFormat;
  /** CSV: the header record, which tells what stands between the cells. */
  readonly header?: string;
  readonly text: string;
  /** Line in the file of the text's first line, 1-based. */
  readonly firstLine: number;
  /** Makes an id of a row's content, for files of signals whose rows have none. Absent: a row needs an id of its own. */
  readonly idOfContent?: (content: string) => string;
}

export interface LineRemark extends RowRemark {
  readonly line: number;
  /** The row was kept, or the remark is about the whole file (line 1). */
  readonly note?: true;
}

/** `offered` = rows + rejections (remarks that are no notes), always. */
export interface ReadRows<Row> {
  readonly offered: number;
  readonly rows: readonly { readonly line: number; readonly row: Row }[];
  readonly remarks: readonly LineRemark[];
}

/** Turns a field map of one record into something the kind's schema can read, e.g. by other names for the same field. */
export type Adapt = (value: Readonly<Record<string, unknown>>, line: number) => Readonly<Record<string, unknown>>;

const MADE = 'row-';

/** An id that was made of what a row holds. @param pseudonym of the content, as this site makes it */
export function madeId(pseudonym: string): string {
  return pseudonym.replace('person-', MADE);
}

export function hasMadeId(externalId: string): boolean {
  return externalId.startsWith(MADE);
}

/** Noted where a file has no ids. */
export const MADE_IDS = 'none in this file: a row is known by its content';

const UNKNOWN_NAMES_NOTED = 50;

/** Reads records one by one. A bad one is reported with line, field and reason, and the others are kept. Never throws on content. */
export function readRows<Row>(kind: RowKind<Row>, input: RowsInput, adapt?: Adapt): ReadRows<Row> {
  const separator = separatorOf((input.header ?? '').replace(/^\uFEFF/, ''));
  const columns = input.format === 'csv' ? readHeader(input.header ?? '', separator) : [];
  const values = [...readValues(kind, input, columns, separator)];
  const giveId = idGiver(kind, input, columns, values);
  const rows: { line: number; row: Row }[] = [];
  const remarks: LineRemark[] = [];
  const unknown = new Set<string>();
  let offered = 0;
  for (const { line, value } of values) {
    offered += 1;
    const result = 'problem' in value ? value : readValue(kind, giveId(adapt === undefined ? value.fields : adapt(value.fields, line)));
    if (!('problem' in value) && adapt === undefined) addUnknown(unknown, value.fields, kind);
    if (result.ok) {
      rows.push({ line, row: result.row });
      for (const note of result.notes) remarks.push({ line, ...note, note: true });
      for (const field of 'leftOut' in value ? (value.leftOut ?? []) : []) remarks.push({ line, field, reason: 'not one number: left out', note: true });
    } else {
      remarks.push({ line, ...result.problem });
    }
  }
  for (const field of unknown) remarks.push({ line: 1, field, reason: 'unknown field: ignored', note: true });
  for (const field of new Set(columns.filter((name, at) => name in kind.schema.shape && columns.indexOf(name) !== at))) remarks.push({ line: 1, field, reason: 'named twice in the header: the last one counts', note: true });
  if (giveId !== asItIs) remarks.push({ line: 1, field: 'id', reason: MADE_IDS, note: true });
  return { offered, rows, remarks };
}

type FieldMap = Readonly<Record<string, unknown>>;
const asItIs = (fields: FieldMap): FieldMap => fields;

/**
 * Where no row has an id, a row's id is made of what it holds and, of rows that are alike in everything, of how many of them came before: the same
 * file again has the same ids. Where some have ids, a row without one is a bad row.
 */
function idGiver<Row>(kind: RowKind<Row>, { format, idOfContent }: RowsInput, columns: readonly string[], values: readonly { readonly value: Value }[]): (fields: FieldMap) => FieldMap {
  const hasIds = format === 'csv' ? columns.includes('id') : values.some(({ value }) => !('problem' in value) && 'id' in value.fields);
  if (idOfContent === undefined || hasIds || values.length === 0) return asItIs;
  const seen = new Map<string, number>();
  return (fields) => {
    const content = idOfContent(JSON.stringify(Object.entries(fields).filter(([name]) => name in kind.schema.shape).sort(([a], [b]) => (a < b ? -1 : 1))));
    const number = (seen.get(content) ?? 0) + 1;
    seen.set(content, number);
    return { ...fields, id: number === 1 ? content : `${content}-${number}` };
  };
}

type Fields = { readonly ok: true; readonly fields: Readonly<Record<string, unknown>>; readonly leftOut?: readonly string[] };
type Value = Fields | ReturnType<typeof refused>;

function* readValues<Row>(kind: RowKind<Row>, input: RowsInput, columns: readonly string[], separator: Separator): Generator<{ line: number; value: Value }> {
  const text = input.firstLine === 1 ? input.text.replace(/^\uFEFF/, '') : input.text;
  for (const record of splitRecords(input.format, text, input.firstLine, separator)) {
    if (input.format === 'jsonl') yield { line: record.line, value: readJson(record.text) };
    else yield* readCsv(kind, record, columns, separator);
  }
}

function readJson(text: string): Value {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused('(row)', 'not a JSON object');
    return { ok: true, fields: Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null)) };
  } catch (error) {
    if (error instanceof SyntaxError) return refused('(row)', 'not valid JSON');
    throw error;
  }
}

/** Where quotes are wrong, a record can have swallowed good lines: they are tried one by one, and only what stays bad is reported. */
function* readCsv<Row>(kind: RowKind<Row>, record: RawRecord, columns: readonly string[], separator: Separator): Generator<{ line: number; value: Value }> {
  const value = readCells(kind, record.text, columns, separator);
  if (value.ok || !record.text.includes('\n')) return yield { line: record.line, value };
  const lines = linesOf(record).map((one) => ({ line: one.line, value: readCells(kind, one.text, columns, separator) }));
  if (lines.some((one) => one.value.ok)) yield* lines;
  else yield { line: record.line, value };
}

function readCells<Row>(kind: RowKind<Row>, text: string, columns: readonly string[], separator: Separator): Value {
  const read = csvCells(text, separator);
  if (!read.ok) return refused('(row)', read.reason);
  if (read.cells.length !== columns.length) return refused('(row)', 'not as many cells as the header');
  const fields: [string, unknown][] = [];
  const leftOut: string[] = [];
  for (const [index, cell] of read.cells.entries()) {
    const name = columns[index] ?? '';
    if (cell.trim() === '' || name === '') continue;
    const value = cellValue(kind, name, cell);
    if (typeof value === 'string' && kind.spare?.includes(name) === true) leftOut.push(name);
    else fields.push([name, value]);
  }
  return { ok: true, fields: Object.fromEntries(fields), ...(leftOut.length === 0 ? {} : { leftOut }) };
}

function cellValue<Row>(kind: RowKind<Row>, name: string, cell: string): unknown {
  if (kind.lists.includes(name)) return cell.split(';').map((one) => one.trim()).filter((one) => one !== '');
  if (kind.amounts?.includes(name) === true) return readAmount(cell);
  if (!kind.numbers.includes(name)) return cell;
  return readNumber(cell) ?? cell;
}

/** Comma or point before decimals; three digits behind a comma may be thousands, so they are neither. */
const NUMBER = /^[+-]?\d+(?:\.\d+|,(?!\d{3}$)\d+)?(?:e[+-]?\d{1,2})?$/i;
/** As surveys write a point of their scale: `10 - Extremely likely`, `4 (good)`. */
const POINT = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*[-–—:(]\s*\p{L}/u;

function readNumber(cell: string): number | undefined {
  const text = cell.trim();
  const written = NUMBER.test(text) ? text : POINT.exec(text)?.[1];
  return written === undefined ? undefined : Number(written.replace(',', '.'));
}

function readHeader(header: string, separator: Separator): readonly string[] {
  const read = csvCells(header.replace(/^\uFEFF/, ''), separator);
  return read.ok ? read.cells.map((cell) => cell.trim()) : [];
}

function readValue<Row>(kind: RowKind<Row>, fields: Readonly<Record<string, unknown>>): ReturnType<RowKind<Row>['toRow']> {
  const shaped = kind.schema.safeParse(fields);
  if (shaped.success) return kind.toRow(shaped.data);
  const issue = shaped.error.issues[0];
  return refused(String(issue?.path[0] ?? '(row)'), issue === undefined ? 'not readable' : reasonOf(issue, fields));
}

/** One of a few short reasons, never the value itself: it may be a customer's words. */
function reasonOf(issue: z.core.$ZodIssue, fields: Readonly<Record<string, unknown>>): string {
  if (fields[String(issue.path[0])] === undefined) return 'missing';
  switch (issue.code) {
    case 'invalid_type':
      return `wrong type: ${EXPECTED[issue.expected] ?? issue.expected} expected`;
    case 'too_big':
      return issue.origin === 'string' ? `too long (at most ${issue.maximum})` : 'number too large to be exact: write it as text';
    case 'too_small':
      return 'empty';
    case 'invalid_value':
      return `not one of ${issue.values.join(', ')}`;
    case 'invalid_union':
      return 'wrong type: text or whole number expected';
    default:
      return 'not readable';
  }
}

const EXPECTED: Readonly<Record<string, string>> = { string: 'text', number: 'number', array: 'list', object: 'object' };

function addUnknown<Row>(unknown: Set<string>, fields: Readonly<Record<string, unknown>>, kind: RowKind<Row>): void {
  for (const name of Object.keys(fields)) {
    if (!(name in kind.schema.shape) && unknown.size < UNKNOWN_NAMES_NOTED) unknown.add(cleanText(name.slice(0, 100)) || '(unnamed)');
  }
}
