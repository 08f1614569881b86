import type { z } from 'zod';
import { PANEL_PAGE_SIZE, type SignalList } from '../../contract/panel';
import { ExportTheme, ThemeSignals } from '../../contract/page';
import { csvText } from '../../domain/csv';
import { NotFound } from '../../domain/errors';
import type { Signal } from '../../domain/signal';
import type { App } from '../../app';
import { markRead } from '../agent/mark-read';
import { nameIssues } from '../issues-of-signals';
import type { Ports } from '../../ports/ports';
import type { MemberQuery } from '../../ports/theme-store';
import type { PageCase } from './load-page';
import { pageRow } from './page-quote';

/** Signals in one call of the export: some thousand short texts stay below the platform's answer limit. */
const EXPORT_ROWS = 1_000;

/** The complete list behind a theme's number, newest first. */
export async function listThemeSignals(app: App, page: PageCase, { page: number, ...filter }: z.output<typeof ThemeSignals>): Promise<SignalList> {
  const query = queryOf(page, filter);
  const { ports } = app;
  const [total, countsOnly, rows] = await Promise.all([
    ports.stores.themes.countMembers(query),
    ports.stores.themes.countMembers(query, 'counts'),
    ports.stores.themes.listMembers(query, { offset: (number - 1) * PANEL_PAGE_SIZE, limit: PANEL_PAGE_SIZE }),
  ]);
  const read = await markRead(app, page.product.id, rows.map((signal) => pageRow(signal, page.sourceNames)), new Map(rows.map((signal) => [signal.id, signal])));
  return { total, countsOnly, page: number, pages: Math.max(1, Math.ceil(total / PANEL_PAGE_SIZE)), rows: await nameIssues(ports, page.product.id, read) };
}

/** The same list as a file, in pieces: `next` asks for the one after. */
export async function exportThemeSignals(ports: Ports, page: PageCase, { format, after, ...filter }: z.output<typeof ExportTheme>): Promise<{ fileName: string; text: string; next?: string }> {
  const offset = after === undefined ? 0 : Number(after);
  const signals = await ports.stores.themes.listMembers(queryOf(page, filter), { offset, limit: EXPORT_ROWS });
  return {
    fileName: `theme-${filter.theme ?? 'unassigned'}.${format}`,
    text: format === 'csv' ? csvOf(signals, offset === 0) : signals.map((signal) => JSON.stringify(signal)).join('\n'),
    ...(signals.length < EXPORT_ROWS ? {} : { next: String(offset + EXPORT_ROWS) }),
  };
}

function queryOf({ product, sourceNames }: PageCase, { theme, source, from, to }: Pick<z.output<typeof ExportTheme>, 'theme' | 'source' | 'from' | 'to'>): MemberQuery {
  // A source that the reader may not know of has no list.
  if (source !== undefined && !sourceNames.has(source)) throw new NotFound('no such source');
  return { product: product.id, theme, ...(source === undefined ? {} : { source }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function csvOf(signals: readonly Signal[], withHeader: boolean): string {
  const text = csvText(['signal', 'source', 'at', 'account', 'title', 'text', 'url'], signals.map((one) => [one.id, one.source, one.at, one.account, one.title, one.text, one.url]));
  return withHeader ? text : text.slice(text.indexOf('\r\n') + 2);
}
