import { REQUEST_BYTES, ROWS_PER_INSERT } from './limits';
import { marks, write, type Value } from './statement';

export interface Insertion {
  readonly table: string;
  readonly columns: readonly string[];
  /** Columns that take the new value when the key is there already; none: the row that is there stays. */
  readonly update: readonly string[];
  /** Instead of `update`: what is assigned where the key is there already, in this order. */
  readonly assign?: readonly string[];
}

/** Inserts rows in as few statements as the limits allow; rows that are made one by one are never all in memory. Safe to repeat. @throws StoreUnavailable */
export async function insertRows(into: Insertion, rows: Iterable<readonly Value[]>): Promise<void> {
  for (const batch of eachBatch(rows, bytesOfRow)) await write(into.table, insertion(into, batch.length), batch.flat());
}

function insertion({ table, columns, update, assign = update.map((column) => `${column} = VALUES(${column})`) }: Insertion, rows: number): string {
  const tuple = `(${marks(columns.length)})`;
  const values = `INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => tuple).join(', ')}`;
  if (assign.length === 0) return `INSERT IGNORE ${values}`;
  return `INSERT ${values} ON DUPLICATE KEY UPDATE ${assign.join(', ')}`;
}

/** Consecutive groups within the rows and bytes of one request; a row larger than a request stands alone. */
export function batchesOf<Row>(rows: readonly Row[], bytesOf: (row: Row) => number, most = ROWS_PER_INSERT, bytes = REQUEST_BYTES): Row[][] {
  return [...eachBatch(rows, bytesOf, most, bytes)];
}

function* eachBatch<Row>(rows: Iterable<Row>, bytesOf: (row: Row) => number, most = ROWS_PER_INSERT, bytes = REQUEST_BYTES): Iterable<Row[]> {
  let current: Row[] = [];
  let size = 0;
  for (const row of rows) {
    const own = bytesOf(row);
    if (current.length > 0 && (current.length >= most || size + own > bytes)) {
      yield current;
      current = [];
      size = 0;
    }
    current.push(row);
    size += own;
  }
  if (current.length > 0) yield current;
}

function bytesOfRow(row: readonly Value[]): number {
  return row.reduce<number>((sum, value) => sum + bytesOfValue(value), 0);
}

/** Size in a JSON request or response. */
export function bytesOfValue(value: Value): number {
  return typeof value === 'string' ? Buffer.byteLength(JSON.stringify(value)) + 4 : 28;
}
