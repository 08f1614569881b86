import { SourceBudgetSpent } from '../../domain/source-errors';
import type { Clock } from '../../ports/clock';
import type { Pace } from '../../ports/connector';
import type { Sleep } from '../../ports/sleep';

/** A longer wait than this ends the run. */
const PATIENCE_MS = 90_000;
/** A run that waits for so long begins with at least this share of what is allowed. */
const WORTH_WAKING = 0.25;

/** Something that was sent: when, by the monotonic clock, and how much of what is allowed it was. */
export interface Sent {
  readonly atMs: number;
  amount: number;
}

export interface Gate {
  readonly pace: Pace;
  /** What was sent before this run, oldest first. */
  readonly earlier?: readonly Sent[];
}

/**
 * Waits until one more request keeps all paces: in any window no more than allowed, earlier runs included.
 * @returns a function to call before each request, with what it notes of it; it throws SourceBudgetSpent where the wait is too long to sit out
 */
export function keepPace(gates: readonly Gate[], clock: Pick<Clock, 'monotonicMs'>, sleep: Sleep): () => Promise<Sent> {
  const each = Math.max(1, ...gates.map(({ pace }) => pace.each ?? 1));
  const open = gates.map(({ pace, earlier = [] }) => ({ pace, sent: [...earlier] }));
  return async () => {
    for (;;) {
      const now = clock.monotonicMs();
      const wait = Math.max(0, ...open.map(({ pace, sent }) => waitFor(pace, sent, now, each)));
      if (wait === 0) break;
      if (wait > PATIENCE_MS) throw new SourceBudgetSpent(Math.ceil(Math.max(...open.map(({ pace, sent }) => waitFor(pace, sent, now, Math.max(each, pace.requests * WORTH_WAKING)))) / 1000));
      await sleep(wait);
    }
    const sent = { atMs: clock.monotonicMs(), amount: each };
    for (const gate of open) gate.sent.push(sent);
    return sent;
  };
}

/** Until so much more fits into the window. */
function waitFor({ requests, perSeconds }: Pace, sent: Sent[], now: number, more: number): number {
  const length = perSeconds * 1000;
  while (sent[0] !== undefined && sent[0].atMs <= now - length) sent.shift();
  let inWindow = sent.reduce((sum, one) => sum + one.amount, 0);
  for (const one of sent) {
    if (inWindow + more <= requests) break;
    inWindow -= one.amount;
    if (inWindow + more <= requests) return Math.max(1, Math.ceil(one.atMs + length - now));
  }
  return 0;
}
