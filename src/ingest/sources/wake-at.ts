import { epochMs, type IsoTime } from '../../domain/time';
import type { SourceNeeds } from './source-needs';

/** Longest delay of a job on the queue. */
const LONGEST_DELAY_SECONDS = 900;

/**
 * Asks for a run when a wait is over, where that comes before the next hourly one would be of use. However many runs come too early, one is asked for:
 * for a wait that is longer than the queue's longest delay, the hourly run that meets its last minutes asks. @throws StoreUnavailable
 */
export async function wakeAt({ queue, settings, clock }: Pick<SourceNeeds, 'queue' | 'settings' | 'clock'>, connection: string, at: IsoTime): Promise<void> {
  const seconds = Math.ceil((epochMs(at) - epochMs(clock.now())) / 1000) + 1;
  const key = `source-woken:${connection}`;
  if (seconds > LONGEST_DELAY_SECONDS || (await settings.find(key)) === at) return;
  await settings.save(key, at);
  await queue.push({ name: 'poll-source', connection }, Math.max(1, seconds));
}
