import type { SaidSignal } from '../../domain/signal';
import { phrasesOf, type Phrase } from './phrases';

const READ_PER_THEME = 300;
const FEWEST_SPEAKERS = 3;
const TERMS = 8;

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
  const counted = themes.map((members) => {
    const inside = new Map<string, Counted>();
    for (const row of members.slice(0, READ_PER_THEME)) {
      for (const phrase of phrasesOf(signals[row]!)) {
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
      .map((one) => ({ phrase: one.phrase, value: valueOf(one, members, everywhere.get(one.phrase.text) ?? 1) }))
      .sort((a, b) => b.value - a.value || (a.phrase.text < b.phrase.text ? -1 : 1));
    const label = labelFrom(ranked.map((one) => one.phrase), taken);
    taken.add(label);
    return { label, terms: distinctTerms(ranked.map((one) => one.phrase)) };
  });
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
