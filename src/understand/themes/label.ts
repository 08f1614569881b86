import type { SaidSignal } from '../../domain/signal';
import type { ReadCorpus } from '../text/read-corpus';
import { coverageOf, saysTwice, OPENS_DENIAL, type Coverage } from './coverage';
import { isLight } from './light-words';
import { personalNames } from './personal-names';
import { phrasesOf, type Phrase } from './phrases';
import { spokenIndex } from './spoken-index';
import { newTellingTerms } from './telling-terms';

const READ_PER_THEME = 300;
const FEWEST_SPEAKERS = 3;
const TERMS = 8;
/** What is compared by coverage: the phrases that most members write. */
const COMPARED = 120;
/** Everybody's words add little, the product's name takes away. */
const PLAIN_FACTOR = { everybody: 0.9, only: 0.4, name: 0.4 };
/** A version or a number of bits names no need. */
const NUMBER_FACTOR = 0.6;
/** One word alone says little, four say a little more than is needed. */
const LENGTH_FACTOR = [0, 0.75, 1, 1.05, 1];
/** Everybody's word in a phrase need not be looked for where so many of those who say the rest say it too. */
const GOES_WITHOUT = 0.55;
/** A label denies when so many of those who say it deny it. */
const MOSTLY_DENIED = 0.55;
/** Said by so many, a label names the theme; more say little more, and what tells it from others decides. */
const ENOUGH = 0.6;
/** "Not connect" reads worse than "cannot connect". */
const BARE_NOT = /^(?:not|no) (?!\p{L}+(?:ing|ed)\b)/u;
/** A word that so few of those who mean it use is not their word for it. */
const MOSTLY_LITERAL = 0.5;
const LIGHT_FACTOR = 0.25;
const LITERAL_POWER = 0.15;
/** A label said by fewer gets a second part, when that brings in so many more. */
const MOST = 0.6;
const ALONE = 0.7;
const SECOND_ADDS = 0.08;
const AROUND = { most: 0.7, few: 0.5 };

export interface Labelled {
  readonly label: string;
  readonly terms: readonly string[];
  /** Share of the members read that say the label, in words of its kind, near the start of their message. */
  readonly coverage: number;
}

interface Candidate {
  readonly phrase: Phrase;
  readonly stems: readonly string[];
  readonly coverage: Coverage;
  readonly value: number;
  /** How well it reads. */
  readonly factor: number;
  /** Only everybody's words, or with the product's name. */
  readonly isPlain: boolean;
}

function lengthOf(phrase: Phrase): number {
  return phrase.stems.length + (OPENS_DENIAL.test(phrase.text) ? 1 : 0);
}

export function labelThemes(themes: readonly (readonly number[])[], signals: readonly SaidSignal[], corpus: ReadCorpus, names: ReadonlySet<string>): Labelled[] {
  const readers = themes.map((members) => oneOfEachAuthor(members, signals));
  const { valuesOf, isUbiquitous } = newTellingTerms(corpus, readers);
  const index = spokenIndex(corpus, readers);
  const taken = new Set<string>();
  return readers.map((rows, theme) => {
    const values = valuesOf(rows, names);
    const counts = new Map<string, { readonly phrase: Phrase; inside: number }>();
    for (const row of rows) {
      for (const phrase of phrasesOf(signals[row]!, values.telling)) {
        const known = counts.get(phrase.text);
        if (known === undefined) counts.set(phrase.text, { phrase, inside: 1 });
        else known.inside += 1;
      }
    }
    const fewest = Math.min(FEWEST_SPEAKERS, rows.length);
    const written = [...counts.values()].filter((one) => one.inside >= fewest).sort((a, b) => b.inside - a.inside || (a.phrase.text < b.phrase.text ? -1 : 1));
    const byWords = new Map<string, Candidate>();
    const known = new Map<string, Coverage>();
    const cover = (phrase: Phrase, stems: readonly string[]): Coverage => {
      const key = `${OPENS_DENIAL.test(phrase.text) ? '¬' : ''} ${keyOf(stems)}`;
      const before = known.get(key) ?? coverageOf(index, theme, phrase, stems, values);
      known.set(key, before);
      return before;
    };
    for (const { phrase, inside } of written.filter((one) => one.phrase.stems.some((stem) => values.telling.has(stem))).slice(0, COMPARED)) {
      const own = phrase.stems.filter((stem) => !names.has(stem));
      const rest = own.filter((stem) => !isUbiquitous(stem));
      const stems = rest.length > 0 && rest.length < own.length && cover(phrase, own).heard >= GOES_WITHOUT * cover(phrase, rest).heard ? rest : own;
      if (own.length === 0 || saysTwice(own) || (phrase.words > phrase.stems.length && !rest.includes(phrase.stems[0]!) && !OPENS_DENIAL.test(phrase.text))) continue;
      const coverage = cover(phrase, stems);
      const factor = (rest.length === 0 ? PLAIN_FACTOR.only : own.length > rest.length ? PLAIN_FACTOR.everybody : 1) * (own.length < phrase.stems.length ? PLAIN_FACTOR.name : 1) * (/\d/.test(phrase.text) ? NUMBER_FACTOR : 1) * (LENGTH_FACTOR[lengthOf(phrase)] ?? 1) * (BARE_NOT.test(phrase.text) ? 0.5 : 1) * (isLight(own) ? LIGHT_FACTOR : 1) * Math.min(1, coverage.literal / MOSTLY_LITERAL);
      const literal = (inside / rows.length) ** (own.length > rest.length ? 2 * LITERAL_POWER : LITERAL_POWER);
      const value = Math.min(ENOUGH, coverage.share) * Math.log(Math.max(1, coverage.share / coverage.elsewhere)) * factor * literal;
      const key = keyOf(phrase.stems) + (OPENS_DENIAL.test(phrase.text) ? ' ¬' : '');
      const same = byWords.get(key);
      if (same === undefined || value > same.value) byWords.set(key, { phrase, stems, coverage, value, factor: factor * literal, isPlain: rest.length === 0 || own.length < phrase.stems.length || isLight(own) });
    }
    const isPerson = personalNames(signals, rows);
    const ranked = [...byWords.values()].sort((a, b) => b.value - a.value || (a.phrase.text < b.phrase.text ? -1 : 1)).filter((one) => !isPerson(one.phrase.text));
    const terms = distinctTerms(ranked.map((one) => one.phrase), [...values.telling].filter((one) => !isPerson(one)));
    const found = labelFrom(ranked, taken, rows.length, names);
    return { label: found?.label ?? fromTerms(terms, taken) ?? `Theme ${theme + 1}`, terms, coverage: found?.coverage ?? 0 };
  });
}

/** The best-fitting signal of each author: a name or a habit of one person is no label. */
function oneOfEachAuthor(members: readonly number[], signals: readonly SaidSignal[]): number[] {
  const heard = new Set<string>();
  const rows = members.filter((row) => {
    const author = signals[row]!.author;
    return author === undefined || (!heard.has(author) && heard.add(author));
  });
  const step = Math.max(1, rows.length / READ_PER_THEME);
  return Array.from({ length: Math.min(rows.length, READ_PER_THEME) }, (_, at) => rows[Math.floor(at * step)]!);
}

function labelFrom(ranked: readonly Candidate[], taken: Set<string>, size: number, names: ReadonlySet<string>): { label: string; coverage: number } | undefined {
  for (const best of ranked) {
    const around = best.phrase.words > 1 && !BARE_NOT.test(best.phrase.text) ? undefined : ranked.find((one) => one.phrase.words > best.phrase.words && !one.phrase.stems.some((stem) => names.has(stem)) && best.stems.every((stem) => one.stems.includes(stem)) && one.coverage.heard >= (best.coverage.heard < ALONE ? AROUND.few : AROUND.most) * best.coverage.heard);
    const plain = around ?? best;
    const denied = ranked.find((one) => OPENS_DENIAL.test(one.phrase.text) && one !== plain && one.stems.join(' ') === plain.stems.join(' '));
    const first = denied !== undefined && !OPENS_DENIAL.test(plain.phrase.text) && denied.coverage.share >= MOSTLY_DENIED * plain.coverage.share ? denied : plain;
    const isEnough = first.coverage.share >= (first.phrase.words > 1 ? MOST : ALONE);
    const parts = withMore(isEnough && !taken.has(keyOf(first.phrase.stems)) ? [first] : [first, ...secondOf([first], ranked, size)], ranked, size);
    const key = keyOf(parts.flatMap((one) => one.phrase.stems));
    if (taken.has(key)) continue;
    taken.add(key);
    return { label: sentenceCase(parts.map((one) => one.phrase.text).join(', ')), coverage: shareOf(parts, size) };
  }
  return undefined;
}

/** Share of the members that say one of the parts. */
function shareOf(parts: readonly Candidate[], size: number): number {
  const said = new Map<number, number>();
  for (const one of parts) for (const [reader, weight] of one.coverage.inside) said.set(reader, Math.max(weight, said.get(reader) ?? 0));
  return [...said.values()].reduce((sum, weight) => sum + weight, 0) / Math.max(1, size);
}

/** A third part where two do not reach most. */
function withMore(parts: readonly Candidate[], ranked: readonly Candidate[], size: number): readonly Candidate[] {
  return parts.length === 1 || shareOf(parts, size) >= MOST ? parts : [...parts, ...secondOf(parts, ranked, size)];
}

/** The phrase of other words that brings in most of the members who do not say the first ones; none where too few would come. */
function secondOf(parts: readonly Candidate[], ranked: readonly Candidate[], size: number): readonly Candidate[] {
  const stems = parts.flatMap((one) => one.phrase.stems);
  let [best, most] = [undefined as Candidate | undefined, 0];
  for (const one of ranked) {
    if (one.isPlain || one.stems.some((stem) => stems.some((other) => isLike(stem, other)))) continue;
    let added = 0;
    for (const [reader, said] of one.coverage.inside) added += Math.max(0, said - Math.max(...parts.map((part) => part.coverage.inside.get(reader) ?? 0)));
    const gain = (added / size) * Math.log(Math.max(1, one.coverage.share / one.coverage.elsewhere)) * one.factor;
    if (added >= SECOND_ADDS * size && gain > most) [best, most] = [one, gain];
  }
  return best === undefined ? [] : [best];
}

function fromTerms(terms: readonly string[], taken: Set<string>): string | undefined {
  const words = terms.slice(0, 3);
  if (words.length === 0 || taken.has(keyOf(words))) return undefined;
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
