import type { Citation } from './evidence';
import type { Signal } from './signal';
import { sentencesOf } from './spoken-sentences';
import { isMachineLine, spokenSpans, type Span } from './spoken-spans';

/** A quote that was found in the stored source. `text` is the stored text itself, never what somebody proposed. */
export interface ProvenQuote {
  readonly signal: string;
  readonly citation: Citation;
  readonly text: string;
}

/** What somebody (a model, a person, an old record) says that a customer said. Where offsets are given they have to hold. */
export interface ProposedQuote {
  readonly text: string;
  readonly at?: Citation;
}

type Source = Pick<Signal, 'id' | 'kind' | 'title' | 'text' | 'visibility'>;

/** Letters and digits that a quote needs: fewer prove nothing. */
const FEWEST_LETTERS = 6;
/** Longest quote, in code units of the stored text. */
export const LONGEST_QUOTE = 400;

/** Characters without a shape of their own: zero-width, direction marks, tags, variation selectors, soft hyphens. */
const INVISIBLE = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/u;
const SPACE = /\s/u;
const BLANK = /^\s+$/u;
const LETTER = /[\p{L}\p{N}]/u;
/** Scripts that put no space between words: a quote may begin anywhere in them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The one normalisation under which a quote is compared with its source: NFC, runs of white space as one space, invisible characters
 * left out. Nothing else is forgiven: no case, no punctuation, no look-alike letters.
 */
export function normaliseQuote(text: string): string {
  return normalised(text.normalize('NFC')).text.trim();
}

/** Text of a signal without what cannot be seen, for whoever only reads it; `hidden` says how many characters were left out. */
export function visibleText(text: string): { readonly text: string; readonly hidden: number } {
  let hidden = 0;
  let visible = '';
  for (const char of text) {
    if (INVISIBLE.test(char)) hidden += 1;
    else visible += char;
  }
  return { text: visible, hidden };
}

/**
 * Is this what the customer said? The proposed text has to stand in the stored source exactly (after `normaliseQuote`), as whole words,
 * inside what a person wrote (no quoted reply, signature, log or dump), in a signal whose words may be shown. With offsets it has to
 * stand right there. Undefined when it does not: a quote that is not proven is not shown.
 */
export function proveQuote(source: Source, proposed: ProposedQuote): ProvenQuote | undefined {
  return quoteProver(source)(proposed);
}

/** `proveQuote` for many proposals about one signal: its texts are taken apart once. */
export function quoteProver(source: Source): (proposed: ProposedQuote) => ProvenQuote | undefined {
  if (source.kind !== 'said' || source.visibility !== 'open') return () => undefined;
  const fields = (['text', 'title'] as const).flatMap((field) => (source[field] === undefined ? [] : [fieldOf(field, source[field])]));
  return ({ text, at }) => {
    const wanted = normaliseQuote(text);
    if (wanted.length > LONGEST_QUOTE || countLetters(wanted) < FEWEST_LETTERS) return undefined;
    for (const field of fields) {
      if (at !== undefined && at.field !== field.name) continue;
      const place = at === undefined ? findSpoken(field, wanted) : holdsAt(field, at, wanted);
      if (place !== undefined) return { signal: source.id, citation: { field: field.name, ...place }, text: field.stored.slice(place.start, place.end) };
    }
    return undefined;
  };
}

/** The whole sentences that a proven quote stands in, still literal: a cut cannot turn what was meant. At most `LONGEST_QUOTE` long, else as it was. */
export function wholeSentences(source: Source, quote: ProvenQuote): ProvenQuote {
  const stored = source[quote.citation.field];
  if (stored === undefined) return quote;
  const touched = sentencesOf(stored).filter(({ start, end }) => start < quote.citation.end && end > quote.citation.start);
  const start = Math.min(quote.citation.start, ...touched.map((one) => one.start));
  const end = Math.max(quote.citation.end, ...touched.map((one) => one.end));
  if (end - start > LONGEST_QUOTE) return quote;
  return { ...quote, citation: { ...quote.citation, start, end }, text: stored.slice(start, end) };
}

type Place = Span;

interface Field {
  readonly name: Citation['field'];
  readonly stored: string;
  readonly normal: Normalised;
  readonly spoken: readonly Place[];
}

function fieldOf(name: Citation['field'], stored: string): Field {
  // The title is one line and the customer's own; a text has parts that nobody said.
  return { name, stored, normal: normalised(stored), spoken: name === 'title' ? [{ start: 0, end: stored.length }] : spokenSpans(stored) };
}

function findSpoken(field: Field, wanted: string): Place | undefined {
  const { text, from, until } = field.normal;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const place = { start: from[at]!, end: until[at + wanted.length - 1]! };
    if (isWhole(text, at, at + wanted.length) && isSpoken(field, place)) return place;
  }
  return undefined;
}

function holdsAt(field: Field, { start, end }: Place, wanted: string): Place | undefined {
  const { stored } = field;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > stored.length || start >= end) return undefined;
  const slice = stored.slice(start, end);
  if (normaliseQuote(slice) !== wanted) return undefined;
  if (joins(lastVisible(stored.slice(0, start)), firstVisible(slice)) || joins(lastVisible(slice), firstVisible(stored.slice(end)))) return undefined;
  return isSpoken(field, { start, end }) ? { start, end } : undefined;
}

/** Every line that the place touches was written by a person, and every character of it that is not blank. */
function isSpoken({ name, stored, spoken }: Field, { start, end }: Place): boolean {
  if (name === 'text' && linesTouched(stored, start, end).some(isMachineLine)) return false;
  let at = start;
  for (const stretch of spoken) {
    while (at < end && SPACE.test(stored[at]!)) at += 1;
    if (at >= end || stretch.start > at) break;
    if (stretch.end > at) at = stretch.end;
  }
  while (at < end && SPACE.test(stored[at]!)) at += 1;
  return at >= end;
}

function linesTouched(stored: string, start: number, end: number): string[] {
  const from = stored.lastIndexOf('\n', start - 1) + 1;
  const until = stored.indexOf('\n', end);
  return stored.slice(from, until === -1 ? stored.length : until).split('\n').map((line) => line.slice(0, 400).trim()).filter((line) => line !== '');
}

function isWhole(text: string, start: number, end: number): boolean {
  return !joins(lastVisible(text.slice(Math.max(0, start - 2), start)), firstVisible(text.slice(start))) && !joins(lastVisible(text.slice(end - 2, end)), firstVisible(text.slice(end, end + 2)));
}

/** Two neighbours that belong to one word: cutting between them would change what stands there. */
function joins(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  if (/\p{M}/u.test(right)) return true;
  return LETTER.test(left) && LETTER.test(right) && !(UNSPACED.test(left) && UNSPACED.test(right));
}

function lastVisible(text: string): string | undefined {
  const chars = [...text.slice(-40)];
  return chars.reverse().find((char) => !INVISIBLE.test(char));
}

function firstVisible(text: string): string | undefined {
  return [...text.slice(0, 40)].find((char) => !INVISIBLE.test(char));
}

function countLetters(text: string): number {
  let letters = 0;
  for (const char of text) if (LETTER.test(char)) letters += 1;
  return letters;
}

interface Normalised {
  readonly text: string;
  /** For each code unit of `text`: where the stored character it came from begins and ends. */
  readonly from: readonly number[];
  readonly until: readonly number[];
}

/** Text that the normalisation leaves as it is. */
const PLAIN = /^[!-~]*(?: [!-~]+)*$/;
/** A letter with its combining marks is one unit: NFC never reaches across units, so that places stay known. */
const UNITS = /\P{M}\p{M}*|\p{M}+/gsu;

function normalised(stored: string): Normalised {
  let text = '';
  const from: number[] = [];
  const until: number[] = [];
  const push = (unit: string, start: number, end: number): void => {
    for (let index = 0; index < unit.length; index += 1) {
      from.push(start);
      until.push(end);
    }
    text += unit;
  };
  if (PLAIN.test(stored)) return { text: stored, from: Array.from(stored, (_, at) => at), until: Array.from(stored, (_, at) => at + 1) };
  for (const match of stored.matchAll(UNITS)) {
    const start = match.index;
    const end = start + match[0].length;
    const unit = [...match[0]].filter((char) => !INVISIBLE.test(char)).join('').normalize('NFC');
    if (unit === '') continue;
    if (!BLANK.test(unit)) push(unit, start, end);
    else if (!text.endsWith(' ')) push(' ', start, end);
  }
  return { text, from, until };
}
