import type { CloseGround, FreshItem, SweepItem } from '../domain/sweep';
import { isBacklogItem } from '../domain/issue';
import type { Policy } from '../domain/policy';
import type { Verdict } from '../domain/verdict';
import type { Closing } from './closing';
import { closeGround } from './close-grounds';
import { judge } from './judge';
import { caseOf, loadHeard } from './load-cases';

export interface Recheck {
  readonly verdict: Verdict;
  /** The reason to close as it stands now; undefined when it no longer stands. */
  readonly ground: CloseGround | undefined;
}

/** Judges an item again on what is known now: the issue as just read, evidence, coverage and the reason it was proposed for. */
export async function recheck(closing: Closing, item: SweepItem, fresh: FreshItem, policy: Policy): Promise<Recheck> {
  const now = closing.clock.now();
  const heard = await loadHeard(closing, item.product, [item.issue], policy);
  // Our own notice counts as a change in Jira; whether a person touched the item is asked of its history instead.
  const { issue } = fresh;
  const idleSince = fresh.acts.reduce((newest, act) => (act.at > newest ? act.at : newest), issue.createdAt);
  const verdict = judge(caseOf({ ...issue, updatedAt: idleSince }, heard, policy, now), policy, now);
  return { verdict, ground: await groundNow(closing, item, fresh, verdict) };
}

async function groundNow(closing: Closing, item: SweepItem, fresh: FreshItem, verdict: Verdict): Promise<CloseGround | undefined> {
  switch (item.ground.kind) {
    case 'no-support':
      return closeGround({ issue: fresh.issue, verdict, releases: [] });
    case 'shipped': {
      if (item.ground.how === 'obsolete') return item.ground;
      const releases = await closing.stores.issues.listReleases(item.product);
      return closeGround({ issue: fresh.issue, verdict, releases });
    }
    case 'duplicate': {
      const { of } = item.ground;
      const isLinked = fresh.links.some((link) => link.kind === 'duplicates' && link.issue === of && link.isOpen);
      if (!isLinked) return undefined;
      const original = await closing.tracker.fetchItem(of);
      return original.kind === 'seen' && isBacklogItem(original.item.issue) ? item.ground : undefined;
    }
  }
}
