import { givesOrders } from '../../domain/machine-orders';
import { countWords, plainSentence } from '../plain-sentence';

const WORDS = { fewest: 2, most: 6 };
const LONGEST = 60;
/** Words, apostrophes, hyphens, commas and ampersands between words: what a name is made of. */
const NAME = /^\p{L}[\p{L}\p{M}'’-]*(?:(?:,| &)? \p{L}[\p{L}\p{M}'’-]*)+$/u;
/** Joins words, and says nothing alone. */
const FUNCTION = new Set('a after an and at be before by can cannot does for from in into is it its no not of off on or out over the to too up when while with without'.split(' '));
const EDGES = new Set('no not cannot without up off out'.split(' '));
/** Plain English for what kind of thing a theme is: the one vocabulary beside customers' own. */
const NAMING = new Set('issue issues problem problems trouble missing wanted request requests support error errors failure failures failing broken slow wrong lost setup settings options question questions'.split(' '));
const STEM = 5;
/** So many examples use a word before it may name them: what one customer writes names nothing. */
const SPEAKERS = 2;

export interface NamedTheme {
  /** What the examples say. */
  readonly texts: readonly string[];
  /** The engine's words of the theme: each is used by several members. */
  readonly terms: readonly string[];
  /** Names of other themes. */
  readonly taken: readonly string[];
}

/**
 * A proposed name of a theme, in sentence case, if it may stand: two to six plain words, each a customer's (two examples use it, or it is a
 * term of the theme) or one of a few plain words for the kind of thing, at least one a customer's, and unlike every other theme's name. No
 * digit, address, hidden character, or order to a machine. Undefined otherwise: the engine's name stays.
 */
export function provenLabel(proposed: string, { texts, terms, taken }: NamedTheme): string | undefined {
  const plain = plainSentence(proposed.replace(/\s+/g, ' '), WORDS.most);
  if (plain === undefined || plain.length > LONGEST || countWords(plain) < WORDS.fewest || !NAME.test(plain) || givesOrders(plain)) return undefined;
  const words = wordsOf(plain);
  const isEdge = (word: string): boolean => FUNCTION.has(word) && !EDGES.has(word);
  if (isEdge(words[0]!) || isEdge(words.at(-1)!)) return undefined;
  const own = words.filter((word) => !FUNCTION.has(word));
  const examples = texts.map((text) => new Set(wordsOf(text).map(stemOf)));
  const known = new Set(terms.flatMap((term) => wordsOf(term).map(stemOf)));
  const isSaid = (word: string): boolean => known.has(stemOf(word)) || examples.filter((said) => said.has(stemOf(word))).length >= SPEAKERS;
  if (!own.some((word) => isSaid(word)) || !own.every((word) => NAMING.has(word) || isSaid(word))) return undefined;
  const key = keyOf(plain);
  return taken.some((name) => keyOf(name) === key) ? undefined : plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Names with the same words, in whatever order and form, are alike. */
function keyOf(name: string): string {
  return [...new Set(wordsOf(name).filter((word) => !FUNCTION.has(word)).map(stemOf))].sort().join(' ');
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
}

/** Forms of a word count as one: its ending off, and then its first letters. */
function stemOf(word: string): string {
  const plain = word.replace(/['’-]/g, '');
  return (plain.length > 3 ? plain.replace(/(?:ings?|ed|es|s|e)$/, '') : plain).slice(0, STEM);
}
