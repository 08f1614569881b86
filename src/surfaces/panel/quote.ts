import type { Quote, SignalRow } from '../../contract/panel';
import { sentence, type Sentence } from '../../domain/sentence';
import type { PanelCase } from './case';
import type { Standing } from '../../domain/standings';

/**
 * The literal words of a signal: the engine's span where it found one, cut from the stored text itself.
 * Undefined when there is no span worth quoting: the panel shows as many quotes as are good, none if none is.
 */
export function quoteOf(standing: Standing, kind: Quote['standing'], panel: Pick<PanelCase, 'sources' | 'themeLabels' | 'digest' | 'accounts'>): Quote | undefined {
  const text = literal(standing);
  return text === undefined ? undefined : { ...frameOf(standing, kind, panel), text };
}

/** A row of a complete list: every signal has one, with its quote where there is one, else its title or the beginning of its text. */
export function signalRow(standing: Standing, kind: Quote['standing'], panel: Pick<PanelCase, 'sources' | 'themeLabels' | 'digest' | 'accounts'>): SignalRow {
  const { signal } = standing;
  const full = signal.text ?? '';
  return {
    ...frameOf(standing, kind, panel),
    text: literal(standing) ?? signal.title ?? full.slice(0, 200),
    full,
    ...(signal.title === undefined ? {} : { title: signal.title }),
  };
}

function literal({ signal, row }: Standing): string | undefined {
  const citation = row?.citation;
  if (citation === undefined) return undefined;
  const field = citation.field === 'title' ? signal.title : signal.text;
  // The text may have been edited at its source since the engine read it: a span that no longer fits is no quote.
  if (field === undefined || citation.end > field.length || citation.start >= citation.end) return undefined;
  return field.slice(citation.start, citation.end);
}

function frameOf({ signal, row }: Standing, standing: Quote['standing'], panel: Pick<PanelCase, 'sources' | 'themeLabels' | 'digest' | 'accounts'>): Omit<Quote, 'text'> {
  const source = panel.sources.get(signal.source);
  const account = panel.accounts?.get(signal.id);
  return {
    signal: signal.id,
    source: { id: signal.source, name: source?.name ?? signal.source, kind: source?.kind ?? 'file' },
    at: signal.at,
    standing,
    reasons: (row?.reasons ?? []).map((reason) => reasonSentence(reason, panel)),
    ...(signal.account === undefined ? {} : { account: account?.name ?? signal.account }),
    ...(account?.facts === undefined ? {} : { facts: account.facts }),
    ...(signal.url === undefined ? {} : { url: signal.url }),
    ...(signal.locale === undefined ? {} : { locale: signal.locale }),
  };
}

/** Reasons come as `name` or `name:detail` from the engine. */
function reasonSentence(reason: string, panel: Pick<PanelCase, 'themeLabels'>): Sentence {
  const colon = reason.indexOf(':');
  const name = colon < 0 ? reason : reason.slice(0, colon);
  const detail = colon < 0 ? '' : reason.slice(colon + 1);
  if (name === 'shared-terms' && detail === '') return sentence('reason.wording');
  if (name === 'shared-terms') return sentence('reason.shared-terms', { terms: detail });
  if (name === 'theme') return sentence('reason.theme', { theme: panel.themeLabels.get(detail) ?? detail });
  return sentence(`reason.${name}`, {});
}
