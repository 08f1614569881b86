import { epochMs, isoTime, WEEK_IN_MS, type IsoTime } from '../../../src/domain/time';

/** When the demo tenant begins: a Monday, 08:45. What is later than this arrives as the clock is moved. */
export const STARTS_AT: IsoTime = '2026-03-02T08:45:00.000Z';

/** Monday of the first week that anyone said anything. */
export const HISTORY_STARTS_AT: IsoTime = '2024-12-02T00:00:00.000Z';

/** Whole weeks before the week of `STARTS_AT`. */
export const HISTORY_WEEKS = 65;

/** Weeks that are still to come, counted from `STARTS_AT`. */
export const LATER_WEEKS = 4;
export const ARRIVALS_END: IsoTime = isoTime(epochMs(STARTS_AT) + LATER_WEEKS * WEEK_IN_MS);

/** All weeks that are written, the last ones only in part before `ARRIVALS_END`. */
export const WEEKS = HISTORY_WEEKS + LATER_WEEKS + 1;

/** Monday 00:00 of a week in milliseconds; 0 is the first. */
export function weekStartMs(week: number): number {
  return HISTORY_STARTS_MS + week * WEEK_IN_MS;
}

export function weekStart(week: number): IsoTime {
  return isoTime(weekStartMs(week));
}

/** The week of an instant; negative before the history. */
export function weekOf(at: IsoTime): number {
  return Math.floor((epochMs(at) - HISTORY_STARTS_MS) / WEEK_IN_MS);
}

const HISTORY_STARTS_MS = epochMs(HISTORY_STARTS_AT);
