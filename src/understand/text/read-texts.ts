import { scanWords } from './scan-words';
import { spokenSpans } from './spoken-spans';
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
}

const MOST_BODY_WORDS = 400;

/** Turns texts into weighted word counts. Reads the title and the first 400 spoken words of the body. */
export function readTexts(texts: readonly TwoFields[], vocabulary: Vocabulary, titleWeight: number): ReadTexts {
  const builder = newMatrixBuilder(texts.length);
  const lengths = new Float32Array(texts.length);
  let tally = new Float32Array(1 << 16);
  const touched: number[] = [];
  let weight = titleWeight;
  let words = 0;
  const onWord = (word: Uint16Array, length: number): void => {
    if (words >= MOST_BODY_WORDS) return;
    const term = vocabulary.add(word, length);
    if (term >= tally.length) {
      const wider = new Float32Array(tally.length * 2);
      wider.set(tally);
      tally = wider;
    }
    if (tally[term] === 0) touched.push(term);
    tally[term]! += weight;
    words += 1;
  };
  texts.forEach(({ title, body }, row) => {
    weight = titleWeight;
    words = 0;
    scanWords(withoutUrls(title), 0, Math.min(title.length, 1000), onWord);
    lengths[row] = words * titleWeight;
    weight = 1;
    words = 0;
    const plain = withoutUrls(body);
    for (const span of spokenSpans(plain)) if (words < MOST_BODY_WORDS) scanWords(plain, span.start, span.end, onWord);
    lengths[row]! += words;
    for (const term of touched) {
      builder.put(term, tally[term]!);
      tally[term] = 0;
    }
    touched.length = 0;
    builder.endRow();
  });
  return { counts: builder.build(), lengths };
}

/** Web addresses and HTML tags blanked out, offsets kept. */
export function withoutUrls(text: string): string {
  const head = text.length > 20_000 ? text.slice(0, 20_000) : text;
  if (!head.includes('://') && !head.includes('<')) return head;
  return head.replace(/\b\w{2,8}:\/\/[^\s<>"')]{1,2000}|<\/?[a-zA-Z][^<>\n]{0,300}>/g, (found) => ' '.repeat(found.length));
}
