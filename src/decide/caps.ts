import type { Policy } from '../domain/policy';
import { UNATTENDED_SHARES } from './policy-bounds';

/** Closes so far, and how much there is to close from. */
export interface Usage {
  readonly inRun: number;
  readonly inProjectToday: number;
  readonly unattendedInProjectToday: number;
  readonly unattendedOnSiteThisWeek: number;
  readonly openInProject: number;
  readonly openOnSite: number;
}

export type Cap = 'run-cap' | 'daily-cap' | 'daily-share' | 'weekly-share';

/**
 * The cap that forbids one more close; undefined when none does. Run and day bind every close; the shares of the open items bind what no
 * person approved one by one (a small project may still close one a day).
 */
export function capReached(policy: Policy, usage: Usage, unattended: boolean): Cap | undefined {
  if (usage.inRun >= policy.runCap) return 'run-cap';
  if (usage.inProjectToday >= policy.dailyCap) return 'daily-cap';
  if (!unattended) return undefined;
  if (usage.unattendedInProjectToday >= atLeastOne(UNATTENDED_SHARES.day * usage.openInProject)) return 'daily-share';
  return usage.unattendedOnSiteThisWeek >= atLeastOne(UNATTENDED_SHARES.week * usage.openOnSite) ? 'weekly-share' : undefined;
}

function atLeastOne(share: number): number {
  return Math.max(1, Math.floor(share));
}
