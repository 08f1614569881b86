import { isoTime, type IsoTime } from '../domain/time';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** How Jira writes a time into an exported CSV: `30/Sep/21 17:20`, `30/Sep/21 5:20 PM`. */
const JIRA = /^(\d{1,2})\/([A-Z][a-z]{2})\/(\d{2}|\d{4}) (\d{1,2}):(\d{2})(?: (AM|PM))?$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MINUTE_IN_MS = 60_000;

/**
 * An instant from text: ISO 8601 (a day alone is its first moment), or the way Jira exports it. Without an offset it is UTC.
 * Undefined for anything else, also for a day that no calendar has (2025-02-30).
 */
export function readTime(text: string): IsoTime | undefined {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  if (iso !== null) return fromIso(iso);
  const jira = JIRA.exec(trimmed);
  return jira === null ? undefined : fromJira(jira);
}

function fromIso(parts: RegExpExecArray): IsoTime | undefined {
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = parts;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  const offset = offsetMinutes(zone);
  if (offset === undefined) return undefined;
  return instant([Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second), ms], offset);
}

function fromJira(parts: RegExpExecArray): IsoTime | undefined {
  const [, day, month = '', year = '', hour, minute, half] = parts;
  const written = Number(hour);
  if (half !== undefined && (written < 1 || written > 12)) return undefined;
  const hours = half === undefined ? written : (written % 12) + (half === 'PM' ? 12 : 0);
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  return instant([fullYear, MONTHS.indexOf(month) + 1, Number(day), hours, Number(minute), 0, 0], 0);
}

function offsetMinutes(zone: string): number | undefined {
  if (zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
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
