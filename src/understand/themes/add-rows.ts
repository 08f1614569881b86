/** Rows of a table to add up, each times its factor: the first `size` of `rows` and `factors`. */
export interface RowsToAdd {
  readonly rows: Int32Array;
  readonly factors: Float64Array;
  readonly size: number;
}

/** Adds `factor × row` of a table with as many columns as `sums` has. Four rows at a time: each sum is loaded and stored once for them. */
export function addRows(sums: Float64Array, table: Float64Array, { rows, factors, size }: RowsToAdd): void {
  const width = sums.length;
  let at = 0;
  for (; at + 3 < size; at += 4) {
    const x = factors[at]!;
    const y = factors[at + 1]!;
    const z = factors[at + 2]!;
    const w = factors[at + 3]!;
    const a = rows[at]! * width;
    const b = rows[at + 1]! * width;
    const c = rows[at + 2]! * width;
    const d = rows[at + 3]! * width;
    for (let column = 0; column < width; column += 1) sums[column]! += x * table[a + column]! + y * table[b + column]! + z * table[c + column]! + w * table[d + column]!;
  }
  for (; at < size; at += 1) {
    const x = factors[at]!;
    const a = rows[at]! * width;
    for (let column = 0; column < width; column += 1) sums[column]! += x * table[a + column]!;
  }
}
