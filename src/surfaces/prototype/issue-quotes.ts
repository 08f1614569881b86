import type { Quote } from '../../contract/panel';
import type { Citation } from '../../domain/evidence';
import type { Signal } from '../../domain/signal';
import type { PanelCase } from '../panel/case';
import { pageQuote } from '../page/page-quote';

/** A customer's sentence with where it stands. */
export function quoteView(signal: Signal, panel: Pick<PanelCase, 'sources'>, place: Citation | undefined, standing: Quote['standing']): Quote {
  return { ...pageQuote(signal, panel.sources, place), standing };
}

/** Who it is, as far as the source says: never a person's name. */
export function whoOf(signal: Signal, panel: Pick<PanelCase, 'sources'>): string {
  return signal.account ?? `A customer in ${panel.sources.get(signal.source)?.name ?? signal.source}`;
}
