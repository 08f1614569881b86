import { latentRows } from '../text/latent-space';
import type { ReadCorpus } from '../text/read-corpus';
import { rowsOf, type TermMatrix } from '../text/term-matrix';
import { gramRows } from './gram-rows';
import type { ThemeVectors } from './theme-vectors';

/** Number of ways in which neighbours are chosen. */
export const VIEWS = 5;

/** What a function word keeps of its weight where the words of the need matter. */
const LESS = 0.4;

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
  const { isFunctionWord } = vectors;
  const grams = gramRows(corpus, vectors, words);
  const fineWidth = vectors.space.dimensions;
  const coarseWidth = Math.ceil(fineWidth / 2);
  const fine = inBytes(latentRows(words, vectors.space), fineWidth);
  const productWidth = corpus.latent.dimensions;
  const product = inBytes(latentRows(rowsOf(corpus.signalVectors, rows), corpus.latent), productWidth);
  const contentScale = Float32Array.from(rows, (_, row) => scaleOf(lengthOfContent(words, row, isFunctionWord)));
  const coarseScale = Float32Array.from(rows, (_, row) => scaleOf(dotBytes(fine.values, row * fineWidth, row * fineWidth, coarseWidth)));
  const said = new Float32Array(vectors.termCount);
  const spelled = new Float32Array(grams.columnCount);
  let loaded = -1;
  return {
    words,
    load(row) {
      if (loaded >= 0) {
        scatter(words, loaded, said, true);
        scatter(grams.matrix, loaded, spelled, true);
      }
      scatter(words, row, said, false);
      scatter(grams.matrix, row, spelled, false);
      loaded = row;
    },
    compare(other, out, base) {
      let [content, functions] = [0, 0];
      const { starts, columns, weights } = words;
      for (let at = starts[other]!, end = starts[other + 1]!; at < end; at += 1) {
        const column = columns[at]!;
        const shared = weights[at]! * said[column]!;
        if (isFunctionWord[column] === 0) content += shared;
        else functions += shared;
      }
      const [a, b] = [loaded * fineWidth, other * fineWidth];
      const coarse = dotBytes(fine.values, a, b, coarseWidth);
      const meaning = Math.max(0, coarse + dotBytes(fine.values, a + coarseWidth, b + coarseWidth, fineWidth - coarseWidth)) * fine.scales[loaded]! * fine.scales[other]!;
      const shared = content + functions;
      out[base] = shared + meaning;
      out[base + 1] = gather(grams.matrix, other, spelled) + meaning;
      out[base + 2] = (content + LESS * LESS * functions) * contentScale[loaded]! * contentScale[other]! + Math.max(0, dotBytes(product.values, loaded * productWidth, other * productWidth, productWidth)) * product.scales[loaded]! * product.scales[other]!;
      out[base + 3] = shared + Math.max(0, coarse) * coarseScale[loaded]! * coarseScale[other]!;
      out[base + 4] = meaning + shared / 2;
    },
  };
}

/** Squared length of a row whose function words weigh less. */
function lengthOfContent({ starts, columns, weights }: TermMatrix, row: number, isFunctionWord: Uint8Array): number {
  let square = 0;
  for (let at = starts[row]!; at < starts[row + 1]!; at += 1) square += weights[at]! ** 2 * (isFunctionWord[columns[at]!] === 0 ? 1 : LESS * LESS);
  return square;
}

function scaleOf(square: number): number {
  return square > 0 ? 1 / Math.sqrt(square) : 0;
}

interface ByteRows {
  readonly values: Int8Array;
  /** What one step of a row's values is worth. */
  readonly scales: Float32Array;
}

/** Unit rows in bytes, each in steps of its own: a quarter of the memory to walk through, and neighbours stay neighbours. */
function inBytes(vectors: Float32Array, width: number): ByteRows {
  const values = new Int8Array(vectors.length);
  const scales = new Float32Array(width === 0 ? 0 : vectors.length / width);
  for (let row = 0; row < scales.length; row += 1) {
    let [most, square] = [0, 0];
    for (let at = row * width; at < (row + 1) * width; at += 1) most = Math.max(most, Math.abs(vectors[at]!));
    if (most === 0) continue;
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      values[at] = Math.round((vectors[at]! / most) * 127);
      square += values[at]! ** 2;
    }
    scales[row] = scaleOf(square);
  }
  return { values, scales };
}

/** Product of two stretches of `width` bytes. Four sums side by side: none waits for the one before. */
function dotBytes(values: Int8Array, a: number, b: number, width: number): number {
  let [w, x, y, z] = [0, 0, 0, 0];
  let d = 0;
  for (; d + 3 < width; d += 4) {
    w = (w + Math.imul(values[a + d]!, values[b + d]!)) | 0;
    x = (x + Math.imul(values[a + d + 1]!, values[b + d + 1]!)) | 0;
    y = (y + Math.imul(values[a + d + 2]!, values[b + d + 2]!)) | 0;
    z = (z + Math.imul(values[a + d + 3]!, values[b + d + 3]!)) | 0;
  }
  for (; d < width; d += 1) w = (w + Math.imul(values[a + d]!, values[b + d]!)) | 0;
  return w + x + y + z;
}

function scatter(matrix: TermMatrix, row: number, into: Float32Array, clear: boolean): void {
  for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) into[matrix.columns[at]!] = clear ? 0 : matrix.weights[at]!;
}

function gather({ starts, columns, weights }: TermMatrix, row: number, from: Float32Array): number {
  let sum = 0;
  for (let at = starts[row]!, end = starts[row + 1]!; at < end; at += 1) sum += weights[at]! * from[columns[at]!]!;
  return sum;
}
