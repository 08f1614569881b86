import { newNumberBlocks } from './number-blocks';

/** Rows of (column, weight) one after another: row r is `[starts[r], starts[r + 1])` of `columns` and `weights`. */
export interface TermMatrix {
  readonly rows: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly weights: Float32Array;
}

/** Collects rows without knowing their number of entries ahead. */
export interface MatrixBuilder {
  readonly put: (column: number, weight: number) => void;
  readonly endRow: () => void;
  readonly build: () => TermMatrix;
}

export function newMatrixBuilder(rows: number): MatrixBuilder {
  const starts = new Int32Array(rows + 1);
  const columns = newNumberBlocks((size) => new Int32Array(size));
  const weights = newNumberBlocks((size) => new Float32Array(size));
  let row = 0;
  return {
    put(column, weight) {
      columns.push(column);
      weights.push(weight);
    },
    endRow() {
      row += 1;
      starts[row] = columns.size();
    },
    build: () => ({ rows, starts, columns: columns.build(), weights: weights.build() }),
  };
}

/** The same entries by column: for each column its rows, in rising order. */
export function transpose(matrix: TermMatrix, columnCount: number): TermMatrix {
  const starts = new Int32Array(columnCount + 1);
  for (const column of matrix.columns) starts[column + 1]! += 1;
  for (let column = 0; column < columnCount; column += 1) starts[column + 1]! += starts[column]!;
  const next = starts.slice();
  const columns = new Int32Array(matrix.columns.length);
  const weights = new Float32Array(matrix.columns.length);
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) {
      const slot = next[matrix.columns[at]!]!++;
      columns[slot] = row;
      weights[slot] = matrix.weights[at]!;
    }
  }
  return { rows: columnCount, starts, columns, weights };
}

/** How many rows hold each column. */
export function rowsPerColumn(matrix: TermMatrix, columnCount: number): Int32Array {
  const counts = new Int32Array(columnCount);
  for (const column of matrix.columns) counts[column]! += 1;
  return counts;
}

/** Every row scaled to length 1, the weights in place; an empty row stays empty. @returns the same matrix */
export function normalised(matrix: TermMatrix): TermMatrix {
  const { starts, weights } = matrix;
  for (let row = 0; row < matrix.rows; row += 1) {
    const [from, to] = [starts[row]!, starts[row + 1]!];
    let square = 0;
    for (let at = from; at < to; at += 1) square += weights[at]! ** 2;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let at = from; at < to; at += 1) weights[at]! *= scale;
  }
  return matrix;
}

/** The chosen rows of a matrix, in that order. */
export function rowsOf(matrix: TermMatrix, rows: Int32Array): TermMatrix {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (starts[at + 1] = starts[at]! + matrix.starts[row + 1]! - matrix.starts[row]!));
  const columns = new Int32Array(starts[rows.length]!);
  const weights = new Float32Array(columns.length);
  rows.forEach((row, at) => {
    columns.set(matrix.columns.subarray(matrix.starts[row], matrix.starts[row + 1]), starts[at]);
    weights.set(matrix.weights.subarray(matrix.starts[row], matrix.starts[row + 1]), starts[at]);
  });
  return { rows: rows.length, starts, columns, weights };
}
