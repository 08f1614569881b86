import { InvocationError, InvocationErrorCode } from '@forge/events';
import { InvocationFailed } from '../../../host/forge/invocations';
import { limitsWith } from '../../../host/forge/limits';
import { afterAnswer, afterFailure } from '../../../host/forge/queue/retry-policy';
import type { Work } from '../../../host/forge/queue/work-store';

const limits = limitsWith();
const HOUR = 3_600_000;
const work = (more: Partial<Work> = {}): Work => ({ id: 'w', tenant: 'north', kind: 'queue', module: 'm', body: {}, dueAt: 0, createdAt: 0, attempt: 0, ...more });
const failed = (reason: InvocationFailed['reason']): InvocationFailed => new InvocationFailed(reason, 'Error', 'why');

describe('what becomes of work', () => {
  it('is done after any answer but a request to be called again', () => {
    expect(afterAnswer(undefined, work(), 0, limits)).toEqual({ kind: 'done' });
    expect(afterAnswer({ _retry: 'yes' }, work(), 0, limits)).toEqual({ kind: 'done' });
  });

  it('comes again when the function asks, not sooner than a second, not later than the platform keeps it', () => {
    const ask = (retryAfter: number): unknown => new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
    expect(afterAnswer(ask(0.2), work(), 0, limits)).toMatchObject({ kind: 'again', afterMs: 1000 });
    expect(afterAnswer(ask(5000), work(), 0, limits)).toMatchObject({ kind: 'again', afterMs: 900_000 });
    expect(afterAnswer(ask(60), work(), 24 * HOUR - 59_000, limits)).toMatchObject({ kind: 'failed' });
    expect(afterAnswer(new InvocationError({ retryAfter: 1, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST, retryData: 'x'.repeat(5000) }), work(), 0, limits)).toMatchObject({ kind: 'failed' });
  });

  it('comes again after the app’s failures a few times, after the platform’s as long as it is kept', () => {
    const at = (attempt: number, reason: InvocationFailed['reason']): unknown => afterFailure(failed(reason), work({ attempt }), 0, limits);
    expect([0, 1, 2, 3].map((attempt) => at(attempt, 'APP_EXCEPTION'))).toMatchObject([1000, 2000, 4000, 8000].map((afterMs) => ({ kind: 'again', afterMs })));
    for (const reason of ['APP_EXCEPTION', 'FUNCTION_TIME_OUT', 'FUNCTION_OUT_OF_MEMORY'] as const) expect(at(4, reason)).toMatchObject({ kind: 'failed' });
    expect(at(40, 'FUNCTION_PLATFORM_UNKNOWN_ERROR')).toMatchObject({ kind: 'again', afterMs: 60_000 });
    expect(at(0, 'PAYLOAD_TOO_LARGE')).toMatchObject({ kind: 'failed' });
  });

  it('is not repeated for scheduled runs, nor for a trigger that threw', () => {
    expect(afterFailure(failed('FUNCTION_TIME_OUT'), work({ kind: 'schedule' }), 0, limits)).toMatchObject({ kind: 'failed' });
    expect(afterAnswer(new InvocationError(), work({ kind: 'schedule' }), 0, limits)).toMatchObject({ kind: 'failed' });
    expect(afterFailure(failed('APP_EXCEPTION'), work({ kind: 'trigger' }), 0, limits)).toMatchObject({ kind: 'failed' });
    expect(afterFailure(failed('FUNCTION_PLATFORM_UNKNOWN_ERROR'), work({ kind: 'trigger' }), 0, limits)).toMatchObject({ kind: 'again' });
  });
});
