import type { SaidSignal } from '../../domain/signal';
import type { ReadCorpus } from '../text/read-corpus';
import { phrasesOf, type Phrase } from './phrases';
import { newTellingTerms } from './telling-terms';

const READ_PER_THEME = 300;
const FEWEST_SPEAKERS = 3;
const TERMS = 8;
const UBIQUITOUS_FACTOR = 0.55;
/** A version or a number of bits names no need. */
const NUMBER_FACTOR = 0.6;
/** What completes a single word is looked for among the best few: a weak phrase says less than none. */
const BEST_FEW = 25;
/** One word alone says little, four say a little more than is needed. */
const LENGTH_FACTOR = [0, 0.35, 1, 1.15, 1.1];

export interface Labelled {
  readonly label: string;
  readonly terms: readonly string[];
}

/**
 * A short name for each theme in customers' own words: of the phrases around the words that tell the theme from others
 * (class-based tf-idf, after Grootendorst 2022) the one that most members use and that wastes fewest words on anything else.
 * No two themes are called by the same words. One author counts once, however often they wrote.
 * @param themes member rows per theme, best first
 */
export function labelThemes(themes: readonly (readonly number[])[], signals: readonly SaidSignal[], corpus: ReadCorpus): Labelled[] {
  const readers = themes.map((members) => oneOfEachAuthor(members, signals));
  const { valuesOf, isUbiquitous } = newTellingTerms(corpus, readers);
  const taken = new Set<string>();
  return readers.map((rows, theme) => {
    const values = valuesOf(rows);
    const telling = values.telling;
    const counts = new Map<string, { readonly phrase: Phrase; inside: number }>();
    for (const row of rows) {
      for (const phrase of phrasesOf(signals[row]!, telling)) {
        const known = counts.get(phrase.text);
        if (known === undefined) counts.set(phrase.text, { phrase, inside: 1 });
        else known.inside += 1;
      }
    }
    const fewest = Math.min(FEWEST_SPEAKERS, rows.length);
    const ranked = [...counts.values()]
      .filter((one) => one.inside >= fewest)
      .map(({ phrase, inside }) => {
        const told = phrase.stems.reduce((sum, stem) => sum + (values.of.get(stem) ?? 0), 0) / Math.sqrt(Math.max(1, phrase.stems.length));
        const factor = (phrase.stems.some(isUbiquitous) ? UBIQUITOUS_FACTOR : 1) * (/\d/.test(phrase.text) ? NUMBER_FACTOR : 1);
        return { phrase, value: Math.sqrt(inside / rows.length) * told * (LENGTH_FACTOR[phrase.words] ?? 1) * factor };
      })
      .sort((a, b) => b.value - a.value || (a.phrase.text < b.phrase.text ? -1 : 1))
      .map((one) => one.phrase);
    const terms = distinctTerms(ranked, [...values.telling]);
    return { label: labelFrom(ranked, { terms, taken, isPlain: (phrase) => !phrase.stems.some(isUbiquitous) }) ?? `Theme ${theme + 1}`, terms };
  });
}

/** The best-fitting signal of each author: a name or a habit of one person is no label. */
function oneOfEachAuthor(members: readonly number[], signals: readonly SaidSignal[]): number[] {
  const heard = new Set<string>();
  const rows: number[] = [];
  for (const row of members) {
    if (rows.length === READ_PER_THEME) break;
    const author = signals[row]!.author;
    if (author !== undefined && heard.has(author)) continue;
    if (author !== undefined) heard.add(author);
    rows.push(row);
  }
  return rows;
}

interface Naming {
  readonly terms: readonly string[];
  /** What earlier themes are called. */
  readonly taken: Set<string>;
  /** Whether a phrase is free of words that everybody uses. */
  readonly isPlain: (phrase: Phrase) => boolean;
}

/** The best phrase nobody is called by. A single word gives way to a phrase around it, or is joined by a second one that not everybody uses. */
function labelFrom(ranked: readonly Phrase[], { terms, taken, isPlain }: Naming): string | undefined {
  const isFree = (words: readonly string[]): boolean => !taken.has(keyOf(words));
  const among = ranked.slice(0, BEST_FEW);
  for (const best of ranked) {
    const [stem] = best.stems;
    const isApart = (one: Phrase): boolean => one.words <= 2 && isPlain(one) && one.stems.every((other) => !isLike(other, stem ?? ''));
    const next = best.stems.length > 1 ? undefined : (among.find((one) => one.stems.length > 1 && (one.stems.includes(stem ?? '') || isApart(one))) ?? among.find(isApart));
    const isAround = next !== undefined && next.stems.includes(stem ?? '');
    const [first, second] = next === undefined ? [best] : isAround ? [next] : [best, next];
    const stems = [...first.stems, ...(second?.stems ?? [])];
    if (!isFree(stems)) continue;
    taken.add(keyOf(stems));
    return sentenceCase(second === undefined ? first.text : `${first.text}, ${second.text}`);
  }
  const words = terms.slice(0, 3);
  if (words.length === 0 || !isFree(words)) return undefined;
  taken.add(keyOf(words));
  return sentenceCase(words.join(', '));
}

/** The same words in another order, or with other small words between, are the same label. */
function keyOf(stems: readonly string[]): string {
  return [...new Set(stems)].sort().join(' ');
}

function isLike(a: string, b: string): boolean {
  return a === b || a.startsWith(b) || b.startsWith(a);
}

/** Single words as customers wrote them, each stem once; the stems themselves where nobody repeats a word, as in scripts without spaces. */
function distinctTerms(ranked: readonly Phrase[], telling: readonly string[]): string[] {
  const seen = new Set<string>();
  const words = ranked.filter((one) => one.words === 1 && !seen.has(one.stems.join(' ')) && seen.add(one.stems.join(' '))).map((one) => one.text);
  return (words.length > 0 ? words : telling).slice(0, TERMS);
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
