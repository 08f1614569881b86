import type Resolver from '@forge/resolver';
import type { z } from 'zod';
import { ConfirmOutcome, DraftsFor, FlagMembers, FreezeByHand, OutcomeMembers, ReleaseRef, SaveAnnotations, type DraftsView, type DraftView, type ReleaseView } from '../../contract/outcomes';
import { Nothing } from '../../contract/panel';
import { customerKey } from '../../domain/customer';
import { BadInput, NotAllowed } from '../../domain/errors';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { endpoint } from '../endpoint';
import { loadPage } from '../page/load-page';
import { issueViewer, projectAdmin, projectViewer } from '../permissions';
import { annotationsView, choicesView, freezeByHand, saveAnnotations } from './by-hand';
import { adverseOf, getContract, loadOutcomes } from './load-outcomes';
import { listFlagMembers, listOutcomeMembers } from './members';
import { outcomeLine } from './outcome-line';
import { flagMembersOnPanel, membersOnPanel } from './panel-members';
import { releasesView, releaseView } from './release-views';
import { demandVisible, visibleIssues } from './visible-issues';

/** Outcomes on the project page. */
export function defineOutcomes(resolver: Resolver, app: App): void {
  const viewer = projectViewer(app.ports.tracker);
  const admin = projectAdmin(app.ports.tracker);
  resolver.define('outcomes.releases', endpoint('outcomes.releases', Nothing, viewer, async (_, caller) => releasesView(app, await loadOutcomes(app, projectOf(caller)))));
  resolver.define('outcomes.release', endpoint('outcomes.release', ReleaseRef, viewer, ({ contract }, caller) => openRelease(app, caller, contract)));
  resolver.define('outcomes.members', endpoint('outcomes.members', OutcomeMembers, viewer, async (input, caller) => {
    const page = await loadPage(app.ports, projectOf(caller));
    await demandVisible(app, page, input.issue);
    return listOutcomeMembers(app, page, await getContract(app, page.product.id, input.contract), input);
  }));
  resolver.define('outcomes.flagMembers', endpoint('outcomes.flagMembers', FlagMembers, viewer, async (input, caller) => {
    const page = await loadPage(app.ports, projectOf(caller));
    return listFlagMembers(app, page, await getContract(app, page.product.id, input.contract), input);
  }));
  resolver.define('outcomes.confirm', endpoint('outcomes.confirm', ConfirmOutcome, admin, (input, caller) => confirm(app, caller, input)));
  resolver.define('outcomes.drafts', endpoint('outcomes.drafts', DraftsFor, viewer, (input, caller) => drafts(app, caller, input)));
  resolver.define('outcomes.choices', endpoint('outcomes.choices', Nothing, viewer, async (_, caller) => choicesView(app, await loadPage(app.ports, projectOf(caller)), caller)));
  resolver.define('outcomes.annotations', endpoint('outcomes.annotations', Nothing, viewer, async (_, caller) => annotationsView(app, await productOf(app, caller), caller)));
  resolver.define('outcomes.saveAnnotations', endpoint('outcomes.saveAnnotations', SaveAnnotations, admin, async (input, caller) => saveAnnotations(app, await productOf(app, caller), caller, input)));
  resolver.define('outcomes.freeze', endpoint('outcomes.freeze', FreezeByHand, admin, (input, caller) => freeze(app, caller, input)));
}

/** The outcome's line on the issue panel, and the lists behind its numbers. */
export function defineOutcomeLine(resolver: Resolver, app: App): void {
  const viewer = issueViewer(app.ports.tracker);
  resolver.define('outcomes.ofIssue', endpoint('outcomes.ofIssue', Nothing, viewer, (_, caller) => outcomeLine(app, caller)));
  resolver.define('outcomes.membersOfIssue', endpoint('outcomes.membersOfIssue', OutcomeMembers, viewer, (input, caller) => membersOnPanel(app, caller, input)));
  resolver.define('outcomes.flagMembersOfIssue', endpoint('outcomes.flagMembersOfIssue', FlagMembers, viewer, (input, caller) => flagMembersOnPanel(app, caller, input)));
}

function projectOf({ projectKey }: Caller): string {
  if (projectKey === undefined) throw new NotAllowed('no such project');
  return projectKey;
}

async function productOf(app: App, caller: Caller): Promise<string> {
  return (await loadPage(app.ports, projectOf(caller))).product.id;
}

async function openRelease(app: App, caller: Caller, contractId: string): Promise<ReleaseView> {
  const page = await loadPage(app.ports, projectOf(caller));
  const contract = await getContract(app, page.product.id, contractId);
  const [all, adverse, summaries, isAdmin] = await Promise.all([
    app.ports.outcomes.listOutcomes(page.product.id, contract.id), adverseOf(app, contract), visibleIssues(app, page), app.ports.tracker.isProjectAdmin(projectOf(caller)),
  ]);
  // Who has seen a result may not change what it is measured with; what one viewer may not see counts for that too.
  const mayChange = isAdmin && all.every((one) => one.readOut === 'guard');
  return releaseView(app, page, { contract, outcomes: all.filter((one) => summaries.has(one.issue)), adverse, summaries, mayChange });
}

async function confirm(app: App, caller: Caller, input: z.output<typeof ConfirmOutcome>): Promise<ReleaseView> {
  const page = await loadPage(app.ports, projectOf(caller));
  const { product } = page;
  await demandVisible(app, page, input.issue);
  const contract = await getContract(app, product.id, input.contract);
  if (!contract.targets.some((target) => target.issue === input.issue)) throw new BadInput('outcomes.confirm', 'issue', 'not in this release');
  const { account, signal, ...said } = input;
  await app.ports.outcomes.saveConfirmation(product.id, { ...said, at: app.ports.clock.now(), by: caller.accountId, ...(account === undefined ? {} : { account }), ...(signal === undefined ? {} : { signal }) });
  await app.judgeAgain(contract);
  return openRelease(app, caller, contract.id);
}

/** Each draft names the ticket that it answers; only those whose words may be shown, and nobody who asked not to be contacted. */
async function drafts(app: App, caller: Caller, { contract: id, issue }: z.output<typeof DraftsFor>): Promise<DraftsView> {
  const page = await loadPage(app.ports, projectOf(caller));
  const { product, sourceNames } = page;
  await demandVisible(app, page, issue);
  const [written, contacts] = await Promise.all([app.draftHelpQuestions(await getContract(app, product.id, id), issue), app.ports.talk.listContacts(product.id)]);
  const signals = new Map((await app.ports.stores.signals.findSignals(product.id, written.map((draft) => draft.signal))).filter((one) => one.visibility === 'open').map((one) => [one.id, one]));
  const barred = new Set(contacts.filter((one) => one.consent === 'do-not-contact').map((one) => one.person));
  const shown = written.flatMap((draft) => {
    const signal = signals.get(draft.signal);
    return signal === undefined ? [] : [{ draft, signal }];
  });
  const asked = shown.filter(({ signal }) => !barred.has(customerKey(signal)));
  return {
    notToAsk: shown.length - asked.length,
    drafts: asked.map(({ draft, signal }): DraftView => ({ ...draft, source: sourceNames.get(draft.source)?.name ?? draft.source, ...(signal.url === undefined ? {} : { url: signal.url }) })),
  };
}

async function freeze(app: App, caller: Caller, input: z.output<typeof FreezeByHand>): Promise<ReleaseView> {
  const contract = await freezeByHand(app, await loadPage(app.ports, projectOf(caller)), caller, input);
  return openRelease(app, caller, contract.id);
}
