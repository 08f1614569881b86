import Resolver from '@forge/resolver';
import { Nothing } from '../../contract/panel';
import { ExportCustomers, ExportTheme, MergeThemes, MoveSignal, RenameTheme, SaveMapping, SplitTheme, ThemeCustomers, ThemeRef, ThemeSignals, UndoEdit, type EditPreview, type ThemeEdited } from '../../contract/page';
import { NotAllowed } from '../../domain/errors';
import { sentence } from '../../domain/sentence';
import type { ThemeChange } from '../../domain/theme-edit';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { endpoint } from '../endpoint';
import { projectAdmin, projectViewer, signedIn } from '../permissions';
import { defineBacklog } from '../backlog/backlog';
import { defineOutcomes } from '../outcomes/outcomes';
import { defineProposals } from '../rovo/proposals';
import { defineTalk } from '../talk/talk';
import { listProducts } from './list-products';
import { loadPage, type PageCase } from './load-page';
import { openMapping } from './open-mapping';
import { roadmapView, signalView } from './page-views';
import { markRead, readKinds } from '../agent/mark-read';
import { exportThemeSignals, listThemeSignals } from './theme-signals';
import { exportThemeCustomers, listThemeCustomers } from './theme-customers';
import { themeView } from './theme-view';
import { themeWords } from './theme-words';
import { visibleDigest } from './visible-digest';
import { themesOfWeek, themeToQuote, weekView } from './week-view';

/** Endpoints of the project page and of the global page. */
export function pageResolver(app: App): ReturnType<Resolver['getDefinitions']> {
  const viewer = projectViewer(app.ports.tracker);
  // Themes are shared by everyone in the product: who administers the project may change them.
  const editor = projectAdmin(app.ports.tracker);
  const resolver = new Resolver();
  resolver.define('page.week', endpoint('page.week', Nothing, viewer, (_, caller) => week(app, caller)));
  resolver.define('page.signal', endpoint('page.signal', Nothing, viewer, (_, caller) => signal(app, caller)));
  resolver.define('page.roadmap', endpoint('page.roadmap', Nothing, viewer, async (_, caller) => roadmapView(await pageOf(app, caller))));
  resolver.define('page.theme', endpoint('page.theme', ThemeRef, viewer, ({ theme }, caller) => openTheme(app, caller, theme)));
  resolver.define('page.themeSignals', endpoint('page.themeSignals', ThemeSignals, viewer, async (input, caller) => listThemeSignals(app, await loadPage(app.ports, projectOf(caller)), input)));
  resolver.define('page.exportThemeSignals', endpoint('page.exportThemeSignals', ExportTheme, viewer, async (input, caller) => exportThemeSignals(app.ports, await loadPage(app.ports, projectOf(caller)), input)));
  resolver.define('page.themeCustomers', endpoint('page.themeCustomers', ThemeCustomers, viewer, async (input, caller) => listThemeCustomers(app.ports, await loadPage(app.ports, projectOf(caller)), input)));
  resolver.define('page.exportThemeCustomers', endpoint('page.exportThemeCustomers', ExportCustomers, viewer, async (input, caller) => exportThemeCustomers(app.ports, await loadPage(app.ports, projectOf(caller)), input)));
  resolver.define('page.previewMerge', endpoint('page.previewMerge', MergeThemes, viewer, (input, caller) => preview(app, caller, input)));
  resolver.define('page.rename', endpoint('page.rename', RenameTheme, editor, ({ theme, label }, caller) => edit(app, caller, { kind: 'rename', theme, label })));
  resolver.define('page.merge', endpoint('page.merge', MergeThemes, editor, ({ from, into }, caller) => edit(app, caller, { kind: 'merge', from, into })));
  resolver.define('page.split', endpoint('page.split', SplitTheme, editor, ({ theme, label, signals }, caller) => edit(app, caller, { kind: 'split', theme, label, signals, newTheme: app.newId('theme') })));
  resolver.define('page.move', endpoint('page.move', MoveSignal, editor, ({ signal, theme }, caller) => edit(app, caller, { kind: 'move', signal, theme })));
  resolver.define('page.undoEdit', endpoint('page.undoEdit', UndoEdit, editor, (input, caller) => undo(app, caller, input.edit)));
  resolver.define('page.mapping', endpoint('page.mapping', Nothing, viewer, async (_, caller) => openMapping(app, await loadPage(app.ports, projectOf(caller)), projectOf(caller))));
  resolver.define('page.saveMapping', endpoint('page.saveMapping', SaveMapping, editor, async (input, caller) => {
    const page = await loadPage(app.ports, projectOf(caller));
    await app.saveMapping(page.product.id, input);
    return openMapping(app, page, projectOf(caller));
  }));
  resolver.define('page.products', endpoint('page.products', Nothing, signedIn(), () => listProducts(app.ports)));
  defineOutcomes(resolver, app);
  defineBacklog(resolver, app);
  defineTalk(resolver, app);
  defineProposals(resolver, app);
  return resolver.getDefinitions();
}

function projectOf({ projectKey }: Caller): string {
  if (projectKey === undefined) throw new NotAllowed('no such project');
  return projectKey;
}

/** The page's case with nothing in it but the work that the caller may see. */
async function pageOf(app: App, caller: Caller): Promise<PageCase> {
  const page = await loadPage(app.ports, projectOf(caller));
  const visible = new Set<string>();
  for (const project of page.product.projects) if (await app.ports.tracker.canBrowseProject(project)) visible.add(project);
  return page.digest === undefined ? page : { ...page, digest: visibleDigest(page.digest, (project) => visible.has(project)) };
}

async function week(app: App, caller: Caller): Promise<ReturnType<typeof weekView>> {
  const page = await pageOf(app, caller);
  const theme = themeToQuote(page);
  const newest = [...(theme?.quotes ?? [])].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  const [quoted] = newest === undefined ? [] : await app.ports.stores.signals.findSignals(page.product.id, [newest.signal]);
  return weekView(page, theme, quoted?.visibility === 'open' ? quoted : undefined, await themeWords(app.ports, page, themesOfWeek(page)));
}

async function signal(app: App, caller: Caller): Promise<ReturnType<typeof signalView>> {
  const page = await pageOf(app, caller);
  return signalView(page, await themeWords(app.ports, page, page.digest?.themes ?? []));
}

async function openTheme(app: App, caller: Caller, theme: string): Promise<ReturnType<typeof themeView>> {
  const [page, canEdit] = await Promise.all([pageOf(app, caller), app.ports.tracker.isProjectAdmin(projectOf(caller))]);
  const ids = page.digest?.themes.find((one) => one.theme.id === theme)?.quotes.map((quote) => quote.signal) ?? [];
  const exemplars = ids.length === 0 ? [] : await app.ports.stores.signals.findSignals(page.product.id, ids);
  const view = themeView(page, theme, exemplars.filter((signal) => signal.visibility === 'open'), canEdit);
  const [said, read] = await Promise.all([markRead(app, page.product.id, view.exemplars, new Map(exemplars.map((signal) => [signal.id, signal]))), readKinds(app, page.product.id, theme)]);
  return { ...view, exemplars: said, ...(read === undefined ? {} : { read }) };
}

async function preview(app: App, caller: Caller, { from, into }: { from: string; into: string }): Promise<EditPreview> {
  const { product, digest } = await loadPage(app.ports, projectOf(caller));
  const merged = await app.previewMerge(product.id, from, into);
  const params = { from: merged.from, into: merged.into, total: merged.together, once: merged.countedOnce, unit: digest?.unit ?? 'signal' };
  return { sentence: sentence(merged.countedOnce === 0 ? 'edit.merge' : 'edit.merge-once', params), customers: merged.together, countedOnce: merged.countedOnce };
}

async function edit(app: App, caller: Caller, change: ThemeChange): Promise<ThemeEdited> {
  const { product } = await loadPage(app.ports, projectOf(caller));
  return app.editThemes(product.id, caller.accountId, change);
}

async function undo(app: App, caller: Caller, editId: string): Promise<{ theme: string }> {
  const { product } = await loadPage(app.ports, projectOf(caller));
  const { theme } = await app.undoThemeEdit(product.id, editId);
  return { theme };
}
