import type { UserRow } from '../state/rows';
import type { Tenant } from '../state/tenant';

/** A person as Jira shows one; no e-mail address, as for an app without that consent. */
export function userOf(tenant: Tenant, user: UserRow): unknown {
  return {
    self: `${tenant.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(user.id)}`,
    accountId: user.id,
    accountType: user.kind,
    avatarUrls: avatars(tenant),
    displayName: user.name,
    active: true,
    timeZone: 'Etc/UTC',
  };
}

export function userById(tenant: Tenant, id: string | undefined): unknown {
  const user = id === undefined ? undefined : tenant.users.get(id);
  return user === undefined ? null : userOf(tenant, user);
}

export function avatars(tenant: Tenant): Readonly<Record<string, string>> {
  return Object.fromEntries(['48x48', '24x24', '16x16', '32x32'].map((size) => [size, `${tenant.baseUrl}/images/avatar.svg?size=${size.slice(0, 2)}`]));
}
