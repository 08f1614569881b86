import type Resolver from '@forge/resolver';
import type { z } from 'zod';
import { ItemRef, Items, JudgeSuggestion, MakeCall, ProposeObsolete, StandingList, UndoScope, type BacklogView, type CallRow, type DryRunView, type IssueLine, type UndoPreviewRow } from '../../contract/backlog';
import { Nothing, PANEL_PAGE_SIZE } from '../../contract/panel';
import { NotAllowed, NotFound, StoreUnavailable } from '../../domain/errors';
import { sentence } from '../../domain/sentence';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { endpoint } from '../endpoint';
import { loadPage, type PageCase } from '../page/load-page';
import { projectAdmin, projectViewer } from '../permissions';
import { backlogView, rowCase, whyLeftAlone } from './backlog-view';
import { callRow, undoRow } from './rows';

/** The Backlog tab. Reading needs Browse; approving, undoing and hard calls need the project's administrator. */
export function defineBacklog(resolver: Resolver, app: App): void {
  const viewer = projectViewer(app.ports.tracker);
  const admin = projectAdmin(app.ports.tracker);
  resolver.define('backlog.open', endpoint('backlog.open', Nothing, viewer, (_, caller) => open(app, caller)));
  resolver.define('backlog.list', endpoint('backlog.list', StandingList, viewer, (input, caller) => listStanding(app, caller, input)));
  resolver.define('backlog.dryRun', endpoint('backlog.dryRun', Nothing, viewer, (_, caller) => dryRun(app, caller)));
  resolver.define('backlog.approve', endpoint('backlog.approve', Items, admin, async ({ items }, caller) => {
    await ownItems(app, caller, items);
    await app.closing.approveItems(items, caller.accountId);
    await app.wantSweep((await pageOf(app, caller)).product.id);
    return open(app, caller);
  }));
  resolver.define('backlog.skip', endpoint('backlog.skip', Items, admin, async ({ items }, caller) => {
    await ownItems(app, caller, items);
    await app.closing.skipItems(items, caller.accountId);
    return open(app, caller);
  }));
  resolver.define('backlog.judge', endpoint('backlog.judge', JudgeSuggestion, admin, async ({ issue, right }, caller) => {
    const page = await pageOf(app, caller);
    await app.closing.judgeSuggestion(page.product.id, issue, { right, by: caller.accountId });
    return { noted: true as const };
  }));
  resolver.define('backlog.proposeObsolete', endpoint('backlog.proposeObsolete', ProposeObsolete, admin, async ({ issue, release }, caller) => {
    const proposed = await app.closing.proposeObsolete((await pageOf(app, caller)).product.id, issue, release);
    return 'refused' in proposed ? { proposed: false as const, why: whyLeftAlone(proposed.refused) } : { proposed: true as const };
  }));
  resolver.define('backlog.previewUndo', endpoint('backlog.previewUndo', UndoScope, admin, (input, caller) => previewUndo(app, caller, input)));
  resolver.define('backlog.undo', endpoint('backlog.undo', UndoScope, admin, async (input, caller) => {
    const rows = await previewUndo(app, caller, input);
    const done = await app.closing.undoSweep((await pageOf(app, caller)).product.id, input, caller.accountId);
    if (done === 'busy') throw new StoreUnavailable('another round of closing is under way');
    return rows;
  }));
  resolver.define('backlog.acceptReopen', endpoint('backlog.acceptReopen', ItemRef, admin, async ({ item }, caller) => {
    const [found] = await ownItems(app, caller, [item]);
    if (found === undefined) throw new NotFound('no such item');
    if ((await app.closing.acceptReopen(found, caller.accountId)) === 'busy') throw new StoreUnavailable('another round of closing is under way');
    return open(app, caller);
  }));
  resolver.define('backlog.makeCall', endpoint('backlog.makeCall', MakeCall, admin, (input, caller) => makeCall(app, caller, input)));
}

function pageOf(app: App, { projectKey }: Caller): Promise<PageCase> {
  if (projectKey === undefined) throw new NotAllowed('no such project');
  return loadPage(app.ports, projectKey);
}

async function open(app: App, caller: Caller): Promise<BacklogView> {
  const page = await pageOf(app, caller);
  const [administer, siteAdmin, projects] = await Promise.all([app.ports.tracker.isProjectAdmin(caller.projectKey ?? ''), app.ports.tracker.isSiteAdmin(), visibleProjects(app, page)]);
  return backlogView(app, page, { approve: administer, keep: true, administer: siteAdmin }, (project) => projects.has(project));
}

async function visibleProjects(app: App, page: PageCase): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  for (const project of page.product.projects) if (await app.ports.tracker.canBrowseProject(project)) seen.add(project);
  return seen;
}

/** The items, if all are of the product that the page stands on: an id of another product is as good as absent. */
async function ownItems(app: App, caller: Caller, ids: readonly string[]): Promise<NonNullable<Awaited<ReturnType<App['closing']['sweeps']['findItem']>>>[]> {
  const { product } = await pageOf(app, caller);
  return Promise.all(ids.map(async (id) => {
    const item = await app.closing.sweeps.findItem(id);
    if (item === undefined || item.product !== product.id) throw new NotFound('no such proposal');
    return item;
  }));
}

async function listStanding(app: App, caller: Caller, { list, reason, page: number }: z.output<typeof StandingList>): Promise<{ total: number; page: number; pages: number; rows: readonly IssueLine[] }> {
  const page = await pageOf(app, caller);
  const [{ standing }, { issues }, projects] = await Promise.all([app.closing.loadBacklog(page.product.id), rowCase(app, page), visibleProjects(app, page)]);
  const named = Object.entries(standing.cannotJudge).flatMap(([why, ids]) => (reason === undefined || reason === why ? ids.map((id) => ({ id, why })) : []));
  const ids = list === 'cannot-judge' ? named : standing[list].map((id) => ({ id, why: list === 'unsupported' ? 'unsupported' : 'supported' }));
  const rows = ids.flatMap(({ id, why }): IssueLine[] => {
    const issue = issues.get(id);
    return issue === undefined || issue.visibility === 'hidden' || !projects.has(issue.project) ? [] : [{ id, key: issue.key, summary: issue.summary, words: whyLeftAlone(why) }];
  });
  return { total: rows.length, page: number, pages: Math.max(1, Math.ceil(rows.length / PANEL_PAGE_SIZE)), rows: rows.slice((number - 1) * PANEL_PAGE_SIZE, number * PANEL_PAGE_SIZE) };
}

async function dryRun(app: App, caller: Caller): Promise<DryRunView> {
  const page = await pageOf(app, caller);
  const [score, { issues }] = await Promise.all([app.closing.scoreDryRun(page.product.id), rowCase(app, page)]);
  return dryRunView(score, issues);
}

export function dryRunView(score: Awaited<ReturnType<App['closing']['scoreDryRun']>>, issues: ReadonlyMap<string, { readonly key: string; readonly summary: string }>): DryRunView {
  return {
    sentence: sentence('dry-run.score', { days: score.days, closed: score.wouldHaveClosed, wrong: score.wrong }),
    days: score.days,
    wouldHaveClosed: score.wouldHaveClosed,
    wrong: score.wrongIssues.map((id) => ({ id, key: issues.get(id)?.key ?? id, summary: issues.get(id)?.summary ?? '' })),
    weeksBlind: score.weeksBlind,
  };
}

async function previewUndo(app: App, caller: Caller, input: z.output<typeof UndoScope>): Promise<{ rows: readonly UndoPreviewRow[] }> {
  const { product } = await pageOf(app, caller);
  return { rows: (await app.closing.previewUndo(product.id, input)).map((one) => undoRow(one, app.closing)) };
}

async function makeCall(app: App, caller: Caller, input: z.output<typeof MakeCall>): Promise<CallRow> {
  const page = await pageOf(app, caller);
  const { trigger, ...wish } = input;
  const decision = await app.closing.makeCall(page.product.id, trigger === undefined ? wish : { ...wish, trigger }, caller.accountId);
  const standing = (await app.closing.listCalls(page.product.id)).find((call) => call.decision.id === decision.id);
  if (standing === undefined) throw new NotFound('the call was replaced meanwhile');
  return callRow(standing, await rowCase(app, page));
}
