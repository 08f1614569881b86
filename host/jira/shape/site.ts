import type { Tenant } from '../state/tenant';

/** People to choose from, and whether the site is made up. */
export interface SiteView {
  readonly name: string;
  readonly synthetic: boolean;
  readonly users: readonly { readonly accountId: string; readonly name: string; readonly title: string; readonly siteAdmin: boolean }[];
}

export function siteView(tenant: Tenant): SiteView {
  const people = [...tenant.users.all()].filter((one) => one.kind === 'atlassian');
  return {
    name: tenant.meta.get('site-name')?.value ?? tenant.name,
    synthetic: tenant.meta.get('synthetic')?.value === 'true',
    users: people.map(({ id, name, title, siteAdmin }) => ({ accountId: id, name, title, siteAdmin })),
  };
}
