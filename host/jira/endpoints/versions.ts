import { z } from 'zod';
import { emitVersion } from '../change/events';
import { changed, record } from '../change/record';
import { badField, JiraError } from '../errors';
import { bodyAs, created, listed, NO_CONTENT, ok, pageOf } from '../request';
import type { Answer, JiraRequest } from '../request';
import { versionOf } from '../shape/version';
import type { VersionRow } from '../state/rows';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date of the form yyyy-MM-dd');
const VersionInput = z.object({
  name: z.string().trim().min(1).max(255).optional(),
  description: z.string().optional(),
  project: z.string().optional(),
  projectId: z.union([z.number(), z.string()]).optional(),
  released: z.boolean().optional(),
  archived: z.boolean().optional(),
  startDate: Day.nullable().optional(),
  releaseDate: Day.nullable().optional(),
  moveUnfixedIssuesTo: z.string().optional(),
});

/** GET /rest/api/3/project/{projectIdOrKey}/versions: all, in their order. */
export function projectVersions(request: JiraRequest): Answer {
  const rows = ordered(request, request.sight.project(request.params['idOrKey'] ?? '').id);
  return ok(rows.map((one) => versionOf(request.tenant, one)), rows.length);
}

/** GET /rest/api/3/project/{projectIdOrKey}/version: paged, by status and text. */
export function pagedVersions(request: JiraRequest): Answer {
  const { tenant, query } = request;
  const text = (query.get('query') ?? '').toLowerCase();
  const states = listed(query, 'status');
  const rows = ordered(request, request.sight.project(request.params['idOrKey'] ?? '').id).filter(
    (one) => one.name.toLowerCase().includes(text) && (states.length === 0 || states.includes(one.archived ? 'archived' : one.released ? 'released' : 'unreleased')),
  );
  const page = pageOf(request, rows);
  return ok({ ...page, values: rows.slice(page.startAt, page.startAt + page.maxResults).map((one) => versionOf(tenant, one)) }, page.values.length);
}

/** GET /rest/api/3/version/{id} */
export function getVersion(request: JiraRequest): Answer {
  return ok(versionOf(request.tenant, request.sight.version(request.params['id'] ?? '')));
}

/** POST /rest/api/3/version */
export function postVersion(request: JiraRequest): Answer {
  const { tenant, sight } = request;
  const input = bodyAs(VersionInput, request);
  const project = sight.project(String(input.projectId ?? input.project ?? ''));
  sight.demand('ADMINISTER_PROJECTS', project, 'create versions in this project');
  if (input.name === undefined) throw badField('name', 'You must specify a valid version name');
  if (tenant.versions.of(project.id).some((one) => one.name === input.name)) throw badField('name', 'A version with this name already exists in this project.');
  const { name } = input;
  const version = tenant.write(() => {
    const row: VersionRow = { ...withDates({ id: tenant.nextId('version'), projectId: project.id, name, released: input.released ?? false, archived: input.archived ?? false, position: tenant.versions.of(project.id).length }, input) };
    tenant.versions.put(row);
    emitVersion(request, 'created', row);
    if (row.released) emitVersion(request, 'released', row);
    return row;
  });
  return created(versionOf(tenant, version));
}

/** PUT /rest/api/3/version/{id}: also releases, unreleases, archives and unarchives. */
export function putVersion(request: JiraRequest): Answer {
  const { tenant } = request;
  const version = administered(request, request.params['id'] ?? '');
  const input = bodyAs(VersionInput, request);
  const target = input.moveUnfixedIssuesTo === undefined ? undefined : request.sight.version(input.moveUnfixedIssuesTo.split('/').pop() ?? '');
  const next = tenant.write(() => {
    const row = withDates({ ...version, name: input.name ?? version.name, released: input.released ?? version.released, archived: input.archived ?? version.archived }, input);
    tenant.versions.put(row);
    if (target !== undefined) swapFixVersion(request, version, target, true);
    emitVersion(request, 'updated', row);
    if (row.released !== version.released) emitVersion(request, row.released ? 'released' : 'unreleased', row);
    if (row.archived !== version.archived) emitVersion(request, row.archived ? 'archived' : 'unarchived', row);
    return row;
  });
  return ok(versionOf(tenant, next));
}

/** PUT /rest/api/3/version/{id}/mergeto/{moveIssuesTo} */
export function mergeVersion(request: JiraRequest): Answer {
  const from = administered(request, request.params['id'] ?? '');
  const into = administered(request, request.params['moveIssuesTo'] ?? '');
  if (from.id === into.id) throw new JiraError(400, ['A version cannot be merged with itself.']);
  request.tenant.write(() => {
    swapFixVersion(request, from, into, false);
    request.tenant.versions.remove(from.id);
    emitVersion(request, 'merged', into, { mergedVersion: versionOf(request.tenant, from) });
  });
  return NO_CONTENT;
}

/** DELETE /rest/api/3/version/{id} and POST /rest/api/3/version/{id}/removeAndSwap */
export function deleteVersion(request: JiraRequest): Answer {
  const version = administered(request, request.params['id'] ?? '');
  const Swap = z.object({ moveFixIssuesTo: z.union([z.number(), z.string()]).optional(), moveAffectedIssuesTo: z.unknown().optional() });
  const asked = request.body === undefined ? request.query.get('moveFixIssuesTo') : bodyAs(Swap, request).moveFixIssuesTo;
  const target = asked === null || asked === undefined ? undefined : request.sight.version(String(asked));
  request.tenant.write(() => {
    swapFixVersion(request, version, target, false);
    request.tenant.versions.remove(version.id);
    for (const work of request.tenant.relatedWork.of(version.id)) request.tenant.relatedWork.remove(work.id);
    emitVersion(request, 'deleted', version, target === undefined ? {} : { newFixVersion: versionOf(request.tenant, target) });
  });
  return NO_CONTENT;
}

/** GET /rest/api/3/version/{id}/relatedIssueCounts and …/unresolvedIssueCount: only what the caller may see. */
export function versionCounts(request: JiraRequest): Answer {
  const { tenant, sight } = request;
  const version = sight.version(request.params['id'] ?? '');
  const issues = [...tenant.issues.all()].filter((one) => one.fixVersions.includes(version.id) && sight.sees(one));
  const self = `${tenant.baseUrl}/rest/api/3/version/${version.id}`;
  if (request.url.includes('unresolvedIssueCount')) return ok({ self, issuesCount: issues.length, issuesUnresolvedCount: issues.filter((one) => one.resolutionId === undefined).length });
  return ok({ self, issuesFixedCount: issues.length, issuesAffectedCount: 0, issueCountWithCustomFieldsShowingVersion: 0, customFieldUsage: [] });
}

function swapFixVersion(request: JiraRequest, from: VersionRow, into: VersionRow | undefined, onlyUnresolved: boolean): void {
  for (const issue of [...request.tenant.issues.all()]) {
    if (!issue.fixVersions.includes(from.id) || (onlyUnresolved && issue.resolutionId !== undefined)) continue;
    const rest = issue.fixVersions.filter((id) => id !== from.id && id !== into?.id);
    const adds = into !== undefined && !issue.fixVersions.includes(into.id);
    const items = [changed('fixVersions', [from.id, from.name], [null, null], 'Fix Version'), ...(adds ? [changed('fixVersions', [null, null], [into.id, into.name], 'Fix Version')] : [])];
    record(request, { ...issue, fixVersions: into === undefined ? rest : [...rest, into.id] }, items);
  }
}

function withDates(version: VersionRow, input: z.output<typeof VersionInput>): VersionRow {
  const { startDate, releaseDate, description, ...rest } = version;
  const start = input.startDate === undefined ? startDate : (input.startDate ?? undefined);
  const release = input.releaseDate === undefined ? releaseDate : (input.releaseDate ?? undefined);
  const text = input.description ?? description;
  return { ...rest, ...(start === undefined ? {} : { startDate: start }), ...(release === undefined ? {} : { releaseDate: release }), ...(text === undefined ? {} : { description: text }) };
}

function administered({ sight }: JiraRequest, id: string): VersionRow {
  const version = sight.version(id);
  sight.demand('ADMINISTER_PROJECTS', sight.project(version.projectId), 'administer versions of this project');
  return version;
}

function ordered({ tenant }: JiraRequest, projectId: string): readonly VersionRow[] {
  return [...tenant.versions.of(projectId)].sort((a, b) => a.position - b.position);
}
