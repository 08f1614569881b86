import { bestSentence, longWords } from '../domain/best-sentence';
import { plainWords } from '../domain/plain-words';
import type { ThemeQuote } from '../domain/product-digest';
import type { Signal } from '../domain/signal';
import type { Theme } from '../domain/theme';

/** Signals looked at besides the exemplars: the newest. */
const NEWEST = 12;
const KEPT = 6;

/**
 * What customers said about a theme, one literal sentence a signal: the sentence with most of the theme's own words. Exemplars and the
 * newest members only, and only open ones; a signal without such a sentence gives no quote. Best first, the newer of equals.
 */
export function themeQuotes(theme: Theme, members: readonly Signal[]): readonly ThemeQuote[] {
  const words = longWords([theme.label, ...theme.terms].join(' '));
  const exemplars = new Set(theme.exemplars);
  const newest = [...members].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, NEWEST);
  const looked = new Map([...members.filter((signal) => exemplars.has(signal.id)), ...newest].map((signal) => [signal.id, signal]));
  return [...looked.values()]
    .filter((signal) => signal.visibility === 'open' && signal.text !== undefined)
    .flatMap((signal) => {
      const best = bestSentence(signal.text ?? '', words);
      return best === undefined ? [] : [{ signal: signal.id, at: signal.at, citation: best.citation, shared: best.shared, words: plainWords((signal.text ?? '').slice(best.citation.start, best.citation.end)) }];
    })
    .sort((a, b) => b.shared - a.shared || (a.at < b.at ? 1 : -1))
    .filter(isFirstOfItsWords())
    .slice(0, KEPT)
    .map(({ signal, at, citation }) => ({ signal, at, citation }));
}

/** The same sentence from several people is one voice on the page; their numbers say how many they are. */
function isFirstOfItsWords(): (quote: { readonly words: string }) => boolean {
  const seen = new Set<string>();
  return ({ words }) => seen.size < seen.add(words).size;
}
