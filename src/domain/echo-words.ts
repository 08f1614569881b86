/** Room for words at first; longer texts make it grow. */
const FIRST_WORDS = 16_000;

/** What a code point is, looked up once: 0 unknown, else KNOWN with IN_WORD and ALONE. */
const kinds = new Uint8Array(0x110000);
const KNOWN = 1;
const IN_WORD = 2;
/** A script without spaces gives a word a character. */
const ALONE = 4;
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;
const LETTER = /^[\p{L}\p{N}\p{M}]$/u;

const FNV = { basis: 0x811c9dc5, prime: 0x01000193 };

/** Words of the text read last, as numbers: title, then text. Overwritten by the next `readWords`, so that no text leaves anything to collect. */
export const read = { words: new Int32Array(FIRST_WORDS), count: 0, ofText: 0 };

/** Reads a title and a text into `read`: letters and digits alone, lower-case, every word as its 32-bit FNV-1a (Fowler, Noll, Vo). */
export function readWords(title: string | undefined, text: string): void {
  const ofTitle = title === undefined ? 0 : addWords(title, 0);
  read.count = addWords(text, ofTitle);
  read.ofText = read.count - ofTitle;
}

/** One number for the words read last, in 53 bits: of 120,000 texts two others get the same once in a million times. */
export function keyOfWords(): number {
  let high = read.count;
  let low = ~read.count;
  for (let at = 0; at < read.count; at += 1) {
    const word = read.words[at]!;
    high = Math.imul(high ^ word, 0x85ebca6b);
    high ^= high >>> 13;
    low = Math.imul((low ^ (low >>> 15)) + word, 0xc2b2ae35);
  }
  return (high >>> 0) * 0x200000 + ((low ^ (low >>> 16)) >>> 11);
}

/** Every run of three words of the text read last as a number, in their order. Needs three words. */
export function shinglesRead(): Uint32Array {
  const { words, count } = read;
  const shingles = new Uint32Array(count - 2);
  for (let at = 2; at < count; at += 1) {
    const last = words[at]!;
    const two = Math.imul(last ^ (last >>> 15), 0x2c1b3c6d) ^ words[at - 1]!;
    const three = Math.imul(two ^ (two >>> 15), 0x2c1b3c6d) ^ words[at - 2]!;
    shingles[at - 2] = Math.imul(three ^ (three >>> 13), 0x297a2d39);
  }
  return shingles;
}

function addWords(text: string, from: number): number {
  const plain = text.toLowerCase();
  const words = roomFor(from + plain.length, from);
  let count = from;
  let hash = FNV.basis;
  let isOpen = false;
  for (let at = 0; at < plain.length; at += 1) {
    const unit = plain.charCodeAt(at);
    const point = unit < 0xd800 || unit > 0xdbff ? unit : plain.codePointAt(at)!;
    const kind = kinds[point]! || lookUp(point);
    const startsAlone: boolean = !isOpen && (kind & ALONE) !== 0;
    if (startsAlone || (kind & IN_WORD) !== 0) {
      hash = Math.imul(hash ^ unit, FNV.prime);
      if (point > 0xffff) hash = Math.imul(hash ^ plain.charCodeAt((at += 1)), FNV.prime);
      isOpen = !startsAlone;
      if (isOpen) continue;
    } else if (isOpen) {
      isOpen = false;
      // What ends a word may be a word of its own.
      if ((kind & ALONE) !== 0) at -= 1;
      else if (point > 0xffff) at += 1;
    } else {
      if (point > 0xffff) at += 1;
      continue;
    }
    words[count++] = Math.imul(hash ^ 0x20, FNV.prime);
    hash = FNV.basis;
  }
  if (isOpen) words[count++] = Math.imul(hash ^ 0x20, FNV.prime);
  return count;
}

/** No text has more words than characters. Keeps those read so far. */
function roomFor(most: number, soFar: number): Int32Array {
  if (most <= read.words.length) return read.words;
  const grown = new Int32Array(Math.max(most, 2 * read.words.length));
  grown.set(read.words.subarray(0, soFar));
  read.words = grown;
  return grown;
}

function lookUp(point: number): number {
  const character = String.fromCodePoint(point);
  const kind = KNOWN | (LETTER.test(character) ? IN_WORD : 0) | (WIDE.test(character) ? ALONE : 0);
  kinds[point] = kind;
  return kind;
}
