import type { Answer } from './request';

/** Jira's limits, from https://developer.atlassian.com/cloud/jira/platform/rate-limiting/. */
export interface LimitTable {
  /** Points an app may use an hour, across all its customers, until the hour ends (UTC). */
  readonly pointsPerHour: number;
  /** Calls a second per site, endpoint and method. */
  readonly burst: Readonly<Record<'GET' | 'POST' | 'PUT' | 'DELETE', number>>;
  /** Writes to one issue: so many within so many milliseconds. */
  readonly perIssueWrites: readonly { readonly writes: number; readonly withinMs: number }[];
}

/** As documented for an app of the first tier. */
export const DOCUMENTED_LIMITS: LimitTable = {
  pointsPerHour: 65_000,
  burst: { GET: 100, POST: 100, PUT: 50, DELETE: 50 },
  perIssueWrites: [
    { writes: 20, withinMs: 2_000 },
    { writes: 100, withinMs: 30_000 },
  ],
};

/** For trying things out on one machine: ten times as much. */
export const GENEROUS_LIMITS: LimitTable = {
  pointsPerHour: 650_000,
  burst: { GET: 1000, POST: 1000, PUT: 500, DELETE: 500 },
  perIssueWrites: DOCUMENTED_LIMITS.perIssueWrites.map((one) => ({ ...one, writes: one.writes * 10 })),
};

export interface Call {
  readonly tenant: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The route's address with its names, so that all issues share one bucket. */
  readonly route: string;
  /** Issue that a write goes to. */
  readonly issue?: string;
}

export interface Refusal {
  readonly reason: 'jira-quota-global-based' | 'jira-burst-based' | 'jira-per-issue-on-write';
  readonly retryAfterSeconds: number;
}

export interface Limiter {
  /** A refusal, or nothing; a call that passes counts. */
  admit(call: Call): Refusal | undefined;
  /** Adds what the answer cost: reads 1 and 1 per object and 2 per identity, writes 1. */
  charge(tenant: string, isRead: boolean, answer: Answer): void;
  headers(refusal?: Refusal): Readonly<Record<string, string>>;
  /** Points that a site used since it was last asked to forget. */
  points(tenant: string): number;
  forget(tenant: string): void;
  setTable(table: LimitTable): void;
}

const HOUR_IN_MS = 3_600_000;

/** @param now milliseconds of the machine's clock: limits are about real seconds, whatever the site's date is */
export function openLimiter(first: LimitTable, now: () => number): Limiter {
  let table = first;
  let hour = { start: 0, used: 0 };
  const used = new Map<string, number>();
  const calls = new Map<string, number[]>();
  const inHour = (): typeof hour => {
    const start = Math.floor(now() / HOUR_IN_MS) * HOUR_IN_MS;
    if (hour.start !== start) hour = { start, used: 0 };
    return hour;
  };
  const within = (key: string, ms: number): number[] => (calls.get(key) ?? []).filter((at) => at > now() - ms);
  return {
    admit({ tenant, method, route, issue }) {
      const toReset = Math.ceil((inHour().start + HOUR_IN_MS - now()) / 1000);
      if (inHour().used >= table.pointsPerHour) return { reason: 'jira-quota-global-based', retryAfterSeconds: toReset };
      const bucket = `${tenant} ${method} ${route}`;
      if (within(bucket, 1000).length >= table.burst[method]) return { reason: 'jira-burst-based', retryAfterSeconds: 1 };
      const writes = issue === undefined || method === 'GET' ? undefined : `${tenant} issue ${issue}`;
      const full = writes === undefined ? undefined : table.perIssueWrites.find((one) => within(writes, one.withinMs).length >= one.writes);
      if (full !== undefined) return { reason: 'jira-per-issue-on-write', retryAfterSeconds: Math.ceil(full.withinMs / 1000) };
      calls.set(bucket, [...within(bucket, 1000), now()]);
      if (writes !== undefined) calls.set(writes, [...within(writes, 30_000), now()]);
      return undefined;
    },
    charge(tenant, isRead, { objects = 0, identities = 0 }) {
      const cost = isRead ? 1 + objects + 2 * identities : 1;
      inHour().used += cost;
      used.set(tenant, (used.get(tenant) ?? 0) + cost);
    },
    headers(refusal) {
      const left = Math.max(0, table.pointsPerHour - inHour().used);
      const reset = Math.ceil((inHour().start + HOUR_IN_MS - now()) / 1000);
      const near = left < table.pointsPerHour * 0.2;
      return {
        'x-ratelimit-limit': String(table.pointsPerHour),
        'ratelimit-policy': `"global-app-quota";q=${table.pointsPerHour};w=3600`,
        // What is left is told only when four fifths are gone.
        ...(near ? { 'x-ratelimit-remaining': String(left), 'x-ratelimit-nearlimit': 'true', ratelimit: `"global-app-quota";r=${left};t=${reset}` } : {}),
        ...(refusal === undefined ? {} : { 'retry-after': String(refusal.retryAfterSeconds), 'ratelimit-reason': refusal.reason, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': new Date(now() + refusal.retryAfterSeconds * 1000).toISOString() }),
      };
    },
    points: (tenant) => used.get(tenant) ?? 0,
    forget: (tenant) => void used.delete(tenant),
    setTable(next) {
      table = next;
    },
  };
}
