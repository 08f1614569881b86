import type { TermMatrix } from '../text/term-matrix';

/** Rows whose columns are numbered anew, the ones that occur alone: what they are looked up in stays small and near, and so do they. */
export interface CompactRows {
  readonly starts: Int32Array;
  readonly columns: Uint16Array | Int32Array;
  readonly weights: Float32Array;
}

/** The new number of each column, -1 for one that nobody asks for. */
export interface ColumnNumbers {
  readonly of: Int32Array;
  readonly count: number;
}

/** Numbers the columns that occur, in the order in which they first do. */
export function numberColumns(columnCount: number, occurring: Iterable<Iterable<number>>): ColumnNumbers {
  const of = new Int32Array(columnCount).fill(-1);
  let count = 0;
  for (const columns of occurring) for (const column of columns) if (of[column] === -1) of[column] = count++;
  return { of, count };
}

/** @param matrix rows whose columns all have a number */
export function compactRows({ starts, columns, weights }: TermMatrix, { of, count }: ColumnNumbers): CompactRows {
  const compact = count <= 1 << 16 ? new Uint16Array(columns.length) : new Int32Array(columns.length);
  for (let at = 0; at < columns.length; at += 1) compact[at] = of[columns[at]!]!;
  return { starts, columns: compact, weights };
}

/** Sum of a row's weights, each times what stands at its column. */
export function sparseDot({ starts, columns, weights }: CompactRows, row: number, dense: Float32Array): number {
  let sum = 0;
  for (let at = starts[row]!, end = starts[row + 1]!; at < end; at += 1) sum += weights[at]! * dense[columns[at]!]!;
  return sum;
}
