import { adfOf } from '../adf';
import type { Seed, SeedIssue, SeedProject } from '../../seed/seed';
import { seedCatalogue } from './seed-catalogue';
import type { Catalogue } from './seed-catalogue';
import { seedProject } from './seed-project';
import type { ChangeItem } from './rows';
import type { Tenant } from './tenant';

/** Loads a seed into an empty site, as one change. @throws Error when the site already holds something or the seed contradicts itself */
export function seedTenant(tenant: Tenant, given: Seed): void {
  const seed = withServiceDesk(given);
  if (tenant.meta.get('site-name') !== undefined) throw new Error(`The site ${tenant.name} is already filled; reset it first.`);
  tenant.write(() => {
    tenant.meta.put({ id: 'site-name', value: seed.siteName });
    tenant.meta.put({ id: 'synthetic', value: String(seed.synthetic) });
    const catalogue = seedCatalogue(tenant, seed);
    for (const { accountId, name } of given.serviceDesk?.customers ?? []) tenant.users.put({ id: accountId, name, title: 'Customer', kind: 'customer', siteAdmin: false, roles: {} });
    for (const project of seed.projects) seedProject(tenant, seed, project, catalogue);
    for (const version of seed.versions) {
      const projectId = found(seed.projects.find((one) => one.key === version.project), `project ${version.project}`).id;
      const releaseDate = version.releasedAt?.slice(0, 10);
      tenant.versions.put({ id: version.id, projectId, name: version.name, released: version.released, archived: false, position: tenant.versions.of(projectId).length, ...(releaseDate === undefined ? {} : { releaseDate }) });
    }
    for (const sprint of seed.sprints) {
      const { startAt, endAt } = sprint;
      const closed = sprint.state === 'closed' && endAt !== undefined ? { completedAt: endAt } : {};
      const projectId = found(seed.projects.find((one) => one.key === sprint.project), `project ${sprint.project}`).id;
      tenant.sprints.put({ id: String(sprint.id), projectId, name: sprint.name, state: sprint.state, ...(startAt === undefined ? {} : { startAt }), ...(endAt === undefined ? {} : { endAt }), ...closed });
    }
    const projects = new Map(seed.projects.map((one) => [one.key, one]));
    const ids = new Map(seed.issues.map((one) => [one.key, one.id]));
    seed.issues.forEach((issue, index) => seedIssue(tenant, issue, found(projects.get(issue.project), `project ${issue.project}`), { catalogue, ids, index }));
    const duplicate = [...tenant.linkTypes.all()].find((one) => one.name === 'Duplicate');
    for (const issue of seed.issues) {
      if (issue.duplicateOf === undefined) continue;
      const original = found(ids.get(issue.duplicateOf), `original ${issue.duplicateOf} of ${issue.key}`);
      tenant.links.put({ id: tenant.nextId('link'), typeId: found(duplicate, 'link type Duplicate').id, inwardId: issue.id, outwardId: original });
    }
    setCounters(tenant, seed);
  });
}

function withServiceDesk(seed: Seed): Seed {
  const { projects = [], requests = [] } = seed.serviceDesk ?? {};
  return { ...seed, projects: [...seed.projects, ...projects], issues: [...seed.issues, ...requests] };
}

interface Place {
  readonly catalogue: Catalogue;
  readonly ids: ReadonlyMap<string, string>;
  readonly index: number;
}

function seedIssue(tenant: Tenant, issue: SeedIssue, project: SeedProject, { catalogue, ids, index }: Place): void {
  const statusId = catalogue.statusId(project, issue.status);
  const level = issue.securityLevel === undefined ? undefined : tenant.projects.get(project.id)?.securityLevels.find((one) => one.name === issue.securityLevel);
  if (issue.securityLevel !== undefined && level === undefined) throw new Error(`${issue.key}: no security level ${issue.securityLevel} in ${project.key}`);
  const done = tenant.statuses.get(statusId)?.category === 'done';
  const resolution = issue.resolution ?? (done ? project.workflow.resolutions[0] : undefined);
  const resolvedAt = issue.resolvedAt ?? (done ? (issue.updatedAt ?? issue.createdAt) : undefined);
  const versions = tenant.versions.of(project.id);
  const changedAt = resolvedAt ?? issue.createdAt;
  tenant.issues.put({
    id: issue.id,
    key: issue.key,
    projectId: project.id,
    summary: issue.summary,
    ...(issue.description === undefined ? {} : { description: adfOf(issue.description) }),
    typeId: catalogue.typeId(issue.type),
    statusId,
    statusChangedAt: changedAt,
    ...(resolution === undefined ? {} : { resolutionId: catalogue.resolutionId(resolution) }),
    priorityId: catalogue.priorityId(issue.priority ?? 'Medium'),
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt ?? changedAt,
    ...(resolvedAt === undefined ? {} : { resolvedAt }),
    ...(issue.reporter === undefined ? {} : { reporter: issue.reporter, creator: issue.reporter }),
    ...(issue.assignee === undefined ? {} : { assignee: issue.assignee }),
    fixVersions: issue.fixVersions.map((name) => found(versions.find((one) => one.name === name), `version ${name} of ${issue.key}`).id),
    labels: [...issue.labels],
    sprints: issue.sprint === undefined ? [] : [String(issue.sprint)],
    ...(issue.parent === undefined ? {} : { parentId: found(ids.get(issue.parent), `parent ${issue.parent} of ${issue.key}`) }),
    ...(issue.dueAt === undefined ? {} : { dueDate: issue.dueAt.slice(0, 10) }),
    namelessVotes: issue.votes ?? 0,
    namelessWatchers: issue.watchers ?? 0,
    voters: [],
    watchers: [],
    ...(level === undefined ? {} : { securityLevelId: level.id }),
    ...(issue.organisation === undefined ? {} : { organisation: issue.organisation }),
    rank: (index + 1) * 1024,
  });
  if (resolvedAt !== undefined && resolution !== undefined) seedResolution(tenant, issue, project, { resolution, resolvedAt, catalogue });
}

/** A resolved issue went from the workflow's first status to where it is, as its history says in a real site. */
function seedResolution(tenant: Tenant, issue: SeedIssue, project: SeedProject, one: { readonly resolution: string; readonly resolvedAt: string; readonly catalogue: Catalogue }): void {
  const start = found(project.workflow.statuses[0], `status of ${project.key}`).name;
  const author = issue.assignee ?? issue.reporter;
  const items: readonly ChangeItem[] = [
    { field: 'resolution', fieldId: 'resolution', fieldtype: 'jira', from: null, fromString: null, to: one.catalogue.resolutionId(one.resolution), toString: one.resolution },
    { field: 'status', fieldId: 'status', fieldtype: 'jira', from: one.catalogue.statusId(project, start), fromString: start, to: one.catalogue.statusId(project, issue.status), toString: issue.status },
  ];
  tenant.changes.put({ id: tenant.nextId('change'), issueId: issue.id, at: one.resolvedAt, items, ...(author === undefined ? {} : { author }) });
}

/** New issues, versions and sprints are numbered after the seed's. */
function setCounters(tenant: Tenant, seed: Seed): void {
  const above = (numbers: readonly string[]): string => String(numbers.reduce((most, id) => Math.max(most, Number.parseInt(id, 10) || 0), 10_000));
  tenant.meta.put({ id: 'counter:issue', value: above(seed.issues.map((one) => one.id)) });
  tenant.meta.put({ id: 'counter:version', value: above(seed.versions.map((one) => one.id)) });
  tenant.meta.put({ id: 'counter:sprint', value: above(seed.sprints.map((one) => String(one.id))) });
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The seed names a ${what} that it does not hold.`);
  return value;
}
