import type { Manifest } from '../manifest';
import type { Tenant } from '../tenants';
import { json, unsupported, type Answer } from './answer';
import { checkScopes } from './scopes';

/** A call to Jira's REST API, on somebody's behalf. */
export interface JiraCall {
  readonly tenant: Tenant;
  readonly actor: { readonly kind: 'app' } | { readonly kind: 'user'; readonly accountId: string } | { readonly kind: 'anonymous' };
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: Uint8Array | string | undefined;
}

/** Headers of the app that reach Jira; everything that says who asks is the host's. */
const FORWARDED = new Set(['accept', 'accept-language', 'content-type', 'x-atlassian-token', 'x-force-accept-language', 'if-match', 'if-none-match']);
const RETURNED_NEVER = new Set(['connection', 'content-length', 'transfer-encoding', 'content-encoding', 'keep-alive']);

/** Asks the emulated Jira, after the manifest's scopes were checked as Jira checks them. */
export async function callJira(jiraUrl: string, manifest: Manifest, call: JiraCall): Promise<Answer> {
  const url = new URL(call.path, jiraUrl);
  if (url.origin !== new URL(jiraUrl).origin || !call.path.startsWith('/')) return json({ errorMessages: [`not a path: ${call.path}`] }, 400);
  const verdict = checkScopes(call.method, url.pathname, manifest.scopes);
  if (verdict.kind === 'unknown') return unsupported(`Jira's ${call.method} ${url.pathname}`);
  if (verdict.kind === 'missing') {
    const message = `Access to the resource was denied due to missing scope grants. Your app was granted the following scopes: [${manifest.scopes.join(', ')}].\nThe resource can be accessed by having one of these groups of scopes:\n${verdict.needs.map((group) => ` * [${group.replaceAll(' ', ', ')}]`).join('\n')}\n`;
    return json({ errorMessages: [message], errors: {} }, 403);
  }
  const headers = new Headers(call.headers.filter(([name]) => FORWARDED.has(name.toLowerCase())).map(([name, value]): [string, string] => [name, value]));
  headers.set('x-emulated-tenant', call.tenant.name);
  headers.set('x-emulated-actor', call.actor.kind === 'user' ? call.actor.accountId : call.actor.kind);
  headers.set('x-emulated-product', 'jira');
  const isBodyless = ['GET', 'HEAD'].includes(call.method.toUpperCase());
  const response = await fetch(url, { method: call.method, headers, ...(isBodyless || call.body === undefined || call.body.length === 0 ? {} : { body: Buffer.from(call.body) }) });
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !RETURNED_NEVER.has(name))),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}
