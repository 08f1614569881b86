import { epochMs } from '../domain/time';
import type { Moment } from '../ports/outcome-store';

/** Where and until when an account was heard or seen, over every source of the product and not those of one contract alone. */
export interface AccountTrail {
  /** Milliseconds. */
  readonly lastAt: number;
  readonly sources: ReadonlySet<string>;
}

/** Trails by account. Hidden signals leave none: nothing may be derived from them, not even that somebody is still there. */
export function accountTrails(moments: readonly Moment[]): ReadonlyMap<string, AccountTrail> {
  const trails = new Map<string, { lastAt: number; readonly sources: Set<string> }>();
  for (const { account, visibility, at, source } of moments) {
    if (account === undefined || visibility === 'hidden') continue;
    const trail = trails.get(account) ?? { lastAt: 0, sources: new Set<string>() };
    trail.lastAt = Math.max(trail.lastAt, epochMs(at));
    trail.sources.add(source);
    trails.set(account, trail);
  }
  return trails;
}
