import type { SaidSignal } from '../../domain/signal';
import { spokenSpans } from '../../domain/spoken-spans';
import { PROFILE_WORDS } from '../text/language';
import { STOP_WORDS } from '../text/stop-words';
import { stem } from '../text/stem';

const LONGEST_PHRASE = 4;
const READ_WORDS = 40;
const READ_CHARACTERS = 400;
/** Words that finish a verb: "set up", "sign in". */
const PARTICLES = new Set(['up', 'out', 'off', 'down', 'back']);
const SIGN_IN = new Set(['sign', 'log', 'logging', 'signing', 'logged', 'signed']);
const OPENERS = new Set(['not', 'no', 'cannot', "can't", "won't", "doesn't", 'unable', 'without']);
/** A phrase does not begin behind one of these: "able to send" is not what "not able to send" says. */
const NEGATIONS = new Set("not no never cannot can't cant won't don't dont doesn't doesnt didn't didnt isn't isnt aren't wasn't without unable".split(' '));
/** Nor behind "how": "long does it take" is half of a question. */
const BREAKS_BEFORE = new Set([...NEGATIONS, 'how']);
/** Words of asking, not of what is asked for: "trying to import", "want to print", "need help". */
const ASKING = new Set('want wants wanted wanting wish try trying tries tried need needs needed like help know tell wonder wondering possible gave give keep seem seems problem problems issue issues question questions'.split(' '));
/** A phrase does not run over one of these. */
const JOINS_CLAUSES = new Set('but because when if so since while after before although aber weil wenn mais quand pero cuando porque ma quando maar als omdat'.split(' '));
/** Function words by which languages are told apart: no phrase begins or ends with one. */
const SHORT_WORDS = new Set([...PROFILE_WORDS.filter((word) => word.length <= 3), 'di']);
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’+&.-]*$/u;

/** A run of words as customers wrote it. */
export interface Phrase {
  readonly text: string;
  readonly stems: readonly string[];
  readonly words: number;
}

/**
 * Phrases of one to four words from a signal's title and first words, each once, lower-case, edges without function words and
 * words of asking. @param telling stems of which every phrase holds one
 */
export function phrasesOf(signal: SaidSignal, telling: ReadonlySet<string>): Phrase[] {
  const found = new Map<string, Phrase>();
  const title = signal.title ?? '';
  const span = spokenSpans(signal.text)[0];
  const body = span === undefined ? '' : signal.text.slice(span.start, Math.min(span.end, span.start + READ_CHARACTERS));
  for (const text of title.length > 0 ? [title, body] : [body]) {
    for (const clause of text.slice(0, READ_CHARACTERS).toLowerCase().split(/[.,!?;:()[\]"“”/|\n]+|\s[-–—]+\s/)) collect(clause.split(/\s+/).filter((word) => WORD.test(word)).slice(0, READ_WORDS), telling, found);
  }
  return [...found.values()];
}

function collect(words: readonly string[], telling: ReadonlySet<string>, found: Map<string, Phrase>): void {
  const stems = words.map(stemOf);
  if (!stems.some((one) => telling.has(one))) return;
  for (let from = 0; from < words.length; from += 1) {
    const first = words[from]!;
    const opens = OPENERS.has(first);
    if ((isFunctionWord(stems[from]!) && !opens) || ASKING.has(first) || (from > 0 && BREAKS_BEFORE.has(words[from - 1]!))) continue;
    let tells = false;
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_PHRASE); to += 1) {
      const last = stems[to - 1]!;
      if (JOINS_CLAUSES.has(words[to - 1]!)) break;
      tells ||= telling.has(last);
      if (to < words.length && finishes(words, to, from)) continue;
      if (!tells || (isFunctionWord(last) && !finishes(words, to - 1, from)) || last.length < 2 || ASKING.has(words[to - 1]!) || (opens && to - from === 1)) continue;
      const text = words.slice(from, to).join(' ');
      if (!found.has(text)) found.set(text, { text, stems: stems.slice(from, to).filter((one) => !isFunctionWord(one)), words: to - from });
    }
  }
}

function finishes(words: readonly string[], at: number, from: number): boolean {
  const word = words[at]!;
  const before = at > from ? words[at - 1]! : '';
  return (PARTICLES.has(word) && before !== '' && !isFunctionWord(stemOf(before))) || (word === 'in' && SIGN_IN.has(before));
}

const scratch = new Uint16Array(128);
const MOST_KNOWN = 50_000;
const known = new Map<string, string>();

/** The stem of one lower-case word, as the vocabulary has it; `e-mail` is one word. */
export function stemOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const plain = word.replace(/['’-]/g, '').normalize('NFD').replace(/\p{M}/gu, '').slice(0, 60);
  for (let at = 0; at < plain.length; at += 1) scratch[at] = plain.charCodeAt(at);
  const stemmed = String.fromCharCode(...scratch.subarray(0, stem(scratch, plain.length)));
  if (known.size < MOST_KNOWN) known.set(word, stemmed);
  return stemmed;
}

function isFunctionWord(stemmed: string): boolean {
  return STOP_WORDS.has(stemmed) || SHORT_WORDS.has(stemmed);
}
