import * as agile from './endpoints/agile';
import * as attention from './endpoints/attention';
import * as comments from './endpoints/comments';
import * as fields from './endpoints/fields';
import * as editMeta from './endpoints/edit-meta';
import * as issue from './endpoints/issue';
import * as links from './endpoints/links';
import * as panels from './endpoints/panels';
import * as permissions from './endpoints/permissions';
import * as projects from './endpoints/projects';
import * as properties from './endpoints/properties';
import * as relatedWork from './endpoints/related-work';
import * as search from './endpoints/search';
import * as transitions from './endpoints/transitions';
import * as users from './endpoints/users';
import * as versions from './endpoints/versions';
import type { Endpoint } from './request';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With names in braces. */
  readonly path: string;
  readonly endpoint: Endpoint;
  /** Costs points by what it answers, not one as a write does. */
  readonly reads: boolean;
}

const READING_POSTS = /\/search\/|bulkfetch|\/permissions\//;
const at = (method: Route['method'], path: string, endpoint: Endpoint): Route => ({ method, path, endpoint, reads: method === 'GET' || READING_POSTS.test(path) });
const api = (method: Route['method'], path: string, endpoint: Endpoint): Route => at(method, `/rest/api/3${path}`, endpoint);
const agileApi = (method: Route['method'], path: string, endpoint: Endpoint): Route => at(method, `/rest/agile/1.0${path}`, endpoint);

const propertyRoutes = (entity: 'issue' | 'comment' | 'project'): readonly Route[] => [
  api('GET', `/${entity}/{idOrKey}/properties`, properties.listProperties(entity)),
  api('GET', `/${entity}/{idOrKey}/properties/{propertyKey}`, properties.getProperty(entity)),
  api('PUT', `/${entity}/{idOrKey}/properties/{propertyKey}`, properties.putProperty(entity)),
  api('DELETE', `/${entity}/{idOrKey}/properties/{propertyKey}`, properties.deleteProperty(entity)),
];

/** Everything the emulated Jira answers; fixed addresses before those with names in them. */
export const ROUTES: readonly Route[] = [
  api('GET', '/search/jql', search.searchByQuery),
  api('POST', '/search/jql', search.searchByBody),
  api('POST', '/search/approximate-count', search.approximateCount),
  api('POST', '/issue/bulkfetch', issue.bulkFetch),
  api('POST', '/changelog/bulkfetch', issue.bulkChangelog),
  api('POST', '/issue', issue.postIssue),
  api('GET', '/issue/{idOrKey}', issue.getIssue),
  api('PUT', '/issue/{idOrKey}', issue.putIssue),
  api('DELETE', '/issue/{idOrKey}', issue.removeIssue),
  api('GET', '/issue/{idOrKey}/editmeta', editMeta.getEditMeta),
  api('GET', '/issue/{idOrKey}/changelog', issue.getChangelog),
  api('GET', '/issue/{idOrKey}/transitions', transitions.getTransitions),
  api('POST', '/issue/{idOrKey}/transitions', transitions.postTransition),
  api('GET', '/issue/{idOrKey}/comment', comments.getComments),
  api('POST', '/issue/{idOrKey}/comment', comments.postComment),
  api('GET', '/issue/{idOrKey}/comment/{id}', comments.getComment),
  api('PUT', '/issue/{idOrKey}/comment/{id}', comments.putComment),
  api('DELETE', '/issue/{idOrKey}/comment/{id}', comments.deleteComment),
  api('GET', '/issue/{idOrKey}/watchers', attention.getWatchers),
  api('POST', '/issue/{idOrKey}/watchers', attention.postWatcher),
  api('DELETE', '/issue/{idOrKey}/watchers', attention.deleteWatcher),
  api('GET', '/issue/{idOrKey}/votes', attention.getVotes),
  api('POST', '/issue/{idOrKey}/votes', attention.vote(true)),
  api('DELETE', '/issue/{idOrKey}/votes', attention.vote(false)),
  ...propertyRoutes('issue'),
  ...propertyRoutes('comment'),
  ...propertyRoutes('project'),
  api('POST', '/issueLink', links.postLink),
  api('GET', '/issueLink/{linkId}', links.getLink),
  api('DELETE', '/issueLink/{linkId}', links.deleteLink),
  api('GET', '/issueLinkType', links.getLinkTypes),
  api('GET', '/project/search', projects.searchProjects),
  api('GET', '/project/{idOrKey}', projects.getProject),
  api('GET', '/project/{idOrKey}/statuses', projects.projectStatuses),
  api('GET', '/project/{idOrKey}/versions', versions.projectVersions),
  api('GET', '/project/{idOrKey}/version', versions.pagedVersions),
  api('POST', '/version', versions.postVersion),
  api('GET', '/version/{id}', versions.getVersion),
  api('PUT', '/version/{id}', versions.putVersion),
  api('DELETE', '/version/{id}', versions.deleteVersion),
  api('POST', '/version/{id}/removeAndSwap', versions.deleteVersion),
  api('PUT', '/version/{id}/mergeto/{moveIssuesTo}', versions.mergeVersion),
  api('GET', '/version/{id}/relatedIssueCounts', versions.versionCounts),
  api('GET', '/version/{id}/unresolvedIssueCount', versions.versionCounts),
  api('GET', '/version/{id}/relatedwork', relatedWork.getRelatedWork),
  api('POST', '/version/{id}/relatedwork', relatedWork.saveRelatedWork),
  api('PUT', '/version/{id}/relatedwork', relatedWork.saveRelatedWork),
  api('DELETE', '/version/{id}/relatedwork/{relatedWorkId}', relatedWork.deleteRelatedWork),
  api('GET', '/status', projects.getStatuses),
  api('GET', '/statuses/search', projects.searchStatuses),
  api('GET', '/statuscategory', projects.getStatusCategories),
  api('GET', '/resolution', projects.getResolutions),
  api('GET', '/resolution/search', projects.searchResolutions),
  api('GET', '/priority', projects.getPriorities),
  api('GET', '/issuetype', projects.getIssueTypes),
  api('GET', '/field', fields.getFields),
  api('GET', '/label', attention.getLabels),
  api('GET', '/serverInfo', fields.getServerInfo),
  api('GET', '/myself', users.getMyself),
  api('GET', '/user', users.getUser),
  api('GET', '/user/bulk', users.getUsers),
  api('GET', '/users/search', users.searchUsers),
  api('GET', '/mypermissions', permissions.myPermissions),
  api('POST', '/permissions/check', permissions.checkPermissions),
  api('POST', '/permissions/project', permissions.permittedProjects),
  api('POST', '/forge/panel/action/bulk/async', panels.pinPanels),
  api('GET', '/task/{taskId}', panels.getTask),
  agileApi('GET', '/board', agile.getBoards),
  agileApi('GET', '/board/{boardId}', agile.getBoard),
  agileApi('GET', '/board/{boardId}/sprint', agile.getSprints),
  agileApi('GET', '/board/{boardId}/backlog', agile.getBacklog),
  agileApi('GET', '/board/{boardId}/issue', agile.getBoardIssues),
  agileApi('POST', '/sprint', agile.postSprint),
  agileApi('GET', '/sprint/{sprintId}', agile.getSprint),
  agileApi('POST', '/sprint/{sprintId}', agile.changeSprint),
  agileApi('GET', '/sprint/{sprintId}/issue', agile.getSprintIssues),
  agileApi('POST', '/sprint/{sprintId}/issue', agile.moveIntoSprint),
  agileApi('POST', '/backlog/issue', agile.moveIntoBacklog),
  agileApi('PUT', '/issue/rank', agile.putRank),
  at('GET', '/emulated/site', fields.getSite),
  at('GET', '/emulated/issue/{idOrKey}/panels', panels.getPanels),
  at('POST', '/emulated/issue/{idOrKey}/panels/{moduleKey}', panels.showPanel(true)),
  at('DELETE', '/emulated/issue/{idOrKey}/panels/{moduleKey}', panels.showPanel(false)),
];
