import { denseSpan, type DayCount } from './dense-span';
import { DAY_IN_MS, daysBetween, epochMs, isoDay, isoTime, type IsoTime } from './time';

/** Of what is handed in: the time of which it holds what was said. Rows of other times are kept, and say nothing of their time. */
export interface HeldTime {
  readonly from: IsoTime;
  /** Absent for a sender, which goes on. */
  readonly to?: IsoTime;
}

/** The same as an admin says it. */
export interface HeldWord extends HeldTime {
  /** Of the time before nothing is missing. */
  readonly isNothingBefore?: true;
}

/**
 * The time that a source's files hold: as far as their rows lie densely; where an admin said it, that, and on from there as far as later rows lie densely.
 * Undefined while there is neither.
 * @param days of all that is stored of the source, in order
 */
export function heldByFiles(days: readonly DayCount[], word: HeldWord | undefined, now: IsoTime): HeldTime | undefined {
  if (word?.to === undefined) return denseSpan(days, now);
  const { from, to } = word;
  const inside = days.filter(({ day }) => day >= isoDay(from) && day <= isoDay(to));
  // Nothing is missing in it, so it has no holes: days at the pace of its rows stand for that.
  const pace = Math.max(1, Math.round(daysBetween(from, to) / (inside.length + 1)));
  const whole = new Map<string, DayCount>();
  for (let at = epochMs(to); at >= epochMs(from); at -= pace * DAY_IN_MS) whole.set(isoDay(isoTime(at)), { day: isoDay(isoTime(at)), signals: 0 });
  for (const one of days) if (one.day >= isoDay(from)) whole.set(one.day, one);
  const dense = denseSpan([...whole.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), now);
  if (dense === undefined || isoDay(dense.to) <= isoDay(to)) return { from, to };
  // Rows far behind the time that was said begin anew.
  return dense.from > to ? dense : { from, to: dense.to };
}
