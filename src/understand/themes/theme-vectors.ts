import { latentSpace, type LatentSpace } from '../text/latent-space';
import { logOfCount } from '../text/log-of-count';
import type { ReadCorpus } from '../text/read-corpus';
import { STOP_WORDS } from '../text/stop-words';
import type { TermMatrix } from '../text/term-matrix';

/** Rows of the signals' words; `inTitle` is parallel to the entries: 1 where the title says the word. */
export interface ThemeWords extends TermMatrix {
  readonly inTitle: Uint8Array;
}

/** Signals as themes see them: what is said, not which words issues use. Columns are the terms that at least two signals say in their first sentences. */
export interface ThemeVectors {
  readonly rows: number;
  /** Entries of all rows together. */
  readonly entries: number;
  readonly termCount: number;
  /** Number in the vocabulary of each term. */
  readonly vocabularyTerms: Int32Array;
  /** 1 for function words. */
  readonly isFunctionWord: Uint8Array;
  /** 1 where messages are of one sentence, near 0 where they are long: how far later sentences, function words and numbers count. */
  readonly brevity: number;
  /** Trained on some of the rows. */
  readonly space: LatentSpace;
  /** Rows of unit length of the chosen signals; function words at full weight for the corpus' kind of text. */
  readonly wordsOf: (rows: Int32Array) => ThemeWords;
  /** All rows in blocks, each valid during the visit only: they are never in memory at once. `visit(number of the first row, rows)` */
  readonly eachBlock: (visit: (first: number, words: ThemeWords) => void) => void;
}

/** Length in words up to which "how", "why" and "cannot" carry as much as nouns. */
const ONE_SENTENCE = 14;
/** Title and first seven sentences: where people say what they want; later come logs, steps and thanks. */
const READ_SENTENCES = 0xff;
const TITLE = 1;
/** Title and first sentence say what a long message is about; what was tried and what else happened comes later, each sentence weighing two thirds of the one before. */
const HEED = { title: 4 / 3, next: 2 / 3 };
const STARTS_WITH_DIGIT = /^\d/;
const NO_NAMES: ReadonlySet<string> = new Set();
const DIMENSIONS = 64;
const TRAINED_ON = 10_000;

const BLOCK = 1 << 11;

/**
 * tf-idf among signals alone. Function words and numbers count fully in one-sentence messages and fade in long ones, where a
 * number is a version or a date; the product's names say nothing. @param names stems, as `productNames` gives them
 */
export function themeVectors(corpus: ReadCorpus, names: ReadonlySet<string> = NO_NAMES): ThemeVectors {
  const { counts } = corpus.signals;
  const { numbers, vocabularyTerms, entries } = termsOfFirstSentences(corpus);
  const brevity = Math.min(1, Math.max(0.1, ONE_SENTENCE / Math.max(1, entries / Math.max(1, counts.rows))));
  const isFunctionWord = Uint8Array.from(vocabularyTerms, (term) => (STOP_WORDS.has(corpus.vocabulary.text(term)) ? 1 : 0));
  const rarity = Float32Array.from(vocabularyTerms, (term, at) => {
    const text = corpus.vocabulary.text(term);
    if (names.has(text)) return 0;
    const holding = corpus.signalsPerTerm[term]!;
    return Math.log(1 + (counts.rows - holding + 0.5) / (holding + 0.5)) * (isFunctionWord[at] === 1 || STARTS_WITH_DIGIT.test(text) ? brevity : 1);
  });
  const read = rowReader(corpus, numbers, rarity, heedOf(brevity));
  const wordsOf = (rows: Int32Array): ThemeWords => {
    const block = newBlock(rows.length, rows.reduce((sum, row) => sum + counts.starts[row + 1]! - counts.starts[row]!, 0));
    rows.forEach((row, at) => read(row, block, at));
    return block;
  };
  const eachBlock: ThemeVectors['eachBlock'] = (visit) => {
    let most = 0;
    for (let from = 0; from < counts.rows; from += BLOCK) most = Math.max(most, counts.starts[Math.min(counts.rows, from + BLOCK)]! - counts.starts[from]!);
    const block = newBlock(BLOCK, most);
    for (let from = 0; from < counts.rows; from += BLOCK) {
      const rows = Math.min(BLOCK, counts.rows - from);
      for (let at = 0; at < rows; at += 1) read(from + at, block, at);
      visit(from, { ...block, rows });
    }
  };
  const termCount = vocabularyTerms.length;
  return { rows: counts.rows, entries, termCount, vocabularyTerms, isFunctionWord, brevity, space: latentSpace(wordsOf(everyNth(counts.rows, TRAINED_ON)), termCount, DIMENSIONS), wordsOf, eachBlock };
}

/** What a word weighs by the sentence that says it first, the title being 0: in one-sentence messages the same everywhere. */
function heedOf(brevity: number): Float32Array {
  return Float32Array.from({ length: Math.log2(READ_SENTENCES + 1) }, (_, sentence) => brevity + (1 - brevity) * (sentence === 0 ? HEED.title : HEED.next ** (sentence - 1)));
}

/** Number of the first sentence of a set of sentences that is not empty. */
function firstOf(sentences: number): number {
  return 31 - Math.clz32(sentences & -sentences);
}

/** Numbers of the terms, by their number in the vocabulary (-1 for none) and the other way. */
function termsOfFirstSentences(corpus: ReadCorpus): { readonly numbers: Int32Array; readonly vocabularyTerms: Int32Array; readonly entries: number } {
  const { counts, sentences } = corpus.signals;
  const numbers = new Int32Array(corpus.vocabulary.size()).fill(-1);
  const terms: number[] = [];
  let entries = 0;
  for (let at = 0; at < counts.columns.length; at += 1) {
    const term = counts.columns[at]!;
    if ((sentences[at]! & READ_SENTENCES) === 0 || corpus.signalsPerTerm[term]! < 2) continue;
    if (numbers[term] === -1) numbers[term] = terms.push(term) - 1;
    entries += 1;
  }
  return { numbers, vocabularyTerms: Int32Array.from(terms), entries };
}

function newBlock(rows: number, entries: number): ThemeWords {
  return { rows, starts: new Int32Array(rows + 1), columns: new Int32Array(entries), weights: new Float32Array(entries), inTitle: new Uint8Array(entries) };
}

/** Reads a signal as a row of a block whose rows before it are read. */
function rowReader({ signals: { counts, sentences } }: ReadCorpus, numbers: Int32Array, rarity: Float32Array, heed: Float32Array): (row: number, block: ThemeWords, at: number) => void {
  return (row, { starts, columns, weights, inTitle }, at) => {
    const from = starts[at]!;
    let to = from;
    let square = 0;
    for (let entry = counts.starts[row]!; entry < counts.starts[row + 1]!; entry += 1) {
      const term = numbers[counts.columns[entry]!]!;
      if (term === -1 || (sentences[entry]! & READ_SENTENCES) === 0) continue;
      columns[to] = term;
      inTitle[to] = sentences[entry]! & TITLE;
      weights[to] = (1 + logOfCount(counts.weights[entry]!)) * rarity[term]! * heed[firstOf(sentences[entry]!)]!;
      square += weights[to]! ** 2;
      to += 1;
    }
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let entry = from; entry < to; entry += 1) weights[entry]! *= scale;
    starts[at + 1] = to;
  };
}

function everyNth(rows: number, most: number): Int32Array {
  return Int32Array.from({ length: Math.min(rows, most) }, (_, at) => (rows <= most ? at : Math.floor((at * rows) / most)));
}
