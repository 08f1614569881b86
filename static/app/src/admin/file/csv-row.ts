import type { Separator } from '../../../../../src/contract/csv';

/** The cells of one CSV record (RFC 4180). For the preview only; the server parses the file itself. */
export function csvCells(record: string, separator: Separator = ','): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let index = 0; index < record.length; index += 1) {
    const char = record[index] ?? '';
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (record[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell === '') isQuoted = true;
    else if (char === separator) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...cells, cell];
}
