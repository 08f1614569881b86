import type { Seed, SeedProject } from '../../seed/seed';
import type { NamedRow } from './rows';
import type { Table } from './table';
import type { Tenant } from './tenant';

/** Ids of what a site shares across projects, by name. Each lookup throws when the seed names something it does not hold. */
export interface Catalogue {
  statusId(project: SeedProject, name: string): string;
  resolutionId(name: string): string;
  priorityId(name: string): string;
  typeId(name: string): string;
}

/** The app's own user, as Jira shows it in histories and comments. */
export const APP_USER = 'app-5f1e0c5e0a7b1c00';

const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];
const TYPES = ['Task', 'Bug', 'Story', 'Epic', 'Sub-task'];

export function seedCatalogue(tenant: Tenant, seed: Seed): Catalogue {
  const projectIds = new Map(seed.projects.map((one) => [one.key, one.id]));
  tenant.users.put({ id: APP_USER, name: 'Resurface', title: 'App', kind: 'app', siteAdmin: false, roles: {} });
  for (const user of seed.users) {
    const roles = Object.fromEntries(Object.entries(user.roles).map(([key, role]) => [need(projectIds.get(key), `project ${key}`), role]));
    tenant.users.put({ id: user.accountId, name: user.name, title: user.title, kind: 'atlassian', siteAdmin: user.siteAdmin, roles });
  }
  fill(tenant.priorities, 1, [...PRIORITIES, ...seed.issues.flatMap((one) => one.priority ?? [])]);
  fill(tenant.resolutions, 10_000, ['Done', ...seed.projects.flatMap((one) => one.workflow.resolutions), ...seed.issues.flatMap((one) => one.resolution ?? [])]);
  fill(tenant.issueTypes, 10_001, [...TYPES, ...seed.issues.map((one) => one.type)]);
  tenant.linkTypes.put({ id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' });
  tenant.linkTypes.put({ id: '10002', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' });
  tenant.linkTypes.put({ id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' });
  const statuses = seedStatuses(tenant, seed);
  return {
    statusId: (project, name) => need(statuses.get(`${need(project.workflow.statuses.find((one) => one.name === name), `status ${name} in ${project.key}`).category} ${name}`), `status ${name}`),
    resolutionId: (name) => byName(tenant.resolutions, name),
    priorityId: (name) => byName(tenant.priorities, name),
    typeId: (name) => byName(tenant.issueTypes, name),
  };
}

/** One status per name and category: two projects may share it, as in a real site. */
function seedStatuses(tenant: Tenant, seed: Seed): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { name, category } of seed.projects.flatMap((one) => one.workflow.statuses)) {
    const key = `${category} ${name}`;
    if (ids.has(key)) continue;
    const id = String(10_001 + ids.size);
    ids.set(key, id);
    tenant.statuses.put({ id, name, category });
  }
  return ids;
}

function fill(table: Table<NamedRow>, firstId: number, names: readonly string[]): void {
  [...new Set(names)].forEach((name, index) => table.put({ id: String(firstId + index), name }));
}

function byName(table: Table<NamedRow>, name: string): string {
  for (const row of table.all()) if (row.name === name) return row.id;
  throw new Error(`The seed names ${name}, which it does not hold.`);
}

function need<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The seed names a ${what} that it does not hold.`);
  return value;
}
