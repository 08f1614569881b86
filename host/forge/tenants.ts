import { createHash } from 'node:crypto';
import { z } from 'zod';
import { text, type State } from './state';

/** A Jira site on which the app is installed. */
export interface Tenant {
  /** Lower-case letters, digits and dashes. */
  readonly name: string;
  readonly siteName: string;
  readonly siteUrl: string;
  readonly cloudId: string;
  readonly installationId: string;
  /** The installation's context, as handlers receive it. */
  readonly contextAri: string;
  readonly users: readonly TenantUser[];
}

export interface TenantUser {
  readonly accountId: string;
  readonly name: string;
  readonly title?: string | undefined;
  readonly locale?: string | undefined;
  readonly timezone?: string | undefined;
}

export interface TenantOptions {
  readonly name: string;
  readonly siteName: string;
  readonly users: readonly TenantUser[];
}

const Stored = z.object({
  name: z.string(),
  siteName: z.string(),
  siteUrl: z.string(),
  cloudId: z.string(),
  installationId: z.string(),
  contextAri: z.string(),
  users: z.array(z.object({ accountId: z.string(), name: z.string(), title: z.string().optional(), locale: z.string().optional(), timezone: z.string().optional() })),
});

/** Identifiers derive from the name, so that a tenant keeps them over restarts and machines. */
export function saveTenant(state: State, { name, siteName, users }: TenantOptions): Tenant {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) throw new Error(`tenant name ${name}: lower-case letters, digits and dashes`);
  const cloudId = uuidFrom(`site ${name}`);
  const tenant: Tenant = {
    name,
    siteName,
    siteUrl: `https://${name}.atlassian.net`,
    cloudId,
    installationId: uuidFrom(`installation ${name}`),
    contextAri: `ari:cloud:jira::site/${cloudId}`,
    users,
  };
  state.run('INSERT INTO tenant (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, JSON.stringify(tenant));
  return tenant;
}

export function loadTenants(state: State): readonly Tenant[] {
  return state.all('SELECT value FROM tenant ORDER BY rowid').map((row) => Stored.parse(JSON.parse(text(row, 'value'))));
}

function uuidFrom(name: string): string {
  const hex = createHash('sha256').update(`resurface local host: ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
