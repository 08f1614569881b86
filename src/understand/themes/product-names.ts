import type { SaidSignal } from '../../domain/signal';
import { STOP_WORDS } from '../text/stop-words';
import { stemOf } from './phrases';

const READ = { texts: 2_000, characters: 400, fewest: 50 };
/** A word that so many say, and mostly write as a name, is the product's. */
const NAME = { share: 0.15, capitals: 0.6 };
/** A name's other spellings and what stands beside it are written as a name by nearly everyone. */
const BESIDE = { share: 0.02, capitals: 0.75, nextToName: 0.25 };
const LONG_NAME = 6;
const SHORT_FORM = 3;
/** So many letters of a name for one slip. */
const LETTERS_PER_SLIP = 5;
const WORD = /([^\p{L}\p{N}]*)([\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*)/gu;
const OPENS_SENTENCE = /[.!?:;\n"“”(]/;

interface Uses {
  /** Texts that say it. */
  texts: number;
  inMidSentence: number;
  capital: number;
  /** For each neighbour how often the two stand together. */
  readonly beside: Map<string, number>;
  all: number;
}

/**
 * The stems that only name the product or its maker: the word that most people say and write with a capital in mid-sentence,
 * its halves, spellings and short forms ("thunder bird", "T-bird", "TB"), and names that stand beside it ("Mozilla Thunderbird").
 * Every signal is about the product, so none of these says what a signal is about. Empty where no word is such a name.
 */
export function productNames(signals: readonly SaidSignal[]): ReadonlySet<string> {
  const uses = new Map<string, Uses>();
  const step = Math.max(1, signals.length / READ.texts);
  let read = 0;
  for (let at = 0; at < signals.length; at += step) {
    const signal = signals[Math.floor(at)]!;
    count(`${signal.title ?? ''}\n${signal.text.slice(0, READ.characters)}`, uses);
    read += 1;
  }
  if (read < READ.fewest) return new Set();
  const share = (one: Uses): number => one.texts / read;
  const capitals = (one: Uses): number => one.capital / Math.max(1, one.inMidSentence);
  const said = [...uses].filter(([, one]) => share(one) >= NAME.share && capitals(one) >= NAME.capitals).sort((a, b) => b[1].texts - a[1].texts);
  const name = said[0]?.[0];
  if (name === undefined) return new Set();
  const names = new Set([name]);
  for (const [word, one] of uses) {
    const isProper = share(one) >= BESIDE.share && capitals(one) >= BESIDE.capitals;
    if (isSpellingOf(word, name, uses) || (isProper && (isShortFor(word, name) || (one.beside.get(name) ?? 0) >= BESIDE.nextToName * one.all))) names.add(word);
  }
  return names;
}

function count(text: string, uses: Map<string, Uses>): void {
  const seen = new Set<string>();
  let before = '';
  for (const [, gap = '', word = ''] of text.matchAll(WORD)) {
    const stem = stemOf(word.toLowerCase());
    const opens = before === '' || OPENS_SENTENCE.test(gap);
    const last = opens ? '' : before;
    before = stem;
    if (stem.length < 2 || STOP_WORDS.has(stem)) continue;
    const one = uses.get(stem) ?? { texts: 0, inMidSentence: 0, capital: 0, all: 0, beside: new Map<string, number>() };
    uses.set(stem, one);
    if (!seen.has(stem)) one.texts += 1;
    seen.add(stem);
    one.all += 1;
    if (last !== '') {
      one.beside.set(last, (one.beside.get(last) ?? 0) + 1);
      const other = uses.get(last);
      other?.beside.set(stem, (other.beside.get(stem) ?? 0) + 1);
    }
    if (opens) continue;
    one.inMidSentence += 1;
    if (/^\p{Lu}/u.test(word)) one.capital += 1;
  }
}

/** Halves, slips of at most two letters, and the first letter with the name's end: "thunder", "bird", "thunderbrid", "tbird". */
function isSpellingOf(word: string, name: string, uses: ReadonlyMap<string, Uses>): boolean {
  if (name.length < LONG_NAME || word === name) return false;
  const isHalf = word.length > SHORT_FORM && ((name.startsWith(word) && uses.has(name.slice(word.length))) || (name.endsWith(word) && uses.has(name.slice(0, -word.length))));
  const isClipped = word.length > SHORT_FORM && word[0] === name[0] && word.length < name.length && name.endsWith(word.slice(1));
  const most = Math.min(2, Math.floor(name.length / LETTERS_PER_SLIP));
  return isHalf || isClipped || (word.length >= LONG_NAME && Math.abs(word.length - name.length) <= most && slips(word, name) <= most);
}

/** Two or three of the name's letters in their order, the first one first. */
function isShortFor(word: string, name: string): boolean {
  if (word.length > SHORT_FORM || word[0] !== name[0]) return false;
  let at = 0;
  for (const letter of name) if (letter === word[at]) at += 1;
  return at === word.length;
}

/** Edit distance (Levenshtein 1966). */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
