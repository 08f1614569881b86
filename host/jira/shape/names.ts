import type { NamedRow, StatusRow } from '../state/rows';
import type { Tenant } from '../state/tenant';

const CATEGORIES = {
  todo: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  doing: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const;

export type CategoryName = keyof typeof CATEGORIES;

export function categoryOf(tenant: Tenant, category: CategoryName): unknown {
  return { self: `${tenant.baseUrl}/rest/api/3/statuscategory/${CATEGORIES[category].id}`, ...CATEGORIES[category] };
}

/** The answer of `/rest/api/3/statuscategory`. */
export function categories(tenant: Tenant): readonly unknown[] {
  return (['todo', 'doing', 'done'] as const).map((one) => categoryOf(tenant, one));
}

export function statusOf(tenant: Tenant, status: StatusRow): unknown {
  return {
    self: `${tenant.baseUrl}/rest/api/3/status/${status.id}`,
    description: '',
    iconUrl: `${tenant.baseUrl}/images/icons/status.svg`,
    name: status.name,
    id: status.id,
    statusCategory: categoryOf(tenant, status.category),
  };
}

export function resolutionOf(tenant: Tenant, row: NamedRow): unknown {
  return { self: `${tenant.baseUrl}/rest/api/3/resolution/${row.id}`, id: row.id, description: '', name: row.name };
}

export function priorityOf(tenant: Tenant, row: NamedRow): unknown {
  return { self: `${tenant.baseUrl}/rest/api/3/priority/${row.id}`, iconUrl: `${tenant.baseUrl}/images/icons/priority.svg`, name: row.name, id: row.id };
}

export function issueTypeOf(tenant: Tenant, row: NamedRow): { readonly id: string; readonly name: string; readonly self: string; readonly subtask: boolean } & Readonly<Record<string, unknown>> {
  return {
    self: `${tenant.baseUrl}/rest/api/3/issuetype/${row.id}`,
    id: row.id,
    description: '',
    iconUrl: `${tenant.baseUrl}/images/icons/type.svg`,
    name: row.name,
    subtask: row.name === 'Sub-task',
    hierarchyLevel: row.name === 'Epic' ? 1 : row.name === 'Sub-task' ? -1 : 0,
  };
}
