import type Resolver from '@forge/resolver';
import type { z } from 'zod';
import { ItemRef, Items, JudgeSuggestion, MakeCall, ProposeObsolete, StandingList, UndoScope, type BacklogView, type CallRow, type DryRunView } from '../../contract/backlog';
import { Nothing } from '../../contract/panel';
import { NotFound, StoreUnavailable } from '../../domain/errors';
import { sentence } from '../../domain/sentence';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { endpoint } from '../endpoint';
import { projectAdmin, projectViewer } from '../permissions';
import { backlogView, rowCase } from './backlog-view';
import { listStanding } from './list-standing';
import { administeredItems, demandIssue, itemsOf, pageOf, visibleProjects } from './own-items';
import { callRow } from './rows';
import { previewUndo, undo } from './undo';
import { whyLeftAlone } from './why-left-alone';

/** The Backlog tab. Reading and keeping need Browse; approving, undoing and hard calls need the project's administrator. */
export function defineBacklog(resolver: Resolver, app: App): void {
  const viewer = projectViewer(app.ports.tracker);
  const admin = projectAdmin(app.ports.tracker);
  resolver.define('backlog.open', endpoint('backlog.open', Nothing, viewer, (_, caller) => open(app, caller)));
  resolver.define('backlog.list', endpoint('backlog.list', StandingList, viewer, async (input, caller) => {
    const page = await pageOf(app, caller);
    const [projects, canDecide] = await Promise.all([visibleProjects(app, page), app.ports.tracker.isProjectAdmin(caller.projectKey ?? '')]);
    return listStanding(app, page, input, { projects, canDecide });
  }));
  resolver.define('backlog.dryRun', endpoint('backlog.dryRun', Nothing, viewer, async (_, caller) => dryRun(app, (await pageOf(app, caller)).product.id)));
  resolver.define('backlog.keep', endpoint('backlog.keep', ItemRef, viewer, (input, caller) => keep(app, caller, input)));
  resolver.define('backlog.approve', endpoint('backlog.approve', Items, admin, async ({ items }, caller) => {
    const page = await pageOf(app, caller);
    await administeredItems(app, page, items);
    await app.closing.approveItems(items, caller.accountId);
    await app.wantSweep(page.product.id);
    return open(app, caller);
  }));
  resolver.define('backlog.judge', endpoint('backlog.judge', JudgeSuggestion, admin, (input, caller) => judge(app, caller, input)));
  resolver.define('backlog.proposeObsolete', endpoint('backlog.proposeObsolete', ProposeObsolete, admin, async ({ issue, release }, caller) => {
    const page = await pageOf(app, caller);
    await demandIssue(app, page, issue);
    const proposed = await app.closing.proposeObsolete(page.product.id, issue, release);
    return 'refused' in proposed ? { proposed: false as const, why: whyLeftAlone(proposed.refused) } : { proposed: true as const };
  }));
  resolver.define('backlog.previewUndo', endpoint('backlog.previewUndo', UndoScope, admin, async (input, caller) => ({ rows: await previewUndo(app, await pageOf(app, caller), input) })));
  resolver.define('backlog.undo', endpoint('backlog.undo', UndoScope, admin, async (input, caller) => ({ rows: await undo(app, await pageOf(app, caller), input, caller.accountId) })));
  resolver.define('backlog.acceptReopen', endpoint('backlog.acceptReopen', ItemRef, admin, async ({ item }, caller) => {
    const [found] = await administeredItems(app, await pageOf(app, caller), [item]);
    if (found === undefined) throw new NotFound('no such item');
    if ((await app.closing.acceptReopen(found, caller.accountId)) === 'busy') throw new StoreUnavailable('another round of closing is under way');
    return open(app, caller);
  }));
  resolver.define('backlog.makeCall', endpoint('backlog.makeCall', MakeCall, admin, (input, caller) => makeCall(app, caller, input)));
}

async function open(app: App, caller: Caller): Promise<BacklogView> {
  const page = await pageOf(app, caller);
  const [administer, siteAdmin, projects] = await Promise.all([app.ports.tracker.isProjectAdmin(caller.projectKey ?? ''), app.ports.tracker.isSiteAdmin(), visibleProjects(app, page)]);
  return backlogView(app, page, { approve: administer, keep: true, administer: siteAdmin }, (project) => projects.has(project));
}

/** Anyone who sees the issue may keep it, as on its panel. */
async function keep(app: App, caller: Caller, { item }: z.output<typeof ItemRef>): Promise<BacklogView> {
  const page = await pageOf(app, caller);
  const [found] = await itemsOf(app, page, [item]);
  if (found === undefined || !(await app.ports.tracker.issueRights(found.issue)).browse) throw new NotFound('no such proposal');
  await app.closing.keepIssue(page.product.id, found.issue, caller.accountId);
  return open(app, caller);
}

/** Only what was proposed can be judged: the judgements count towards closing without asking. */
async function judge(app: App, caller: Caller, { issue, right }: z.output<typeof JudgeSuggestion>): Promise<{ noted: true }> {
  const page = await pageOf(app, caller);
  await demandIssue(app, page, issue);
  const items = await app.closing.sweeps.listItemsOfIssue(issue);
  if (!items.some((item) => item.product === page.product.id)) throw new NotFound('no such proposal');
  await app.closing.judgeSuggestion(page.product.id, issue, { right, by: caller.accountId });
  return { noted: true };
}

/** What the last 90 days would have looked like, wrong closes named. */
export async function dryRun(app: App, product: string): Promise<DryRunView> {
  const [score, stored] = await Promise.all([app.closing.scoreDryRun(product), app.ports.stores.issues.listIssues(product)]);
  const issues = new Map(stored.map((issue) => [issue.id, issue]));
  return {
    sentence: sentence('dry-run.score', { days: score.days, closed: score.wouldHaveClosed, wrong: score.wrong }),
    days: score.days,
    wouldHaveClosed: score.wouldHaveClosed,
    wrong: score.wrongIssues.map((id) => ({ id, key: issues.get(id)?.key ?? id, summary: issues.get(id)?.summary ?? '' })),
    weeksBlind: score.weeksBlind,
  };
}

async function makeCall(app: App, caller: Caller, input: z.output<typeof MakeCall>): Promise<CallRow> {
  const page = await pageOf(app, caller);
  const { trigger, ...wish } = input;
  if (wish.subject.kind === 'issue') await demandIssue(app, page, wish.subject.id);
  const decision = await app.closing.makeCall(page.product.id, trigger === undefined ? wish : { ...wish, trigger }, caller.accountId);
  const standing = (await app.closing.listCalls(page.product.id)).find((call) => call.decision.id === decision.id);
  if (standing === undefined) throw new NotFound('the call was replaced meanwhile');
  return callRow(standing, await rowCase(app, page, input.subject.kind === 'issue' ? [input.subject.id] : []));
}
