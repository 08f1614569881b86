import { latentSpace, type LatentSpace } from '../text/latent-space';
import { logOfCount } from '../text/log-of-count';
import type { ReadCorpus } from '../text/read-corpus';
import { STOP_WORDS } from '../text/stop-words';
import { newMatrixBuilder, normalised, rowsOf, type TermMatrix } from '../text/term-matrix';

/** Signals as themes see them: what is said, not which words issues use. Columns are the terms that at least two signals say in their first sentences. */
export interface ThemeVectors {
  /** Rows of unit length; function words at full weight for the corpus' kind of text. */
  readonly words: TermMatrix;
  readonly termCount: number;
  /** Number in the vocabulary of each term. */
  readonly vocabularyTerms: Int32Array;
  /** 1 for function words. */
  readonly isFunctionWord: Uint8Array;
  /** Trained on `words`. */
  readonly space: LatentSpace;
}

/** Length in words up to which "how", "why" and "cannot" carry as much as nouns. */
const ONE_SENTENCE = 14;
/** Title and first seven sentences: where people say what they want; later come logs, steps and thanks. */
const READ_SENTENCES = 0xff;
const DIMENSIONS = 64;
const TRAINED_ON = 10_000;

/** tf-idf among signals alone. Function words count fully in one-sentence messages and fade in long ones. */
export function themeVectors(corpus: ReadCorpus): ThemeVectors {
  const { matrix: counts, vocabularyTerms } = firstSentences(corpus);
  const average = counts.columns.length / Math.max(1, counts.rows);
  const functionWords = Math.min(1, Math.max(0.1, ONE_SENTENCE / Math.max(1, average)));
  const isFunctionWord = Uint8Array.from(vocabularyTerms, (term) => (STOP_WORDS.has(corpus.vocabulary.text(term)) ? 1 : 0));
  const rarity = Float32Array.from(vocabularyTerms, (term, at) => {
    const holding = corpus.signalsPerTerm[term]!;
    return Math.log(1 + (counts.rows - holding + 0.5) / (holding + 0.5)) * (isFunctionWord[at] === 1 ? functionWords : 1);
  });
  const { columns, weights } = counts;
  for (let at = 0; at < columns.length; at += 1) weights[at] = (1 + logOfCount(weights[at]!)) * rarity[columns[at]!]!;
  const words = normalised(counts);
  const termCount = vocabularyTerms.length;
  return { words, termCount, vocabularyTerms, isFunctionWord, space: latentSpace(everyNth(words, TRAINED_ON), termCount, DIMENSIONS) };
}

function firstSentences(corpus: ReadCorpus): { matrix: TermMatrix; vocabularyTerms: Int32Array } {
  const { counts, sentences } = corpus.signals;
  const builder = newMatrixBuilder(counts.rows);
  const numbers = new Int32Array(corpus.vocabulary.size()).fill(-1);
  const terms: number[] = [];
  for (let row = 0; row < counts.rows; row += 1) {
    for (let at = counts.starts[row]!; at < counts.starts[row + 1]!; at += 1) {
      const term = counts.columns[at]!;
      if ((sentences[at]! & READ_SENTENCES) === 0 || corpus.signalsPerTerm[term]! < 2) continue;
      if (numbers[term] === -1) numbers[term] = terms.push(term) - 1;
      builder.put(numbers[term]!, counts.weights[at]!);
    }
    builder.endRow();
  }
  return { matrix: builder.build(), vocabularyTerms: Int32Array.from(terms) };
}

function everyNth(matrix: TermMatrix, most: number): TermMatrix {
  if (matrix.rows <= most) return matrix;
  return rowsOf(matrix, Int32Array.from({ length: most }, (_, at) => Math.floor((at * matrix.rows) / most)));
}
