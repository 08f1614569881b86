import type { Citation } from '../../../src/domain/evidence';
import type { Signal } from '../../../src/domain/signal';

/** Words of a customer as they stand in the input. */
export interface Quote {
  readonly signal: string;
  readonly text: string;
  /** Parts of the text stand before or behind it. */
  readonly isBeginning: boolean;
  readonly at: string;
  readonly source: string;
  readonly locale?: string;
  readonly url?: string;
}

const MOST_CHARS = 280;

/** The cited span; undefined where there is none that fits the text: no quote is better than a made-up one. */
export function citedQuote(signal: Signal, citation: Citation | undefined): Quote | undefined {
  const field = citation === undefined ? undefined : citation.field === 'title' ? signal.title : signal.text;
  if (citation === undefined || field === undefined || citation.start < 0 || citation.end > field.length || citation.start >= citation.end) return undefined;
  return quoteOf(signal, field.slice(citation.start, citation.end));
}

/** What a signal says first: its title where it has one, else the beginning of its text. */
export function openingQuote(signal: Signal): Quote | undefined {
  const words = signal.title ?? signal.text;
  return words === undefined ? undefined : quoteOf(signal, words);
}

function quoteOf(signal: Signal, words: string): Quote {
  const text = beginning(words);
  const { id, at, source, locale, url } = signal;
  return { signal: id, text, isBeginning: text.length < words.length, at, source, ...(locale === undefined ? {} : { locale }), ...(url === undefined ? {} : { url }) };
}

/** At most so many characters, cut between words where there are any, never inside a character. */
function beginning(words: string): string {
  if (words.length <= MOST_CHARS) return words;
  const cut = words.slice(0, MOST_CHARS).replace(/\p{Surrogate}$/u, '');
  const space = cut.search(/\s\S*$/);
  return space > MOST_CHARS / 2 ? cut.slice(0, space) : cut;
}
