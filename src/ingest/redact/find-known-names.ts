import { GIVEN_NAMES } from '../../domain/given-names';
import type { Finding } from './finding';

/** In German without a mark, elsewhere with one. */
const GENITIVE = "(?:['’]?s)?";
const PART = /^[\p{Lu}][\p{L}\p{M}'’-]{2,}$/u;
const WHOLE = /^[\p{L}][\p{L}\p{M}.'’-]*(?: [\p{L}][\p{L}\p{M}.'’-]*){1,3}$/u;
/** Words that stand where a name should, and of no name: a desk, a company, a role. */
const NO_PERSON = /(?<!\p{L})(?:test|user|users|admin|administrator|support|help|helpdesk|desk|service|services|customer|customers|client|team|sales|info|mail|email|office|account|accounts|billing|guest|visitor|anonymous|unknown|former|deleted|bot|api|app|system|inc|ltd|llc|gmbh|ag|kg|co|corp|company|group|sarl|sas|bv|oy|ab|plc|manager|certificate|technical|information|application|platform|version|the|and|of|for)(?!\p{L})/iu;
/** Names that are also words that begin a sentence or call a thing: alone they prove nobody. */
const WORDS_TOO = new Set('will mark bill grant may june april august summer hope faith grace rose art drew frank jack max miles pat sue rich ray rob chase dean dale guy hunter carter price long short young old black white brown green gray grey king page field day case bell cook hill wood stone park west north east south best good love swift sharp major minor gold silver penny lane forest rivers lake snow winter sky sunny angel joy dawn eve van von der den the smart power bridge banks parks post mail error file link note view home main gates jobs apple mason baker butler porter spring crystal amber ruby jade pearl june austin paris london berlin sydney georgia virginia florence china india jordan israel holland england france ireland scott dot mac table sheet order'.split(' '));

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
 * written as a name is, and is no other word.
 */
export function* findKnownNames(text: string, names: readonly string[]): Generator<Finding> {
  const known = personsOf(names);
  yield* findNamesAgain(text, known);
  yield* findUnspaced(text, names);
  // One word alone may be anything: it has to be a name that many have.
  const single = names.map((name) => name.trim()).filter((name) => GIVEN_NAMES.has(name));
  for (const part of new Set([...single, ...known.flatMap((name) => name.split(' ').flatMap((word) => [word, capitalised(word)]))])) {
    if (PART.test(part) && !WORDS_TOO.has(part.toLowerCase())) yield* matchesOf(text, `${escaped(part)}${GENITIVE}`, 'gu');
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
