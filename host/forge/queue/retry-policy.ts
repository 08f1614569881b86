import { z } from 'zod';
import type { InvocationFailed } from '../invocations';
import type { Limits } from '../limits';
import type { Work } from './work-store';

/** What a function returns to be called again: `new InvocationError()` arrives as this plain object. */
const AskedAgain = z.looseObject({
  _retry: z.literal(true),
  retryOptions: z.looseObject({ retryAfter: z.number().optional(), retryReason: z.string().optional(), retryData: z.unknown().optional() }).default({}),
});

export type Verdict =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'again'; readonly afterMs: number; readonly reason: string; readonly data?: unknown };

/** After an answer: done, unless the function asked to be called again and may be. */
export function afterAnswer(value: unknown, work: Work, now: number, limits: Limits): Verdict {
  const asked = AskedAgain.safeParse(value);
  if (!asked.success) return { kind: 'done' };
  if (work.kind === 'schedule') return { kind: 'failed', why: 'a scheduled run is not repeated' };
  if (work.kind === 'trigger' && work.attempt >= limits.queueFailureRetries) return { kind: 'failed', why: `asked again after ${work.attempt} repetitions` };
  const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = asked.data.retryOptions;
  if (Buffer.byteLength(JSON.stringify(retryData) ?? '') > limits.queueRetryDataBytes) return { kind: 'failed', why: `retryData is larger than ${limits.queueRetryDataBytes} bytes` };
  return within(work, now, limits, { kind: 'again', afterMs: Math.min(Math.max(retryAfter, 1), limits.queueDelaySeconds) * 1000, reason: retryReason, data: retryData });
}

/** After no answer. A lost process is the platform's own fault and is made good for as long as the event is kept; the app's failures are repeated a few times. */
export function afterFailure(failure: InvocationFailed, work: Work, now: number, limits: Limits): Verdict {
  const isPlatform = failure.reason === 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
  const why = `${failure.reason}: ${failure.message}`;
  if (work.kind === 'schedule' || failure.reason === 'PAYLOAD_TOO_LARGE') return { kind: 'failed', why };
  if (work.kind === 'trigger' && failure.reason === 'APP_EXCEPTION') return { kind: 'failed', why };
  if (!isPlatform && work.attempt >= limits.queueFailureRetries) return { kind: 'failed', why };
  const reason = failure.reason === 'APP_EXCEPTION' ? 'FUNCTION_PLATFORM_UNKNOWN_ERROR' : failure.reason;
  return within(work, now, limits, { kind: 'again', afterMs: Math.min(2 ** work.attempt, limits.queueBackoffMaximumSeconds) * 1000, reason });
}

function within(work: Work, now: number, limits: Limits, again: Extract<Verdict, { kind: 'again' }>): Verdict {
  const until = work.createdAt + limits.queueRetentionHours * 3_600_000;
  return now + again.afterMs > until ? { kind: 'failed', why: `kept for ${limits.queueRetentionHours} hours: ${again.reason}` } : again;
}
