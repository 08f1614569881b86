import { basicAuthorization, type Credentials } from './credentials';
import { jiraProblem, type RemoteAnswer } from './remote-answer';
import { readCapped, TooLarge } from './read-capped';

export interface RemoteCall {
  readonly method: 'GET' | 'POST';
  /** Path with query, from the root. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface RemoteLimits {
  /** One request, answer read to its end. */
  readonly timeoutMs: number;
  readonly maximumBytes: number;
  /** Waiting for the site in all, per call. A longer wait is the caller's to plan: it gets the 429. */
  readonly longestWaitMs: number;
}

/** A resolver call of the app has 25 s, and must still be able to answer. */
export const REMOTE_LIMITS: RemoteLimits = { timeoutMs: 15_000, maximumBytes: 20_000_000, longestWaitMs: 6_000 };

export interface RemoteOptions {
  readonly origin: string;
  readonly credentials: Credentials;
  readonly limits: RemoteLimits;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** 0 up to 1. */
  readonly random: () => number;
}

/** The site over HTTP. Never throws for what the site or the network does: that is an answer, in Jira's error shape. */
export interface RemoteJira {
  ask(call: RemoteCall): Promise<RemoteAnswer>;
}

const RETURNED = /^(?:content-type|retry-after|x-ratelimit-.*|ratelimit.*)$/;

export function openRemoteJira(options: RemoteOptions): RemoteJira {
  const { limits, now, sleep, random } = options;
  const authorization = basicAuthorization(options.credentials);
  // What one call is told holds for all of them: the limit is the token's.
  let pausedUntil = 0;
  const pauseFor = (seconds: number): void => {
    // Never earlier than told, and not all at the same moment.
    pausedUntil = Math.max(pausedUntil, now() + seconds * 1000 * (1 + 0.3 * random()));
  };
  return {
    async ask(call) {
      const deadline = now() + limits.longestWaitMs;
      for (let attempt = 0; ; attempt += 1) {
        if (pausedUntil > deadline) return toldToWait(Math.ceil((pausedUntil - now()) / 1000));
        if (pausedUntil > now()) await sleep(pausedUntil - now());
        const answer = await send(options, authorization, call);
        if (answer.status !== 429 && !(answer.status === 503 && answer.headers['retry-after'] !== undefined)) return answer;
        pauseFor(secondsOf(answer.headers['retry-after'], attempt));
      }
    },
  };
}

/** Without a word on how long: 1, 2, 4 … seconds. */
function secondsOf(header: string | undefined, attempt: number): number {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Math.max(1, Number(header)) : 2 ** Math.min(attempt, 6);
}

function toldToWait(seconds: number): RemoteAnswer {
  const answer = jiraProblem(429, 'The site asked to wait.');
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(Math.max(1, seconds)) } };
}

async function send({ origin, limits }: RemoteOptions, authorization: string, call: RemoteCall): Promise<RemoteAnswer> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const response = await fetch(new URL(origin + call.path), {
      method: call.method,
      headers: { accept: 'application/json', ...call.headers, authorization },
      redirect: 'manual',
      signal,
      ...(call.body === undefined ? {} : { body: call.body }),
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return jiraProblem(502, `The site answered with a redirect (${response.status}), which is not followed: the token goes to ${new URL(origin).host} only.`);
    }
    const headers = Object.fromEntries([...response.headers].filter(([name]) => RETURNED.test(name)));
    return { status: response.status, headers, body: await readCapped(response, limits.maximumBytes) };
  } catch (error) {
    if (error instanceof TooLarge) return jiraProblem(502, error.message);
    if (signal.aborted) return jiraProblem(504, `The site did not answer within ${limits.timeoutMs / 1000} s.`);
    // The cause's code says it (ENOTFOUND, ECONNREFUSED); the request and its headers stay out of it.
    const cause = error instanceof Error && typeof error.cause === 'object' && error.cause !== null && 'code' in error.cause ? String(error.cause.code) : 'no connection';
    return jiraProblem(502, `The site could not be reached: ${cause}.`);
  }
}
