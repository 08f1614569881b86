import { newScaledRows } from './scaled-rows';
import type { TermMatrix } from './term-matrix';

/** Latent semantic analysis (Deerwester et al. 1990) of the product's own texts: one short vector per term. */
export interface LatentSpace {
  readonly dimensions: number;
  /** Where each term's vector stands; -1 for terms outside the space. */
  readonly slots: Int32Array;
  /** Slot s at `[s * dimensions, (s + 1) * dimensions)`. */
  readonly vectors: Float32Array;
}

const ROUNDS = 3;

/**
 * Right singular vectors of a document × term matrix by subspace iteration (Halko, Martinsson, Tropp 2011) from a fixed
 * start, so the same texts give the same space.
 * @param documents rows of unit length
 * @param columnCount size of the vocabulary
 */
export function latentSpace(documents: TermMatrix, columnCount: number, wanted: number): LatentSpace {
  const compact = compactColumns(documents, columnCount);
  const dimensions = Math.min(wanted, compact.size, documents.rows);
  if (dimensions === 0) return { dimensions: 0, slots: compact.slots, vectors: new Float32Array(0) };
  let basis = fixedStart(compact.size, dimensions);
  for (let round = 1; round <= ROUNDS; round += 1) {
    basis = throughDocuments(documents, compact, basis, dimensions);
    // The first round alone does not bend the columns together yet.
    if (round > 1) orthonormalise(basis, compact.size, dimensions);
  }
  return { dimensions, slots: compact.slots, vectors: basis };
}

interface Compact {
  readonly slots: Int32Array;
  readonly size: number;
}

function compactColumns(documents: TermMatrix, columnCount: number): Compact {
  const slots = new Int32Array(columnCount).fill(-1);
  let size = 0;
  for (const column of documents.columns) if (slots[column] === -1) slots[column] = size++;
  return { slots, size };
}

/** One step of the iteration: terms → documents → terms, a document at a time. */
function throughDocuments(documents: TermMatrix, compact: Compact, basis: Float32Array, k: number): Float32Array {
  const next = new Float32Array(basis.length);
  const document = new Float32Array(k);
  const scaled = newScaledRows();
  for (let row = 0; row < documents.rows; row += 1) {
    scaled.clear();
    for (let at = documents.starts[row]!; at < documents.starts[row + 1]!; at += 1) scaled.put(compact.slots[documents.columns[at]!]! * k, documents.weights[at]!);
    document.fill(0);
    scaled.addTo(document, basis);
    scaled.addFrom(document, next);
  }
  return next;
}

/**
 * Orthonormal columns of a size × k matrix with the same leading subspaces, by the Cholesky factor of their products
 * (CholeskyQR; Stathopoulos and Wu 2002), so that the matrix is read row by row. A column that vanishes becomes zero.
 */
function orthonormalise(basis: Float32Array, size: number, k: number): void {
  const inverse = inverseOfFactor(productsOf(basis, size, k), k);
  const row = new Float64Array(k);
  for (let base = 0; base < size * k; base += k) {
    for (let column = 0; column < k; column += 1) row[column] = basis[base + column]!;
    // Rows of the inverse end at the diagonal and are zero behind it: four columns at a time, up to the last one's end.
    let column = 0;
    for (; column + 3 < k; column += 4) {
      const [a, b, c, d] = [column * k, (column + 1) * k, (column + 2) * k, (column + 3) * k];
      let [x, y, z, w] = [0, 0, 0, 0];
      for (let other = 0; other <= column + 3; other += 1) {
        const value = row[other]!;
        x += value * inverse[a + other]!;
        y += value * inverse[b + other]!;
        z += value * inverse[c + other]!;
        w += value * inverse[d + other]!;
      }
      basis[base + column] = x;
      basis[base + column + 1] = y;
      basis[base + column + 2] = z;
      basis[base + column + 3] = w;
    }
    for (; column < k; column += 1) {
      let sum = 0;
      for (let other = 0; other <= column; other += 1) sum += row[other]! * inverse[column * k + other]!;
      basis[base + column] = sum;
    }
  }
}

/** Products of every two columns, lower triangle: `[i * k + j]` for j ≤ i. Four rows at a time: each product is loaded and stored once for them. */
function productsOf(basis: Float32Array, size: number, k: number): Float64Array {
  const products = new Float64Array(k * k);
  const whole = size - (size % 4);
  for (let row = 0; row < whole; row += 4) {
    const [a, b, c, d] = [row * k, (row + 1) * k, (row + 2) * k, (row + 3) * k];
    for (let i = 0; i < k; i += 1) {
      const [x, y, z, w] = [basis[a + i]!, basis[b + i]!, basis[c + i]!, basis[d + i]!];
      for (let j = 0; j <= i; j += 1) products[i * k + j]! += x * basis[a + j]! + y * basis[b + j]! + z * basis[c + j]! + w * basis[d + j]!;
    }
  }
  for (let base = whole * k; base < size * k; base += k) for (let i = 0; i < k; i += 1) for (let j = 0; j <= i; j += 1) products[i * k + j]! += basis[base + i]! * basis[base + j]!;
  return products;
}

/** What is left of a column after the ones before it, as a share of its own square, below which it counts as gone. */
const GONE = 1e-9;

/** With L·Lᵀ the products: row j of L⁻¹ at `[j * k, j * k + j]`; a row of zeros for a column that vanishes. */
function inverseOfFactor(products: Float64Array, k: number): Float64Array {
  const factor = new Float64Array(k * k);
  const inverse = new Float64Array(k * k);
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < i; j += 1) {
      let sum = products[i * k + j]!;
      for (let other = 0; other < j; other += 1) sum -= factor[i * k + other]! * factor[j * k + other]!;
      factor[i * k + j] = factor[j * k + j] === 0 ? 0 : sum / factor[j * k + j]!;
    }
    let left = products[i * k + i]!;
    for (let other = 0; other < i; other += 1) left -= factor[i * k + other]! ** 2;
    if (left <= GONE * products[i * k + i]!) continue;
    const root = Math.sqrt(left);
    factor[i * k + i] = root;
    for (let j = 0; j < i; j += 1) {
      let sum = 0;
      for (let other = j; other < i; other += 1) sum += factor[i * k + other]! * inverse[other * k + j]!;
      inverse[i * k + j] = -sum / root;
    }
    inverse[i * k + i] = 1 / root;
  }
  return inverse;
}

function fixedStart(size: number, k: number): Float32Array {
  const start = new Float32Array(size * k);
  let state = 0x9e3779b9;
  for (let at = 0; at < start.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    start[at] = (state >>> 0) / 0x80000000 - 1;
  }
  return start;
}

/** Unit latent vectors of the rows of a matrix; rows with no term in the space stay zero. */
export function latentRows(matrix: TermMatrix, space: LatentSpace): Float32Array {
  const k = space.dimensions;
  const vectors = new Float32Array(matrix.rows * k);
  for (let row = 0; row < matrix.rows; row += 1) latentRow(matrix, row, space, vectors.subarray(row * k, (row + 1) * k));
  return vectors;
}

const ofRow = newScaledRows();

/** Writes the unit latent vector of one row into `out`. @returns its length before it was scaled, 0 when no term is in the space */
export function latentRow(matrix: TermMatrix, row: number, { dimensions: k, slots, vectors }: LatentSpace, out: Float32Array): number {
  ofRow.clear();
  for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) {
    const slot = slots[matrix.columns[at]!] ?? -1;
    if (slot !== -1) ofRow.put(slot * k, matrix.weights[at]!);
  }
  out.fill(0);
  ofRow.addTo(out, vectors);
  let square = 0;
  for (let d = 0; d < k; d += 1) square += out[d]! ** 2;
  const length = square > 1e-12 ? Math.sqrt(square) : 0;
  for (let d = 0; d < k; d += 1) out[d] = length > 0 ? out[d]! / length : 0;
  return length;
}
