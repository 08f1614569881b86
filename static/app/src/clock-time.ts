import { formatDay, formatShortDay } from '../../../src/contract/format-sentence';

const DAY_IN_MS = 86_400_000;

/** The server's moment where it sends one, else the browser's: ages are judged by one clock. */
export const nowOf = (asOf: string | undefined): number => (asOf === undefined ? Date.now() : Date.parse(asOf));

/** More than a day since the evidence was derived. */
export function isStale(derivedAt: string | undefined, now: number): boolean {
  return derivedAt !== undefined && now - Date.parse(derivedAt) > DAY_IN_MS;
}

/** `08:12`, with the day before it when that is not today: `30 Jun, 20:04`. */
export function clockTime(at: string, now: number, timezone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: timezone }).format(new Date(at));
  const day = dayIn(at, timezone);
  const today = dayIn(new Date(now).toISOString(), timezone);
  if (day === today) return time;
  return `${day.slice(0, 4) === today.slice(0, 4) ? formatShortDay(day) : formatDay(day)}, ${time}`;
}

/** `today`, `yesterday`, `6 days ago`, `5 weeks ago`, `7 months ago`. */
export function ago(at: string, now: number): string {
  const days = Math.floor((now - Date.parse(at)) / DAY_IN_MS);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 21) return `${days} days ago`;
  if (days < 70) return `${Math.round(days / 7)} weeks ago`;
  const months = Math.round(days / 30.4);
  return months < 24 ? `${months} months ago` : `${Math.floor(days / 365)} years ago`;
}

function dayIn(at: string, timezone: string): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: timezone }).format(new Date(at));
}
