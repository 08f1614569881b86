import { SourceRateLimited } from '../../domain/source-errors';
import type { Clock } from '../../ports/clock';
import type { Pace } from '../../ports/connector';
import type { Sleep } from '../../ports/sleep';

/** A longer wait than this ends the run: the next one begins when the whole window is over. */
const PATIENCE_MS = 90_000;

/**
 * Waits until one more request keeps all paces: in any window no more requests than allowed.
 * @returns a function to call before each request; it throws SourceRateLimited where the wait is too long to sit out
 */
export function keepPace(paces: readonly Pace[], clock: Pick<Clock, 'monotonicMs'>, sleep: Sleep): () => Promise<void> {
  const sent: number[] = [];
  const longest = Math.max(...paces.map((pace) => pace.perSeconds)) * 1000;
  return async () => {
    for (;;) {
      const now = clock.monotonicMs();
      while (sent[0] !== undefined && sent[0] <= now - longest) sent.shift();
      const wait = Math.max(0, ...paces.map((pace) => waitFor(pace, sent, now)));
      if (wait === 0) break;
      if (wait > PATIENCE_MS) throw new SourceRateLimited(longest / 1000);
      await sleep(wait);
    }
    sent.push(clock.monotonicMs());
  };
}

function waitFor({ requests, perSeconds }: Pace, sent: readonly number[], now: number): number {
  const earliest = sent[sent.length - requests];
  return earliest === undefined ? 0 : Math.max(0, Math.ceil(earliest + perSeconds * 1000 - now));
}
