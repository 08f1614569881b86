import { InvocationError, InvocationErrorCode } from '@forge/events';
import { AppError, TrackerFailure, TrackerRateLimited } from '../domain/errors';
import { jobOf } from '../platform/forge-queue';
import type { App } from '../app';

/** Forge waits at most this long before it tries again. */
const LONGEST_WAIT_SECONDS = 900;

/** Doubled with every try: what passes within minutes is caught, and the hourly round comes after that. */
const FIRST_WAIT_SECONDS = 30;

/** A quarter of an hour: longer than an installation takes. What Jira refuses then is refused, and the hourly round asks again. */
const TRIES_OF_A_REFUSAL = 5;

interface JobEvent {
  readonly body: unknown;
  readonly retryContext?: { readonly retryCount: number };
}

/** Runs one job. What may pass by itself is asked to be delivered again; what cannot is thrown, so that Forge counts it as failed. */
export function jobConsumer(app: App): (event: JobEvent) => Promise<unknown> {
  return async (event) => {
    const job = jobOf(event.body);
    try {
      await app.runJob(job);
      return undefined;
    } catch (error) {
      app.ports.logger.warn('job.failed', { job: job.name, code: error instanceof AppError ? error.code : 'unknown' });
      const tries = event.retryContext?.retryCount ?? 0;
      if (!(error instanceof AppError) || !error.retryable || (isRefusal(error) && tries >= TRIES_OF_A_REFUSAL)) throw error;
      const wait = error instanceof TrackerRateLimited ? error.retryAfterSeconds : FIRST_WAIT_SECONDS * 2 ** tries;
      return new InvocationError({ retryAfter: Math.min(wait, LONGEST_WAIT_SECONDS), retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST, retryData: {} });
    }
  };
}

function isRefusal(error: AppError): boolean {
  return error instanceof TrackerFailure && (error.status === 401 || error.status === 403);
}
