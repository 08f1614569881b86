import Resolver from '@forge/resolver';
import { Nothing, PANEL_PAGE_SIZE, PanelDecide, PanelList, PanelUndo, type ContextView, type PanelView, type SignalList } from '../../contract/panel';
import { csvText } from '../../domain/csv';
import { NotAllowed, NotFound } from '../../domain/errors';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { endpoint } from '../endpoint';
import { defineBrief } from '../agent/agent';
import { defineOutcomeLine } from '../outcomes/outcomes';
import { defineClosing } from '../backlog/closing';
import { defineDebate } from '../prototype/debate';
import { definePrototype } from '../prototype/prototype';
import { issueEditor, issueViewer } from '../permissions';
import { contextView } from './context-view';
import { markRead } from '../agent/mark-read';
import { nameIssues } from '../issues-of-signals';
import { loadCase } from './load-case';
import { panelView } from './panel-view';
import { signalRow } from './quote';
import { standingsOf } from '../../domain/standings';

/** Endpoints of the issue panel and of the one-liner beside it. */
export function panelResolver(app: App): ReturnType<Resolver['getDefinitions']> {
  const viewer = issueViewer(app.ports.tracker);
  // Who may edit the issue may say what its evidence is.
  const editor = issueEditor(app.ports.tracker);
  const resolver = new Resolver();
  resolver.define('panel.open', endpoint('panel.open', Nothing, viewer, (_, caller) => openPanel(app, caller)));
  resolver.define('context.open', endpoint('context.open', Nothing, viewer, (_, caller) => openContext(app, caller)));
  resolver.define('panel.list', endpoint('panel.list', PanelList, viewer, (input, caller) => listSignals(app, caller, input)));
  resolver.define('panel.export', endpoint('panel.export', PanelList.pick({ list: true }), viewer, ({ list }, caller) => exportSignals(app, caller, list)));
  resolver.define('panel.decide', endpoint('panel.decide', PanelDecide, editor, (input, caller) => decide(app, caller, input)));
  resolver.define('panel.undo', endpoint('panel.undo', PanelUndo, editor, ({ signal }, caller) => undo(app, caller, signal)));
  defineBrief(resolver, app);
  defineOutcomeLine(resolver, app);
  defineClosing(resolver, app);
  definePrototype(resolver, app);
  defineDebate(resolver, app);
  return resolver.getDefinitions();
}

async function openPanel(app: App, caller: Caller): Promise<PanelView> {
  const id = issueOf(caller);
  const { edit } = await app.ports.tracker.issueRights(id);
  const panel = await loadCase(app.ports, id, edit);
  const view = panelView(panel);
  const product = view.kind === 'evidence' && view.suggestions.length > 0 ? (await app.ports.stores.issues.findIssue(id))?.product : undefined;
  return view.kind !== 'evidence' || product === undefined ? view : { ...view, suggestions: await markRead(app, product, view.suggestions, panel.signals, id) };
}

async function openContext(app: App, caller: Caller): Promise<ContextView> {
  return contextView(panelView(await loadCase(app.ports, issueOf(caller), false)));
}

async function listSignals(app: App, caller: Caller, { list, page }: { list: 'confirmed' | 'suggested' | 'possible' | 'related'; page: number }): Promise<SignalList> {
  const panel = await loadCase(app.ports, issueOf(caller), false);
  const all = standingsOf(panel, 'reader')[list];
  const kind = list === 'possible' ? 'suggested' : list;
  const rows = all.slice((page - 1) * PANEL_PAGE_SIZE, page * PANEL_PAGE_SIZE).map((standing) => signalRow(standing, kind, panel));
  const product = (await app.ports.stores.issues.findIssue(panel.issue.id))?.product;
  return {
    total: all.length,
    page,
    pages: Math.max(1, Math.ceil(all.length / PANEL_PAGE_SIZE)),
    rows: product === undefined ? rows : await nameIssues(app.ports, product, await markRead(app, product, rows, panel.signals, panel.issue.id), panel.issue.id),
  };
}

async function exportSignals(app: App, caller: Caller, list: 'confirmed' | 'suggested' | 'possible' | 'related'): Promise<{ fileName: string; csv: string }> {
  const panel = await loadCase(app.ports, issueOf(caller), false);
  const rows = standingsOf(panel, 'reader')[list].map(({ signal }) => [signal.id, signal.source, signal.at, signal.account, signal.title, signal.text, signal.url]);
  return { fileName: `${panel.issue.key}-${list}.csv`, csv: csvText(['signal', 'source', 'at', 'account', 'title', 'text', 'url'], rows) };
}

async function decide(app: App, caller: Caller, { signal, verdict }: { signal: string; verdict: 'confirmed' | 'rejected' | 'related' }): Promise<PanelView> {
  const panel = await loadCase(app.ports, issueOf(caller), true);
  // Only a signal that this very issue lists and this viewer may read can be decided on: an id from elsewhere is as good as absent.
  const lists = standingsOf({ ...panel, decisions: [] }, 'reader');
  const known = [...lists.suggested, ...lists.possible].some((one) => one.signal.id === signal) || panel.decisions.some((one) => one.signal === signal);
  const found = await app.ports.stores.issues.findIssue(panel.issue.id);
  if (!known || found === undefined) throw new NotFound('no such signal on this issue');
  await app.ports.stores.decisions.saveDecision(found.product, { signal, issue: panel.issue.id, verdict, at: app.ports.clock.now(), by: caller.accountId });
  await app.wantUnderstanding(found.product);
  return panelView(await loadCase(app.ports, panel.issue.id, true));
}

async function undo(app: App, caller: Caller, signal: string): Promise<PanelView> {
  const id = issueOf(caller);
  const found = await app.ports.stores.issues.findIssue(id);
  if (found === undefined) throw new NotFound('no such issue');
  const undone = await app.ports.stores.decisions.undoDecision(found.product, signal, id, caller.accountId, app.ports.clock.now());
  if (undone === undefined) throw new NotFound('nothing to undo');
  await app.wantUnderstanding(found.product);
  return panelView(await loadCase(app.ports, id, true));
}

function issueOf({ issueId }: Caller): string {
  if (issueId === undefined) throw new NotAllowed('no such issue');
  return issueId;
}
