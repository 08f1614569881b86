import { csvCells } from '../../src/ingest/csv-cells';
import { signalRows } from '../../src/ingest/signal-row';
import { splitRecords } from '../../src/ingest/split-records';

/**
 * Rows of a CSV of signals as lines of JSON, which is what a seed hands on. A row that does not fit its header goes on as it stands:
 * the import says what is wrong with it, so that nothing is lost here unnoticed.
 */
export function* csvSignalLines(text: string): Generator<string> {
  let columns: readonly string[] | undefined;
  for (const record of splitRecords('csv', text, 1)) {
    const read = csvCells(record.text.replace(/^\uFEFF/, ''));
    const cells = read.ok ? read.cells : [];
    if (columns === undefined) columns = cells.map((cell) => cell.trim());
    else if (cells.length === columns.length) yield JSON.stringify(rowOf(columns, cells));
    else yield record.text.replaceAll('\n', ' ');
  }
}

function rowOf(columns: readonly string[], cells: readonly string[]): Record<string, string | number> {
  const filled = columns.map((name, index) => [name, cells[index] ?? ''] as const).filter(([name, cell]) => name !== '' && cell.trim() !== '');
  return Object.fromEntries(filled.map(([name, cell]) => [name, signalRows.numbers.includes(name) && Number.isFinite(Number(cell)) ? Number(cell) : cell]));
}
