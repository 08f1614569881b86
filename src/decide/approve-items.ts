import { NotFound } from '../domain/errors';
import type { SweepItem } from '../domain/sweep';
import { advance } from './advance';
import type { Closing } from './closing';
import { record } from './record';

/** A person says yes to proposals, one or all of a batch. Items that moved on meanwhile are left as they are. */
export async function approveItems(closing: Closing, ids: readonly string[], by: string): Promise<readonly SweepItem[]> {
  return decideItems(closing, ids, by, 'item-approved');
}

/** A person says no to proposals: they are not proposed again before the policy's keeping time is over. */
export async function skipItems(closing: Closing, ids: readonly string[], by: string): Promise<readonly SweepItem[]> {
  return decideItems(closing, ids, by, 'item-skipped');
}

async function decideItems(closing: Closing, ids: readonly string[], by: string, kind: 'item-approved' | 'item-skipped'): Promise<readonly SweepItem[]> {
  const decided: SweepItem[] = [];
  for (const id of ids) {
    const item = await closing.sweeps.findItem(id);
    if (item === undefined) throw new NotFound(`no proposal ${id}`);
    // Where notices go out by themselves, a yes may come after the notice.
    const isOpen = item.state === 'proposed' || (kind === 'item-approved' && item.state === 'noticed');
    if (!isOpen) {
      decided.push(item);
      continue;
    }
    await record(closing, { id: `${kind}:${id}`, product: item.product, kind, by, issue: item.issue, body: { item: id, evidence: item.evidenceHash, policyVersion: item.policyVersion } });
    const state = item.state === 'noticed' ? 'noticed' : kind === 'item-approved' ? 'approved' : 'skipped';
    decided.push(await advance(closing, item, { state, unattended: false, ...(kind === 'item-approved' ? { approvedBy: by } : {}) }));
  }
  return decided;
}
