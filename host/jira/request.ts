import { z } from 'zod';
import type { Caller } from './access/caller';
import type { Sight } from './access/sight';
import { JiraError } from './errors';
import type { Tenant } from './state/tenant';

/** One call, its caller and site known, its address matched. */
export interface JiraRequest {
  readonly tenant: Tenant;
  readonly caller: Caller;
  readonly sight: Sight;
  /** Named parts of the address, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Address with query, for `self` of a page. */
  readonly url: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** What the answer cost in objects (issues, projects, …) and identities (users, permissions). */
  readonly objects?: number;
  readonly identities?: number;
}

export type Endpoint = (request: JiraRequest) => Answer | Promise<Answer>;

export function ok(body: unknown, objects = 1, identities = 0): Answer {
  return { status: 200, body, objects, identities };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export const NO_CONTENT: Answer = { status: 204 };

/** The body as an endpoint needs it. @throws JiraError 400 naming the first field that is wrong */
export function bodyAs<Schema extends z.ZodType>(schema: Schema, request: JiraRequest): z.output<Schema> {
  const result = schema.safeParse(request.body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw field === '' ? new JiraError(400, [`Invalid request payload: ${issue?.message ?? 'not readable'}`]) : new JiraError(400, [], { [field]: issue?.message ?? 'not readable' });
}

/** @throws JiraError 400 when it is no whole number */
export function wholeNumber(query: URLSearchParams, name: string, otherwise: number, most: number): number {
  const text = query.get(name);
  if (text === null || text === '') return otherwise;
  if (!/^\d+$/.test(text)) throw new JiraError(400, [`Query parameter '${name}' should be a number.`]);
  return Math.min(Number(text), most);
}

/** A parameter given once with commas, several times, or both. */
export function listed(query: URLSearchParams, name: string): readonly string[] {
  return query.getAll(name).flatMap((one) => one.split(',')).map((one) => one.trim()).filter((one) => one !== '');
}

/** A page of rows counted by `startAt`, as most of Jira's lists. */
export function pageOf(request: JiraRequest, rows: readonly unknown[], otherwise = 50): { readonly self: string; readonly maxResults: number; readonly startAt: number; readonly total: number; readonly isLast: boolean; readonly nextPage?: string; readonly values: readonly unknown[] } {
  const startAt = wholeNumber(request.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
  const maxResults = wholeNumber(request.query, 'maxResults', otherwise, 1000);
  const values = rows.slice(startAt, startAt + maxResults);
  const isLast = startAt + values.length >= rows.length;
  const self = new URL(request.url, request.tenant.baseUrl);
  const next = new URL(self);
  next.searchParams.set('startAt', String(startAt + maxResults));
  return { self: self.href, ...(isLast ? {} : { nextPage: next.href }), maxResults, startAt, total: rows.length, isLast, values };
}
