/** Requests that one process lets through to the store, by site. */
export interface Gate {
  /** `over-limit`: more a second than the store takes; `busy`: too many under way. Else what to call when the request is done. */
  enter(site: string, nowMs: number): (() => void) | 'over-limit' | 'busy';
}

/** Forge SQL takes 150 changes a second of one site; some of them belong to reading and judging. */
export const REQUESTS_PER_SECOND = 90;
const BURST = 45;
/** More at once would wait longer for the store than a sender waits for an answer. */
const MOST_UNDER_WAY = 48;
const IDLE_MS = 60_000;

interface Bucket {
  tokens: number;
  at: number;
  underWay: number;
}

/**
 * A token bucket a site, and a bound on what is under way. It lives in one process and holds numbers only: a warm process may serve
 * another site next, which has a bucket of its own; several processes let more through, and then the store itself says no.
 */
export function newGate(perSecond = REQUESTS_PER_SECOND): Gate {
  const buckets = new Map<string, Bucket>();
  return {
    enter(site, nowMs) {
      for (const [name, one] of buckets) if (name !== site && one.underWay === 0 && nowMs - one.at > IDLE_MS) buckets.delete(name);
      const bucket = buckets.get(site) ?? { tokens: BURST, at: nowMs, underWay: 0 };
      buckets.set(site, bucket);
      bucket.tokens = Math.min(BURST, bucket.tokens + (Math.max(0, nowMs - bucket.at) / 1000) * perSecond);
      bucket.at = nowMs;
      if (bucket.underWay >= MOST_UNDER_WAY) return 'busy';
      if (bucket.tokens < 1) return 'over-limit';
      bucket.tokens -= 1;
      bucket.underWay += 1;
      return () => void (bucket.underWay -= 1);
    },
  };
}
