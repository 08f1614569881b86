import type { SweepItem } from '../domain/sweep';
import type { Usage } from './caps';
import type { Closing } from './closing';
import { isStopped, loadBreaker, loadPolicy } from './gates';
import type { LiveGap } from './live-readiness';
import type { CloseCheck } from './may-close';
import { recheck } from './recheck';

/** One run of closing: what stays the same while it lasts. */
export interface RunCase {
  readonly id: string;
  readonly fence: number;
  readonly liveGaps: readonly LiveGap[];
  readonly usage: () => Usage;
}

/**
 * Reads everything that is asked before a close, all of it afresh. Judged first and the issue, the marks and the kill switch read last, in
 * that order: what a person does before the last of these reads is seen.
 */
export async function loadCheck(closing: Closing, item: SweepItem, run: RunCase): Promise<CloseCheck | 'not-visible'> {
  const early = await closing.tracker.fetchItem(item.issue);
  if (early.kind === 'not-visible') return 'not-visible';
  const policy = await loadPolicy(closing, item.product);
  const { verdict, ground } = await recheck(closing, item, early.item, policy);
  const breaker = await loadBreaker(closing, item.product);
  const sight = await closing.tracker.fetchItem(item.issue);
  if (sight.kind === 'not-visible') return 'not-visible';
  const marks = await closing.sweeps.marksOfIssue(item.issue);
  const stopped = await isStopped(closing);
  return { item, fresh: sight.item, verdict, ground, marks, policy, breaker, stopped, liveGaps: run.liveGaps, usage: run.usage() };
}
