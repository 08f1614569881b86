import { latentRow } from '../text/latent-space';
import type { TermMatrix } from '../text/term-matrix';
import { addRows } from './add-rows';
import type { ThemeVectors } from './theme-vectors';

/** Theme centroids as a table by term: the fit of a signal to every theme is one pass over its words. */
export interface Centroids {
  readonly count: number;
  /** Term t, theme c at `t * count + c`: two sums in one number, the term's weight in the theme's words and its latent likeness to the theme. */
  readonly table: Float64Array;
  /** Latent vectors by slot, two dimensions in one number, and an empty one for terms outside the space. */
  readonly meanings: Float64Array;
}

/** Writes the fit of one of the words' rows to each theme, 0..1: half shared words, half latent likeness. */
export type FitsOf = (words: TermMatrix, row: number, fits: Float32Array) => void;

const WORD_SHARE = 0.5;
/**
 * Two whole numbers stand in one double, `high × APART + low`, and are multiplied and added up together. A row and what it is
 * compared with have unit length, so that no sum is above `FACTOR_STEPS × VALUE_STEPS` = 2²⁵ and the two never meet.
 */
const APART = 2 ** 27;
const FACTOR_STEPS = 2 ** 12;
const VALUE_STEPS = 2 ** 13;
const WHOLE = FACTOR_STEPS * VALUE_STEPS;

/** Mean of the members of each group, unit length. @param groups theme per row, -1 for none */
export function centroidsOf(vectors: ThemeVectors, groups: Int32Array, count: number): Centroids {
  const words = new Float32Array(vectors.termCount * count);
  const k = vectors.space.dimensions;
  const meaning = new Float32Array(k);
  /** Dimension d, theme c at `d * count + c`. */
  const latent = new Float32Array(k * count);
  vectors.eachBlock((first, block) => {
    for (let row = 0; row < block.rows; row += 1) {
      const group = groups[first + row]!;
      if (group < 0) continue;
      for (let at = block.starts[row]!; at < block.starts[row + 1]!; at += 1) words[block.columns[at]! * count + group]! += block.weights[at]!;
      latentRow(block, row, vectors.space, meaning);
      for (let d = 0; d < k; d += 1) latent[d * count + group]! += meaning[d]!;
    }
  });
  unitColumns(words, count);
  unitColumns(latent, count);
  return { count, table: tableOf(vectors, words, Float64Array.from(latent), count), meanings: halved(vectors) };
}

/** Every column of a table with `count` columns scaled to length 1, in place. */
function unitColumns(table: Float32Array, count: number): void {
  const scales = new Float64Array(count);
  for (let base = 0; base < table.length; base += count) for (let group = 0; group < count; group += 1) scales[group]! += table[base + group]! ** 2;
  for (let group = 0; group < count; group += 1) scales[group] = scales[group]! > 0 ? 1 / Math.sqrt(scales[group]!) : 0;
  for (let base = 0; base < table.length; base += count) for (let group = 0; group < count; group += 1) table[base + group]! *= scales[group]!;
}

function tableOf({ space: { dimensions: k, slots, vectors }, termCount }: ThemeVectors, words: Float32Array, latent: Float64Array, count: number): Float64Array {
  const table = new Float64Array(termCount * count);
  const likeness = new Float64Array(count);
  const all = Int32Array.from({ length: k }, (_, d) => d);
  const factors = new Float64Array(k);
  for (let term = 0; term < termCount; term += 1) {
    const slot = slots[term]!;
    likeness.fill(0);
    if (slot >= 0) {
      for (let d = 0; d < k; d += 1) factors[d] = vectors[slot * k + d]!;
      addRows(likeness, latent, { rows: all, factors, size: k });
    }
    for (let base = term * count, group = 0; group < count; group += 1) table[base + group] = together(words[base + group]!, likeness[group]!);
  }
  return table;
}

function halved({ space: { dimensions: k, vectors } }: ThemeVectors): Float64Array {
  const half = Math.ceil(k / 2);
  const meanings = new Float64Array(k === 0 ? 0 : (vectors.length / k + 1) * half);
  for (let at = 0, base = 0; base < vectors.length; base += k) for (let d = 0; d < k; d += 2, at += 1) meanings[at] = together(vectors[base + d]!, d + 1 < k ? vectors[base + d + 1]! : 0);
  return meanings;
}

function together(high: number, low: number): number {
  return Math.round(high * VALUE_STEPS) * APART + Math.round(low * VALUE_STEPS);
}

export function newFits({ space, entries }: ThemeVectors, { count, table, meanings }: Centroids): FitsOf {
  const board = new Float64Array(count);
  const half = new Float64Array(Math.ceil(space.dimensions / 2));
  const outside = half.length === 0 ? 0 : meanings.length / half.length - 1;
  const most = Math.min(entries, LONGEST_ROW);
  const [terms, slots, factors] = [new Int32Array(most), new Int32Array(most), new Float64Array(most)];
  return ({ starts, columns, weights }, row, fits) => {
    let size = 0;
    for (let at = starts[row]!; at < starts[row + 1]! && size < most; at += 1) {
      const term = columns[at]!;
      const slot = space.slots[term]!;
      terms[size] = term;
      slots[size] = slot === -1 ? outside : slot;
      factors[size] = Math.round(weights[at]! * FACTOR_STEPS);
      size += 1;
    }
    half.fill(0);
    addRows(half, meanings, { rows: slots, factors, size });
    let square = 0;
    for (let at = 0; at < half.length; at += 1) {
      const high = Math.round(half[at]! / APART);
      square += high * high + (half[at]! - high * APART) ** 2;
    }
    const share = square > 0 ? (1 - WORD_SHARE) / Math.sqrt(square) : 0;
    board.fill(0);
    addRows(board, table, { rows: terms, factors, size });
    for (let group = 0; group < count; group += 1) {
      const high = Math.round(board[group]! / APART);
      fits[group] = (WORD_SHARE / WHOLE) * high + share * Math.max(0, board[group]! - high * APART);
    }
  };
}

/** More words than a text is read for. */
const LONGEST_ROW = 1 << 10;
