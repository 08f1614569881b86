import type { Role } from '../state/rows';

/** Project permissions of the one scheme all projects use. */
const VIEWER = ['BROWSE_PROJECTS', 'VIEW_VOTERS_AND_WATCHERS', 'VIEW_DEV_TOOLS', 'VIEW_READONLY_WORKFLOW'] as const;
const MEMBER = [
  'CREATE_ISSUES', 'EDIT_ISSUES', 'ADD_COMMENTS', 'EDIT_OWN_COMMENTS', 'DELETE_OWN_COMMENTS', 'TRANSITION_ISSUES', 'RESOLVE_ISSUES', 'CLOSE_ISSUES',
  'SCHEDULE_ISSUES', 'LINK_ISSUES', 'ASSIGN_ISSUES', 'ASSIGNABLE_USER', 'MOVE_ISSUES', 'MANAGE_SPRINTS_PERMISSION', 'CREATE_ATTACHMENTS', 'WORK_ON_ISSUES',
] as const;
const ADMINISTRATOR = ['ADMINISTER_PROJECTS', 'DELETE_ISSUES', 'EDIT_ALL_COMMENTS', 'DELETE_ALL_COMMENTS', 'MANAGE_WATCHERS', 'MODIFY_REPORTER', 'SET_ISSUE_SECURITY'] as const;
const GLOBAL = ['ADMINISTER', 'SYSTEM_ADMIN', 'BULK_CHANGE', 'USER_PICKER', 'CREATE_SHARED_OBJECTS', 'MANAGE_GROUP_FILTER_SUBSCRIPTIONS', 'CREATE_PROJECT'] as const;

export type ProjectPermission = (typeof VIEWER)[number] | (typeof MEMBER)[number] | (typeof ADMINISTRATOR)[number];
export type GlobalPermission = (typeof GLOBAL)[number];
export type Permission = ProjectPermission | GlobalPermission;

const SCHEME: Readonly<Record<Role, ReadonlySet<string>>> = {
  viewer: new Set(VIEWER),
  member: new Set([...VIEWER, ...MEMBER]),
  administrator: new Set([...VIEWER, ...MEMBER, ...ADMINISTRATOR]),
};

export const PROJECT_PERMISSIONS: readonly ProjectPermission[] = [...VIEWER, ...MEMBER, ...ADMINISTRATOR];
export const GLOBAL_PERMISSIONS: readonly GlobalPermission[] = GLOBAL;

export function isProjectPermission(key: string): key is ProjectPermission {
  return SCHEME.administrator.has(key);
}

export function isGlobalPermission(key: string): key is GlobalPermission {
  return GLOBAL.some((one) => one === key);
}

export function roleGrants(role: Role | undefined, permission: ProjectPermission): boolean {
  return role !== undefined && SCHEME[role].has(permission);
}

/** Everybody with an account may pick users and change in bulk; the rest is for administrators of the site. */
export function siteGrants(siteAdmin: boolean, permission: GlobalPermission): boolean {
  return siteAdmin || permission === 'USER_PICKER' || permission === 'BULK_CHANGE';
}
