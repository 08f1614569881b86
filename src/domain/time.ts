/** An instant as ISO 8601 in UTC with milliseconds, e.g. `2025-07-01T00:00:00.000Z`. Sorts as text. */
export type IsoTime = string;

/** A calendar day in UTC, `YYYY-MM-DD`. */
export type IsoDay = string;

export const DAY_IN_MS = 86_400_000;
export const WEEK_IN_MS = 7 * DAY_IN_MS;

/** The instant as milliseconds since 1970; NaN for text that is no date. */
export function epochMs(at: IsoTime): number {
  return Date.parse(at);
}

/** The canonical form of an instant. @throws RangeError when the number is no date. */
export function isoTime(ms: number): IsoTime {
  return new Date(ms).toISOString();
}

export function isoDay(at: IsoTime): IsoDay {
  return at.slice(0, 10);
}

/** Whole and part days from one instant to a later one (negative when it is earlier). */
export function daysBetween(from: IsoTime, to: IsoTime): number {
  return (epochMs(to) - epochMs(from)) / DAY_IN_MS;
}

/** Start of the 7-day week that ends at `end`, counted back: index 0 is the oldest of `weeks`. -1 when outside. */
export function weekIndex(at: IsoTime, end: IsoTime, weeks: number): number {
  const back = Math.floor((epochMs(end) - epochMs(at)) / WEEK_IN_MS);
  return back < 0 || back >= weeks ? -1 : weeks - 1 - back;
}
