import type Resolver from '@forge/resolver';
import type { z } from 'zod';
import { ConfirmOutcome, DraftsFor, FreezeByHand, OutcomeMembers, ReleaseRef, type DraftView, type OutcomeLineView, type ReleaseView } from '../../contract/outcomes';
import { Nothing } from '../../contract/panel';
import { BadInput, NotAllowed, NotFound } from '../../domain/errors';
import { sentence } from '../../domain/sentence';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { endpoint } from '../endpoint';
import { loadPage, type PageCase } from '../page/load-page';
import { issueViewer, projectAdmin, projectViewer } from '../permissions';
import { adverseOf, getContract, loadOutcomes } from './load-outcomes';
import { listOutcomeMembers } from './members';
import { latestByTarget, nextReadOutAt } from './release-lines';
import { promiseView, releasesView, releaseView } from './release-views';

/** Outcomes on the project page. */
export function defineOutcomes(resolver: Resolver, app: App): void {
  const viewer = projectViewer(app.ports.tracker);
  const admin = projectAdmin(app.ports.tracker);
  resolver.define('outcomes.releases', endpoint('outcomes.releases', Nothing, viewer, async (_, caller) => releasesView(app, await loadOutcomes(app, projectOf(caller)))));
  resolver.define('outcomes.release', endpoint('outcomes.release', ReleaseRef, viewer, ({ contract }, caller) => openRelease(app, caller, contract)));
  resolver.define('outcomes.members', endpoint('outcomes.members', OutcomeMembers, viewer, async (input, caller) => {
    const page = await loadPage(app.ports, projectOf(caller));
    return listOutcomeMembers(app, page, await getContract(app, page.product.id, input.contract), input);
  }));
  resolver.define('outcomes.confirm', endpoint('outcomes.confirm', ConfirmOutcome, admin, (input, caller) => confirm(app, caller, input)));
  resolver.define('outcomes.drafts', endpoint('outcomes.drafts', DraftsFor, viewer, (input, caller) => drafts(app, caller, input)));
  resolver.define('outcomes.freeze', endpoint('outcomes.freeze', FreezeByHand, admin, (input, caller) => freeze(app, caller, input)));
}

/** The outcome's line on the issue panel. */
export function defineOutcomeLine(resolver: Resolver, app: App): void {
  resolver.define('outcomes.ofIssue', endpoint('outcomes.ofIssue', Nothing, issueViewer(app.ports.tracker), (_, caller) => outcomeLine(app, caller)));
}

function projectOf({ projectKey }: Caller): string {
  if (projectKey === undefined) throw new NotAllowed('no such project');
  return projectKey;
}

async function openRelease(app: App, caller: Caller, contractId: string): Promise<ReleaseView> {
  const page = await loadPage(app.ports, projectOf(caller));
  const contract = await getContract(app, page.product.id, contractId);
  const [outcomes, adverse, summaries] = await Promise.all([app.ports.outcomes.listOutcomes(page.product.id, contract.id), adverseOf(app, contract), visibleIssues(app, page)]);
  return releaseView(app, page, contract, outcomes.filter((one) => summaries.has(one.issue)), adverse, summaries);
}

/** Issues of projects that the viewer may see, and that are not restricted. */
async function visibleIssues(app: App, page: PageCase): Promise<ReadonlyMap<string, { readonly key: string; readonly summary: string }>> {
  const projects = new Set<string>();
  for (const project of page.product.projects) if (await app.ports.tracker.canBrowseProject(project)) projects.add(project);
  const issues = await app.ports.stores.issues.listIssues(page.product.id);
  return new Map(issues.filter((issue) => projects.has(issue.project) && issue.visibility === 'open').map((issue) => [issue.id, { key: issue.key, summary: issue.summary }]));
}

async function outcomeLine(app: App, { issueId = '' }: Caller): Promise<OutcomeLineView> {
  const found = await app.ports.stores.issues.findIssue(issueId);
  if (found === undefined || found.issue.visibility === 'hidden') return { line: sentence('outcome.no-contract') };
  const [outcomes, contracts] = await Promise.all([app.ports.outcomes.outcomesOfIssue(found.product, issueId), app.ports.outcomes.listContracts(found.product)]);
  const contract = contracts.find((one) => one.state.kind === 'live' && one.targets.some((target) => target.issue === issueId));
  if (contract === undefined) return { line: sentence('outcome.no-contract') };
  const own = outcomes.filter((one) => one.contract === contract.id);
  const [latest] = latestByTarget(own).values();
  if (latest === undefined) {
    const at = nextReadOutAt(contract, own, app.ports.clock.now());
    return { line: at === undefined ? sentence('outcome.waiting-adoption') : sentence('outcome.waiting', { at }), contract: contract.id };
  }
  const themes = await app.ports.stores.evidence.listThemes(found.product);
  const view = promiseView(app, contract, latest, new Map(themes.map((theme) => [theme.id, theme.label])), new Map([[issueId, found.issue]]));
  return { line: view.title, contract: contract.id, view };
}

async function confirm(app: App, caller: Caller, input: z.output<typeof ConfirmOutcome>): Promise<ReleaseView> {
  const { product } = await loadPage(app.ports, projectOf(caller));
  const contract = await getContract(app, product.id, input.contract);
  if (!contract.targets.some((target) => target.issue === input.issue)) throw new BadInput('outcomes.confirm', 'issue', 'not in this release');
  const { account, signal, ...said } = input;
  await app.ports.outcomes.saveConfirmation(product.id, { ...said, at: app.ports.clock.now(), by: caller.accountId, ...(account === undefined ? {} : { account }), ...(signal === undefined ? {} : { signal }) });
  await app.judgeAgain(contract);
  return openRelease(app, caller, contract.id);
}

async function drafts(app: App, caller: Caller, { contract: id, issue }: z.output<typeof DraftsFor>): Promise<{ drafts: readonly DraftView[] }> {
  const { product } = await loadPage(app.ports, projectOf(caller));
  return { drafts: await app.draftHelpQuestions(await getContract(app, product.id, id), issue) };
}

async function freeze(app: App, caller: Caller, input: z.output<typeof FreezeByHand>): Promise<ReleaseView> {
  const { product } = await loadPage(app.ports, projectOf(caller));
  const release = (await app.ports.stores.issues.listReleases(product.id)).find((one) => one.id === input.release);
  if (release === undefined) throw new NotFound('no such release');
  const contract = await app.freezeByHand(release, caller.accountId, input);
  return openRelease(app, caller, contract.id);
}
