import type { Quote, SignalRow } from '../../contract/panel';
import type { Signal } from '../../domain/signal';

const LONGEST = 220;

/** A signal's own words for the page: its first sentences up to about 220 characters, cut where a sentence or a word ends. */
export function pageQuote(signal: Signal, sources: ReadonlyMap<string, { readonly name: string; readonly kind: string }>): Quote {
  const source = sources.get(signal.source);
  return {
    signal: signal.id,
    text: opening(signal.text ?? signal.title ?? ''),
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

/** Always a beginning of the stored text, so always literal. */
function opening(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = text.slice(0, LONGEST);
  const sentenceEnd = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? '), head.lastIndexOf('\n'));
  if (sentenceEnd > 80) return head.slice(0, sentenceEnd + 1).trimEnd();
  const wordEnd = head.lastIndexOf(' ');
  return wordEnd > 80 ? head.slice(0, wordEnd) : head;
}
