import { issueNotFound, projectNotFound, JiraError, unauthorized } from '../errors';
import type { CommentRow, IssueRow, ProjectRow, VersionRow } from '../state/rows';
import type { Tenant } from '../state/tenant';
import type { Caller } from './caller';
import { roleGrants, siteGrants } from './permissions';
import type { GlobalPermission, ProjectPermission } from './permissions';

/** What one caller may see and do on one site. All reading goes through this. */
export interface Sight {
  browses(project: ProjectRow): boolean;
  sees(issue: IssueRow): boolean;
  seesComment(comment: CommentRow): boolean;
  may(permission: ProjectPermission, project: ProjectRow): boolean;
  mayGlobally(permission: GlobalPermission): boolean;
  /** By id or key. @throws JiraError 404, alike for absent and hidden */
  issue(idOrKey: string): IssueRow;
  project(idOrKey: string): ProjectRow;
  version(id: string): VersionRow;
  projects(): readonly ProjectRow[];
  /** @throws JiraError 403 (401 for anonymous) */
  demand(permission: ProjectPermission, project: ProjectRow, toDo: string): void;
  demandGlobally(permission: GlobalPermission): void;
}

export function sightOf(tenant: Tenant, caller: Caller): Sight {
  const may = (permission: ProjectPermission, project: ProjectRow): boolean => {
    if (caller.kind === 'app') return !tenant.switches.hiddenFromApp.has(project.id);
    return caller.kind === 'user' && roleGrants(caller.user.roles[project.id], permission);
  };
  const browses = (project: ProjectRow): boolean => may('BROWSE_PROJECTS', project);
  const sees = (issue: IssueRow): boolean => {
    const project = tenant.projects.get(issue.projectId);
    if (project === undefined || !browses(project)) return false;
    // Seeded for a time that is still to come.
    if (issue.createdAt > tenant.now()) return false;
    if (issue.securityLevelId === undefined || caller.kind === 'app') return true;
    const level = project.securityLevels.find((one) => one.id === issue.securityLevelId);
    return caller.kind === 'user' && (level?.members.includes(caller.user.id) ?? false);
  };
  const refuse = (message: string): JiraError => (caller.kind === 'anonymous' ? unauthorized() : new JiraError(403, [message]));
  const mayGlobally = (permission: GlobalPermission): boolean => caller.kind === 'app' || (caller.kind === 'user' && siteGrants(caller.user.siteAdmin, permission));
  return {
    browses,
    sees,
    seesComment: (comment) => seesComment(tenant, caller, comment),
    may,
    mayGlobally,
    issue(idOrKey) {
      const issue = tenant.issues.get(idOrKey) ?? tenant.issueByKey(idOrKey.toUpperCase());
      if (issue === undefined || !sees(issue)) throw issueNotFound();
      return issue;
    },
    project(idOrKey) {
      const project = tenant.projects.get(idOrKey) ?? tenant.projectByKey(idOrKey);
      if (project === undefined || !browses(project)) throw projectNotFound(idOrKey);
      return project;
    },
    version(id) {
      const version = tenant.versions.get(id);
      const project = version === undefined ? undefined : tenant.projects.get(version.projectId);
      if (version === undefined || project === undefined || !browses(project)) throw new JiraError(404, [`Could not find version for id '${id}'`]);
      return version;
    },
    projects: () => [...tenant.projects.all()].filter(browses),
    demand(permission, project, toDo) {
      if (!may(permission, project)) throw refuse(`You do not have permission to ${toDo}.`);
    },
    demandGlobally(permission) {
      if (!mayGlobally(permission)) throw refuse('You do not have permission to administer Jira.');
    },
  };
}

/** A restricted comment is for the members of a role or group only; the app reads all. */
function seesComment(tenant: Tenant, caller: Caller, comment: CommentRow): boolean {
  if (comment.visibility === undefined || caller.kind === 'app') return true;
  if (caller.kind === 'anonymous') return false;
  const issue = tenant.issues.get(comment.issueId);
  return issue !== undefined && isIn(caller, issue.projectId, comment.visibility);
}

/** Role and group names that comments can be restricted to. */
export function isIn(caller: Caller, projectId: string, to: { readonly type: 'role' | 'group'; readonly value: string }): boolean {
  if (caller.kind === 'app') return true;
  if (caller.kind === 'anonymous') return false;
  const role = caller.user.roles[projectId];
  switch (`${to.type}:${to.value}`) {
    case 'role:Administrators':
      return role === 'administrator';
    case 'role:Members':
      return role === 'administrator' || role === 'member';
    case 'role:Viewers':
      return role !== undefined;
    case 'group:site-admins':
      return caller.user.siteAdmin;
    case 'group:jira-users':
      return true;
    default:
      return false;
  }
}

export const ROLES = ['Administrators', 'Members', 'Viewers'];
export const GROUPS = ['site-admins', 'jira-users'];
