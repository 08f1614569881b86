/**
 * Rows of unit length as whole numbers, two or three to a double: of three, the row's digits stand as `c + b·x + a·x²`. Times another
 * row's digits in the opposite order, the coefficient of x² is the sum of three products, so that one multiplication does the work
 * of three. The coefficients above are taken off at the end; of those below nothing reaches it.
 */
export interface PackedRows {
  readonly digits: Digits;
  /** Doubles per row. */
  readonly width: number;
  readonly values: Float64Array;
  /** What makes the product of two rows their cosine. */
  readonly scales: Float32Array;
}

/** Two digits are exact to the fourth decimal of a cosine, three to the second. */
export type Digits = 2 | 3;

/** Steps of a component of a unit row: the product of two rows then stays below half of x. */
const STEPS = { 2: 8000, 3: 350 };
const X = { 2: 2 ** 27, 3: 2 ** 18 };

/** Components `[from, to)` of each unit row of `vectors`, which is `width` wide. */
export function packRows(vectors: Float32Array, width: number, [from, to]: readonly [number, number], digits: Digits): PackedRows {
  const rows = width === 0 ? 0 : vectors.length / width;
  const packed = Math.ceil((to - from) / digits);
  const values = new Float64Array(rows * packed);
  const scales = new Float32Array(rows);
  const powers = Array.from({ length: digits }, (_, place) => X[digits] ** (digits - 1 - place));
  for (let row = 0; row < rows; row += 1) {
    let square = 0;
    for (let at = from; at < to; at += 1) {
      const digit = Math.round(vectors[row * width + at]! * STEPS[digits]);
      values[row * packed + Math.floor((at - from) / digits)]! += digit * powers[(at - from) % digits]!;
      square += digit * digit;
    }
    scales[row] = square > 0 ? 1 / Math.sqrt(square) : 0;
  }
  return { digits, width: packed, values, scales };
}

/** Writes the digits of one row in the opposite order, for `productWith`. */
export function turnRow({ digits, width, values }: PackedRows, row: number, into: Float64Array): void {
  const x = X[digits];
  for (let at = 0; at < width; at += 1) {
    let left = values[row * width + at]!;
    let turned = 0;
    for (let power = x ** (digits - 1), back = 1; back <= x ** (digits - 1); power /= x, back *= x) {
      const digit = Math.round(left / power);
      left -= digit * power;
      turned += digit * back;
    }
    into[at] = turned;
  }
}

/** The same from a unit row that is not packed. @returns its scale */
export function turnVector(vector: Float32Array, digits: Digits, into: Float64Array): number {
  const x = X[digits];
  let square = 0;
  into.fill(0);
  for (let at = 0, place = 0, power = 1; at < vector.length; at += 1) {
    const digit = Math.round(vector[at]! * STEPS[digits]);
    square += digit * digit;
    into[place]! += digit * power;
    power *= x;
    if ((at + 1) % digits !== 0) continue;
    place += 1;
    power = 1;
  }
  return square > 0 ? 1 / Math.sqrt(square) : 0;
}

/** Sum of the products of a row's digits with those of a turned one. */
export function productWith({ digits, width, values }: PackedRows, row: number, turned: Float64Array): number {
  const base = row * width;
  let even = 0;
  let odd = 0;
  let at = 0;
  for (; at + 1 < width; at += 2) {
    even += values[base + at]! * turned[at]!;
    odd += values[base + at + 1]! * turned[at + 1]!;
  }
  if (at < width) even += values[base + at]! * turned[at]!;
  const sum = even + odd;
  return digits === 2 ? Math.round((sum - Math.round(sum / ABOVE[2]) * ABOVE[2]) / WANTED[2]) : Math.round((sum - Math.round(sum / ABOVE[3]) * ABOVE[3]) / WANTED[3]);
}

/** The coefficient that is wanted, and the first above it. */
const WANTED = { 2: X[2], 3: X[3] ** 2 };
const ABOVE = { 2: X[2] ** 2, 3: X[3] ** 3 };
