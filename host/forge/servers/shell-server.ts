import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { VirtualClock } from '../clock';
import type { Host } from '../host-api';
import { InvocationFailed } from '../invocations';
import type { Limits } from '../limits';
import type { Manifest } from '../manifest';
import { callJira } from '../proxy/jira-call';
import { pageContext, viewOf } from '../resolver-call';
import type { Tenant } from '../tenants';
import { iconAddress, pagePath } from './app-server';
import { BodyTooLarge, listen, readBody, send, sendJson, type LocalServer } from './http';
import { findStaticFile } from './static-files';
import { answerShellCall, heldBackPage } from '../../shell/shell-calls';

export interface ShellServerOptions {
  readonly port: number;
  readonly manifest: Manifest;
  readonly limits: Limits;
  readonly tenants: readonly Tenant[];
  readonly tenantOf: (name: string) => Tenant;
  readonly invoke: Host['invoke'];
  readonly jiraUrl: string;
  readonly appOrigin: string;
  readonly clock: VirtualClock;
  /** Lets virtual time pass; what falls due on the way happens, at the end of a day at the latest. */
  readonly advance: (ms: number) => Promise<void>;
  readonly shellFolder?: string;
  /** What connects a tenant's vendors on this machine, as a page; undefined where it has none. */
  readonly vendorsPage?: (tenant: string) => string | undefined;
  readonly onError: (error: unknown) => void;
}

const Who = z.object({ tenant: z.string(), accountId: z.string().optional() });
const Invoke = Who.extend({ moduleKey: z.string(), functionKey: z.string(), payload: z.unknown().optional(), extension: z.record(z.string(), z.unknown()).default({}) });
const Context = Who.extend({ moduleKey: z.string(), extension: z.record(z.string(), z.unknown()).default({}) });
const FetchProduct = Who.extend({
  product: z.string(),
  restPath: z.string(),
  fetchRequestInit: z.looseObject({ method: z.string().optional(), body: z.string().nullish(), headers: z.array(z.tuple([z.string(), z.string()])).default([]) }),
  isMultipartFormData: z.boolean().default(false),
});

/** Of a page without scripts. */
const PAGE = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };

/**
 * The shell's origin: its own files, and the calls that stand behind the bridge. Who is logged in is the shell's to say,
 * so these calls answer the shell's page only: another origin in the same browser, the app's included, is refused.
 */
export async function openShellServer(options: ShellServerOptions): Promise<LocalServer> {
  let own: readonly string[] = [];
  const server = await listen(
    options.port,
    async (request, response, url) => {
      if (!url.pathname.startsWith('/host/')) return shellFile(options, url.pathname, (status, headers, body) => send(response, status, headers, body));
      const refused = whyRefused(request, own);
      if (refused !== undefined) return sendJson(response, 403, { error: { name: 'Forbidden', message: refused } });
      if (request.method === 'GET' && url.pathname === '/host/would-have-written') {
        const { status, html } = await heldBackPage(options.jiraUrl);
        return send(response, status, PAGE, html);
      }
      const vendors = request.method === 'GET' && url.pathname === '/host/vendors' ? options.vendorsPage?.(url.searchParams.get('tenant') ?? '') : undefined;
      if (vendors !== undefined) return send(response, 200, PAGE, vendors);
      const { status, value } = await answer(options, request, url.pathname);
      sendJson(response, status, value);
    },
    options.onError,
  );
  own = [server.origin, server.origin.replace('127.0.0.1', 'localhost')];
  return server;
}

/** A page elsewhere could aim at this port; a browser then tells its origin, or the name it resolved to us. */
function whyRefused(request: IncomingMessage, own: readonly string[]): string | undefined {
  const hosts = own.map((origin) => new URL(origin).host);
  if (!hosts.includes(request.headers.host ?? '')) return 'not this host';
  if (request.headers.origin !== undefined && !own.includes(request.headers.origin)) return 'not the shell';
  if (request.method === 'POST' && !(request.headers['content-type'] ?? '').startsWith('application/json')) return 'not JSON';
  return undefined;
}

async function answer(options: ShellServerOptions, request: IncomingMessage, path: string): Promise<{ readonly status: number; readonly value: unknown }> {
  try {
    if (request.method === 'GET' && path === '/host/tenants') return { status: 200, value: sites(options) };
    const body: unknown = request.method === 'POST' ? JSON.parse((await readBody(request, options.limits.invocationBytes)).toString('utf8')) : undefined;
    if (path === '/host/invoke') return { status: 200, value: { value: await invoke(options, Invoke.parse(body)) } };
    if (path === '/host/context') return { status: 200, value: context(options, Context.parse(body)) };
    if (path === '/host/fetch-product') return { status: 200, value: await fetchProduct(options, FetchProduct.parse(body)) };
    const own = await answerShellCall(path, body, { jiraUrl: options.jiraUrl, now: () => new Date(options.clock.now()).toISOString(), advance: options.advance });
    return own === undefined ? { status: 404, value: { error: { name: 'NotFound', message: `no ${path}` } } } : { status: 200, value: own };
  } catch (error) {
    // What an exception of the app says reaches the page as on Forge: as a message, never as a stack.
    if (error instanceof InvocationFailed) return { status: 200, value: { error: { name: error.appErrorName, message: `There was an error invoking the function - ${error.message}`, reason: error.reason } } };
    if (error instanceof BodyTooLarge) return { status: 200, value: { error: { name: 'PayloadTooLarge', message: error.message, reason: 'PAYLOAD_TOO_LARGE' } } };
    if (error instanceof z.ZodError || error instanceof SyntaxError) return { status: 400, value: { error: { name: 'BadRequest', message: error.message } } };
    throw error;
  }
}

/** Everything that the shell needs to draw itself. */
function sites({ tenants, manifest, appOrigin, clock, vendorsPage }: ShellServerOptions): unknown {
  return {
    now: new Date(clock.now()).toISOString(),
    appOrigin,
    tenants: tenants.map(({ name, siteName, siteUrl, cloudId, users }) => ({ name, siteName, siteUrl, cloudId, users, ...(vendorsPage?.(name) === undefined ? {} : { vendorsPage: `/host/vendors?tenant=${encodeURIComponent(name)}` }) })),
    views: manifest.views.map(({ type, key, title, resource, icon }) => {
      const drawn = iconAddress(manifest, icon, appOrigin);
      return { type, key, title, ...(resource === undefined ? {} : { url: appOrigin + pagePath(manifest, resource) }), ...(drawn === undefined ? {} : { icon: drawn }) };
    }),
  };
}

function invoke({ invoke: run }: ShellServerOptions, { tenant, accountId, ...rest }: z.infer<typeof Invoke>): Promise<unknown> {
  return run(tenant, { ...rest, ...(accountId === undefined ? {} : { accountId }) });
}

function context({ manifest, tenantOf }: ShellServerOptions, { tenant, accountId, moduleKey, extension }: z.infer<typeof Context>): unknown {
  return pageContext(tenantOf(tenant), viewOf(manifest, moduleKey), accountId, extension);
}

/** The bridge's requestJira: always as the user who looks at the page. */
async function fetchProduct({ manifest, tenantOf, jiraUrl }: ShellServerOptions, call: z.infer<typeof FetchProduct>): Promise<unknown> {
  if (call.product !== 'jira' || call.isMultipartFormData) return { status: 501, statusText: 'Not Implemented', headers: {}, body: `The local host does not support ${call.isMultipartFormData ? 'forms' : call.product} here; see host/coverage.ts`, isAttachment: false };
  const { method = 'GET', body, headers } = call.fetchRequestInit;
  const answered = await callJira(jiraUrl, manifest, { tenant: tenantOf(call.tenant), actor: call.accountId === undefined ? { kind: 'anonymous' } : { kind: 'user', accountId: call.accountId }, method, path: call.restPath, headers, body: body ?? undefined });
  const text = typeof answered.body === 'string' ? answered.body : Buffer.from(answered.body ?? []).toString('utf8');
  return { status: answered.status, statusText: '', headers: answered.headers, body: text, isAttachment: false };
}

async function shellFile({ shellFolder }: ShellServerOptions, path: string, reply: (status: number, headers: Readonly<Record<string, string>>, body: string | Uint8Array) => void): Promise<void> {
  if (shellFolder === undefined) return reply(404, { 'content-type': 'text/plain' }, 'This host was opened without a shell.');
  // Every address of the shell is one page that finds its own way.
  const file = (await findStaticFile(shellFolder, path.slice(1) || 'index.html')) ?? (/\.\w+$/.test(path) ? undefined : await findStaticFile(shellFolder, 'index.html'));
  if (file === undefined) return reply(404, { 'content-type': 'text/plain' }, 'not found');
  reply(200, file.headers, file.body);
}
