import type { InvokeRequest } from './host-api';
import { assertSize, ENVIRONMENT, type Invocations } from './invocations';
import type { Limits } from './limits';
import type { Manifest, ViewEntry } from './manifest';
import type { Tenant } from './tenants';

/** The view that asks; its resolver answers. @throws when the manifest has none such */
export function viewOf(manifest: Manifest, moduleKey: string | undefined): ViewEntry {
  const found = manifest.views.find(({ key, resolver }) => (moduleKey === undefined ? resolver !== undefined : key === moduleKey));
  if (found === undefined) throw new Error(`manifest.yml has no view ${moduleKey ?? 'with a resolver'}`);
  return found;
}

/** What a page learns about where it is: the answer of `view.getContext()`. */
export function pageContext(tenant: Tenant, view: ViewEntry, accountId: string | undefined, extension: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const user = tenant.users.find((each) => each.accountId === accountId);
  return {
    ...(accountId === undefined ? {} : { accountId }),
    cloudId: tenant.cloudId,
    environmentId: ENVIRONMENT.id,
    environmentType: ENVIRONMENT.type,
    extension: { type: view.type, ...extension },
    license: { active: true, isActive: true },
    localId: `ari:cloud:ecosystem::extension/local/${tenant.installationId}/static/${view.key}`,
    locale: user?.locale ?? 'en-GB',
    moduleKey: view.key,
    siteUrl: tenant.siteUrl,
    timezone: user?.timezone ?? 'Etc/UTC',
    userAccess: { enabled: true, hasAccess: true },
  };
}

/** Runs a resolver as the bridge's `invoke()` does. @throws InvocationFailed */
export async function invokeResolver({ manifest, limits, invocations }: { readonly manifest: Manifest; readonly limits: Limits; readonly invocations: Invocations }, tenant: Tenant, request: InvokeRequest): Promise<unknown> {
  const view = viewOf(manifest, request.moduleKey);
  if (view.resolver === undefined) throw new Error(`the view ${view.key} has no resolver`);
  assertSize(request.payload, limits.invokeRequestBytes, 'the payload');
  // Who asks and the licence reach a resolver through the second argument only.
  const context = Object.fromEntries(Object.entries(pageContext(tenant, view, request.accountId, request.extension ?? {})).filter(([name]) => name !== 'accountId' && name !== 'license'));
  return invocations.run({
    tenant,
    kind: 'resolver',
    functionKey: view.resolver,
    moduleKey: view.key,
    moduleType: view.type,
    ...(request.accountId === undefined ? {} : { accountId: request.accountId }),
    args: [
      { call: { functionKey: request.functionKey, payload: request.payload }, context },
      {
        installContext: tenant.contextAri,
        ...(request.accountId === undefined ? {} : { principal: { accountId: request.accountId } }),
        license: { isActive: true },
        installation: { ari: { installationId: tenant.installationId }, contexts: [{ cloudId: tenant.cloudId }] },
      },
    ],
  });
}
