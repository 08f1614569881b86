import type { Citation } from './evidence';
import { sentencesOf } from './spoken-sentences';

const SHORTEST = 25;

/** The sentence of a text that shares most words with `words`, as a literal span; the first of equals. Undefined when none shares one. */
export function bestSentence(text: string, words: ReadonlySet<string>): { readonly citation: Citation; readonly shared: number } | undefined {
  let best: { citation: Citation; shared: number } | undefined;
  for (const { start, end } of sentencesOf(text)) {
    if (end - start < SHORTEST) continue;
    const shared = [...longWords(text.slice(start, end))].filter((word) => words.has(word)).length;
    if (shared > (best?.shared ?? 0)) best = { citation: { field: 'text', start, end }, shared };
  }
  return best;
}

/** The first sentence that says something; undefined when a person wrote none. */
export function firstSentence(text: string): Citation | undefined {
  const spans = sentencesOf(text);
  const found = spans.find(({ start, end }) => end - start >= SHORTEST) ?? spans[0];
  return found === undefined ? undefined : { field: 'text', ...found };
}

/** Words of four letters and more: shorter ones are mostly glue. */
export function longWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
}
