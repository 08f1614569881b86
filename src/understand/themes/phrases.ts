import type { SaidSignal } from '../../domain/signal';
import { withoutPlaceholders } from '../../domain/placeholder';
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
/** What wants something behind it: "email stopped" is half of "stopped working". */
const WANTS_MORE = new Set('stop stops stopped start starts started begin begins began keeps kept become becomes became get gets got getting let lets make makes made using'.split(' '));
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
    for (const clause of withoutPlaceholders(text).slice(0, READ_CHARACTERS).toLowerCase().split(/[.,!?;:()[\]"“”/|\n]+|\s[-–—]+\s/)) collect(clause.split(/\s+/).flatMap((word) => wordOf(word) ?? []).slice(0, READ_WORDS), telling, found);
  }
  return [...found.values()];
}

function collect(words: readonly Word[], telling: ReadonlySet<string>, found: Map<string, Phrase>): void {
  const tells = words.map((one) => telling.has(one.stem));
  if (!tells.includes(true)) return;
  for (let from = 0; from < words.length; from += 1) {
    const first = words[from]!;
    if ((first.isFunctionWord && !first.opens) || first.asks || (from > 0 && words[from - 1]!.breaks)) continue;
    let told = false;
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_PHRASE); to += 1) {
      const last = words[to - 1]!;
      if (last.joins) break;
      told ||= tells[to - 1]!;
      if (to < words.length && finishes(words[to]!, last)) continue;
      if (!told || (last.isFunctionWord && (to - 1 === from || !finishes(last, words[to - 2]!))) || last.stem.length < 2 || last.asks || last.wantsMore || (first.opens && to - from === 1)) continue;
      const own = words.slice(from, to);
      const text = own.map((one) => one.text).join(' ');
      if (!found.has(text)) found.set(text, { text, stems: own.filter((one) => !one.isFunctionWord).map((one) => one.stem), words: to - from });
    }
  }
}

function finishes(word: Word, before: Word): boolean {
  return (word.isParticle && !before.isFunctionWord) || (word.text === 'in' && before.signs);
}

/** What there is to know of a lower-case word, looked up once. */
interface Word {
  readonly text: string;
  readonly stem: string;
  readonly isFunctionWord: boolean;
  readonly opens: boolean;
  readonly asks: boolean;
  readonly wantsMore: boolean;
  readonly breaks: boolean;
  readonly joins: boolean;
  readonly isParticle: boolean;
  readonly signs: boolean;
}

const words = new Map<string, Word | undefined>();

/** Undefined for what is no word. */
function wordOf(text: string): Word | undefined {
  const before = words.get(text);
  if (before !== undefined || words.has(text)) return before;
  const stem = WORD.test(text) ? stemOf(text) : undefined;
  const word = stem === undefined ? undefined : {
    text, stem, isFunctionWord: STOP_WORDS.has(stem) || SHORT_WORDS.has(stem), opens: OPENERS.has(text), asks: ASKING.has(text), wantsMore: WANTS_MORE.has(text), breaks: BREAKS_BEFORE.has(text),
    joins: JOINS_CLAUSES.has(text), isParticle: PARTICLES.has(text), signs: SIGN_IN.has(text),
  };
  if (words.size < MOST_KNOWN) words.set(text, word);
  return word;
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
