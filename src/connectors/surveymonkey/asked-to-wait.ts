import type { HttpAnswer } from '../../ports/http';

const DAY_SECONDS = 86_400;
/** The longer window first: where the day is spent, the minute says little. */
const WINDOWS = ['day', 'minute'] as const;

/** Seconds until SurveyMonkey answers again, which it says in headers of its own, per minute and per day. https://api.surveymonkey.com/v3/docs#headers */
export function askedToWait({ status, headers }: Pick<HttpAnswer, 'status' | 'headers'>): number | undefined {
  if (status !== 429) return undefined;
  const told = (name: string): number => Number(headers[`x-ratelimit-app-global-${name}`] ?? Number.NaN);
  const spent = WINDOWS.find((window) => told(`${window}-remaining`) <= 0);
  const seconds = spent === undefined ? Number.NaN : told(`${spent}-reset`);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(Math.min(seconds, DAY_SECONDS)) : undefined;
}
