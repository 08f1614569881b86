import type { ReadCorpus } from '../text/read-corpus';
import { GRAM_BUCKETS } from '../text/term-grams';
import { logOfCount } from '../text/log-of-count';
import { newMatrixBuilder, normalised, type TermMatrix } from '../text/term-matrix';
import type { ThemeVectors } from './theme-vectors';

const GRAMS_READ = 300;

/** Spelling of each row: tf-idf of the character grams of its words, unit length, columns numbered as they come. */
export function gramRows(corpus: ReadCorpus, { vocabularyTerms }: ThemeVectors, words: TermMatrix): { readonly matrix: TermMatrix; readonly columnCount: number } {
  const { starts, grams } = corpus.grams;
  const builder = newMatrixBuilder(words.rows);
  const numbers = new Int32Array(GRAM_BUCKETS).fill(-1);
  const tally = new Float32Array(GRAM_BUCKETS);
  const holding = new Int32Array(GRAM_BUCKETS);
  const touched: number[] = [];
  let columnCount = 0;
  for (let row = 0; row < words.rows; row += 1) {
    for (let at = words.starts[row]!; at < words.starts[row + 1]! && touched.length < GRAMS_READ; at += 1) {
      const term = vocabularyTerms[words.columns[at]!]!;
      for (let g = starts[term]!; g < starts[term + 1]!; g += 1) {
        const gram = grams[g]!;
        if (numbers[gram] === -1) numbers[gram] = columnCount++;
        const column = numbers[gram]!;
        if (tally[column] === 0) touched.push(column);
        tally[column]! += 1;
      }
    }
    for (const column of touched) {
      builder.put(column, 1 + logOfCount(tally[column]!));
      holding[column]! += 1;
      tally[column] = 0;
    }
    touched.length = 0;
    builder.endRow();
  }
  const raw = builder.build();
  const { columns, weights } = raw;
  for (let at = 0; at < columns.length; at += 1) weights[at]! *= Math.log(1 + (raw.rows - holding[columns[at]!]! + 0.5) / (holding[columns[at]!]! + 0.5));
  return { matrix: normalised(raw), columnCount };
}
