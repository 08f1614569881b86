/**
 * Distinct rows of a table, each with a factor, added up four at a time: what they are added to is loaded and stored once for them.
 * Every sum is rounded as if they came one by one, so that it is the same number.
 */
export interface ScaledRows {
  readonly clear: () => void;
  /** @param base where the row begins in the table; no row comes twice */
  readonly put: (base: number, factor: number) => void;
  /** `sums += factor × row`, for all rows in the order they were put. */
  readonly addTo: (sums: Float32Array, table: Float32Array) => void;
  /** The other way: each row of the table `+= factor × values`. */
  readonly addFrom: (values: Float32Array, table: Float32Array) => void;
}

const FIRST_ROWS = 512;

export function newScaledRows(): ScaledRows {
  let bases = new Int32Array(FIRST_ROWS);
  let factors = new Float64Array(FIRST_ROWS);
  let size = 0;
  return {
    clear: () => void (size = 0),
    put(base, factor) {
      if (size === bases.length) [bases, factors] = [wider(bases, new Int32Array(2 * size)), wider(factors, new Float64Array(2 * size))];
      bases[size] = base;
      factors[size] = factor;
      size += 1;
    },
    addTo(sums, table) {
      const width = sums.length;
      let at = 0;
      for (; at + 3 < size; at += 4) {
        const [x, y, z, w] = [factors[at]!, factors[at + 1]!, factors[at + 2]!, factors[at + 3]!];
        const [a, b, c, d] = [bases[at]!, bases[at + 1]!, bases[at + 2]!, bases[at + 3]!];
        for (let column = 0; column < width; column += 1) sums[column] = Math.fround(Math.fround(Math.fround(sums[column]! + x * table[a + column]!) + y * table[b + column]!) + z * table[c + column]!) + w * table[d + column]!;
      }
      for (; at < size; at += 1) {
        const [x, a] = [factors[at]!, bases[at]!];
        for (let column = 0; column < width; column += 1) sums[column]! += x * table[a + column]!;
      }
    },
    addFrom(values, table) {
      const width = values.length;
      let at = 0;
      for (; at + 3 < size; at += 4) {
        const [x, y, z, w] = [factors[at]!, factors[at + 1]!, factors[at + 2]!, factors[at + 3]!];
        const [a, b, c, d] = [bases[at]!, bases[at + 1]!, bases[at + 2]!, bases[at + 3]!];
        for (let column = 0; column < width; column += 1) {
          const value = values[column]!;
          table[a + column]! += x * value;
          table[b + column]! += y * value;
          table[c + column]! += z * value;
          table[d + column]! += w * value;
        }
      }
      for (; at < size; at += 1) {
        const [x, a] = [factors[at]!, bases[at]!];
        for (let column = 0; column < width; column += 1) table[a + column]! += x * values[column]!;
      }
    },
  };
}

function wider<Numbers extends Int32Array | Float64Array>(numbers: Numbers, room: Numbers): Numbers {
  room.set(numbers);
  return room;
}
