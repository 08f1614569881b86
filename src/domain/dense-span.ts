import { DAY_IN_MS, epochMs, isoDay, isoTime, type IsoDay, type IsoTime } from './time';

/** How much a source said on one day. */
export interface DayCount {
  readonly day: IsoDay;
  readonly signals: number;
}

export interface Span {
  readonly from: IsoTime;
  readonly to: IsoTime;
}

/** A shorter time without a row is a holiday or a quiet month. */
const LEAST_HOLE_DAYS = 56;
/** Half a year without a row says that two files have nothing between them, however much each of them holds. */
const BETWEEN_FILES_DAYS = 180;
/** A hole is none where others are a third as long: then that is how the rows come, for example once a quarter. */
const LONGER_THAN_USUAL = 3;
/** So many days with rows would have lain in it: with chance alone none of them does less than once in 160,000 times (Poisson, e⁻¹²). */
const MISSED_DAYS = 12;
/** What lies beyond a hole and is no more than this is a row out of place, not a part of the file. */
const FEW_SHARE = 0.05;
/** Of fewer rows one is no exception. */
const ENOUGH_FOR_ONE = 4;

/**
 * From when to when rows lie so densely that a time without any is silence: from the first moment of the first such day to the last of the last. A row
 * out of place (a typing error, an old case handed over late, a date in the future) does not stretch it, and of two files with nothing between them the
 * later one counts. Undefined without a row that was said by tomorrow.
 * @param days in order, each day once
 */
export function denseSpan(days: readonly DayCount[], now: IsoTime): Span | undefined {
  const tomorrow = isoDay(isoTime(epochMs(now) + DAY_IN_MS));
  const said = days.filter(({ day }) => day <= tomorrow);
  const body = laterFile(withoutOdd(said));
  const [first, last] = [body[0], body.at(-1)];
  return first === undefined || last === undefined ? undefined : { from: `${first.day}T00:00:00.000Z`, to: `${last.day}T23:59:59.999Z` };
}

/** Without the few rows before the first hole and after the last one; as few are left as that explains, for each end hides in the other's hole. */
function withoutOdd(days: readonly DayCount[]): readonly DayCount[] {
  const holes = days.flatMap((_, index) => (holeBefore(days, index) >= LEAST_HOLE_DAYS ? [index] : []));
  const begins = [0, ...holes.filter((index) => isFew(days.slice(0, index), days))].reverse();
  const ends = [...holes.filter((index) => isFew(days.slice(index), days)), days.length];
  for (const begin of begins) {
    for (const end of ends) {
      const body = days.slice(begin, end);
      const isOdd = (at: number): boolean => at === 0 || at === days.length || isHole(holeBefore(days, at), body);
      if (begin < end && isOdd(begin) && isOdd(end)) return body;
    }
  }
  return days;
}

/** What comes after the last hole that lies between two files. */
function laterFile(days: readonly DayCount[]): readonly DayCount[] {
  const at = days.findLastIndex((_, index) => {
    const hole = holeBefore(days, index);
    return hole >= BETWEEN_FILES_DAYS && hole > LONGER_THAN_USUAL * longestHole(days.slice(0, index)) && isHole(hole, days.slice(index));
  });
  return at === -1 ? days : days.slice(at);
}

/** Whether a time without rows is none that the rows on its one side let expect. */
function isHole(hole: number, beside: readonly DayCount[]): boolean {
  if (hole <= LONGER_THAN_USUAL * longestHole(beside)) return false;
  const [first, last] = [beside[0], beside.at(-1)];
  if (first === undefined || last === undefined) return false;
  return (beside.length / (daysFrom(first, last) + 1)) * hole >= MISSED_DAYS;
}

function isFew(some: readonly DayCount[], all: readonly DayCount[]): boolean {
  const [few, whole] = [rowsOf(some), rowsOf(all)];
  return few <= FEW_SHARE * whole || (few === 1 && whole >= ENOUGH_FOR_ONE);
}

function rowsOf(days: readonly DayCount[]): number {
  return days.reduce((sum, { signals }) => sum + signals, 0);
}

function longestHole(days: readonly DayCount[]): number {
  return days.reduce((longest, _, index) => (index === 0 ? 0 : Math.max(longest, holeBefore(days, index))), 0);
}

function holeBefore(days: readonly DayCount[], index: number): number {
  const [one, other] = [days[index - 1], days[index]];
  return one === undefined || other === undefined ? 0 : daysFrom(one, other);
}

function daysFrom(one: DayCount, other: DayCount): number {
  return Math.round((epochMs(other.day) - epochMs(one.day)) / DAY_IN_MS);
}
