import { z } from 'zod';
import type { Manifest } from '../manifest';
import type { Tenant } from '../tenants';
import { json, unsupported, type Answer } from './answer';
import type { WebTriggerUrls } from './web-trigger-urls';

const Operation = z.looseObject({ query: z.string(), variables: z.looseObject({}).default({}) });
const Create = z.looseObject({ input: z.looseObject({ triggerKey: z.string(), secretKeyConfig: z.unknown().optional() }), forceCreate: z.boolean().nullish() });
const Remove = z.looseObject({ id: z.string() });

/** The GraphQL operations of `webTrigger.getUrl`, `deleteUrl` and `queryUrls`; any other is unsupported. */
export function answerGraphql(context: { readonly tenant: Tenant; readonly manifest: Manifest; readonly urls: WebTriggerUrls; readonly webTriggerOrigin: string }, body: unknown): Answer {
  const { tenant, manifest, urls, webTriggerOrigin } = context;
  const { query, variables } = Operation.parse(body);
  const address = (id: string): string => `${webTriggerOrigin}/x1/${id}`;
  if (query.includes('forge_app_createWebTriggerUrl')) {
    const { input, forceCreate } = Create.parse(variables);
    if (input.secretKeyConfig !== undefined) return unsupported('webTrigger.getUrl with secretKeyConfig');
    if (!manifest.webTriggers.some(({ key }) => key === input.triggerKey)) return json({ errors: [{ message: `manifest.yml has no webtrigger ${input.triggerKey}` }] });
    return json({ data: { createWebTriggerUrl: { url: address(urls.getOrCreate(tenant.name, input.triggerKey, forceCreate === true)) } } });
  }
  if (query.includes('forge_app_deleteWebTriggerUrl')) {
    const isRemoved = urls.remove(tenant.name, Remove.parse(variables).id);
    return json({ data: { deleteWebTriggerUrl: { success: isRemoved, message: isRemoved ? null : 'there is no such URL' } } });
  }
  if (query.includes('forge_app_webTriggerUrlsByAppContext')) return json({ data: { webTriggerUrlsByAppContext: urls.list(tenant.name).map(({ id, module }) => ({ triggerKey: module, url: address(id) })) } });
  return unsupported(`the GraphQL operation ${/\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? query.slice(0, 60)}`);
}
