import { NotFound } from '../domain/errors';
import type { SweepItem } from '../domain/sweep';
import { advance } from './advance';
import type { Closing } from './closing';
import { record } from './record';

/** A person says yes to proposals, one or all of a batch. Items that moved on meanwhile are left as they are. A no is a Keep (`keep-item`). */
export async function approveItems(closing: Closing, ids: readonly string[], by: string): Promise<readonly SweepItem[]> {
  const decided: SweepItem[] = [];
  for (const id of ids) {
    const item = await closing.sweeps.findItem(id);
    if (item === undefined) throw new NotFound(`no proposal ${id}`);
    // Where notices go out by themselves, a yes may come after the notice.
    if (item.state !== 'proposed' && item.state !== 'noticed') {
      decided.push(item);
      continue;
    }
    await record(closing, { id: `item-approved:${id}`, product: item.product, kind: 'item-approved', by, issue: item.issue, body: { item: id, evidence: item.evidenceHash, policyVersion: item.policyVersion } });
    const state = item.state === 'noticed' ? 'noticed' : 'approved';
    decided.push(await advance(closing, item, { state, unattended: false, approvedBy: by }));
  }
  return decided;
}
