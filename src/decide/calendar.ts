import type { Policy } from '../domain/policy';
import { epochMs, type IsoTime } from '../domain/time';
import { zoneFormatter } from './zone';

/** Nothing is closed from Friday on: nobody is there to say no. */
const OPEN_DAYS: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu'];
const OFFICE = { from: 9, to: 17 } as const;

export type Quiet = 'weekend' | 'out-of-hours' | 'freeze' | undefined;

/** Why nothing may be closed at this moment, read in the project's own time zone; undefined when it may. */
export function quietReason(policy: Policy, now: IsoTime): Quiet {
  const at = epochMs(now);
  if (policy.freezes.some((freeze) => at >= epochMs(freeze.from) && at < epochMs(freeze.to))) return 'freeze';
  const clock = zoneFormatter(policy.timeZone);
  // A clock that cannot be read is a closed office.
  if (clock === undefined || Number.isNaN(at)) return 'out-of-hours';
  const [weekday = '', hourText = '-1'] = clock.format(at).split(/,? /);
  if (!OPEN_DAYS.includes(weekday)) return 'weekend';
  const hour = Number(hourText);
  return hour >= OFFICE.from && hour < OFFICE.to ? undefined : 'out-of-hours';
}
