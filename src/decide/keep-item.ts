import type { ItemState, SweepItem } from '../domain/sweep';
import { DAY_IN_MS, epochMs, isoTime } from '../domain/time';
import { ItemChanged } from '../domain/closing-errors';
import { NotFound } from '../domain/errors';
import { advance } from './advance';
import { write, type Closing } from './closing';
import { loadPolicy } from './gates';
import { record } from './record';

const KEEPABLE: readonly ItemState[] = ['proposed', 'approved', 'noticing', 'noticed'];
const TRIES = 5;

/**
 * A person keeps an item open: no argument needed, twelve months. The mark is written first, and every close reads the marks last,
 * so that a Keep pressed while a close is under way still wins.
 */
export async function keepIssue(closing: Closing, product: string, issue: string, by: string): Promise<{ readonly until: string }> {
  const found = await closing.stores.issues.findIssue(issue);
  if (found === undefined || found.product !== product) throw new NotFound(`no issue ${issue}`);
  const policy = await loadPolicy(closing, product);
  const at = closing.clock.now();
  const until = isoTime(epochMs(at) + policy.keepDays * DAY_IN_MS);
  await write(closing, 'mark keep', () => closing.sweeps.saveMark({ issue, product, kind: 'keep', until, by, at }));
  const items = await closing.sweeps.listItemsOfIssue(issue);
  const proposed = items.some((item) => KEEPABLE.includes(item.state));
  await record(closing, { id: `kept:${issue}:${at}`, product, kind: 'kept', by, issue, body: { until, proposed } });
  for (const item of items) await markKept(closing, item);
  return { until };
}

async function markKept(closing: Closing, item: SweepItem): Promise<void> {
  let seen: SweepItem | undefined = item;
  for (let attempt = 1; seen !== undefined && KEEPABLE.includes(seen.state); attempt += 1) {
    try {
      await advance(closing, seen, { state: 'kept', note: 'kept' });
      return;
    } catch (error) {
      if (!(error instanceof ItemChanged) || attempt === TRIES) throw error;
      seen = await closing.sweeps.findItem(item.id);
    }
  }
}
