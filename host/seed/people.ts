import type { SeedUser } from './seed';

/** Five people who differ in what they may see and change, for tenants whose data name nobody. */
export function fivePeople(tenant: string, projects: readonly string[]): readonly SeedUser[] {
  const everywhere = <Role extends 'administrator' | 'member' | 'viewer'>(role: Role): Record<string, Role> =>
    Object.fromEntries(projects.map((key) => [key, role]));
  const person = (id: string, name: string, title: string, siteAdmin: boolean, roles: SeedUser['roles']): SeedUser => ({
    accountId: `${tenant}:${id}`,
    name,
    title,
    siteAdmin,
    roles,
  });
  return [
    person('owner', 'Mara Lindqvist', 'Product owner', false, everywhere('administrator')),
    person('admin', 'Tobias Achterberg', 'Site admin', true, everywhere('administrator')),
    person('developer', 'Imani Okafor', 'Developer', false, everywhere('member')),
    person('viewer', 'Sol Pereira', 'Viewer', false, everywhere('viewer')),
    person('outsider', 'Wen Zhao', 'No access to the project', false, {}),
  ];
}
