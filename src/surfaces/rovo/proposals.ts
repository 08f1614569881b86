import type Resolver from '@forge/resolver';
import type { z } from 'zod';
import { Nothing } from '../../contract/panel';
import { DecideProposal, type ProposalLine, type ProposalsView } from '../../contract/proposals';
import { NotAllowed, NotFound } from '../../domain/errors';
import type { Proposal } from '../../domain/proposal';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { endpoint } from '../endpoint';
import { loadPage, type PageCase } from '../page/load-page';
import { pageQuote } from '../page/page-quote';
import { projectViewer } from '../permissions';

/** Seven at a time: a longer queue is not read. */
const SHOWN = 7;

/** Proposals of agents on the first screen. To accept one takes the right to do it by hand; to see one takes the right to see its issue. */
export function defineProposals(resolver: Resolver, app: App): void {
  const viewer = projectViewer(app.ports.tracker);
  resolver.define('proposals.open', endpoint('proposals.open', Nothing, viewer, (_, caller) => open(app, caller)));
  resolver.define('proposals.decide', endpoint('proposals.decide', DecideProposal, viewer, (input, caller) => decide(app, caller, input)));
}

function projectOf({ projectKey }: Caller): string {
  if (projectKey === undefined) throw new NotAllowed('no such project');
  return projectKey;
}

async function open(app: App, caller: Caller): Promise<ProposalsView> {
  const project = projectOf(caller);
  const page = await loadPage(app.ports, project);
  const proposals = await app.ports.proposals.listProposals(page.product.id, 'open', SHOWN * 3);
  const lines = await Promise.all(proposals.map((one) => lineOf(app, page, project, one)));
  return { open: lines.flatMap((line) => (line === undefined ? [] : [line])).slice(0, SHOWN) };
}

const issueIdOf = ({ act }: Proposal): string => (act.kind === 'link' ? act.issue : act.subject.id);

/** Undefined for whom its issue is hidden from, and when its signal is gone. */
async function lineOf(app: App, page: PageCase, project: string, proposal: Proposal): Promise<ProposalLine | undefined> {
  const { stores, tracker } = app.ports;
  const found = await stores.issues.findIssue(issueIdOf(proposal));
  if (found === undefined || found.issue.visibility === 'hidden') return undefined;
  const rights = await tracker.issueRights(found.issue.id);
  if (!rights.browse) return undefined;
  const base = { id: proposal.id, issue: { key: found.issue.key, summary: found.issue.summary }, reason: proposal.reason, at: proposal.at };
  if (proposal.act.kind === 'call') return { ...base, what: { kind: 'call', call: proposal.act.call }, canAccept: await tracker.isProjectAdmin(project) };
  const [signal] = await stores.signals.findSignals(page.product.id, [proposal.act.signal]);
  if (signal === undefined || signal.visibility !== 'open') return undefined;
  return { ...base, what: { kind: 'link', quote: pageQuote(signal, page.sourceNames) }, canAccept: rights.edit };
}

async function decide(app: App, caller: Caller, { id, accept }: z.output<typeof DecideProposal>): Promise<ProposalsView> {
  const project = projectOf(caller);
  const page = await loadPage(app.ports, project);
  const proposal = await app.ports.proposals.findProposal(id);
  const line = proposal === undefined || proposal.product !== page.product.id || proposal.state !== 'open' ? undefined : await lineOf(app, page, project, proposal);
  if (proposal === undefined || line === undefined) throw new NotFound('no such proposal');
  if (!line.canAccept) throw new NotAllowed('not yours to decide');
  const now = app.ports.clock.now();
  // Whoever comes second finds it decided and does nothing.
  if (!(await app.ports.proposals.decideProposal({ ...proposal, state: accept ? 'accepted' : 'dismissed', decidedBy: caller.accountId, decidedAt: now }))) return open(app, caller);
  if (accept) await carryOut(app, proposal, caller.accountId, now);
  return open(app, caller);
}

/** What the person who accepted could have done by hand, in their name. */
async function carryOut(app: App, { product, act, reason }: Proposal, by: string, at: string): Promise<void> {
  if (act.kind === 'link') {
    await app.ports.stores.decisions.saveDecision(product, { signal: act.signal, issue: act.issue, verdict: 'confirmed', at, by });
    await app.wantUnderstanding(product);
    return;
  }
  await app.closing.makeCall(product, { subject: act.subject, call: act.call, reason: `Proposed by an agent, in its words: ${reason}` }, by);
}
