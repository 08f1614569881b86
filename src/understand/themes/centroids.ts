import type { ThemeVectors } from './theme-vectors';

/** Theme centroids folded into one table: fit of a signal to every theme is one pass over its words. */
export interface Centroids {
  readonly count: number;
  /** Term t, theme c at `t * count + c`. */
  readonly words: Float32Array;
  /** Theme c at `c * dimensions`. */
  readonly latent: Float32Array;
}

const WORD_SHARE = 0.5;

/** Mean of the members of each group, unit length. @param groups theme per row, -1 for none */
export function centroidsOf(vectors: ThemeVectors, groups: Int32Array, count: number): Centroids {
  const words = new Float32Array(vectors.termCount * count);
  const latent = new Float32Array(count * vectors.dimensions);
  const { starts, columns, weights } = vectors.words;
  groups.forEach((group, row) => {
    if (group < 0) return;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) words[columns[at]! * count + group]! += weights[at]!;
    for (let d = 0; d < vectors.dimensions; d += 1) latent[group * vectors.dimensions + d]! += vectors.latent[row * vectors.dimensions + d]!;
  });
  const squares = new Float64Array(count);
  for (let at = 0; at < words.length; at += 1) squares[at % count]! += words[at]! ** 2;
  for (let at = 0; at < words.length; at += 1) if (words[at] !== 0) words[at]! /= Math.sqrt(squares[at % count]!);
  for (let group = 0; group < count; group += 1) {
    let square = 0;
    for (let d = 0; d < vectors.dimensions; d += 1) square += latent[group * vectors.dimensions + d]! ** 2;
    if (square > 0) for (let d = 0; d < vectors.dimensions; d += 1) latent[group * vectors.dimensions + d]! /= Math.sqrt(square);
  }
  return { count, words, latent };
}

/** Fit of a row to each theme, 0..1: half shared words, half latent likeness. Written into `fits`. */
export function fitsOf(vectors: ThemeVectors, { count, words, latent }: Centroids, row: number, fits: Float32Array): void {
  fits.fill(0);
  const { starts, columns, weights } = vectors.words;
  for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
    const base = columns[at]! * count;
    const weight = weights[at]! * WORD_SHARE;
    for (let group = 0; group < count; group += 1) fits[group]! += weight * words[base + group]!;
  }
  const k = vectors.dimensions;
  for (let group = 0; group < count; group += 1) {
    let dot = 0;
    for (let d = 0; d < k; d += 1) dot += vectors.latent[row * k + d]! * latent[group * k + d]!;
    fits[group]! += (1 - WORD_SHARE) * Math.max(0, dot);
  }
}
