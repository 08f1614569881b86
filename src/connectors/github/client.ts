import { Octokit } from '@octokit/core';
import { throttling } from '@octokit/plugin-throttling';
import { z } from 'zod';
import { SourceError, SourceForbidden, SourceNotThere, SourceRateLimited, SourceRefused, SourceUnauthorised, SourceUnreachable, SourceUnreadable } from '../../domain/source-errors';
import type { Ask } from '../../ports/connector';
import type { SourceHttp } from '../../ports/http';
import { isAboutMissing } from './canaries';
import { credentialsOf } from './credentials';

export const HOST = 'api.github.com';
const VERSION = '2022-11-28';
/** More than any page of a hundred issues or comments: a body has at most 65,536 characters, each of at most four bytes. */
const PAGE_BYTES = 28_000_000;

const Client = Octokit.plugin(throttling);

export interface GitHub {
  /** @throws SourceError */
  readonly get: (route: string, parameters: Readonly<Record<string, string | number>>) => Promise<unknown>;
  /** @throws SourceError */
  readonly graphql: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

/**
 * Octokit over our own way out: hosts are checked and answers capped by the edge, and GitHub's primary and secondary limits are read by
 * Octokit's throttling plugin. When it says wait, we stop and come back later instead of waiting inside a function that is paid by the second.
 * Passing failures are tried again by the edge, as for every source: a second retry around it would only multiply the requests.
 */
export function openGitHub(ask: Ask): GitHub {
  const open = OPEN.get(ask.http) ?? makeClient(ask);
  OPEN.set(ask.http, open);
  return open;
}

/** One client a run: an app's hourly token is asked for once, and forgotten with the run. */
const OPEN = new WeakMap<SourceHttp, GitHub>();

/**
 * The plugin waits a second between requests by POST, as GitHub asks of those that change something. Ours change nothing: questions in GraphQL are asked by
 * POST too, and the edge keeps the pace of all of them.
 * @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */
const NO_WRITES: object = { write: { key: () => ({ schedule: (_options: unknown, run: () => unknown) => run() }) } };

function makeClient(ask: Ask): GitHub {
  const credentials = credentialsOf(ask);
  if ('problem' in credentials) throw new SourceUnauthorised(credentials.problem);
  const waits: number[] = [];
  const noteWait = (seconds: number): false => (waits.push(seconds), false);
  const client = new Client({
    ...credentials,
    userAgent: 'resurface',
    request: { fetch: fetchThrough(ask.http) },
    // A name of its own: under a common one the plugin would let one site's requests wait for another's in the same warm process.
    throttle: { id: crypto.randomUUID(), onRateLimit: noteWait, onSecondaryRateLimit: noteWait, ...NO_WRITES },
  });
  const translated = async <Answer>(what: string, send: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await send();
    } catch (error) {
      throw translate(error, what, waits.splice(0).at(-1));
    }
  };
  return {
    get: (route, parameters) => translated(route, async () => (await client.request(`GET ${route}`, { ...parameters, headers: { 'x-github-api-version': VERSION } })).data as unknown),
    graphql: (query, variables) => translated('discussions', async () => {
      try {
        return await client.graphql<unknown>(query, variables);
      } catch (error) {
        const beside = GraphqlErrors.safeParse(error);
        if (isGraphqlError(error) && beside.success && isAboutMissing(beside.data.errors)) return beside.data.data;
        throw error;
      }
    }),
  };
}

function translate(error: unknown, what: string, waitSeconds: number | undefined): unknown {
  // What the edge threw comes back wrapped as a failure of GitHub's.
  if (error instanceof Error && error.cause instanceof SourceError) return error.cause;
  const status = typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  if (waitSeconds !== undefined && (status === undefined || status === 403 || status === 429)) return new SourceRateLimited(Math.max(1, Math.ceil(waitSeconds)), { cause: error });
  switch (status) {
    case undefined:
      return isGraphqlError(error) ? new SourceRefused(200, `GitHub could not answer: ${what}`, { cause: error }) : error;
    case 401:
      return new SourceUnauthorised('GitHub does not accept the token: it is wrong, expired or revoked', { cause: error });
    case 403:
      return new SourceForbidden(`the token may not read ${what}`, { cause: error });
    case 404:
    case 410:
      return new SourceNotThere(`${what}: not there, made private, or not visible to this token`, { cause: error });
    default:
      return status >= 500 ? new SourceUnreachable(`GitHub failed with ${status}`, { cause: error }) : new SourceRefused(status, `GitHub refused ${what} (${status})`, { cause: error });
  }
}

/** What Octokit throws where an answer has errors beside its data. */
const GraphqlErrors = z.object({ data: z.unknown(), errors: z.array(z.object({ type: z.unknown(), path: z.array(z.unknown()).optional() })) });

function isGraphqlError(error: unknown): boolean {
  return error instanceof Error && error.name === 'GraphqlResponseError';
}

/** What Octokit takes for `fetch`: one request of the edge. */
function fetchThrough(http: SourceHttp): (url: string, init: RequestInit) => Promise<Response> {
  return async (url, init) => {
    const headers = Object.fromEntries(new Headers(init.headers).entries());
    const body: unknown = typeof init.body === 'string' ? parseBody(init.body) : undefined;
    const answer = await http.send(url, { method: init.method === 'POST' ? 'POST' : 'GET', headers, maxBytes: PAGE_BYTES, ...(body === undefined ? {} : { body }) });
    const type = answer.headers['content-type'] ?? '';
    if (answer.status < 300 && answer.status !== 204 && !type.includes('json')) throw new SourceUnreadable(`an answer of type ${type === '' ? '(none)' : type} instead of JSON`);
    return new Response(answer.status === 204 || answer.status === 304 ? null : answer.text, { status: answer.status, headers: new Headers({ ...answer.headers }) });
  };
}

function parseBody(body: string): unknown {
  return JSON.parse(body);
}
