const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Terms by number: open addressing on 32-bit FNV-1a (Fowler, Noll, Vo), no string per lookup. */
export interface Vocabulary {
  /** Number of a word, adding it when it is new. */
  readonly add: (word: Uint16Array, length: number) => number;
  /** Number of a word, or -1 when nobody said it. */
  readonly find: (word: Uint16Array, length: number) => number;
  readonly size: () => number;
  /** The stem as text. */
  readonly text: (term: number) => string;
  /** All stems by number: words added to an empty vocabulary in this order get the same numbers. */
  readonly words: () => readonly string[];
}

/** The vocabulary that has these words. */
export function vocabularyOf(words: readonly string[]): Vocabulary {
  const vocabulary = newVocabulary();
  for (const word of words) vocabulary.add(Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at)), word.length);
  return vocabulary;
}

export function newVocabulary(): Vocabulary {
  let slots = new Int32Array(1 << 14);
  let hashes = new Uint32Array(1 << 13);
  const texts: string[] = [];

  const slotOf = (hash: number): number => {
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] !== 0 && hashes[slots[slot]! - 1] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const wider = new Uint32Array(hashes.length * 2);
    wider.set(hashes);
    hashes = wider;
    slots = new Int32Array(slots.length * 2);
    for (let term = 0; term < texts.length; term += 1) slots[slotOf(hashes[term]!)] = term + 1;
  };

  return {
    add(word, length) {
      const hash = hashOf(word, length);
      const slot = slotOf(hash);
      const known = slots[slot]!;
      if (known !== 0) return known - 1;
      if (texts.length + 1 >= hashes.length) {
        grow();
        return this.add(word, length);
      }
      hashes[texts.length] = hash;
      texts.push(String.fromCharCode(...word.subarray(0, length)));
      slots[slot] = texts.length;
      return texts.length - 1;
    },
    find: (word, length) => slots[slotOf(hashOf(word, length))]! - 1,
    size: () => texts.length,
    text: (term) => texts[term] ?? '',
    words: () => texts.slice(),
  };
}

function hashOf(word: Uint16Array, length: number): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ word[at]!, FNV_PRIME);
  return hash >>> 0;
}
