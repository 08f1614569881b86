import { z } from 'zod';
import { callerOf } from '../access/caller';
import { GLOBAL_PERMISSIONS, isGlobalPermission, isProjectPermission, PROJECT_PERMISSIONS } from '../access/permissions';
import { sightOf } from '../access/sight';
import type { Sight } from '../access/sight';
import { badRequest, forbidden } from '../errors';
import { bodyAs, listed, ok } from '../request';
import type { Answer, JiraRequest } from '../request';
import type { ProjectRow } from '../state/rows';

/** GET /rest/api/3/mypermissions?permissions=…&projectKey|projectId|issueKey|issueId. Without a place: may I anywhere? */
export function myPermissions(request: JiraRequest): Answer {
  const { sight, query } = request;
  const keys = listed(query, 'permissions');
  if (keys.length === 0) throw badRequest("The 'permissions' query parameter is required.");
  const unknown = keys.find((key) => !isProjectPermission(key) && !isGlobalPermission(key));
  if (unknown !== undefined) throw badRequest(`Unrecognized permission: ${unknown}`);
  const issue = query.get('issueKey') ?? query.get('issueId');
  const asked = query.get('projectKey') ?? query.get('projectId');
  const places = issue !== null ? [sight.project(sight.issue(issue).projectId)] : asked !== null ? [sight.project(asked)] : sight.projects();
  return ok({ permissions: Object.fromEntries(keys.map((key) => [key, described(key, holds(sight, key, places))])) }, 0, keys.length);
}

const Check = z.object({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).optional(),
  projectPermissions: z.array(z.object({ permissions: z.array(z.string()).min(1, 'at least one permission'), issues: z.array(z.number()).max(1000).optional(), projects: z.array(z.number()).max(1000).optional() })).optional(),
});

/** POST /rest/api/3/permissions/check: which of these may the account do where? Only places where the answer is yes are named. */
export function checkPermissions(request: JiraRequest): Answer {
  const { tenant, caller, sight } = request;
  const asked = bodyAs(Check, request);
  const own = caller.kind === 'user' && asked.accountId === caller.user.id;
  if (asked.accountId !== undefined && !own && !sight.mayGlobally('ADMINISTER')) throw forbidden('Only an administrator can check the permissions of another user.');
  const user = asked.accountId === undefined ? undefined : tenant.users.get(asked.accountId);
  if (asked.accountId !== undefined && user?.kind !== 'atlassian') throw badRequest(`The account ${asked.accountId} does not exist.`);
  const eyes = user === undefined ? sight : sightOf(tenant, callerOf(tenant, user.id));
  const wanted = asked.projectPermissions ?? [];
  const unknown = [...wanted.flatMap((one) => one.permissions).filter((key) => !isProjectPermission(key)), ...(asked.globalPermissions ?? []).filter((key) => !isGlobalPermission(key))][0];
  if (unknown !== undefined) throw badRequest(`Unrecognized permission: ${unknown}`);
  const projectPermissions = wanted.flatMap((one) =>
    one.permissions.map((permission) => ({
      permission,
      issues: (one.issues ?? []).filter((id) => mayOnIssue(request, eyes, permission, String(id))),
      projects: (one.projects ?? []).filter((id) => mayInProject(request, eyes, permission, String(id))),
    })),
  );
  const globalPermissions = (asked.globalPermissions ?? []).filter((key) => isGlobalPermission(key) && eyes.mayGlobally(key));
  return ok({ projectPermissions, globalPermissions }, 0, wanted.reduce((sum, one) => sum + one.permissions.length, globalPermissions.length));
}

/** POST /rest/api/3/permissions/project */
export function permittedProjects(request: JiraRequest): Answer {
  const { permissions } = bodyAs(z.object({ permissions: z.array(z.string()).min(1) }), request);
  const rows = request.sight.projects().filter((project) => permissions.every((key) => isProjectPermission(key) && request.sight.may(key, project)));
  return ok({ projects: rows.map((one) => ({ id: Number(one.id), key: one.key })) }, rows.length);
}

function mayOnIssue({ tenant }: JiraRequest, eyes: Sight, permission: string, id: string): boolean {
  const issue = tenant.issues.get(id);
  const project = tenant.projects.get(issue?.projectId ?? '');
  return issue !== undefined && project !== undefined && eyes.sees(issue) && isProjectPermission(permission) && eyes.may(permission, project);
}

function mayInProject({ tenant }: JiraRequest, eyes: Sight, permission: string, id: string): boolean {
  const project = tenant.projects.get(id);
  return project !== undefined && isProjectPermission(permission) && eyes.may(permission, project);
}

function holds(sight: Sight, key: string, places: readonly ProjectRow[]): boolean {
  if (isGlobalPermission(key)) return sight.mayGlobally(key);
  return isProjectPermission(key) && places.some((project) => sight.may(key, project));
}

function described(key: string, havePermission: boolean): unknown {
  const type = isGlobalPermission(key) ? 'GLOBAL' : 'PROJECT';
  const id = String([...GLOBAL_PERMISSIONS, ...PROJECT_PERMISSIONS].findIndex((one) => one === key));
  const name = key.toLowerCase().replaceAll('_', ' ');
  return { id, key, name: name.charAt(0).toUpperCase() + name.slice(1), type, description: '', havePermission };
}
