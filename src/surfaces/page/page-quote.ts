import type { Quote, SignalRow } from '../../contract/panel';
import type { Citation } from '../../domain/evidence';
import type { Signal } from '../../domain/signal';

const LONGEST = 220;

/** A signal's own words for the page: the cited sentence, else its beginning up to about 220 characters, cut where a sentence or word ends. */
export function pageQuote(signal: Signal, sources: ReadonlyMap<string, { readonly name: string; readonly kind: string }>, citation?: Citation): Quote {
  const source = sources.get(signal.source);
  return {
    signal: signal.id,
    text: literalSpan(signal, citation) ?? opening(signal.text ?? signal.title ?? ''),
    source: { id: signal.source, name: source?.name ?? signal.source, kind: source?.kind ?? 'file' },
    at: signal.at,
    standing: 'suggested',
    reasons: [],
    ...(signal.account === undefined ? {} : { account: signal.account }),
    ...(signal.url === undefined ? {} : { url: signal.url }),
    ...(signal.locale === undefined ? {} : { locale: signal.locale }),
  };
}

export function pageRow(signal: Signal, sources: ReadonlyMap<string, { readonly name: string; readonly kind: string }>): SignalRow {
  return { ...pageQuote(signal, sources), full: signal.text ?? '', ...(signal.title === undefined ? {} : { title: signal.title }) };
}

/** Undefined when the text was changed since the span was found, so that it no longer fits. */
function literalSpan(signal: Signal, citation: Citation | undefined): string | undefined {
  const field = citation === undefined ? undefined : citation.field === 'title' ? signal.title : signal.text;
  return citation === undefined || field === undefined || citation.end > field.length ? undefined : field.slice(citation.start, citation.end);
}

/** Always a beginning of the stored text, so always literal. */
function opening(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = text.slice(0, LONGEST);
  const sentenceEnd = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? '), head.lastIndexOf('\n'));
  if (sentenceEnd > 80) return head.slice(0, sentenceEnd + 1).trimEnd();
  const wordEnd = head.lastIndexOf(' ');
  return wordEnd > 80 ? head.slice(0, wordEnd) : head;
}
