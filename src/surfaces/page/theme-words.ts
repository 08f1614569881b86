import type { Quote } from '../../contract/panel';
import type { ThemeDigest } from '../../domain/product-digest';
import type { Ports } from '../../ports/ports';
import type { PageCase } from './load-page';
import { pageQuote } from './page-quote';

/** The best quote of each theme that has one which may be read, by theme: one read of the store for all of them. */
export async function themeWords(ports: Pick<Ports, 'stores'>, page: PageCase, themes: readonly ThemeDigest[]): Promise<ReadonlyMap<string, Quote>> {
  const best = themes.flatMap((one) => one.quotes.slice(0, 1).map((quote) => ({ theme: one.theme.id, ...quote })));
  if (best.length === 0) return new Map();
  const signals = new Map((await ports.stores.signals.findSignals(page.product.id, best.map((one) => one.signal))).map((signal) => [signal.id, signal]));
  return new Map(
    best.flatMap(({ theme, signal: id, citation }) => {
      const signal = signals.get(id);
      // What was open when the run was made may be restricted since.
      return signal?.visibility === 'open' ? [[theme, pageQuote(signal, page.sourceNames, citation)] as const] : [];
    }),
  );
}
