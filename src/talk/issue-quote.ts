import { bestSentence, firstSentence, longWords } from '../domain/best-sentence';
import type { Citation } from '../domain/evidence';
import type { Signal } from '../domain/signal';

/** The customer's sentence about an issue, cut from the text as it is stored now; undefined when there is none, or it may not be shown. */
export function issueQuote(signal: Signal, issue: { readonly summary: string }, citation?: Citation): string | undefined {
  const place = issueQuotePlace(signal, issue, citation);
  const field = place === undefined ? undefined : place.field === 'title' ? signal.title : signal.text;
  return place === undefined ? undefined : field?.slice(place.start, place.end);
}

/** Where it stands. The engine's span counts only where it still fits the text. */
export function issueQuotePlace(signal: Signal, issue: { readonly summary: string }, citation?: Citation): Citation | undefined {
  if (signal.visibility !== 'open') return undefined;
  const field = citation === undefined ? undefined : citation.field === 'title' ? signal.title : signal.text;
  if (citation !== undefined && field !== undefined && citation.start < citation.end && citation.end <= field.length) return citation;
  if (signal.text === undefined) return undefined;
  return bestSentence(signal.text, longWords(issue.summary))?.citation ?? firstSentence(signal.text);
}
