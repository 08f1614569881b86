import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../domain/time';
import type { Closing } from './closing';
import { loadPolicy } from './gates';

export interface RemovedSupport {
  readonly items: number;
  /** When the last of it went, and until when that keeps items from being proposed. */
  readonly at: IsoTime;
  readonly until: IsoTime;
}

/** Open items that nothing is proposed for because customers' words on them went with a source; undefined where there are none. @throws StoreUnavailable */
export async function removedSupport(closing: Closing, product: string): Promise<RemovedSupport | undefined> {
  const windowMs = (await loadPolicy(closing, product)).evidenceWindowDays * DAY_IN_MS;
  const since = isoTime(epochMs(closing.clock.now()) - windowMs);
  const open = new Set(await closing.stores.issues.listOpenIds(product));
  const times = [...(await closing.stores.evidence.listRemoved(product))].flatMap(([issue, at]) => (open.has(issue) && at >= since ? [at] : [])).sort();
  const last = times.at(-1);
  return last === undefined ? undefined : { items: times.length, at: last, until: isoTime(epochMs(last) + windowMs) };
}
