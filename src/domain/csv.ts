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

/** Rows to CSV text with CRLF line ends, header first. */
export function csvText(header: readonly string[], rows: Iterable<readonly (string | number | boolean | undefined)[]>): string {
  const lines = [header.map(csvCell).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}
