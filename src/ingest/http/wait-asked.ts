import { epochMs, type IsoTime } from '../../domain/time';
import type { HttpAnswer } from '../../ports/http';

/** Without a usable header: a minute, the window of most vendors' limits. */
const UNSAID_SECONDS = 60;
const MOST_SECONDS = 3_600;

/**
 * How long an answer with 429 or 503 asks us to wait: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). Never less than a second,
 * never more than an hour: after that the source is asked again, once, and says so again if it means it.
 */
export function secondsAsked(answer: HttpAnswer, now: IsoTime): number {
  const header = answer.headers['retry-after']?.trim();
  if (header === undefined || header === '') return UNSAID_SECONDS;
  const seconds = /^[+-]?\d+(?:\.\d+)?$/.test(header) ? Number(header) : secondsUntil(header, answer.headers['date'], now);
  return Number.isFinite(seconds) ? Math.ceil(Math.min(Math.max(seconds, 1), MOST_SECONDS)) : UNSAID_SECONDS;
}

/** Measured by the source's own clock where it tells the time, for ours may differ. */
function secondsUntil(date: string, sourceNow: string | undefined, now: IsoTime): number {
  const from = sourceNow === undefined ? Number.NaN : Date.parse(sourceNow);
  return (Date.parse(date) - (Number.isNaN(from) ? epochMs(now) : from)) / 1000;
}
