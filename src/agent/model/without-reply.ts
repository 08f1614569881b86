import type { NotAnalysed } from '../../domain/reading';
import type { ModelAnswer } from '../../ports/model';

/** A question asked this long ago will not be answered any more: the longest run of a job is 15 minutes. */
export const LOST_AFTER_MS = 30 * 60_000;
const WAIT_SECONDS = 60;
/** Forge delays a job at most this long. */
export const LONGEST_WAIT_SECONDS = 900;

/** How a run ended. `wait`: the provider asked for time, or is away; nothing that was not answered was lost. */
export type RunEnd = { readonly kind: 'done' } | { readonly kind: 'more' } | { readonly kind: 'stopped'; readonly because: 'over-budget' | 'off' | 'no-access' | 'other-model' } | { readonly kind: 'wait'; readonly seconds: number };

export type NoReply = Exclude<ModelAnswer<unknown>, { kind: 'reply' }>;

/** Why what was asked about is not analysed; undefined where nothing was answered and nothing paid: it goes back in the line. */
export function whyParked(answer: NoReply): NotAnalysed | undefined {
  if (answer.kind === 'refusal') return 'refused';
  // It was given no tools to look with.
  if (answer.kind === 'look') return 'wrong-shape';
  switch (answer.code) {
    case 'wrong-shape':
    case 'truncated':
    case 'too-large':
    case 'not-accepted':
      return answer.code;
    // May have been paid for: it is not asked again by itself.
    case 'lost':
      return 'answer-lost';
    case 'off':
    case 'over-budget':
    case 'no-access':
    // Every other question would be answered so too: until the right model answers, nothing is parked.
    case 'other-model':
    case 'unreachable':
    case 'rate-limited':
    case 'server-error':
      return undefined;
  }
}

/** Undefined where only this one had no reply and the run goes on. */
export function endOf(answer: NoReply): RunEnd | undefined {
  if (answer.kind !== 'failure') return undefined;
  switch (answer.code) {
    case 'off':
    case 'over-budget':
    case 'no-access':
    case 'other-model':
      return { kind: 'stopped', because: answer.code };
    case 'lost':
    case 'unreachable':
    case 'rate-limited':
    case 'server-error':
      return { kind: 'wait', seconds: Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil(answer.retryAfterSeconds ?? WAIT_SECONDS))) };
    case 'wrong-shape':
    case 'truncated':
    case 'too-large':
    case 'not-accepted':
      return undefined;
  }
}
