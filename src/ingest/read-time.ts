import { isoTime, type IsoTime } from '../domain/time';

/** The year first, as spreadsheets write it: the order is one, with a clock of twelve hours or of twenty-four. */
const YEAR_FIRST = /^(\d{4})([/.])(\d{2})\2(\d{2})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?(AM|PM))?)?$/i;
/** ISO 8601 with a clock of twelve hours, which it does not know. */
const HALVES = /^(\d{4})(-)(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))? ?(AM|PM)$/i;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;
/** How Jira writes a time into an exported CSV: `30/Sep/21 17:20`, `30/Sep/21 5:20 PM`. */
const JIRA = /^(\d{1,2})\/([A-Z][a-z]{2})\/(\d{2}|\d{4}) (\d{1,2}):(\d{2})(?: (AM|PM))?$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MINUTE_IN_MS = 60_000;

/**
 * An instant from text: ISO 8601 (a day alone is its first moment), `2025/01/31` with a time if there is one, or the way Jira exports it. Without an offset it is UTC.
 * Undefined for anything else, also for a day that no calendar has (2025-02-30).
 */
export function readTime(text: string): IsoTime | undefined {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  if (iso !== null) return fromIso(iso);
  const parts = YEAR_FIRST.exec(trimmed) ?? HALVES.exec(trimmed);
  if (parts !== null) return fromYear(parts);
  const jira = JIRA.exec(trimmed);
  return jira === null ? undefined : fromJira(jira);
}

/** Which of the two numbers before the year is the day. */
export type DateOrder = 'day-first' | 'month-first';

/** `01/07/2025`, `1.7.2025 12:30`, `07/01/2025 12:30:15 PM`: which number is the month cannot be told from one of them, so whoever reads them says it. */
const WRITTEN = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?(AM|PM))?)?(?: (?:UTC|GMT))?$/i;

/**
 * An instant of a date as people and spreadsheets write it; UTC, for it names no zone. ISO 8601 is read too, which has one order only.
 * Undefined for anything else, also for a month 13.
 */
export function readWrittenTime(text: string, order: DateOrder): IsoTime | undefined {
  const parts = WRITTEN.exec(text.trim());
  if (parts === null) return readTime(text);
  const [, first, , second, year, hour = '0', minute = '0', seconds = '0', half] = parts;
  const hours = hourOf(Number(hour), half);
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return hours === undefined ? undefined : instant([Number(year), Number(month), Number(day), hours, Number(minute), Number(seconds), 0], 0);
}

/** The hour of a day; undefined where no clock of twelve hours shows it. */
function hourOf(written: number, half: string | undefined): number | undefined {
  if (half === undefined) return written;
  return written < 1 || written > 12 ? undefined : (written % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

function fromIso(parts: RegExpExecArray): IsoTime | undefined {
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = parts;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  const offset = offsetMinutes(zone);
  if (offset === undefined) return undefined;
  return instant([Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second), ms], offset);
}

function fromYear([, year, , month, day, hour = '0', minute = '0', second = '0', half]: RegExpExecArray): IsoTime | undefined {
  const hours = hourOf(Number(hour), half);
  return hours === undefined ? undefined : instant([Number(year), Number(month), Number(day), hours, Number(minute), Number(second), 0], 0);
}

function fromJira(parts: RegExpExecArray): IsoTime | undefined {
  const [, day, month = '', year = '', hour, minute, half] = parts;
  const hours = hourOf(Number(hour), half);
  if (hours === undefined) return undefined;
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  return instant([fullYear, MONTHS.indexOf(month) + 1, Number(day), hours, Number(minute), 0, 0], 0);
}

function offsetMinutes(zone: string): number | undefined {
  if (/^[a-z]/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

type Fields = readonly [year: number, month: number, day: number, hour: number, minute: number, second: number, ms: number];

/** The calendar says yes only when it gives back what was asked: Date moves February 30 into March. */
function instant([year, month, day, hour, minute, second, ms]: Fields, offset: number): IsoTime | undefined {
  if (year < 1 || hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second, ms));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const at = isoTime(date.getTime() - offset * MINUTE_IN_MS);
  return at.length === 24 ? at : undefined;
}
