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

/** Fewer words name a thing but say nothing about it. */
const WORDS_OF_A_SENTENCE = 5;

/** What a signal says first: its title where that is a sentence, else the first sentence of its text, else whatever there is. */
export function openingQuote(signal: Signal): Quote | undefined {
  const { title, text } = signal;
  if (title !== undefined && isTelling(title)) return quoteOf(signal, title);
  const words = text === undefined || (title !== undefined && text.trim() === '') ? title : text;
  return words === undefined ? undefined : quoteOf(signal, firstSentence(words));
}

export function isTelling(words: string): boolean {
  return words.split(/\s+/).length >= WORDS_OF_A_SENTENCE;
}

/** Up to the first end of a sentence or line that leaves enough words; the whole where there is none. */
function firstSentence(words: string): string {
  for (const end of words.matchAll(/[.!?…。！？]+(?=\s|$)|\n/gu)) {
    const sentence = words.slice(0, end[0] === '\n' ? end.index : end.index + end[0].length);
    if (isTelling(sentence)) return sentence;
  }
  return words;
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
