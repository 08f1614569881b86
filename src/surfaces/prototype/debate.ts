import type Resolver from '@forge/resolver';
import type { z } from 'zod';
import { ChooseRelease, RollOutAct, type DebateView, type SideView } from '../../contract/debate';
import { Nothing } from '../../contract/panel';
import { BadInput } from '../../domain/errors';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { endpoint, type Permission } from '../endpoint';
import { issueEditor, issueViewer, projectAdmin } from '../permissions';
import { quoteView } from './issue-quotes';
import { loadIssueCase, type IssueCase } from './load-facts';
import { issueOf } from './prototype';

const AFFECTED = 200;

/** For and against, and how it goes out. Choosing needs the right to edit the issue; starting a roll-out also that to administer the project. */
export function defineDebate(resolver: Resolver, app: App): void {
  const { tracker } = app.ports;
  const viewer = issueViewer(tracker);
  const starter: Permission = async (caller) => {
    await issueEditor(tracker)(caller);
    await projectAdmin(tracker)(caller);
  };
  resolver.define('debate.open', endpoint('debate.open', Nothing, viewer, (_, caller) => open(app, caller)));
  resolver.define('debate.choose', endpoint('debate.choose', ChooseRelease, issueEditor(tracker), (input, caller) => choose(app, caller, input)));
  resolver.define('debate.rollOut', endpoint('debate.rollOut', RollOutAct, starter, ({ act }, caller) => rollOut(app, caller, act)));
}

async function open(app: App, caller: Caller): Promise<DebateView> {
  const id = issueOf(caller);
  const one = await loadIssueCase(app, id);
  const debate = app.talking.debateOf(one.facts);
  const [choices, rights, isAdmin] = await Promise.all([
    app.ports.prototypes.choicesOfIssue(id),
    app.ports.tracker.issueRights(id),
    caller.projectKey === undefined ? false : app.ports.tracker.isProjectAdmin(caller.projectKey),
  ]);
  const contract = choices[0] === undefined ? undefined : await app.talking.rollOutOf(one.product, choices[0].id);
  const { key, summary } = one.facts.issue;
  return {
    issue: { key, summary },
    for: sideView(debate.for, one),
    against: sideView(debate.against, one),
    unknown: debate.unknown,
    choices: choices.map(({ id: choice, option, accounts, reason, at }) => ({ id: choice, option, accounts, reason, at })),
    ...(contract === undefined ? {} : { rollOut: { contract: contract.id, startedAt: contract.release.releasedAt, state: contract.state.kind } }),
    affected: [...new Set(one.facts.heard.flatMap(({ signal }) => signal.account ?? []))].slice(0, AFFECTED),
    canChoose: rights.edit,
    canStart: rights.edit && isAdmin,
    asOf: one.facts.now,
  };
}

function sideView(side: ReturnType<App['talking']['debateOf']>['for'], { panel }: IssueCase): SideView {
  return { points: side.points, quotes: side.quotes.map(({ signal, citation, standing }) => quoteView(signal, panel, citation, standing)) };
}

async function choose(app: App, caller: Caller, { option, accounts, reason }: z.output<typeof ChooseRelease>): Promise<DebateView> {
  const { product, facts } = await loadIssueCase(app, issueOf(caller));
  const first = option === 'ring' || option === 'flag' ? [...new Set(accounts)] : [];
  if ((option === 'ring' || option === 'flag') && first.length === 0) throw new BadInput('debate.choose', 'accounts', 'who gets it first?');
  await app.ports.prototypes.saveChoice({ id: app.newId('choice'), product, issue: facts.issue.id, option, accounts: first, reason, at: facts.now, by: caller.accountId });
  return open(app, caller);
}

/** Hands the standing choice to the release outcomes: who has it is compared with who does not have it yet. */
async function rollOut(app: App, caller: Caller, act: 'start' | 'back' | 'all'): Promise<DebateView> {
  const { product, facts } = await loadIssueCase(app, issueOf(caller));
  const [choice] = await app.ports.prototypes.choicesOfIssue(facts.issue.id);
  if (choice === undefined || choice.accounts.length === 0) throw new BadInput('debate.rollOut', 'choice', 'no ring or flag was chosen');
  const ids = { product, id: choice.id, by: caller.accountId };
  if (act === 'back') await app.rollBack(ids);
  else if (act === 'all') await app.releaseToAll(ids, facts.now);
  else {
    const started = await app.startRollOut({ ...ids, name: `${facts.issue.key}, first ${choice.option}`, issues: [facts.issue.id], accounts: choice.accounts, startsAt: facts.now });
    if (started.kind === 'refused') throw new BadInput('debate.rollOut', 'choice', started.reason);
  }
  return open(app, caller);
}
