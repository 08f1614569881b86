import type { AdoptionRule } from '../domain/outcome';
import { DAY_IN_MS } from '../domain/time';
import { isAtLeast, parseVersion } from './version-order';
import type { MomentIndex } from './moment-index';

/** Fewer versioned signals in a week than this say nothing about the share. */
const LEAST_VERSIONED = 10;
const WINDOW_DAYS = 7;

/** When the gap ends, or that most customers never got the release. */
export type Adoption = { readonly kind: 'adopted'; readonly at: number; readonly by: AdoptionRule['kind'] } | { readonly kind: 'not-adopted' };

/**
 * The first day from the second on which, over the seven days up to it, the frozen share of versioned signals came from the release or a later one.
 * Without enough versioned signals the fixed time of the rule is taken. Judged only from what was said before `until`.
 */
export function findAdoption(rule: AdoptionRule, releasedAt: number, index: MomentIndex, until: number): Adoption {
  if (rule.kind === 'days') return { kind: 'adopted', at: releasedAt + rule.days * DAY_IN_MS, by: 'days' };
  const daily = dailyVersions(rule.version, releasedAt, index, until, rule.atMostDays);
  let mostSeen = 0;
  for (let day = 1; day <= rule.atMostDays; day += 1) {
    const recent = daily.slice(Math.max(0, day - WINDOW_DAYS), day);
    const known = recent.reduce((sum, one) => sum + one.known, 0);
    const has = recent.reduce((sum, one) => sum + one.has, 0);
    mostSeen = Math.max(mostSeen, known);
    if (known >= LEAST_VERSIONED && has / known >= rule.share) return { kind: 'adopted', at: releasedAt + day * DAY_IN_MS, by: 'version-share' };
  }
  return mostSeen < LEAST_VERSIONED ? { kind: 'adopted', at: releasedAt + rule.elseDays * DAY_IN_MS, by: 'days' } : { kind: 'not-adopted' };
}

function dailyVersions(version: string, releasedAt: number, index: MomentIndex, until: number, days: number): { known: number; has: number }[] {
  const wanted = parseVersion(version);
  const daily = Array.from({ length: days }, () => ({ known: 0, has: 0 }));
  index.moments.forEach((moment, row) => {
    const at = index.at[row] ?? Number.NaN;
    const day = daily[Math.floor((at - releasedAt) / DAY_IN_MS)];
    const said = moment.version === undefined ? undefined : parseVersion(moment.version);
    if (day === undefined || said === undefined || wanted === undefined || at >= until) return;
    day.known += 1;
    if (isAtLeast(said, wanted)) day.has += 1;
  });
  return daily;
}
