import api, { type Route } from '@forge/api';
import type { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { TrackerFailure, TrackerRateLimited } from '../../domain/errors';

export type Actor = 'app' | 'user';

interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
}

/** What Jira answered, status included, for callers to whom a refusal means something. @throws TrackerRateLimited TrackerFailure on 5xx */
export async function askJira(actor: Actor, path: Route, ask: Ask = {}): Promise<{ status: number; body: unknown }> {
  const response = await (actor === 'app' ? api.asApp() : api.asUser()).requestJira(path, {
    method: ask.method ?? 'GET',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
  });
  if (response.status === 429) {
    throw new TrackerRateLimited(secondsToWait(response.headers.get('retry-after')), response.headers.get('ratelimit-reason') ?? 'unknown');
  }
  const text = await response.text();
  if (response.status >= 500) throw new TrackerFailure(response.status, true, `Jira answered ${response.status}`);
  return { status: response.status, body: readJson(response.status, text) };
}

/** A successful answer of the given shape. @throws TrackerFailure TrackerRateLimited BadInput */
export async function fetchJira<Schema extends z.ZodType>(actor: Actor, path: Route, schema: Schema, ask: Ask = {}): Promise<z.output<Schema>> {
  const { status, body } = await askJira(actor, path, ask);
  return parseJira(actor, status, body, schema);
}

/**
 * The answer in the given shape, or the refusal as a failure. A refusal of the app itself may pass: after an installation Jira takes minutes
 * to grant the app's account its rights. @throws TrackerFailure BadInput
 */
export function parseJira<Schema extends z.ZodType>(actor: Actor, status: number, body: unknown, schema: Schema): z.output<Schema> {
  if (status >= 400) throw new TrackerFailure(status, actor === 'app' && (status === 401 || status === 403), `Jira answered ${status}${reasonOf(body)}`);
  return parseAt('jira', schema, body);
}

/** Jira's own words about a refused request; they name fields and parameters, never the content of an issue. */
function reasonOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('errorMessages' in body) || !Array.isArray(body.errorMessages)) return '';
  const [first] = body.errorMessages;
  return typeof first === 'string' ? `: ${first.slice(0, 200)}` : '';
}

function readJson(status: number, text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    // An HTML page with status 200 is a failure, not an empty answer.
    throw new TrackerFailure(status, true, 'Jira answered something that is not JSON', { cause: error });
  }
}

/** Between 1 second and an hour, whatever the header says. */
function secondsToWait(header: string | null): number {
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) : 60;
}
