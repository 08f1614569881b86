import { latentRows } from '../text/latent-space';
import { packRows, productWith, turnRow } from '../text/packed-rows';
import type { ReadCorpus } from '../text/read-corpus';
import type { TermMatrix } from '../text/term-matrix';
import { gramRows } from './gram-rows';
import type { ThemeVectors } from './theme-vectors';

/** Number of ways in which neighbours are chosen. */
export const VIEWS = 5;
/** Views by number: words with latent meaning, spelling with latent meaning, latent meaning first. */
export const WORDS = 0;
export const SPELLING = 1;
export const MEANING = 4;

/** What a function word keeps of its weight where the words of the need matter. */
const LESS = 0.4;

/** Likeness of a loaded row to others, in five views. */
export interface LikenessViews {
  /** Words of the sample's rows, for gathering candidates. */
  readonly words: TermMatrix;
  readonly load: (row: number) => void;
  /** Writes the likenesses of (loaded row, other) to `out`, in the view of spelling without the spelling. */
  readonly compare: (other: number, out: Float32Array) => void;
  /** Likeness of the spelling of (loaded row, other): what costs most. */
  readonly spelling: (other: number) => number;
}

/**
 * Views that disagree in their mistakes: words and latent meaning, spelling and latent meaning, content words and the
 * latent space of the whole product, words and the coarsest latent dimensions, latent meaning first.
 * @param rows the sample, as rows of the corpus
 */
export function likenessViews(corpus: ReadCorpus, vectors: ThemeVectors, rows: Int32Array): LikenessViews {
  const words = vectors.wordsOf(rows);
  const { isFunctionWord } = vectors;
  const grams = gramRows(corpus, vectors, words);
  const fineWidth = vectors.space.dimensions;
  const coarseWidth = Math.ceil(fineWidth / 2);
  const meanings = latentRows(words, vectors.space);
  const coarse = packRows(meanings, fineWidth, [0, coarseWidth], 3);
  const rest = packRows(meanings, fineWidth, [coarseWidth, fineWidth], 3);
  const fineScale = coarse.scales.map((scale, row) => scaleOf(squareOf(scale) + squareOf(rest.scales[row]!)));
  const productWidth = corpus.latent.dimensions;
  const product = packRows(latentRows(corpus.signalVectorsOf(rows), corpus.latent), productWidth, [0, productWidth], 3);
  const [coarseTurned, restTurned, productTurned] = [coarse, rest, product].map(({ width }) => new Float64Array(width));
  const contentScale = Float32Array.from(rows, (_, row) => scaleOf(lengthOfContent(words, row, isFunctionWord)));
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
      turnRow(coarse, row, coarseTurned!);
      turnRow(rest, row, restTurned!);
      turnRow(product, row, productTurned!);
      loaded = row;
    },
    compare(other, out) {
      let [content, functions] = [0, 0];
      const { starts, columns, weights } = words;
      for (let at = starts[other]!, end = starts[other + 1]!; at < end; at += 1) {
        const column = columns[at]!;
        const shared = weights[at]! * said[column]!;
        if (isFunctionWord[column] === 0) content += shared;
        else functions += shared;
      }
      const roughly = productWith(coarse, other, coarseTurned!);
      const meaning = Math.max(0, roughly + productWith(rest, other, restTurned!)) * fineScale[loaded]! * fineScale[other]!;
      const shared = content + functions;
      out[WORDS] = shared + meaning;
      out[SPELLING] = meaning;
      out[2] = (content + LESS * LESS * functions) * contentScale[loaded]! * contentScale[other]! + Math.max(0, productWith(product, other, productTurned!)) * product.scales[loaded]! * product.scales[other]!;
      out[3] = shared + Math.max(0, roughly) * coarse.scales[loaded]! * coarse.scales[other]!;
      out[MEANING] = meaning + shared / 2;
    },
    spelling: (other) => gather(grams.matrix, other, spelled),
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

/** Squared length of the row that a scale brings to length 1. */
function squareOf(scale: number): number {
  return scale > 0 ? 1 / (scale * scale) : 0;
}

function scatter(matrix: TermMatrix, row: number, into: Float32Array, clear: boolean): void {
  for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) into[matrix.columns[at]!] = clear ? 0 : matrix.weights[at]!;
}

function gather({ starts, columns, weights }: TermMatrix, row: number, from: Float32Array): number {
  let sum = 0;
  for (let at = starts[row]!, end = starts[row + 1]!; at < end; at += 1) sum += weights[at]! * from[columns[at]!]!;
  return sum;
}
