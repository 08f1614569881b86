/**
 * Rows of unit length as whole numbers, three to a double: with `x` = 2¹⁸ the row's digits stand as `c + b·x + a·x²`. Times another
 * row's digits in the opposite order, the coefficient of x² is the sum of three products, so that one multiplication does the work
 * of three. The coefficients above are taken off at the end; of those below nothing reaches it.
 */
export interface PackedRows {
  /** Doubles per row. */
  readonly width: number;
  readonly values: Float64Array;
  /** What makes the product of two rows their cosine. */
  readonly scales: Float32Array;
}

/** Steps of a component of a unit row: the product of two rows then stays below half of 2¹⁸. */
const STEPS = 350;
const X = 2 ** 18;
const X2 = X * X;
const X3 = X * X * X;

/** Components `[from, to)` of each unit row of `vectors`, which is `width` wide. */
export function packRows(vectors: Float32Array, width: number, from: number, to: number): PackedRows {
  const rows = width === 0 ? 0 : vectors.length / width;
  const packed = Math.ceil((to - from) / 3);
  const values = new Float64Array(rows * packed);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let square = 0;
    for (let at = from; at < to; at += 1) {
      const digit = Math.round(vectors[row * width + at]! * STEPS);
      const place = (at - from) % 3;
      values[row * packed + Math.floor((at - from) / 3)]! += digit * (place === 0 ? X2 : place === 1 ? X : 1);
      square += digit * digit;
    }
    scales[row] = square > 0 ? 1 / Math.sqrt(square) : 0;
  }
  return { width: packed, values, scales };
}

/** Writes the digits of one row in the opposite order, for `productWith`. */
export function turnRow({ width, values }: PackedRows, row: number, into: Float64Array): void {
  for (let at = 0; at < width; at += 1) {
    const value = values[row * width + at]!;
    const high = Math.round(value / X2);
    const middle = Math.round((value - high * X2) / X);
    into[at] = value - high * X2 - middle * X;
    into[at] = into[at]! * X2 + middle * X + high;
  }
}

/** Sum of the products of a row's digits with those of a turned one. */
export function productWith({ width, values }: PackedRows, row: number, turned: Float64Array): number {
  const base = row * width;
  let [even, odd] = [0, 0];
  let at = 0;
  for (; at + 1 < width; at += 2) {
    even += values[base + at]! * turned[at]!;
    odd += values[base + at + 1]! * turned[at + 1]!;
  }
  if (at < width) even += values[base + at]! * turned[at]!;
  const sum = even + odd;
  return Math.round((sum - Math.round(sum / X3) * X3) / X2);
}
