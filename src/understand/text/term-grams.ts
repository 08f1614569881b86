import type { Vocabulary } from './vocabulary';

/** Number of buckets of character grams. */
export const GRAM_BUCKETS = 1 << 16;
const GRAM = 4;

/** Character 4-grams of each stem (with word borders), hashed to 16 bits: term t has `grams[starts[t] .. starts[t + 1])`. */
export interface TermGrams {
  readonly starts: Int32Array;
  readonly grams: Uint16Array;
}

/** Computed once per term instead of once per text: a text's grams are those of its words. */
export function gramsOfTerms(vocabulary: Vocabulary): TermGrams {
  const size = vocabulary.size();
  const starts = new Int32Array(size + 1);
  const grams: number[] = [];
  for (let term = 0; term < size; term += 1) {
    const word = `_${vocabulary.text(term)}_`;
    const last = Math.max(1, word.length - GRAM + 1);
    for (let at = 0; at < last; at += 1) grams.push(gramHash(word, at));
    starts[term + 1] = grams.length;
  }
  return { starts, grams: Uint16Array.from(grams) };
}

function gramHash(word: string, from: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < Math.min(word.length, from + GRAM); at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return ((hash >>> 16) ^ hash) & 0xffff;
}
