import { customerKey, type EchoGroups } from '../../../src/domain/customer';
import { withoutErrorSentences } from '../../../src/domain/error-sentences';
import type { Signal } from '../../../src/domain/signal';
import { isMachineLine } from '../../../src/domain/spoken-spans';

/** From so many words on nobody writes the same by chance. */
const LONG = 12;
/**
 * Words in a shingle, the share of two texts' shingles that both hold from which they are one text, slightly changed, and the
 * words it needs: shorter ones that are nearly the same are two people who paste the same error message.
 */
const SHINGLE = { words: 3, share: 0.9, longTexts: 40 };
/** Smallest shingles by which texts meet: two that share nine tenths of all miss each other once in ten thousand times. */
const MEETS_BY = 4;
/** Longer texts are one only where they are the same to the end: what differs may be the need, under a form or log that they share. */
const COMPARED_CHARACTERS = 4_000;
/** Groups compared with one newcomer at one meeting. */
const MOST_COMPARED = 20;

type Said = Pick<Signal, 'id' | 'at' | 'account' | 'author' | 'title' | 'text'>;

interface SameWords {
  readonly signals: Said[];
  /** Smallest shingles of a text that is long enough to be changed slightly. */
  readonly meets: readonly number[];
}

/** What `echoGroups` must find, in plain words and sets: every text cut by regular expressions, every comparison of sets made anew. */
export function slowEchoGroups(signals: Iterable<Said>): EchoGroups {
  const same = new Map<string, SameWords>();
  for (const signal of signals) {
    const own = wordsOf(signal.text ?? '');
    if (own.length < LONG) continue;
    const words = [...wordsOf(signal.title ?? ''), ...own];
    const key = `${words.length} ${hashOf(words, 0x811c9dc5)} ${hashOf(words, 0x01234567)}`;
    const group = same.get(key);
    if (group !== undefined) group.signals.push(signal);
    else same.set(key, { signals: [signal], meets: words.length < SHINGLE.longTexts || (signal.text ?? '').length > COMPARED_CHARACTERS ? [] : smallestShingles(words) });
  }
  const echoes = new Map<string, string>();
  for (const group of nearlySame([...same.values()])) {
    if (new Set(group.map(customerKey)).size < 2 || isPasted(group[0]!.text ?? '')) continue;
    const first = group.reduce((best, one) => (one.at < best.at || (one.at === best.at && one.id < best.id) ? one : best));
    for (const one of group) echoes.set(one.id, first.id);
  }
  return echoes;
}

/** Whether a person says too little besides logs, traces, dumps and error messages: who pastes the same has the same fault. */
function isPasted(text: string): boolean {
  return wordsOf(withoutErrorSentences(text.split('\n').filter((line) => !isMachineLine(line.slice(0, 400).trim())).join('\n'))).length < LONG;
}

/** Groups that meet at one of their smallest shingles and share most of them become one. */
function nearlySame(groups: readonly SameWords[]): Iterable<readonly Said[]> {
  const heads = groups.map((_, at) => at);
  const meetings = new Map<number, number[]>();
  groups.forEach(({ signals, meets }, at) => {
    for (const hash of meets) {
      const here = meetings.get(hash) ?? [];
      if (here.length === 0) meetings.set(hash, here);
      const known = here.slice(0, MOST_COMPARED).find((other) => heads[other] === heads[at] || areNearlySame(groups[other]!.signals[0]!, signals[0]!));
      if (known === undefined) here.push(at);
      else if (heads[at] === at) heads[at] = heads[known]!;
    }
  });
  const joined = new Map<number, Said[]>();
  groups.forEach(({ signals }, at) => {
    const group = joined.get(heads[at]!);
    if (group === undefined) joined.set(heads[at]!, [...signals]);
    else for (const one of signals) group.push(one);
  });
  return joined.values();
}

function areNearlySame(one: Said, other: Said): boolean {
  const [a, b] = [one, other].map(({ title, text }) => new Set(shinglesOf([...wordsOf(title ?? ''), ...wordsOf(text ?? '')])));
  if (a === undefined || b === undefined) return false;
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared += 1;
  return shared >= SHINGLE.share * (a.size + b.size - shared);
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
const WORDS_OR_WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu;

/** Letters and digits alone, lower-case; a script without spaces gives a word a character. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.toLowerCase();
  return plain.match(WIDE.test(plain) ? WORDS_OR_WIDE : WORDS) ?? [];
}

function smallestShingles(words: readonly string[]): readonly number[] {
  const smallest: number[] = [];
  for (const shingle of shinglesOf(words)) {
    if (smallest.length === MEETS_BY && shingle >= smallest[MEETS_BY - 1]!) continue;
    if (smallest.includes(shingle)) continue;
    smallest.push(shingle);
    smallest.sort((a, b) => a - b);
    smallest.length = Math.min(smallest.length, MEETS_BY);
  }
  return smallest;
}

/** Every run of words as a number. */
function shinglesOf(words: readonly string[]): readonly number[] {
  const hashes = words.map((word) => hashOf([word], 0x811c9dc5));
  return hashes.slice(SHINGLE.words - 1).map((last, at) => {
    let hash = last;
    for (let back = 1; back < SHINGLE.words; back += 1) hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ hashes[at + SHINGLE.words - 1 - back]!;
    return Math.imul(hash ^ (hash >>> 13), 0x297a2d39) >>> 0;
  });
}

/** 32-bit FNV-1a (Fowler, Noll, Vo) of words with a space after each. */
function hashOf(words: readonly string[], basis: number): number {
  let hash = basis;
  for (const word of words) {
    for (let letter = 0; letter < word.length; letter += 1) hash = Math.imul(hash ^ word.charCodeAt(letter), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  return hash >>> 0;
}
