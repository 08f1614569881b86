import type { SaidSignal } from '../../domain/signal';
import { phrasesOf, type Phrase } from './phrases';

const READ_PER_THEME = 300;
const FEWEST_SPEAKERS = 3;
const TERMS = 8;
const UBIQUITOUS_SHARE = 0.3;
const UBIQUITOUS_FACTOR = 0.55;

export interface Labelled {
  readonly label: string;
  readonly terms: readonly string[];
}

interface Counted {
  readonly phrase: Phrase;
  inside: number;
}

/**
 * A short name for each theme in customers' own words: the phrase that most members use and other themes do not (class-based
 * tf-idf over phrases, after Grootendorst 2022), no two themes alike.
 * @param themes member rows per theme, best first
 */
export function labelThemes(themes: readonly (readonly number[])[], signals: readonly SaidSignal[]): Labelled[] {
  const everywhere = new Map<string, number>();
  const ubiquitous = commonStems(themes, signals);
  const counted = themes.map((members) => {
    const inside = new Map<string, Counted>();
    const speakers = new Map<string, Set<string>>();
    for (const row of members.slice(0, READ_PER_THEME)) {
      const signal = signals[row]!;
      for (const phrase of phrasesOf(signal)) {
        if (!isNewSpeaker(speakers, phrase.text, signal)) continue;
        const known = inside.get(phrase.text);
        if (known === undefined) inside.set(phrase.text, { phrase, inside: 1 });
        else known.inside += 1;
      }
    }
    for (const { phrase, inside: count } of inside.values()) everywhere.set(phrase.text, (everywhere.get(phrase.text) ?? 0) + count);
    return inside;
  });
  const taken = new Set<string>();
  return counted.map((inside, theme) => {
    const members = Math.min(READ_PER_THEME, themes[theme]!.length);
    const ranked = [...inside.values()]
      .filter((one) => one.inside >= Math.min(FEWEST_SPEAKERS, members))
      .map((one) => ({ phrase: one.phrase, value: valueOf(one, members, everywhere.get(one.phrase.text) ?? 1) * (one.phrase.stems.some((stem) => ubiquitous.has(stem)) ? UBIQUITOUS_FACTOR : 1) }))
      .sort((a, b) => b.value - a.value || (a.phrase.text < b.phrase.text ? -1 : 1));
    const label = labelFrom(ranked.map((one) => one.phrase), taken);
    taken.add(label);
    return { label, terms: distinctTerms(ranked.map((one) => one.phrase)) };
  });
}

/** Stems in a large part of all texts, the product's name first: they name no theme. */
function commonStems(themes: readonly (readonly number[])[], signals: readonly SaidSignal[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let read = 0;
  for (const members of themes) {
    for (const row of members.slice(0, 40)) {
      read += 1;
      for (const phrase of phrasesOf(signals[row]!)) if (phrase.words === 1) counts.set(phrase.stems[0] ?? '', (counts.get(phrase.stems[0] ?? '') ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > UBIQUITOUS_SHARE * read && read > 100).map(([stem]) => stem));
}

/** One author counts once, however often they wrote: a name or a habit of one person is no label. */
function isNewSpeaker(speakers: Map<string, Set<string>>, phrase: string, signal: SaidSignal): boolean {
  const known = speakers.get(phrase) ?? new Set();
  const speaker = signal.author ?? signal.id;
  if (known.has(speaker)) return false;
  speakers.set(phrase, known.add(speaker));
  return true;
}

/** Share of members × how much of the phrase's use is here × a bonus for saying more than one word. */
function valueOf({ phrase, inside }: Counted, members: number, everywhere: number): number {
  const length = [0, 0.45, 1, 1.15, 1.1][phrase.words] ?? 1;
  return Math.sqrt(inside / members) * Math.sqrt(inside / everywhere) * length * Math.sqrt(Math.max(1, phrase.stems.length));
}

function labelFrom(ranked: readonly Phrase[], taken: ReadonlySet<string>): string {
  const first = ranked.find((one) => !taken.has(sentenceCase(one.text)));
  if (first === undefined) return `Theme ${taken.size + 1}`;
  if (first.stems.length > 1) return sentenceCase(first.text);
  const second = ranked.find((one) => one !== first && one.stems.every((stem) => !first.stems.includes(stem)) && one.words <= 2);
  return sentenceCase(second === undefined ? first.text : `${first.text}, ${second.text}`);
}

function distinctTerms(ranked: readonly Phrase[]): string[] {
  const seen = new Set<string>();
  return ranked
    .filter((one) => one.words === 1)
    .filter((one) => !seen.has(one.stems.join(' ')) && seen.add(one.stems.join(' ')))
    .slice(0, TERMS)
    .map((one) => one.text);
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
