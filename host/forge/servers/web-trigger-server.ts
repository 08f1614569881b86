import { z } from 'zod';
import { InvocationFailed, type Invocations } from '../invocations';
import type { Limits } from '../limits';
import type { Manifest, WebTriggerEntry } from '../manifest';
import type { WebTriggerUrls } from '../proxy/web-trigger-urls';
import type { Tenant } from '../tenants';
import { BodyTooLarge, listen, readBody, send, sendJson, type LocalServer } from './http';

const Dynamic = z.looseObject({ statusCode: z.number(), headers: z.record(z.string(), z.array(z.string())).optional(), body: z.string().optional(), statusText: z.string().optional() });
const Static = z.looseObject({ outputKey: z.string() });

export interface WebTriggerServerOptions {
  readonly port: number;
  readonly manifest: Manifest;
  readonly limits: Limits;
  readonly urls: WebTriggerUrls;
  readonly invocations: Invocations;
  readonly tenantOf: (name: string) => Tenant;
  readonly onError: (error: unknown) => void;
}

/** Serves `/x1/<id>[/…]`: whoever knows the address calls the function. */
export function openWebTriggerServer(options: WebTriggerServerOptions): Promise<LocalServer> {
  return listen(
    options.port,
    async (request, response, url) => {
      const [, , id = '', ...userPath] = url.pathname.split('/');
      const found = url.pathname.startsWith('/x1/') ? options.urls.find(id) : undefined;
      const trigger = options.manifest.webTriggers.find(({ key }) => key === found?.module);
      if (found === undefined || trigger === undefined) return sendJson(response, 404, { message: 'there is no such web trigger' });
      if (trigger.request?.authentication !== undefined && trigger.request.authentication !== 'none') return sendJson(response, 501, { message: `the local host does not support web triggers with ${trigger.request.authentication}; see host/coverage.ts` });
      const body = await readBody(request, options.limits.invocationBytes).catch((error: unknown) => {
        if (error instanceof BodyTooLarge) return undefined;
        throw error;
      });
      if (body === undefined) return sendJson(response, 413, { message: 'the request is too large' });
      const query: Record<string, string[]> = {};
      for (const [name, value] of url.searchParams) (query[name] ??= []).push(value);
      const headers: Record<string, string[]> = {};
      for (let at = 0; at < request.rawHeaders.length; at += 2) (headers[String(request.rawHeaders[at]).toLowerCase()] ??= []).push(String(request.rawHeaders[at + 1]));
      const tenant = options.tenantOf(found.tenant);
      const event = { method: request.method ?? 'GET', headers, body: body.toString('utf8'), path: url.pathname, userPath: userPath.length === 0 ? '' : `/${userPath.join('/')}`, queryParameters: query };
      const value = await run(options, tenant, trigger, event);
      const answer = value === undefined ? undefined : answerOf(trigger, value);
      if (answer === undefined) return sendJson(response, 500, { message: 'the web trigger failed' });
      send(response, answer.status, answer.headers, answer.body);
    },
    options.onError,
  );
}

async function run({ invocations, onError }: WebTriggerServerOptions, tenant: Tenant, trigger: WebTriggerEntry, event: object): Promise<unknown> {
  try {
    return await invocations.run({ tenant, kind: 'webtrigger', functionKey: trigger.function, moduleKey: trigger.key, moduleType: 'webtrigger', args: [event, { installContext: tenant.contextAri }] });
  } catch (error) {
    if (!(error instanceof InvocationFailed)) throw error;
    onError(error);
    return undefined;
  }
}

/** Undefined when the function's answer has not the form that its module promises. */
function answerOf(trigger: WebTriggerEntry, value: unknown): { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string } | undefined {
  if (trigger.response?.type === 'static') {
    const named = Static.safeParse(value);
    const output = named.success ? trigger.response.outputs.find(({ key }) => key === named.data.outputKey) : undefined;
    return output === undefined ? undefined : { status: output.statusCode, headers: { 'content-type': output.contentType ?? 'text/plain' }, body: output.body ?? '' };
  }
  const dynamic = Dynamic.safeParse(value);
  if (!dynamic.success) return undefined;
  return { status: dynamic.data.statusCode, headers: Object.fromEntries(Object.entries(dynamic.data.headers ?? {}).map(([name, values]) => [name, values.join(', ')])), body: dynamic.data.body ?? '' };
}
