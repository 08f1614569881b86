import { GIVEN_NAMES } from '../../domain/given-names';
import { withoutPlaceholders } from '../../domain/placeholder';
import type { SaidSignal } from '../../domain/signal';

const READ = { texts: 120, characters: 400 };
/** Written as a name by nearly all, and how often at least. */
const NAME = { capitals: 0.9, fewest: 3 };
/** Part of a full name: beside another name in so many of its uses. */
const BESIDE = 0.5;
/** Who is a person is not "in", "on" or "my": from so many uses behind such a word on, a name is a thing's. */
const THING = 0.1;
const BEFORE_THINGS = new Set('the a an my our your their this in on into onto via using through inside within der die das den dem ein eine mein meine im in auf le la les un une mon dans sur el los las una mi en il lo mio nel su het een mijn op'.split(' '));
const WORD = /[\p{L}\p{M}'’-]/u;
/** Words with a capital within a sentence, or before another such word. */
const CAPITALS = /(?<=[\p{L}\p{N}] )\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*|\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*(?= \p{Lu}\p{Ll})/gu;
const OPENS = /[.!?:;\n"“”(]/;

interface Text {
  readonly text: string;
  readonly lower: string;
}

interface Uses {
  readonly capital: number;
  readonly small: number;
  readonly beside: number;
  readonly ofThings: number;
}

/**
 * Tells which words name a person, as far as redaction left some: nearly all write them with a capital within a sentence, and they
 * are common given names or stand beside another such word. "In Blue Lake" is a thing's name, and so is a word that stands alone.
 * @param rows signals of one theme @returns whether one of the lower-case words of a phrase does
 */
export function personalNames(signals: readonly SaidSignal[], rows: readonly number[]): (phrase: string) => boolean {
  const known = new Map<string, boolean>();
  const step = Math.max(1, rows.length / READ.texts);
  const read = Array.from({ length: Math.min(rows.length, READ.texts) }, (_, at) => signals[rows[Math.floor(at * step)]!]!).map((one) => `${one.title ?? ''}\n${withoutPlaceholders(one.text.slice(0, READ.characters))}`);
  const capitals = new Set(read.join('\n').match(CAPITALS)?.map((word) => word.toLowerCase()));
  let texts: readonly Text[] | undefined;
  const isName = (word: string): boolean => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (!capitals.has(word)) return false;
    texts ??= read.map((text) => ({ text, lower: text.toLowerCase() }));
    const { capital, small, beside, ofThings } = usesOf(word, texts);
    const isWrittenAsName = capital >= NAME.capitals * (capital + small) && ofThings < THING * capital;
    const isGiven = capital > 0 && GIVEN_NAMES.has(word.charAt(0).toUpperCase() + word.slice(1));
    const found = isWrittenAsName && (isGiven || (capital >= NAME.fewest && beside >= BESIDE * capital));
    known.set(word, found);
    return found;
  };
  return (phrase) => phrase.split(' ').some(isName);
}

function usesOf(word: string, texts: readonly Text[]): Uses {
  let [capital, small, beside, ofThings] = [0, 0, 0, 0];
  for (const { text, lower } of texts) {
    if (lower.length !== text.length) continue;
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (isLetter(text, at - 1) || isLetter(text, end)) continue;
      const [isName, isBesideNext] = [isCapital(text, at), text[end] === ' ' && isCapital(text, end + 1)];
      const before = wordBefore(text, at);
      const isBeside = isBesideNext || (before !== '' && isCapital(before, 0));
      if (!isName) small += text[at] === lower[at] ? 1 : 0;
      else if (before !== '' || isBesideNext) {
        capital += 1;
        beside += isBeside ? 1 : 0;
        ofThings += BEFORE_THINGS.has(beforeNames(text, at)) ? 1 : 0;
      }
    }
    if (small >= NAME.fewest && small > capital) break;
  }
  return { capital, small, beside, ofThings };
}

/** The word that stands directly before, '' where a sentence begins. */
function wordBefore(text: string, at: number): string {
  let from = at - 1;
  if (text[from] !== ' ') return '';
  while (isLetter(text, from - 1)) from -= 1;
  return from === at - 1 || OPENS.test(text[from - 1] ?? '') ? '' : text.slice(from, at - 1);
}

/** The word before a run of words with capitals, in small letters. */
function beforeNames(text: string, at: number): string {
  let [from, before] = [at, wordBefore(text, at)];
  while (before !== '' && isCapital(before, 0)) {
    from -= before.length + 1;
    before = wordBefore(text, from);
  }
  return before;
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && WORD.test(text[at]!);
}

/** A capital and a small letter: "MUST" is loud, not a name. */
function isCapital(text: string, at: number): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text.slice(at, at + 2));
}
