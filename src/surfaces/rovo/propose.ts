import { z } from 'zod';
import { BadInput, NotFound } from '../../domain/errors';
import type { ProposedAct } from '../../domain/proposal';
import type { App } from '../../app';
import { action, type AgentAnswer } from './action';
import { IssueKey, visibleIssue } from './ask';

const Propose = z.object({
  issueKey: IssueKey,
  signalId: z.string().trim().min(1).max(300).optional(),
  call: z.enum(['build', 'not-now', 'no']).optional(),
  reason: z.string().trim().min(1).max(500),
});
/** More than this waiting is a queue nobody reads: an agent that keeps proposing is told to stop. */
const MOST_OPEN = 20;

export const propose = (app: App) => action('propose', Propose, (input, accountId) => makeProposal(app, input, accountId));

/** The only thing an agent may write: a line in a list that a person decides. */
async function makeProposal(app: App, { issueKey, signalId, call, reason }: z.output<typeof Propose>, accountId: string): Promise<AgentAnswer> {
  const { product, issue } = await visibleIssue(app, issueKey);
  const act = actOf(issue.id, signalId, call);
  if (act.kind === 'link') {
    const [signal] = await app.ports.stores.signals.findSignals(product, [act.signal]);
    if (signal === undefined || signal.visibility !== 'open') throw new NotFound('no such signal');
  }
  const open = await app.ports.proposals.listProposals(product, 'open', MOST_OPEN);
  if (open.some((one) => JSON.stringify(one.act) === JSON.stringify(act))) return { found: true, answer: 'This is proposed already. A person decides in Resurface.', quotes: [], note: 'Nothing was changed.' };
  if (open.length >= MOST_OPEN) return { found: false, answer: `${MOST_OPEN} proposals are waiting for a person. Nothing more can be proposed before some are decided.` };
  await app.ports.proposals.addProposal({ id: app.newId('proposal'), product, act, reason, by: accountId, at: app.ports.clock.now(), state: 'open' });
  return { found: true, answer: `Proposed for ${issueKey}. Nothing was changed: a person accepts or dismisses it under "This week" in Resurface.`, quotes: [], note: 'Nothing was changed.' };
}

function actOf(issue: string, signal: string | undefined, call: 'build' | 'not-now' | 'no' | undefined): ProposedAct {
  if (signal !== undefined && call === undefined) return { kind: 'link', signal, issue };
  if (call !== undefined && signal === undefined) return { kind: 'call', subject: { kind: 'issue', id: issue }, call };
  throw new BadInput('propose', 'signalId', 'either a signal or a decision');
}
