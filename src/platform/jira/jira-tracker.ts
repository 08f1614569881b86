import { getAppContext, route, type Route } from '@forge/api';
import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { TrackerCursorExpired, TrackerFailure } from '../../domain/errors';
import type { IssueTracker, TrackedProject } from '../../ports/issue-tracker';
import { issueOf } from './issue-of';
import { isOnlySiteAdmin } from './only-site-admin';
import { askJira, fetchJira, parseJira } from './request';
import { MyPermissions, PermittedIssues, PinTask, ProjectPage, SearchPage, Task, UserPage, Version } from './schema';

const FIELDS = [
  'summary', 'description', 'issuetype', 'status', 'resolution', 'priority', 'project', 'created', 'updated', 'resolutiondate', 'fixVersions',
  'labels', 'assignee', 'reporter', 'duedate', 'votes', 'watches', 'parent', 'security', 'sprint',
];
const PAGE = 100;
/** POST /permissions/check takes at most 1,000 issues a call. */
const PERMISSION_BATCH = 1_000;
const NAMES_A_CALL = 100;
const PANEL_KEY = 'evidence-panel';

/** Jira over `requestJira`: reading as the app, permissions as the user who asks. */
export function jiraTracker(): IssueTracker {
  return { fetchIssues, fetchVersions, fetchProjects, issueRights, browsable, isSiteAdmin, isOnlySiteAdmin, canBrowseProject, isProjectAdmin, displayNames, pinPanel, pinStatus };
}

const fetchIssues: IssueTracker['fetchIssues'] = async ({ projects, updatedSince, pageToken }) => {
  const jql = [`project in (${projects.map(quoted).join(', ')})`, ...(updatedSince === undefined ? [] : [`updated >= "${jqlMinute(updatedSince)}"`])];
  const { status, body } = await askJira('app', route`/rest/api/3/search/jql`, {
    method: 'POST',
    body: { jql: `${jql.join(' AND ')} ORDER BY id ASC`, fields: FIELDS, maxResults: PAGE, ...(pageToken === undefined ? {} : { nextPageToken: pageToken }) },
  });
  // The query itself is ours and the same on every page: what a later page is refused for is its token.
  if (status === 400 && pageToken !== undefined) throw new TrackerCursorExpired('the page token of a search has expired');
  const page = parseJira('app', status, body, SearchPage);
  if (page.issues.length === 0 && page.nextPageToken) throw new TrackerFailure(200, true, 'Jira sent an empty page that is not the last');
  return { issues: page.issues.map(issueOf), ...(page.nextPageToken ? { nextPageToken: page.nextPageToken } : {}) };
};

/** JQL compares in minutes; the minute before is read again so that nothing of the same minute is missed. */
function jqlMinute(at: string): string {
  return new Date(Date.parse(at) - 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '')}"`;
}

const fetchVersions: IssueTracker['fetchVersions'] = async (project) => {
  const versions = await fetchJira('app', route`/rest/api/3/project/${project}/versions`, z.array(Version));
  return versions.map((version) => ({
    id: version.id,
    name: version.name,
    project,
    released: version.released ?? false,
    archived: version.archived ?? false,
    ...(version.releaseDate === undefined ? {} : { releasedAt: `${version.releaseDate.slice(0, 10)}T00:00:00.000Z` }),
  }));
};

const fetchProjects: IssueTracker['fetchProjects'] = async () => {
  const found: TrackedProject[] = [];
  for (;;) {
    const page = await fetchJira('app', route`/rest/api/3/project/search?startAt=${found.length}&maxResults=50&orderBy=key`, ProjectPage);
    found.push(...page.values);
    if (page.isLast !== false || page.values.length === 0) return found;
  }
};

const issueRights: IssueTracker['issueRights'] = async (issueId) => {
  const granted = await permissionsOf(route`/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,EDIT_ISSUES&issueId=${issueId}`);
  return { browse: granted.has('BROWSE_PROJECTS'), edit: granted.has('EDIT_ISSUES') };
};

const browsable: IssueTracker['browsable'] = async (issueIds) => {
  const seen = new Set<string>();
  for (let at = 0; at < issueIds.length; at += PERMISSION_BATCH) {
    const ids = issueIds.slice(at, at + PERMISSION_BATCH).map(Number).filter(Number.isSafeInteger);
    const answer = await fetchJira('user', route`/rest/api/3/permissions/check`, PermittedIssues, {
      method: 'POST',
      body: { projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: ids }] },
    });
    for (const granted of answer.projectPermissions) for (const id of granted.issues) seen.add(String(id));
  }
  return seen;
};

/** What Jira grants the user there; an issue or project that is hidden or absent grants nothing. */
async function permissionsOf(path: Route): Promise<ReadonlySet<string>> {
  const { status, body } = await askJira('user', path);
  if (status === 404 || status === 403 || status === 401) return new Set();
  if (status >= 400) throw new TrackerFailure(status, false, `Jira answered ${status} for permissions`);
  const { permissions } = parseAt('jira', MyPermissions, body);
  return new Set(Object.keys(permissions).filter((key) => permissions[key]?.havePermission));
}

async function has(permission: string, project?: string): Promise<boolean> {
  const path = project === undefined ? route`/rest/api/3/mypermissions?permissions=${permission}` : route`/rest/api/3/mypermissions?permissions=${permission}&projectKey=${project}`;
  return (await permissionsOf(path)).has(permission);
}

const isSiteAdmin: IssueTracker['isSiteAdmin'] = () => has('ADMINISTER');
const canBrowseProject: IssueTracker['canBrowseProject'] = (key) => has('BROWSE_PROJECTS', key);
const isProjectAdmin: IssueTracker['isProjectAdmin'] = (key) => has('ADMINISTER_PROJECTS', key);

/** GET /user/bulk takes at most 200 ids; those that Jira does not know or does not show this user are left out. */
const displayNames: IssueTracker['displayNames'] = async (accountIds) => {
  const ids = accountIds.slice(0, NAMES_A_CALL);
  if (ids.length === 0) return new Map();
  const query = new URLSearchParams(ids.map((id): [string, string] => ['accountId', id]));
  const { status, body } = await askJira('user', route`/rest/api/3/user/bulk?maxResults=${NAMES_A_CALL}&${query}`);
  // Jira refuses ids that are none of its own; then nobody has a name here.
  if (status >= 400) return new Map();
  const { values } = parseAt('jira', UserPage, body);
  return new Map(values.flatMap((user) => (user.active === false ? [] : [[user.accountId, user.displayName] as const])));
};

const pinPanel: IssueTracker['pinPanel'] = async (projects, pinned) => {
  const { environmentAri, appAri } = getAppContext();
  const moduleId = `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${PANEL_KEY}`;
  const task = await fetchJira('user', route`/rest/api/3/forge/panel/action/bulk/async`, PinTask, {
    method: 'POST',
    body: { moduleId, projectList: projects.map((project) => ({ projectIdOrKey: project, action: pinned ? 'PIN' : 'UNPIN' })) },
  });
  return task.taskId;
};

const pinStatus: IssueTracker['pinStatus'] = async (taskId) => {
  const task = await fetchJira('user', route`/rest/api/3/task/${taskId}`, Task);
  if (task.status === 'COMPLETE') return 'complete';
  return task.status === 'ENQUEUED' || task.status === 'RUNNING' ? 'running' : 'failed';
};
