const MOST_MS = 60_000;

/** By how many whole seconds our clock is ahead of this computer's; 0 where they agree to the minute. `asOf`: our time, just told. */
export function clockAhead(asOf: string, nowMs: number): number {
  const ahead = Date.parse(asOf) - nowMs;
  return Math.abs(ahead) <= MOST_MS ? 0 : Math.round(ahead / 1000);
}
