import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { callerOf } from './access/caller';
import { sightOf } from './access/sight';
import { JiraError } from './errors';
import type { Fault, Faults } from './faults';
import type { Limiter, Refusal } from './rate-limits';
import type { Answer } from './request';
import { match } from './router';
import type { Tenant } from './state/tenant';

export interface Backend {
  readonly tenant: (name: string) => Tenant | undefined;
  readonly faults: Faults;
  readonly limiter: Limiter;
}

const MAX_BODY_BYTES = 5_000_000;

export function openServer(backend: Backend): Server {
  return createServer((request, response) => {
    serve(backend, request, response).catch((error: unknown) => {
      // A defect of the emulator: say it where it is seen, and fail the call.
      process.emitWarning(error instanceof Error ? error : String(error));
      if (!response.headersSent) send(response, { status: 500, body: problem(new JiraError(500, [`The emulated Jira failed: ${String(error)}`])) }, {});
      else response.destroy();
    });
  });
}

async function serve({ tenant: find, faults, limiter }: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://jira.local');
  const method = request.method ?? 'GET';
  const name = String(request.headers['x-emulated-tenant'] ?? '');
  const tenant = find(name);
  if (tenant === undefined) return send(response, { status: 404, body: problem(new JiraError(404, [`There is no site '${name}'. The header x-emulated-tenant names one.`])) }, {});
  const fault = faults.take(name, method, url.pathname);
  if (fault !== undefined && (await refuseByFault(fault, response, limiter))) return;
  const { answer, refusal } = await answerOf({ tenant, limiter, method, url, text: () => read(request), actor: String(request.headers['x-emulated-actor'] ?? 'anonymous'), counted: request.headers['x-emulated-via'] !== 'frontend' });
  if (fault?.kind === 'lost-answer') return void response.destroy();
  if (fault?.kind === 'truncated') return truncate(response, answer);
  send(response, answer, limiter.headers(refusal));
}

interface Asked {
  readonly tenant: Tenant;
  readonly limiter: Limiter;
  readonly method: string;
  readonly url: URL;
  readonly text: () => Promise<string>;
  readonly actor: string;
  /** Calls of a page in the user's browser do not count against the app. */
  readonly counted: boolean;
}

async function answerOf({ tenant, limiter, method, url, text, actor, counted }: Asked): Promise<{ readonly answer: Answer; readonly refusal?: Refusal }> {
  try {
    const { route, params } = match(method, url.pathname);
    const issue = route.path.includes('/issue/{idOrKey}') ? tenant.issueByKey(params['idOrKey'] ?? '')?.id ?? params['idOrKey'] : undefined;
    const refusal = counted ? limiter.admit({ tenant: tenant.name, method: route.method, route: route.path, ...(issue === undefined ? {} : { issue }) }) : undefined;
    if (refusal !== undefined) return { refusal, answer: { status: 429, body: problem(new JiraError(429, ['Rate limit exceeded.'])) } };
    const caller = callerOf(tenant, actor);
    const answer = await route.endpoint({ tenant, caller, sight: sightOf(tenant, caller), params, query: url.searchParams, body: json(await text()), url: `${url.pathname}${url.search}` });
    if (counted) limiter.charge(tenant.name, route.reads, answer);
    return { answer };
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    if (counted && error.status !== 501) limiter.charge(tenant.name, method === 'GET', { status: error.status });
    return { answer: { status: error.status, body: problem(error) } };
  }
}

/** Answers the call when the fault stands in place of the work. */
async function refuseByFault(fault: Fault, response: ServerResponse, limiter: Limiter): Promise<boolean> {
  switch (fault.kind) {
    case 'rate-limited':
      send(response, { status: 429, body: problem(new JiraError(429, ['Rate limit exceeded.'])) }, { ...limiter.headers(), 'ratelimit-reason': fault.reason ?? 'jira-burst-based', ...(fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) }) });
      return true;
    case 'error':
      send(response, { status: fault.status, body: problem(new JiraError(fault.status, ['Internal server error'])) }, {});
      return true;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Jira is being upgraded</title>');
      return true;
    case 'lost-request':
      response.destroy();
      return true;
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return false;
    case 'lost-answer':
    case 'truncated':
      return false;
  }
}

function truncate(response: ServerResponse, answer: Answer): void {
  const text = JSON.stringify(answer.body ?? {});
  response.writeHead(answer.status, { 'content-type': 'application/json;charset=UTF-8' }).end(text.slice(0, Math.floor(text.length / 2)));
}

function send(response: ServerResponse, { status, body }: Answer, headers: Readonly<Record<string, string>>): void {
  if (body === undefined) return void response.writeHead(status, headers).end();
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers }).end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MAX_BODY_BYTES) throw new JiraError(413, ['The request is too large.']);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** @throws JiraError 400 */
function json(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new JiraError(400, [`Invalid request payload. Refer to the REST API documentation and try again. ${String(error)}`]);
  }
}

function problem({ errorMessages, errors }: JiraError): unknown {
  return { errorMessages, errors };
}
