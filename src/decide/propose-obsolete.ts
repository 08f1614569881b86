import { NotFound } from '../domain/errors';
import { isBacklogItem } from '../domain/issue';
import type { SweepItem } from '../domain/sweep';
import { isoDay } from '../domain/time';
import { write, type Closing } from './closing';
import { evidenceHash } from './evidence-hash';
import { loadPolicy } from './gates';
import { inspect } from './inspect';
import { judge } from './judge';
import { caseOf, loadHeard } from './load-cases';

/** A person says that a release made an item obsolete. It goes the same way as every proposal: approval, notice, grace. Answers why not, where not. */
export async function proposeObsolete(closing: Closing, product: string, issueId: string, releaseId: string): Promise<SweepItem | { readonly refused: string }> {
  const now = closing.clock.now();
  const found = await closing.stores.issues.findIssue(issueId);
  const release = (await closing.stores.issues.listReleases(product)).find((one) => one.id === releaseId);
  if (found === undefined || found.product !== product || release?.releasedAt === undefined) throw new NotFound('no such issue or release');
  if (!isBacklogItem(found.issue)) return { refused: 'already-done' };
  const policy = await loadPolicy(closing, product);
  const ground = { kind: 'shipped', release: release.id, releaseName: release.name, releasedAt: release.releasedAt, how: 'obsolete' } as const;
  const seen = await inspect(closing, issueId, ground, policy);
  if (seen.kind === 'protected') return { refused: seen.reason };
  const verdict = judge(caseOf(found.issue, await loadHeard(closing, product, [issueId], policy), policy, now), policy, now);
  const batch = `${product}:${isoDay(now)}`;
  const item: SweepItem = {
    id: `${batch}:${issueId}`,
    batch,
    product,
    issue: issueId,
    key: seen.item.issue.key,
    project: seen.item.issue.project,
    ground,
    judgement: verdict.judgement,
    listening: verdict.inputs.listening,
    evidenceHash: evidenceHash(verdict, closing.sha256),
    policyVersion: policy.version,
    state: 'proposed',
    revision: 1,
    proposedAt: now,
    unattended: false,
    losses: seen.way.losses,
    before: seen.before,
    attempts: 0,
  };
  await write(closing, 'proposal', () => closing.sweeps.addItem(item));
  return item;
}
