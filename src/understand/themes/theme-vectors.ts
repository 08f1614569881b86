import { latentRows } from '../text/latent-space';
import type { ReadCorpus } from '../text/read-corpus';
import { STOP_WORDS } from '../text/stop-words';
import { normalised, type TermMatrix } from '../text/term-matrix';

/** Signals as themes see them: what is said, not which words issues use. */
export interface ThemeVectors {
  readonly words: TermMatrix;
  readonly latent: Float32Array;
  readonly dimensions: number;
  readonly termCount: number;
}

/** Length in words up to which "how", "why" and "cannot" carry as much as nouns. */
const ONE_SENTENCE = 12;

/** tf-idf among signals alone. Function words count fully in one-sentence messages and fade in long ones. */
export function themeVectors(corpus: ReadCorpus): ThemeVectors {
  const { counts, lengths } = corpus.signals;
  const total = lengths.reduce((sum, one) => sum + one, 0);
  const functionWords = Math.min(1, Math.max(0.1, (ONE_SENTENCE * counts.rows) / Math.max(1, total)));
  const weight = Float32Array.from(corpus.signalsPerTerm, (holding, term) => {
    const rarity = Math.log(1 + (counts.rows - holding + 0.5) / (holding + 0.5));
    return holding < 2 ? 0 : rarity * (STOP_WORDS.has(corpus.vocabulary.text(term)) ? functionWords : 1);
  });
  const words = normalised({ ...counts, weights: counts.weights.map((count, at) => (1 + Math.log(count)) * weight[counts.columns[at]!]!) });
  return { words, latent: latentRows(words, corpus.latent), dimensions: corpus.latent.dimensions, termCount: weight.length };
}

/** Latent cosine of two signals, 0..1. */
export function latentLikeness({ latent, dimensions }: ThemeVectors, a: number, b: number): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d += 1) sum += latent[a * dimensions + d]! * latent[b * dimensions + d]!;
  return Math.max(0, sum);
}

/** The chosen rows of a matrix, in that order. */
export function rowsOf(matrix: TermMatrix, rows: Int32Array): TermMatrix {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (starts[at + 1] = starts[at]! + matrix.starts[row + 1]! - matrix.starts[row]!));
  const columns = new Int32Array(starts[rows.length]!);
  const weights = new Float32Array(columns.length);
  rows.forEach((row, at) => {
    columns.set(matrix.columns.subarray(matrix.starts[row], matrix.starts[row + 1]), starts[at]);
    weights.set(matrix.weights.subarray(matrix.starts[row], matrix.starts[row + 1]), starts[at]);
  });
  return { rows: rows.length, starts, columns, weights };
}
