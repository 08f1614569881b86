import { saidSeparator, separatorOf, type Separator } from '../../../../../src/contract/csv';
import { csvCells } from './csv-row';
import type { FileFormat, FileRecord } from './split-records';

const plain = (name: string): string => name.normalize('NFKD').toLowerCase().replace(/[^a-z]/g, '');
/** What SurveyMonkey fills in for every response. */
const ALWAYS: ReadonlySet<string> = new Set(['respondentid', 'collectorid', 'datecreated', 'datemodified']);
/** SurveyMonkey's name for a column in which people write what they like. */
const OPEN_ENDED = 'Open-Ended Response';

/** SurveyMonkey's exports have two lines of header: the questions, and below them what of the question each column is. No response is without its number and times. */
export function isSecondHeader(columns: readonly string[], cells: readonly string[]): boolean {
  const always = columns.flatMap((column, at) => (ALWAYS.has(plain(column)) ? [at] : []));
  return always.length >= 2 && columns.some((column) => plain(column) === 'respondentid') && always.every((at) => (cells[at] ?? '').trim() === '') && cells.some((cell) => cell.trim() !== '');
}

/** Columns by their question, or by the second line where the first says nothing. */
export function namedBySecond(columns: readonly string[], second: readonly string[]): readonly string[] {
  return columns.map((column, at) => (column === '' ? (second[at] ?? '').trim() : column));
}

/** The column in which people wrote, as the second line says. */
export function openEnded(second: readonly string[]): number | undefined {
  const at = second.findIndex((cell) => cell.trim() === OPEN_ENDED);
  return at === -1 ? undefined : at;
}

/** To be asked of each record of a file in turn: whether it is header and no row. */
export function headerOfFile(format: FileFormat): (record: FileRecord) => boolean {
  let columns: readonly string[] | undefined = format === 'csv' ? undefined : [];
  let separator: Separator = ',';
  let rows = 0;
  return ({ text, tooLong }) => {
    const isBlank = tooLong === undefined && text.trim() === '';
    if (columns === undefined) {
      if (isBlank || saidSeparator(text) !== undefined) return true;
      separator = separatorOf(text);
      columns = csvCells(text, separator).map((cell) => cell.trim());
      return true;
    }
    rows += isBlank ? 0 : 1;
    return rows === 1 && !isBlank && tooLong === undefined && isSecondHeader(columns, csvCells(text, separator));
  };
}
