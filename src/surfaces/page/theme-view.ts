import type { ThemeView } from '../../contract/page';
import { NotFound } from '../../domain/errors';
import { SHOWN_WEEKS } from '../../domain/product-digest';
import { sentence, type Sentence } from '../../domain/sentence';
import type { Signal } from '../../domain/signal';
import type { ThemeLineage } from '../../domain/theme';
import { epochMs, isoTime, WEEK_IN_MS, weekIndex } from '../../domain/time';
import type { PageCase } from './load-page';
import { pageQuote } from './page-quote';
import { themeRow } from './theme-row';

/** @throws NotFound when there is no such theme in the current run */
export function themeView(page: PageCase, theme: string, exemplars: readonly Signal[], canEdit: boolean): ThemeView {
  const { digest, sourceNames, releases, now } = page;
  const one = digest?.themes.find((each) => each.theme.id === theme);
  if (digest === undefined || one === undefined) throw new NotFound('no such theme');
  return {
    theme: themeRow(one, digest),
    exemplars: exemplars.map((signal) => pageQuote(signal, sourceNames, one.quotes.find((quote) => quote.signal === signal.id)?.citation)),
    issues: one.issues.map(({ id, key, summary, column, signals }) => ({ id, key, summary, column, signals })),
    grid: Object.entries(one.sources)
      .map(([source, weeks]) => ({ source, name: sourceNames.get(source)?.name ?? source, weeks }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    weekStarts: Array.from({ length: SHOWN_WEEKS }, (_, index) => isoTime(epochMs(digest.computedAt) - (SHOWN_WEEKS - index) * WEEK_IN_MS)),
    releases: releases.flatMap(({ name, releasedAt }) => (releasedAt !== undefined && weekIndex(releasedAt, now, SHOWN_WEEKS) >= 0 ? [{ name, at: releasedAt }] : [])),
    history: one.theme.lineage.map(historyOf),
    canEdit,
    coverage: page.coverage,
  };
}

function historyOf({ event, at, by }: ThemeLineage): Sentence {
  return sentence(`lineage.${event}`, { at, by });
}
