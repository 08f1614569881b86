import type { SaidSignal } from '../../domain/signal';
import { spokenSpans } from '../../domain/spoken-spans';
import { STOP_WORDS } from '../text/stop-words';
import { stem } from '../text/stem';

const LONGEST_PHRASE = 4;
const READ_WORDS = 40;
/** Words that finish a verb: "set up", "sign in". */
const PARTICLES = new Set(['up', 'out', 'off', 'down', 'back']);
const SIGN_IN = new Set(['sign', 'log', 'logging', 'signing', 'logged', 'signed']);
const OPENERS = new Set(['not', 'no', 'cannot', "can't", "won't", "doesn't", 'unable', 'without']);

/** A run of words as customers wrote it. */
export interface Phrase {
  readonly text: string;
  readonly stems: readonly string[];
  readonly words: number;
}

/** Phrases of one to four words from a signal's title and first words, each once, lower-case, edges without function words. */
export function phrasesOf(signal: SaidSignal): Phrase[] {
  const found = new Map<string, Phrase>();
  const title = signal.title ?? '';
  const span = spokenSpans(signal.text)[0];
  const body = span === undefined ? '' : signal.text.slice(span.start, Math.min(span.end, span.start + 400));
  for (const text of title.length > 0 ? [title, body] : [body]) {
    for (const clause of text.slice(0, 400).toLowerCase().split(/[.,!?;:()[\]"“”/|\n]+|\s[-–—]+\s/)) collect(clause.split(/\s+/).filter((word) => /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’+&.-]*$/u.test(word)).slice(0, READ_WORDS), found);
  }
  return [...found.values()];
}

function collect(words: readonly string[], found: Map<string, Phrase>): void {
  const stems = words.map(stemOf);
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_PHRASE); to += 1) {
      const last = stems[to - 1]!;
      const first = words[from]!;
      if ((isFunctionWord(last) && !finishes(words, to - 1, from)) || last.length < 2 || (isFunctionWord(stems[from]!) && !(OPENERS.has(first) && to - from > 1))) continue;
      const text = words.slice(from, to).join(' ');
      found.set(text, { text, stems: stems.slice(from, to).filter((one) => !isFunctionWord(one)), words: to - from });
    }
  }
}

function finishes(words: readonly string[], at: number, from: number): boolean {
  const word = words[at]!;
  const before = at > from ? words[at - 1]! : '';
  return (PARTICLES.has(word) && before !== '' && !isFunctionWord(stemOf(before))) || (word === 'in' && SIGN_IN.has(before));
}

const scratch = new Uint16Array(128);

/** The stem of one lower-case word, as the vocabulary has it. */
export function stemOf(word: string): string {
  const plain = word.replace(/['’]/g, '').normalize('NFD').replace(/\p{M}/gu, '').slice(0, 60);
  for (let at = 0; at < plain.length; at += 1) scratch[at] = plain.charCodeAt(at);
  return String.fromCharCode(...scratch.subarray(0, stem(scratch, plain.length)));
}

function isFunctionWord(stemmed: string): boolean {
  return STOP_WORDS.has(stemmed);
}
