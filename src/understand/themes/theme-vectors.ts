import { latentRows, latentSpace } from '../text/latent-space';
import type { ReadCorpus } from '../text/read-corpus';
import { STOP_WORDS } from '../text/stop-words';
import { newMatrixBuilder, normalised, type TermMatrix } from '../text/term-matrix';

/** Signals as themes see them: what is said, not which words issues use. Rows of unit length, columns are terms. */
export interface ThemeVectors {
  /** Function words at full weight for the corpus' kind of text, and at less than half of it. */
  readonly words: TermMatrix;
  readonly contentWords: TermMatrix;
  /** Latent vectors trained on `words`. */
  readonly latent: Float32Array;
  readonly dimensions: number;
  readonly termCount: number;
}

/** Length in words up to which "how", "why" and "cannot" carry as much as nouns. */
const ONE_SENTENCE = 14;
const LESS = 0.4;
/** Title and first seven sentences: where people say what they want; later come logs, steps and thanks. */
const READ_SENTENCES = 0xff;
const DIMENSIONS = 64;
const TRAINED_ON = 10_000;

/** tf-idf among signals alone. Function words count fully in one-sentence messages and fade in long ones. */
export function themeVectors(corpus: ReadCorpus): ThemeVectors {
  const counts = firstSentences(corpus);
  const average = counts.columns.length / Math.max(1, counts.rows);
  const functionWords = Math.min(1, Math.max(0.1, ONE_SENTENCE / Math.max(1, average)));
  const words = weighted(corpus, counts, functionWords);
  const space = latentSpace(everyNth(words, TRAINED_ON), corpus.vocabulary.size(), DIMENSIONS);
  return { words, contentWords: weighted(corpus, counts, functionWords * LESS), latent: latentRows(words, space), dimensions: space.dimensions, termCount: corpus.vocabulary.size() };
}

function firstSentences(corpus: ReadCorpus): TermMatrix {
  const { counts, sentences } = corpus.signals;
  const builder = newMatrixBuilder(counts.rows);
  for (let row = 0; row < counts.rows; row += 1) {
    for (let at = counts.starts[row]!; at < counts.starts[row + 1]!; at += 1) {
      const term = counts.columns[at]!;
      if ((sentences[at]! & READ_SENTENCES) !== 0 && corpus.signalsPerTerm[term]! >= 2) builder.put(term, counts.weights[at]!);
    }
    builder.endRow();
  }
  return builder.build();
}

function weighted(corpus: ReadCorpus, counts: TermMatrix, functionWords: number): TermMatrix {
  const rarity = Float32Array.from(corpus.signalsPerTerm, (holding, term) => Math.log(1 + (counts.rows - holding + 0.5) / (holding + 0.5)) * (STOP_WORDS.has(corpus.vocabulary.text(term)) ? functionWords : 1));
  return normalised({ ...counts, weights: counts.weights.map((count, at) => (1 + Math.log(count)) * rarity[counts.columns[at]!]!) });
}

function everyNth(matrix: TermMatrix, most: number): TermMatrix {
  if (matrix.rows <= most) return matrix;
  return rowsOf(matrix, Int32Array.from({ length: most }, (_, at) => Math.floor((at * matrix.rows) / most)));
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
