import type { Policy } from '../domain/policy';
import type { Closing } from './closing';
import type { LiveFacts } from './live-readiness';
import { loadListening } from './load-cases';

const EVER = '1970-01-01T00:00:00.000Z';

/** Where a product stands on the way to unattended closing. A yes of an owner is a judgement "right", a Keep is a judgement "wrong". */
export async function loadLiveFacts(closing: Closing, product: string, policy: Policy): Promise<LiveFacts> {
  const entries = await closing.ledger.listKind(product, ['batch-planned', 'item-approved', 'kept', 'suggestion-judged'], EVER);
  const right = new Set<string>();
  const wrong = new Set<string>();
  for (const entry of entries) {
    const subject = entry.issue;
    if (subject === undefined || (entry.kind === 'kept' && entry.body.proposed !== true)) continue;
    if (entry.kind === 'item-approved' || (entry.kind === 'suggestion-judged' && entry.body.right === true)) right.add(subject);
    else wrong.add(subject);
  }
  for (const issue of wrong) right.delete(issue);
  const listening = await loadListening(closing, product, policy);
  return {
    observingSince: entries.find((entry) => entry.kind === 'batch-planned')?.at,
    sourcesReconciled: listening.kind === 'proven',
    judgedRight: right.size,
    judgedWrong: wrong.size,
    approvals: await closing.sweeps.listApprovals(product),
    policyVersion: policy.version,
  };
}
