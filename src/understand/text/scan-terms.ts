import { scanWord } from './scan-words';
import type { Vocabulary } from './vocabulary';

/** Called for every word found with its number in the vocabulary (-1 for one that is not in it), where it stood, and whether it is part of a joined name. @returns whether to go on */
export type OnTerm = (term: number, start: number, end: number, isPart: boolean) => boolean;

/** Loads a text once and walks the words of any stretch of it, as `scanWords` does. */
export interface TermScanner {
  readonly load: (text: string) => void;
  readonly scan: (from: number, to: number, onTerm: OnTerm) => void;
}

const SLOTS = 1 << 14;
/** What a slot holds more than the number of its word, which may be -1: 0 is an empty slot. */
const FILLED = 2;
const LONGEST_KEPT = 16;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Stands for every character beyond ASCII. */
const FAR = 128;
/** Per code its lower-case letter; 0 for what ends a plain word, 1 for what makes it another kind of word. */
const LETTERS = Uint8Array.from({ length: FAR + 1 }, (_, code) => {
  const letter = code | 0x20;
  if (letter >= 97 && letter <= 122) return letter;
  return (code >= 48 && code <= 57) || code === 0x27 || code === 0x2d || code === FAR ? 1 : 0;
});

/**
 * Reads texts as numbers of a vocabulary. A plain word (Latin letters, no capital inside, nothing joined to it) is looked up as it
 * is written among those read lately, so that each form is spelled and stemmed once.
 * @param learns adds words that are new; else the vocabulary stays, and must not grow while the scanner is used
 */
export function newTermScanner(vocabulary: Vocabulary, { learns }: { readonly learns: boolean }): TermScanner {
  const encoder = new TextEncoder();
  let text = '';
  /** The text's characters in bytes: quicker to read, over and over, than a string. */
  let codes = new Uint8Array(1 << 10);
  /** Of each slot its word: term + FILLED, number of letters, letters. */
  const terms = new Int32Array(SLOTS);
  const lengths = new Uint8Array(SLOTS);
  const letters = new Uint8Array(SLOTS * LONGEST_KEPT);
  const word = new Uint8Array(LONGEST_KEPT);
  let [visit, goesOn]: [OnTerm, boolean] = [() => false, true];
  let [slot, length] = [0, 0];
  const onWord = (stem: Uint16Array, size: number, start: number, end: number, isPart: boolean): void => {
    if (!goesOn) return;
    const term = learns ? vocabulary.add(stem, size) : vocabulary.find(stem, size);
    if (length > 0) {
      terms[slot] = term + FILLED;
      lengths[slot] = length;
      letters.set(word, slot * LONGEST_KEPT);
    }
    goesOn = visit(term, start, end, isPart);
  };
  const isKnown = (): boolean => {
    if (terms[slot] === 0 || lengths[slot] !== length) return false;
    const base = slot * LONGEST_KEPT;
    for (let at = 0; at < length; at += 1) if (letters[base + at] !== word[at]) return false;
    return true;
  };
  return {
    load(next) {
      text = next;
      if (text.length > codes.length) codes = new Uint8Array(2 * text.length);
      const { read, written } = encoder.encodeInto(text, codes);
      if (read !== text.length || written !== read) for (let at = 0; at < text.length; at += 1) codes[at] = Math.min(FAR, text.charCodeAt(at));
    },
    scan(from, to, onTerm) {
      [visit, goesOn] = [onTerm, true];
      let at = from;
      while (at < to && goesOn) {
        let hash = FNV_OFFSET;
        let end = at;
        let letter = 0;
        let wasSmall = false;
        for (; end < to; end += 1) {
          const code = codes[end]!;
          letter = LETTERS[code]!;
          if (letter <= 1 || (wasSmall && code < 97) || end - at === LONGEST_KEPT) break;
          wasSmall = code >= 97;
          word[end - at] = letter;
          hash = Math.imul(hash ^ letter, FNV_PRIME);
        }
        if (end === at && letter === 0) {
          at += 1;
          continue;
        }
        length = end === to || letter === 0 ? end - at : 0;
        slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        if (length === 0 || !isKnown()) at = scanWord(text, at, to, onWord);
        else {
          goesOn = visit(terms[slot]! - FILLED, at, end, false);
          at = end;
        }
      }
    },
  };
}
