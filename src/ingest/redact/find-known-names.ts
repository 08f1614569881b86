import { GIVEN_NAMES } from '../../domain/given-names';
import type { Finding } from './finding';
import { isWordToo, NAMED_BEFORE } from './words-too';

/** In German without a mark, elsewhere with one. */
const GENITIVE = "(?:['’]?s)?";
const PART = /^[\p{Lu}][\p{L}\p{M}'’-]{2,}$/u;
const WHOLE = /^[\p{L}][\p{L}\p{M}.'’-]*(?: [\p{L}][\p{L}\p{M}.'’-]*){1,3}$/u;
/** Words that stand where a name should, and of no name: a desk, a company, a role. */
const NO_PERSON = /(?<!\p{L})(?:test|user|users|admin|administrator|support|help|helpdesk|desk|service|services|customer|customers|client|team|sales|info|mail|email|office|account|accounts|billing|guest|visitor|anonymous|unknown|former|deleted|bot|api|app|system|inc|ltd|llc|gmbh|ag|kg|co|corp|company|group|sarl|sas|bv|oy|ab|plc|manager|certificate|technical|information|application|platform|version|the|and|of|for)(?!\p{L})/iu;
/** Scripts that set no blank between words: a name has no boundary there, and particles follow it at once. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{M}ー・· ]+$/u;
/** Two characters may be any word. */
const LEAST_UNSPACED = 3;

/** Whether this is how a person is called: two words and more, none of them of a desk or a company. */
export function isPersonsName(name: string): boolean {
  return WHOLE.test(name) && !NO_PERSON.test(name) && !/\p{Lu}{4,}/u.test(name);
}

/**
 * People who are known by name because the source names them, wherever they stand: the whole name in any writing; one part of it where it is
 * written as a name is and is no other word, and where it is one only behind what announces a name ("Herr", "regards,", "ich bin").
 */
export function* findKnownNames(text: string, names: readonly string[]): Generator<Finding> {
  const known = personsOf(names);
  yield* findNamesAgain(text, known);
  yield* findUnspaced(text, names);
  // One word alone may be anything: it has to be a name that many have.
  const single = names.map((name) => name.trim()).filter((name) => GIVEN_NAMES.has(name));
  for (const part of new Set([...single, ...known.flatMap((name) => name.split(' ').flatMap((word) => [word, capitalised(word)]))])) {
    if (!PART.test(part)) continue;
    for (const found of matchesOf(text, `${escaped(part)}${GENITIVE}`, 'gu')) if (!isWordToo(part, text, found) || NAMED_BEFORE.test(text.slice(Math.max(0, found.start - 40), found.start))) yield found;
  }
}

/** Whole names of two words and more that the text itself gave away, wherever they stand again: never a part, for what gave them away may have been wrong. */
export function* findNamesAgain(text: string, names: readonly string[]): Generator<Finding> {
  for (const name of personsOf(names)) {
    const parts = name.split(' ').map(escaped);
    yield* matchesOf(text, `${parts.join(String.raw`\s+`)}${GENITIVE}`, 'giu');
    // As in lists: the last name first.
    yield* matchesOf(text, String.raw`${parts.at(-1) ?? ''},\s*${parts.slice(0, -1).join(String.raw`\s+`)}`, 'giu');
  }
}

/** The whole name, with a blank in it or without, wherever it stands. */
function* findUnspaced(text: string, names: readonly string[]): Generator<Finding> {
  for (const name of new Set(names.map((one) => one.trim()))) {
    const letters = [...name.replace(/[ ・·]/g, '')];
    if (!UNSPACED.test(name) || letters.length < LEAST_UNSPACED) continue;
    for (const match of text.matchAll(new RegExp(letters.map(escaped).join('[ \u3000・·]?'), 'gu'))) yield { kind: 'name', start: match.index, end: match.index + match[0].length };
  }
}

function personsOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.trim().replace(/\s+/g, ' ').replace(/^([^,]+), ([^,]+)$/u, '$2 $1')))].filter(isPersonsName);
}

function* matchesOf(text: string, source: string, flags: string): Generator<Finding> {
  for (const match of text.matchAll(new RegExp(String.raw`(?<![\p{L}\p{N}_@./-])${source}(?![\p{L}\p{N}_@]|\.\p{L})`, flags))) yield { kind: 'name', start: match.index, end: match.index + match[0].length };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
