import type Resolver from '@forge/resolver';
import type { z } from 'zod';
import { ChooseRelease, RollOutAct, type DebateView, type SideView } from '../../contract/debate';
import { Nothing } from '../../contract/panel';
import { BadInput } from '../../domain/errors';
import type { ReleaseChoice } from '../../domain/release-choice';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { endpoint, type Permission } from '../endpoint';
import { issueEditor, issueViewer, projectAdmin } from '../permissions';
import { quoteView } from './issue-quotes';
import { loadIssueCase, type IssueCase } from './load-facts';
import { issueOf } from './prototype';
import { accountsToCome, isRunning, rollOutOfIssue, rollOutView, type StartedRollOut } from './roll-out-of-issue';

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
  const started = await rollOutOfIssue(app, one.product, choices);
  const { key, summary } = one.facts.issue;
  return {
    issue: { key, summary },
    for: sideView(debate.for, one),
    against: sideView(debate.against, one),
    unknown: debate.unknown,
    choices: choices.map(({ id: choice, option, accounts, reason, at }) => ({ id: choice, option, accounts, reason, at })),
    ...(started === undefined ? {} : { rollOut: rollOutView(started) }),
    toCome: accountsToCome(choices[0], started).length,
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

/** Hands the standing choice to the release outcomes: who has it is compared with who does not have it yet. A ring that runs is widened, never begun a second time beside itself. */
async function rollOut(app: App, caller: Caller, act: 'start' | 'back' | 'all'): Promise<DebateView> {
  const { product, facts } = await loadIssueCase(app, issueOf(caller));
  const choices = await app.ports.prototypes.choicesOfIssue(facts.issue.id);
  const started = await rollOutOfIssue(app, product, choices);
  const running = started !== undefined && isRunning(started) ? started : undefined;
  if (act === 'start') await start(app, caller, { product, facts, choice: choices[0], started, running });
  else {
    if (running === undefined) throw new BadInput('debate.rollOut', 'choice', 'no ring or flag is running');
    const ids = { product, id: running.choice, by: caller.accountId };
    await (act === 'back' ? app.rollBack(ids) : app.releaseToAll(ids, facts.now));
  }
  return open(app, caller);
}

interface Starting extends Pick<IssueCase, 'product' | 'facts'> {
  readonly choice: ReleaseChoice | undefined;
  readonly started: StartedRollOut | undefined;
  readonly running: StartedRollOut | undefined;
}

async function start(app: App, caller: Caller, { product, facts, choice, started, running }: Starting): Promise<void> {
  const accounts = accountsToCome(choice, started);
  if (choice === undefined || accounts.length === 0) throw new BadInput('debate.rollOut', 'choice', 'nobody is left to get it first: choose a ring or a flag');
  const answer = await app.startRollOut({ product, id: running?.choice ?? choice.id, by: caller.accountId, name: `${facts.issue.key}, first ${choice.option}`, issues: [facts.issue.id], accounts, startsAt: facts.now });
  if (answer.kind === 'refused') throw new BadInput('debate.rollOut', 'choice', answer.reason);
}
