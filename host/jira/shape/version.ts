import type { SprintRow, VersionRow } from '../state/rows';
import type { Tenant } from '../state/tenant';
import { jiraTime } from './time';

/** A version as it stands inside an issue. */
export function shortVersionOf(tenant: Tenant, version: VersionRow): Readonly<Record<string, unknown>> {
  return {
    self: `${tenant.baseUrl}/rest/api/3/version/${version.id}`,
    id: version.id,
    ...(version.description === undefined ? {} : { description: version.description }),
    name: version.name,
    archived: version.archived,
    released: version.released,
    ...(version.releaseDate === undefined ? {} : { releaseDate: version.releaseDate }),
  };
}

export function versionOf(tenant: Tenant, version: VersionRow): unknown {
  const overdue = !version.released && version.releaseDate !== undefined && version.releaseDate < tenant.now().slice(0, 10);
  return {
    ...shortVersionOf(tenant, version),
    ...(version.startDate === undefined ? {} : { startDate: version.startDate }),
    ...(version.released ? {} : { overdue }),
    projectId: Number(version.projectId),
  };
}

/** A sprint as the field `customfield_10020` holds it and as the Agile API answers. */
export function sprintOf(tenant: Tenant, sprint: SprintRow): Readonly<Record<string, unknown>> {
  return {
    id: Number(sprint.id),
    name: sprint.name,
    state: sprint.state,
    boardId: boardId(sprint.projectId, tenant),
    goal: sprint.goal ?? '',
    ...(sprint.startAt === undefined ? {} : { startDate: jiraTime(sprint.startAt) }),
    ...(sprint.endAt === undefined ? {} : { endDate: jiraTime(sprint.endAt) }),
    ...(sprint.completedAt === undefined ? {} : { completeDate: jiraTime(sprint.completedAt) }),
  };
}

/** Every project has one Scrum board, numbered in the order of the projects. */
export function boardId(projectId: string, tenant: Tenant): number {
  return [...tenant.projects.all()].findIndex((one) => one.id === projectId) + 1;
}
