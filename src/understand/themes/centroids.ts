import { latentRow } from '../text/latent-space';
import { addRows } from './add-rows';
import type { ThemeVectors } from './theme-vectors';

/** Theme centroids as tables by term: the fit of a signal to every theme is one pass over its words. */
export interface Centroids {
  readonly count: number;
  /** Term t, theme c at `t * count + c`: the term's weight in the theme's words. */
  readonly words: Float32Array;
  /** In the same places: likeness of the term's latent vector to the theme's. */
  readonly latent: Float32Array;
}

const WORD_SHARE = 0.5;

/** Mean of the members of each group, unit length. @param groups theme per row, -1 for none */
export function centroidsOf(vectors: ThemeVectors, groups: Int32Array, count: number): Centroids {
  const words = new Float32Array(vectors.termCount * count);
  const { starts, columns, weights } = vectors.words;
  const k = vectors.space.dimensions;
  const meaning = new Float32Array(k);
  /** Dimension d, theme c at `d * count + c`. */
  const latent = new Float32Array(k * count);
  groups.forEach((group, row) => {
    if (group < 0) return;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) words[columns[at]! * count + group]! += weights[at]!;
    latentRow(vectors.words, row, vectors.space, meaning);
    for (let d = 0; d < k; d += 1) latent[d * count + group]! += meaning[d]!;
  });
  unitColumns(words, count);
  unitColumns(latent, count);
  return { count, words, latent: foldedByTerm(vectors, latent, count) };
}

/** Every column of a table with `count` columns scaled to length 1, in place. */
function unitColumns(table: Float32Array, count: number): void {
  const scales = new Float64Array(count);
  for (let base = 0; base < table.length; base += count) for (let group = 0; group < count; group += 1) scales[group]! += table[base + group]! ** 2;
  for (let group = 0; group < count; group += 1) scales[group] = scales[group]! > 0 ? 1 / Math.sqrt(scales[group]!) : 0;
  for (let base = 0; base < table.length; base += count) for (let group = 0; group < count; group += 1) table[base + group]! *= scales[group]!;
}

function foldedByTerm({ space, termCount }: ThemeVectors, latent: Float32Array, count: number): Float32Array {
  const { dimensions: k, slots, vectors } = space;
  const table = new Float32Array(termCount * count);
  const all = Int32Array.from({ length: k }, (_, d) => d);
  for (let term = 0; term < termCount; term += 1) {
    const slot = slots[term]!;
    if (slot >= 0) addRows(table.subarray(term * count, (term + 1) * count), latent, { rows: all, factors: vectors.subarray(slot * k, (slot + 1) * k), from: 0, to: k });
  }
  return table;
}

/** Fit of a row to each theme, 0..1: half shared words, half latent likeness. Written into `fits`, as long as there are themes. */
export function fitsOf(vectors: ThemeVectors, { count, words, latent }: Centroids, row: number, fits: Float32Array): void {
  const { starts, columns, weights } = vectors.words;
  const said = { rows: columns, factors: weights, from: starts[row]!, to: starts[row + 1]! };
  const length = latentRow(vectors.words, row, vectors.space, scratch(vectors.space.dimensions));
  const share = length > 0 ? (1 - WORD_SHARE) / length : 0;
  fits.fill(0);
  addRows(fits, latent, said);
  for (let group = 0; group < count; group += 1) fits[group] = (Math.max(0, fits[group]!) * share) / WORD_SHARE;
  addRows(fits, words, said);
  for (let group = 0; group < count; group += 1) fits[group]! *= WORD_SHARE;
}

let meaning = new Float32Array(0);
function scratch(size: number): Float32Array {
  if (meaning.length !== size) meaning = new Float32Array(size);
  return meaning;
}
