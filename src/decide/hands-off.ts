import type { SweepItem } from '../domain/sweep';
import { APP } from '../domain/ledger';
import { advance } from './advance';
import { write, type Closing } from './closing';
import { record } from './record';

/** A person took the item back: it is never proposed, noticed or closed by us again. */
export async function handsOff(closing: Closing, item: SweepItem, state: 'reopened-by-person' | 'undone'): Promise<SweepItem> {
  const at = closing.clock.now();
  await write(closing, 'mark hands-off', () => closing.sweeps.saveMark({ issue: item.issue, product: item.product, kind: 'hands-off', by: APP, at }));
  if (state === 'reopened-by-person') {
    await record(closing, { id: `reopened-by-person:${item.id}`, product: item.product, kind: 'reopened-by-person', by: APP, issue: item.issue, body: { item: item.id, run: item.run ?? '' } });
  }
  return item.state === state ? item : advance(closing, item, { state });
}
