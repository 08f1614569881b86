import type { BeforeState, FreshItem } from '../domain/sweep';
import { epochMs, isoTime, type IsoTime } from '../domain/time';

/** What a person did, as a reason id; undefined when nobody did anything. */
export type Activity = 'person-acted' | 'vote-added' | 'watcher-added' | undefined;

/** Jira's clock and ours may differ by this much; what a person did is never missed because of it. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Anything a person did after `since`: a comment, a change, work logged, or a vote or watcher more than there was. */
export function humanActivity(item: FreshItem, since: IsoTime, then: Pick<BeforeState, 'votes' | 'watchers'>): Activity {
  const from = isoTime(epochMs(since) - CLOCK_SKEW_MS);
  if (item.acts.some((act) => act.at > from)) return 'person-acted';
  if ((item.issue.votes ?? 0) > then.votes) return 'vote-added';
  return (item.issue.watchers ?? 0) > then.watchers ? 'watcher-added' : undefined;
}

/** When a person last touched the item; its creation when nobody did since. */
export function lastHumanAt(item: FreshItem): IsoTime {
  return item.acts.reduce((newest, act) => (act.at > newest ? act.at : newest), item.issue.createdAt);
}
