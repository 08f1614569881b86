import type { SweepItem } from '../domain/sweep';
import { write, type Closing } from './closing';

/** Moves an item on and keeps it. @throws ItemChanged when someone else moved it since it was read */
export async function advance(closing: Closing, item: SweepItem, change: Partial<SweepItem>): Promise<SweepItem> {
  const next: SweepItem = { ...item, ...change, revision: item.revision + 1 };
  await write(closing, `item ${next.state}`, () => closing.sweeps.saveItem(next));
  return next;
}
