/**
 * One CSV cell that no spreadsheet takes for a formula: a leading `= + - @`, tab, return or NUL (also full-width forms) gets a
 * single quote in front, and everything is quoted after RFC 4180 (OWASP ASVS 5.0, 1.2.10).
 */
export function csvCell(value: string | number | boolean | undefined): string {
  const text = value === undefined ? '' : String(value);
  const safe = typeof value === 'string' ? withoutFormula(text) : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

/** The text, with a leading quote where a spreadsheet would read a formula, also after blanks (OWASP ASVS 5.0, 1.2.10). */
export function withoutFormula(text: string): string {
  return /^[\s\0]*[=+\-@＝＋－＠\t\r\n\0]/.test(text) ? `'${text}` : text;
}

/** What stands between the cells of a CSV file: a comma (RFC 4180), or what spreadsheets write where a comma stands in numbers. */
export type Separator = ',' | ';' | '\t';

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];
/** What Excel may write above the header: `sep=;`. */
const SAID = /^\uFEFF?sep=([,;\t])\r?$/i;

/** The separator that a file's first line says instead of being the header; undefined for any other line. */
export function saidSeparator(line: string): Separator | undefined {
  const said = SAID.exec(line)?.[1];
  return SEPARATORS.find((one) => one === said);
}

/**
 * The separator of a file with this header: the one that stands in it most often outside of quotes. A comma with a blank behind it may be part of a
 * name ("Why, in your words"), so it counts only where nothing else does.
 */
export function separatorOf(header: string): Separator {
  const plain = header.replace(/"(?:[^"]|"")*"?/g, '');
  const count = (one: Separator): number => plain.split(one === ',' ? /,(?! )/ : one).length - 1;
  const most = SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
  return count(most) === 0 ? ',' : most;
}

/** Rows to CSV text with CRLF line ends, header first. */
export function csvText(header: readonly string[], rows: Iterable<readonly (string | number | boolean | undefined)[]>): string {
  const lines = [header.map(csvCell).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}
