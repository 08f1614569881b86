import { setProperty } from '../change/property';
import { JiraError } from '../errors';
import { NO_CONTENT, ok } from '../request';
import type { Answer, JiraRequest } from '../request';
import { commentNotFound } from './comments';

type Entity = 'issue' | 'comment' | 'project';

/** GET …/properties */
export function listProperties(entity: Entity): (request: JiraRequest) => Answer {
  return (request) => {
    const { id, self } = place(request, entity, false);
    return ok({ keys: request.tenant.properties.of(id).map(({ key }) => ({ self: `${self}/properties/${key}`, key })) });
  };
}

/** GET …/properties/{propertyKey} */
export function getProperty(entity: Entity): (request: JiraRequest) => Answer {
  return (request) => {
    const { id } = place(request, entity, false);
    const key = request.params['propertyKey'] ?? '';
    const row = request.tenant.properties.get(`${id}:${key}`);
    if (row === undefined) throw propertyNotFound(key);
    return ok({ key, value: row.value });
  };
}

/** PUT …/properties/{propertyKey}: the body is the value. */
export function putProperty(entity: Entity): (request: JiraRequest) => Answer {
  return (request) => {
    const { id } = place(request, entity, true);
    const isNew = request.tenant.write(() => setProperty(request, id, request.params['propertyKey'] ?? '', request.body));
    return { status: isNew ? 201 : 200, body: {} };
  };
}

/** DELETE …/properties/{propertyKey} */
export function deleteProperty(entity: Entity): (request: JiraRequest) => Answer {
  return (request) => {
    const { id } = place(request, entity, true);
    const key = request.params['propertyKey'] ?? '';
    if (request.tenant.properties.get(`${id}:${key}`) === undefined) throw propertyNotFound(key);
    request.tenant.write(() => request.tenant.properties.remove(`${id}:${key}`));
    return NO_CONTENT;
  };
}

function propertyNotFound(key: string): JiraError {
  return new JiraError(404, [`The property with key '${key}' does not exist.`]);
}

/** The entity a property hangs on, checked: seeing it to read, editing it to write. Properties are open to everyone who may edit, app or not. */
function place({ tenant, sight, params }: JiraRequest, entity: Entity, toWrite: boolean): { readonly id: string; readonly self: string } {
  const idOrKey = params['idOrKey'] ?? '';
  if (entity === 'project') {
    const project = sight.project(idOrKey);
    if (toWrite) sight.demand('ADMINISTER_PROJECTS', project, 'administer this project');
    return { id: `project:${project.id}`, self: `${tenant.baseUrl}/rest/api/3/project/${project.key}` };
  }
  if (entity === 'issue') {
    const issue = sight.issue(idOrKey);
    if (toWrite) sight.demand('EDIT_ISSUES', sight.project(issue.projectId), 'edit this issue');
    return { id: `issue:${issue.id}`, self: `${tenant.baseUrl}/rest/api/3/issue/${issue.id}` };
  }
  const comment = tenant.comments.get(idOrKey);
  const issue = comment === undefined ? undefined : tenant.issues.get(comment.issueId);
  if (comment === undefined || issue === undefined || !sight.sees(issue) || !sight.seesComment(comment)) throw commentNotFound(idOrKey);
  if (toWrite) sight.demand('EDIT_OWN_COMMENTS', sight.project(issue.projectId), 'edit this comment');
  return { id: `comment:${comment.id}`, self: `${tenant.baseUrl}/rest/api/3/comment/${comment.id}` };
}
