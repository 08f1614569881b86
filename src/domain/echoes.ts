import { countCustomers, customerKey, type EchoGroups } from './customer';
import { keyOfWords, read, readWords, shinglesRead } from './echo-words';
import { withoutErrorSentences } from './error-sentences';
import type { Signal } from './signal';
import { isMachineLine } from './spoken-spans';

/** From so many words on nobody writes the same by chance. */
const LONG = 12;
/**
 * The share of two texts' shingles (runs of three words) that both hold from which they are one text, slightly changed, and the
 * words it needs: shorter ones that are nearly the same are two people who paste the same error message.
 */
const SHINGLE = { share: 0.9, longTexts: 40 };
/** Smallest shingles by which texts meet: two that share nine tenths of all miss each other once in ten thousand times. */
const MEETS_BY = 4;
/** Longer texts are one only where they are the same to the end: what differs may be the need, under a form or log that they share. */
const COMPARED_CHARACTERS = 4_000;
/** Groups compared with one newcomer at one meeting. */
const MOST_COMPARED = 20;
/** Shingles of compared texts kept for the next comparison, four bytes each; beyond, they are read anew. */
const MOST_KEPT = 4_000_000;

type Said = Pick<Signal, 'id' | 'at' | 'account' | 'author' | 'title' | 'text'>;

interface SameWords {
  readonly signals: Said[];
  /** The earlier group that this one is nearly the same as, which itself has none. */
  head?: SameWords;
  /** Distinct shingles in order, and how many; both known from the first comparison on. */
  shingles?: Uint32Array;
  size?: number;
}

/**
 * Groups signals of several customers whose long texts, with their titles, are the same words, or nearly the same (Broder 1997:
 * shingles, met by their smallest hashes, then compared whole). Signals without text are nobody's echo. Linear in the length
 * of all texts: each is read once, and once more when it is compared.
 */
export function echoGroups(signals: Iterable<Said>): EchoGroups {
  const groups = [...sameWords(signals)];
  // A head comes before those that are nearly the same.
  for (const { signals: own, head } of groups) if (head !== undefined) for (const one of own) head.signals.push(one);
  const echoes = new Map<string, string>();
  for (const { signals: group, head } of groups) {
    if (head !== undefined || group.length < 2 || new Set(group.map(customerKey)).size < 2 || isPasted(group[0]!.text ?? '')) continue;
    const first = group.reduce((best, one) => (one.at < best.at || (one.at === best.at && one.id < best.id) ? one : best));
    for (const one of group) echoes.set(one.id, first.id);
  }
  return echoes;
}

/** Whether a person says too little besides logs, traces, dumps and error messages: who pastes the same has the same fault. */
function isPasted(text: string): boolean {
  readWords(undefined, withoutErrorSentences(text.split('\n').filter((line) => !isMachineLine(line.slice(0, 400).trim())).join('\n')));
  return read.ofText < LONG;
}

/** Distinct customers behind signals that come with their words, those who only repeat one text counted once, whom a person confirmed always. */
export function countVoices(signals: readonly Said[], confirmed: ReadonlySet<string> = new Set()): number {
  return countCustomers(signals, echoGroups(signals), confirmed);
}

/** Signals by their words, nearly the same ones with their `head` found. */
function sameWords(signals: Iterable<Said>): Iterable<SameWords> {
  const same = new Map<number, SameWords>();
  const meetings = new Map<number, SameWords[]>();
  const kept = { shingles: 0 };
  for (const signal of signals) {
    // No text has more words than characters.
    if (signal.text === undefined || signal.text.length < LONG) continue;
    readWords(signal.title, signal.text);
    if (read.ofText < LONG) continue;
    const key = keyOfWords();
    const known = same.get(key);
    if (known !== undefined) {
      known.signals.push(signal);
      continue;
    }
    const group: SameWords = { signals: [signal] };
    same.set(key, group);
    if (read.count >= SHINGLE.longTexts && signal.text.length <= COMPARED_CHARACTERS) meetOthers(group, meetings, kept);
  }
  return same.values();
}

/** Meets the earlier groups that have one of the newcomer's smallest shingles; the first that shares most of all, or its head, is its head. */
function meetOthers(group: SameWords, meetings: Map<number, SameWords[]>, kept: { shingles: number }): void {
  for (const hash of smallestOf(shinglesRead())) {
    const here = meetings.get(hash);
    if (here === undefined) {
      meetings.set(hash, [group]);
      continue;
    }
    const known = here.slice(0, MOST_COMPARED).find((other) => headOf(other) === headOf(group) || areNearlySame(other, group, kept));
    if (known === undefined) here.push(group);
    else group.head ??= headOf(known);
  }
}

function headOf(group: SameWords): SameWords {
  return group.head ?? group;
}

function areNearlySame(one: SameWords, other: SameWords, kept: { shingles: number }): boolean {
  if (one.size !== undefined && other.size !== undefined && !isMost(Math.min(one.size, other.size), one.size + other.size)) return false;
  const [a, b] = [distinctShingles(one, kept), distinctShingles(other, kept)];
  let [shared, inA, inB] = [0, 0, 0];
  while (inA < a.length && inB < b.length) {
    const step = a[inA]! - b[inB]!;
    if (step === 0) shared += 1;
    if (step <= 0) inA += 1;
    if (step >= 0) inB += 1;
    // Not even if all that is left were shared.
    if (step !== 0 && !isMost(shared + Math.min(a.length - inA, b.length - inB), a.length + b.length)) return false;
  }
  return isMost(shared, a.length + b.length);
}

function isMost(shared: number, ofBoth: number): boolean {
  return shared >= SHINGLE.share * (ofBoth - shared);
}

function distinctShingles(group: SameWords, kept: { shingles: number }): Uint32Array {
  if (group.shingles !== undefined) return group.shingles;
  const { title, text } = group.signals[0]!;
  readWords(title, text ?? '');
  const all = shinglesRead().sort();
  let size = 0;
  for (const shingle of all) if (size === 0 || shingle !== all[size - 1]) all[size++] = shingle;
  const distinct = all.slice(0, size);
  group.size = size;
  kept.shingles += size;
  if (kept.shingles <= MOST_KEPT) group.shingles = distinct;
  return distinct;
}

function smallestOf(shingles: Uint32Array): readonly number[] {
  const smallest: number[] = [];
  for (const shingle of shingles) {
    if ((smallest.length === MEETS_BY && shingle >= smallest[MEETS_BY - 1]!) || smallest.includes(shingle)) continue;
    smallest.push(shingle);
    smallest.sort((a, b) => a - b);
    smallest.length = Math.min(smallest.length, MEETS_BY);
  }
  return smallest;
}
