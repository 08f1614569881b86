import type { ProjectRow } from '../state/rows';
import type { Tenant } from '../state/tenant';
import { issueTypeOf } from './names';
import { avatars, userById } from './user';
import { versionOf } from './version';

/** A project as it stands inside an issue. */
export function projectOf(tenant: Tenant, project: ProjectRow): Readonly<Record<string, unknown>> {
  return {
    self: `${tenant.baseUrl}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.type ?? 'software',
    simplified: false,
    avatarUrls: avatars(tenant),
  };
}

/** A project as `/project/search` lists it. */
export function listedProjectOf(tenant: Tenant, project: ProjectRow): unknown {
  return { ...projectOf(tenant, project), style: 'classic', isPrivate: false };
}

/** A project on its own. */
export function wholeProjectOf(tenant: Tenant, project: ProjectRow): unknown {
  return {
    ...projectOf(tenant, project),
    style: 'classic',
    isPrivate: false,
    description: '',
    ...(project.lead === undefined ? {} : { lead: userById(tenant, project.lead) }),
    components: [],
    issueTypes: [...tenant.issueTypes.all()].map((one) => issueTypeOf(tenant, one)),
    assigneeType: 'UNASSIGNED',
    versions: tenant.versions.of(project.id).map((one) => versionOf(tenant, one)),
    roles: {},
    properties: {},
  };
}
