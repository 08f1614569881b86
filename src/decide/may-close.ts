import type { Policy } from '../domain/policy';
import type { Breaker, CloseGround, FreshItem, Mark, SweepItem } from '../domain/sweep';
import { daysBetween, type IsoTime } from '../domain/time';
import type { Verdict } from '../domain/verdict';
import { quietReason, type Quiet } from './calendar';
import { capReached, type Cap, type Usage } from './caps';
import { humanActivity, lastHumanAt, type Activity } from './human-activity';
import type { LiveGap } from './live-readiness';
import { BOUNDS, UNATTENDED_FLOORS } from './policy-bounds';
import { markProtection, protectionOf, type Protection } from './protections';

/** Everything that is asked once more, a moment before the transition. */
export interface CloseCheck {
  readonly item: Pick<SweepItem, 'ground' | 'approvedBy' | 'unattended' | 'noticedAt' | 'before'>;
  readonly fresh: FreshItem;
  readonly verdict: Verdict;
  /** The reason to close as it stands now; undefined when it no longer stands. */
  readonly ground: CloseGround | undefined;
  readonly marks: readonly Mark[];
  readonly policy: Policy;
  readonly breaker: Breaker;
  readonly stopped: boolean;
  readonly liveGaps: readonly LiveGap[];
  readonly usage: Usage;
}

/** `hold`: not now, ask again later. `cancel`: never by this proposal. */
export type CloseAnswer =
  | { readonly kind: 'close' }
  | { readonly kind: 'hold'; readonly reason: 'stopped' | 'breaker-open' | 'mode' | 'not-approved' | 'not-live' | 'no-notice' | 'grace' | 'cannot-judge' | NonNullable<Quiet> | Cap }
  | { readonly kind: 'cancel'; readonly reason: Protection | NonNullable<Activity> | 'supported-now' | 'ground-gone' | 'already-done' | 'too-young' | 'recently-active' };

/** May this item be closed now? The last word before a write; can only stop one. Pure. */
export function mayClose(check: CloseCheck, now: IsoTime): CloseAnswer {
  if (check.stopped) return hold('stopped');
  if (check.breaker.kind === 'open') return hold('breaker-open');
  return permissionAnswer(check) ?? itemAnswer(check, now) ?? timeAnswer(check, now) ?? { kind: 'close' };
}

function permissionAnswer({ policy, item, liveGaps }: CloseCheck): CloseAnswer | undefined {
  if (policy.mode === 'off' || policy.mode === 'observe') return hold('mode');
  if (!item.unattended) return item.approvedBy === undefined ? hold('not-approved') : undefined;
  return policy.mode === 'live' && liveGaps.length === 0 ? undefined : hold('not-live');
}

function itemAnswer({ item, fresh, marks, policy, verdict, ground }: CloseCheck, now: IsoTime): CloseAnswer | undefined {
  if (fresh.issue.statusCategory === 'done') return cancel('already-done');
  const protection = markProtection(marks, now) ?? protectionOf(fresh, item.ground, policy);
  if (protection !== undefined) return cancel(protection);
  const activity = item.noticedAt === undefined || item.before === undefined ? undefined : humanActivity(fresh, item.noticedAt, item.before);
  if (activity !== undefined) return cancel(activity);
  if (item.ground.kind !== 'no-support') return ground?.kind === item.ground.kind ? undefined : cancel('ground-gone');
  return silenceAnswer({ item, fresh, policy, verdict, ground }, now);
}

/** For silence the verdict must still stand, on the item as it is now and not as it was stored. */
function silenceAnswer({ item, fresh, policy, verdict, ground }: Pick<CloseCheck, 'item' | 'fresh' | 'policy' | 'verdict' | 'ground'>, now: IsoTime): CloseAnswer | undefined {
  if (verdict.judgement.kind === 'supported') return cancel('supported-now');
  if (verdict.judgement.kind === 'abstain' || ground?.kind !== 'no-support') return hold('cannot-judge');
  const floors = item.unattended ? UNATTENDED_FLOORS : { minimumAgeDays: 0, minimumIdleDays: 0 };
  if (!(daysBetween(fresh.issue.createdAt, now) >= Math.max(policy.minimumAgeDays, floors.minimumAgeDays))) return cancel('too-young');
  return daysBetween(lastHumanAt(fresh), now) >= Math.max(policy.minimumIdleDays, floors.minimumIdleDays) ? undefined : cancel('recently-active');
}

function timeAnswer({ item, policy, usage }: CloseCheck, now: IsoTime): CloseAnswer | undefined {
  if (item.noticedAt === undefined || item.before === undefined) return hold('no-notice');
  const grace = Math.max(policy.graceDays, item.unattended ? UNATTENDED_FLOORS.graceDays : BOUNDS.graceDays.floor);
  if (!(daysBetween(item.noticedAt, now) >= grace)) return hold('grace');
  const quiet = quietReason(policy, now);
  if (quiet !== undefined) return hold(quiet);
  const cap = capReached(policy, usage, item.unattended);
  return cap === undefined ? undefined : hold(cap);
}

function hold(reason: (CloseAnswer & { kind: 'hold' })['reason']): CloseAnswer {
  return { kind: 'hold', reason };
}

function cancel(reason: (CloseAnswer & { kind: 'cancel' })['reason']): CloseAnswer {
  return { kind: 'cancel', reason };
}
