import type { ReadCorpus } from '../text/read-corpus';
import { GRAM_BUCKETS } from '../text/term-grams';
import { newMatrixBuilder, normalised, type TermMatrix } from '../text/term-matrix';
import { rowsOf, type ThemeVectors } from './theme-vectors';

/** Number of ways in which neighbours are chosen. */
export const VIEWS = 5;

const GRAMS_READ = 300;

/** Likeness of a loaded row to others, in five views. */
export interface LikenessViews {
  /** Words of the sample's rows, for gathering candidates. */
  readonly words: TermMatrix;
  readonly load: (row: number) => void;
  /** Writes the five likenesses of (loaded row, other) to `out` at `base`. */
  readonly compare: (other: number, out: Float32Array, base: number) => void;
}

/**
 * Views that disagree in their mistakes: words and latent meaning, spelling and latent meaning, content words and the
 * latent space of the whole product, words and the coarsest latent dimensions, latent meaning first.
 * @param rows the sample, as rows of the corpus
 */
export function likenessViews(corpus: ReadCorpus, vectors: ThemeVectors, rows: Int32Array): LikenessViews {
  const words = rowsOf(vectors.words, rows);
  const content = rowsOf(vectors.contentWords, rows);
  const grams = gramRows(corpus, words);
  const fine = denseRows(vectors.latent, vectors.dimensions, vectors.dimensions, rows);
  const coarse = denseRows(vectors.latent, vectors.dimensions, Math.ceil(vectors.dimensions / 2), rows);
  const product = denseRows(corpus.signalLatent, corpus.latent.dimensions, corpus.latent.dimensions, rows);
  const worded = new Float32Array(vectors.termCount);
  const said = new Float32Array(vectors.termCount);
  const spelled = new Float32Array(GRAM_BUCKETS);
  let loaded = -1;
  return {
    words,
    load(row) {
      if (loaded >= 0) {
        scatter(words, loaded, worded, true);
        scatter(content, loaded, said, true);
        scatter(grams, loaded, spelled, true);
      }
      scatter(words, row, worded, false);
      scatter(content, row, said, false);
      scatter(grams, row, spelled, false);
      loaded = row;
    },
    compare(other, out, base) {
      const shared = gather(words, other, worded);
      const meaning = dotRows(fine, loaded, other);
      out[base] = shared + meaning;
      out[base + 1] = gather(grams, other, spelled) + meaning;
      out[base + 2] = gather(content, other, said) + dotRows(product, loaded, other);
      out[base + 3] = shared + dotRows(coarse, loaded, other);
      out[base + 4] = meaning + shared / 2;
    },
  };
}

interface DenseRows {
  readonly values: Float32Array;
  readonly width: number;
}

/** The first `width` of `dimensions` values of each row, unit length again. */
function denseRows(vectors: Float32Array, dimensions: number, width: number, rows: Int32Array): DenseRows {
  const values = new Float32Array(rows.length * width);
  rows.forEach((row, at) => {
    let square = 0;
    for (let d = 0; d < width; d += 1) square += vectors[row * dimensions + d]! ** 2;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let d = 0; d < width; d += 1) values[at * width + d] = vectors[row * dimensions + d]! * scale;
  });
  return { values, width };
}

function dotRows({ values, width }: DenseRows, a: number, b: number): number {
  let sum = 0;
  for (let d = 0; d < width; d += 1) sum += values[a * width + d]! * values[b * width + d]!;
  return sum > 0 ? sum : 0;
}

function scatter(matrix: TermMatrix, row: number, into: Float32Array, clear: boolean): void {
  for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) into[matrix.columns[at]!] = clear ? 0 : matrix.weights[at]!;
}

function gather(matrix: TermMatrix, row: number, from: Float32Array): number {
  let sum = 0;
  for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) sum += matrix.weights[at]! * from[matrix.columns[at]!]!;
  return sum;
}

function gramRows(corpus: ReadCorpus, words: TermMatrix): TermMatrix {
  const { starts, grams } = corpus.grams;
  const builder = newMatrixBuilder(words.rows);
  const tally = new Float32Array(GRAM_BUCKETS);
  const holding = new Int32Array(GRAM_BUCKETS);
  const touched: number[] = [];
  for (let row = 0; row < words.rows; row += 1) {
    for (let at = words.starts[row]!; at < words.starts[row + 1]! && touched.length < GRAMS_READ; at += 1) {
      const term = words.columns[at]!;
      for (let g = starts[term]!; g < starts[term + 1]!; g += 1) {
        if (tally[grams[g]!] === 0) touched.push(grams[g]!);
        tally[grams[g]!]! += 1;
      }
    }
    for (const gram of touched) {
      builder.put(gram, 1 + Math.log(tally[gram]!));
      holding[gram]! += 1;
      tally[gram] = 0;
    }
    touched.length = 0;
    builder.endRow();
  }
  const raw = builder.build();
  return normalised({ ...raw, weights: raw.weights.map((count, at) => count * Math.log(1 + (raw.rows - holding[raw.columns[at]!]! + 0.5) / (holding[raw.columns[at]!]! + 0.5))) });
}
