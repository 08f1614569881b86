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
  orthonormalise(basis, compact.size, dimensions);
  for (let round = 0; round < ROUNDS; round += 1) {
    basis = throughDocuments(documents, compact, basis, dimensions);
    orthonormalise(basis, compact.size, dimensions);
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
  for (let row = 0; row < documents.rows; row += 1) {
    const [from, to] = [documents.starts[row]!, documents.starts[row + 1]!];
    document.fill(0);
    for (let at = from; at < to; at += 1) {
      const weight = documents.weights[at]!;
      const base = compact.slots[documents.columns[at]!]! * k;
      for (let d = 0; d < k; d += 1) document[d]! += weight * basis[base + d]!;
    }
    for (let at = from; at < to; at += 1) {
      const weight = documents.weights[at]!;
      const base = compact.slots[documents.columns[at]!]! * k;
      for (let d = 0; d < k; d += 1) next[base + d]! += weight * document[d]!;
    }
  }
  return next;
}

/** Modified Gram–Schmidt on the columns of a size × k matrix. A column that vanishes becomes zero. */
function orthonormalise(basis: Float32Array, size: number, k: number): void {
  const projections = new Float64Array(k);
  for (let column = 0; column < k; column += 1) {
    for (let pass = 0; pass < 2; pass += 1) {
      projections.fill(0);
      for (let row = 0; row < size; row += 1) {
        const value = basis[row * k + column]!;
        for (let other = 0; other < column; other += 1) projections[other]! += value * basis[row * k + other]!;
      }
      for (let row = 0; row < size; row += 1) {
        let value = basis[row * k + column]!;
        for (let other = 0; other < column; other += 1) value -= projections[other]! * basis[row * k + other]!;
        basis[row * k + column] = value;
      }
    }
    scaleColumn(basis, size, k, column);
  }
}

function scaleColumn(basis: Float32Array, size: number, k: number, column: number): void {
  let square = 0;
  for (let row = 0; row < size; row += 1) square += basis[row * k + column]! ** 2;
  const scale = square > 1e-12 ? 1 / Math.sqrt(square) : 0;
  for (let row = 0; row < size; row += 1) basis[row * k + column]! *= scale;
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
  for (let row = 0; row < matrix.rows; row += 1) {
    const out = vectors.subarray(row * k, (row + 1) * k);
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) {
      const weight = matrix.weights[at]!;
      const slot = space.slots[matrix.columns[at]!] ?? -1;
      if (slot === -1) continue;
      for (let d = 0; d < k; d += 1) out[d]! += weight * space.vectors[slot * k + d]!;
    }
    let square = 0;
    for (let d = 0; d < k; d += 1) square += out[d]! ** 2;
    const scale = square > 1e-12 ? 1 / Math.sqrt(square) : 0;
    for (let d = 0; d < k; d += 1) out[d]! *= scale;
  }
  return vectors;
}
