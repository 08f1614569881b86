import { withoutPlaceholders } from '../../domain/placeholder';
import { MOST_WORDS } from '../../domain/looked-at';
import { newTermScanner } from './scan-terms';
import { LONGEST_READ, spokenSpans } from '../../domain/spoken-spans';
import { newNumberBlocks } from './number-blocks';
import { newMatrixBuilder, type TermMatrix } from './term-matrix';
import type { Vocabulary } from './vocabulary';

/** A text in two fields, as signals and issues both have it. */
export interface TwoFields {
  readonly title: string;
  readonly body: string;
}

export interface ReadTexts {
  /** Weighted counts: a word of the title counts `titleWeight`, of the body 1. */
  readonly counts: TermMatrix;
  /** Weighted length of each text in words. */
  readonly lengths: Float32Array;
  /**
   * Parallel to the entries of `counts`: bit n is set when the word stands in sentence n (title: bit 0). No bit for words of
   * later sentences than 31 and for the parts of names from code: they say what a text mentions, not what it says.
   */
  readonly sentences: Int32Array;
}

/** Terms that there is room for at first; it doubles. */
const FIRST_TERMS = 1 << 11;
const SENTENCES = 32;
const LONGEST_SENTENCE = 25;

/** Turns texts into weighted word counts, one text after another. Reads the title and the first 400 spoken words of the body. */
export function readTexts<Item>(texts: readonly Item[], fieldsOf: (text: Item) => TwoFields, vocabulary: Vocabulary, titleWeight: number): ReadTexts {
  const builder = newMatrixBuilder(texts.length);
  const lengths = new Float32Array(texts.length);
  let tally = new Float32Array(FIRST_TERMS);
  let places = new Int32Array(tally.length);
  const touched: number[] = [];
  const sentences = newNumberBlocks((size) => new Int32Array(size));
  let weight = titleWeight;
  let words = 0;
  let sentence = 0;
  let scanned = '';
  let lastEnd = 0;
  let inSentence = 0;
  const scanner = newTermScanner(vocabulary, { learns: true });
  const onTerm = (term: number, start: number, end: number, isPart: boolean): boolean => {
    if (start > lastEnd && (inSentence >= LONGEST_SENTENCE || endsSentence(scanned, lastEnd, start))) {
      sentence += 1;
      inSentence = 0;
    }
    inSentence += 1;
    lastEnd = end;
    if (term >= tally.length) {
      const wider = new Float32Array(2 ** Math.ceil(Math.log2(term + 1)));
      wider.set(tally);
      tally = wider;
      const further = new Int32Array(wider.length);
      further.set(places);
      places = further;
    }
    if (tally[term] === 0) touched.push(term);
    tally[term]! += weight;
    if (!isPart && sentence < SENTENCES) places[term]! |= 1 << sentence;
    words += 1;
    return words < MOST_WORDS;
  };
  texts.forEach((text, row) => {
    const { title, body } = fieldsOf(text);
    weight = titleWeight;
    words = 0;
    sentence = 0;
    inSentence = 0;
    lastEnd = 0;
    scanned = withoutUrls(title);
    scanner.load(scanned);
    scanner.scan(0, Math.min(title.length, 1000), onTerm);
    lengths[row] = words * titleWeight;
    weight = 1;
    words = 0;
    sentence = 1;
    inSentence = 0;
    lastEnd = 0;
    const plain = withoutUrls(body);
    scanned = plain;
    scanner.load(plain);
    for (const span of spokenSpans(plain)) if (words < MOST_WORDS) scanner.scan(span.start, span.end, onTerm);
    lengths[row]! += words;
    for (const term of touched) {
      builder.put(term, tally[term]!);
      sentences.push(places[term]!);
      tally[term] = 0;
      places[term] = 0;
    }
    touched.length = 0;
    builder.endRow();
  });
  return { counts: builder.build(), lengths, sentences: sentences.build() };
}

/** Whether the text between two words ends a sentence. */
function endsSentence(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x0a || code === 0x3002) return true;
  }
  return false;
}

/** Web addresses, HTML tags and what stands for personal data blanked out, offsets kept. */
export function withoutUrls(text: string): string {
  const head = withoutPlaceholders(text.length > LONGEST_READ ? text.slice(0, LONGEST_READ) : text);
  if (!head.includes('://') && !head.includes('<')) return head;
  return head.replace(/\b\w{2,8}:\/\/[^\s<>"')]{1,2000}|<\/?[a-zA-Z][^<>\n]{0,300}>/g, (found) => ' '.repeat(found.length));
}
