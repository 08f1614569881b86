/** Rows of a table to add up, each times its factor: entries `[from, to)` of `rows` and `factors`. */
export interface RowsToAdd {
  readonly rows: Int32Array;
  readonly factors: Float32Array;
  readonly from: number;
  readonly to: number;
}

/** Adds `factor × row` of a table with as many columns as `sums` has. Four rows at a time: each sum is loaded and stored once for them. */
export function addRows(sums: Float32Array, table: Float32Array, { rows, factors, from, to }: RowsToAdd): void {
  const width = sums.length;
  let at = from;
  for (; at + 3 < to; at += 4) {
    const [x, y, z, w] = [factors[at]!, factors[at + 1]!, factors[at + 2]!, factors[at + 3]!];
    const [a, b, c, d] = [rows[at]! * width, rows[at + 1]! * width, rows[at + 2]! * width, rows[at + 3]! * width];
    for (let column = 0; column < width; column += 1) sums[column]! += x * table[a + column]! + y * table[b + column]! + z * table[c + column]! + w * table[d + column]!;
  }
  for (; at < to; at += 1) {
    const x = factors[at]!;
    const a = rows[at]! * width;
    for (let column = 0; column < width; column += 1) sums[column]! += x * table[a + column]!;
  }
}
