import { z } from 'zod';
import { accountOf } from '../access/caller';
import { badRequest, JiraError } from '../errors';
import { bodyAs, NO_CONTENT, ok } from '../request';
import type { Answer, JiraRequest } from '../request';
import type { TaskRow } from '../state/rows';
import type { Tenant } from '../state/tenant';

const Pin = z.object({
  moduleId: z.string().regex(/^ari:cloud:ecosystem::extension\/[^/]+\/[^/]+\/static\/[^/]+$/, 'moduleId must be of the form ari:cloud:ecosystem::extension/{app-id}/{environment-id}/static/{module-key}'),
  projectList: z.array(z.object({ action: z.enum(['PIN', 'UNPIN']), projectIdOrKey: z.string() })).max(1000),
});

/** POST /rest/api/3/forge/panel/action/bulk/async: pins the app's issue panel in projects; answers 202 and a task to ask after. */
export function pinPanels(request: JiraRequest): Answer {
  const { tenant, sight, caller } = request;
  sight.demandGlobally('ADMINISTER');
  const { moduleId, projectList } = bodyAs(Pin, request);
  const pins = projectList.map(({ action, projectIdOrKey }) => {
    const project = tenant.projects.get(projectIdOrKey) ?? tenant.projectByKey(projectIdOrKey);
    if (project === undefined) throw badRequest(`The project '${projectIdOrKey}' does not exist.`);
    return { moduleId, projectId: project.id, action };
  });
  const task = tenant.write(() => {
    const row: TaskRow = { id: tenant.nextId('task'), status: 'ENQUEUED', by: accountOf(caller), submittedAt: tenant.now(), pins };
    tenant.tasks.put(row);
    return row;
  });
  setImmediate(() => runTasks(tenant));
  return { status: 202, body: { taskId: task.id } };
}

/** Carries out what was accepted; also when a site opens, for what a killed process left. */
export function runTasks(tenant: Tenant): void {
  if (tenant.isClosed()) return;
  for (const task of [...tenant.tasks.all()].filter((one) => one.status === 'ENQUEUED')) {
    tenant.write(() => {
      for (const { moduleId, projectId, action } of task.pins) {
        const moduleKey = moduleKeyOf(moduleId);
        const id = `${moduleKey}:project:${projectId}`;
        if (action === 'PIN') tenant.panels.put({ id, moduleKey, projectId });
        else tenant.panels.remove(id);
      }
      tenant.tasks.put({ ...task, status: 'COMPLETE', finishedAt: tenant.now() });
    });
  }
}

/** GET /rest/api/3/task/{taskId} */
export function getTask({ tenant, sight, caller, params }: JiraRequest): Answer {
  const task = tenant.tasks.get(params['taskId'] ?? '');
  if (task === undefined || (task.by !== accountOf(caller) && !sight.mayGlobally('ADMINISTER'))) throw new JiraError(404, ['The task does not exist.']);
  const submitted = Date.parse(task.submittedAt);
  const finished = task.finishedAt === undefined ? undefined : Date.parse(task.finishedAt);
  return ok({
    self: `${tenant.baseUrl}/rest/api/3/task/${task.id}`,
    id: task.id,
    description: 'Bulk pin or unpin an issue panel',
    status: task.status,
    submittedBy: [...tenant.users.all()].findIndex((one) => one.id === task.by) + 10_000,
    progress: task.status === 'COMPLETE' ? 100 : 0,
    elapsedRuntime: (finished ?? submitted) - submitted,
    submitted,
    started: submitted,
    ...(finished === undefined ? {} : { finished }),
    lastUpdate: finished ?? submitted,
  });
}

/** GET /emulated/issue/{issueIdOrKey}/panels: for the shell, as Jira's own issue view knows it. */
export function getPanels({ tenant, sight, params }: JiraRequest): Answer {
  const issue = sight.issue(params['idOrKey'] ?? '');
  const rows = [...tenant.panels.all()];
  return ok({ pinned: rows.filter((one) => one.projectId === issue.projectId).map((one) => one.moduleKey), added: rows.filter((one) => one.issueId === issue.id).map((one) => one.moduleKey) });
}

/** POST and DELETE /emulated/issue/{issueIdOrKey}/panels/{moduleKey}: a person clicks the app's button, or removes the panel. */
export function showPanel(add: boolean): (request: JiraRequest) => Answer {
  return ({ tenant, sight, params }) => {
    const issue = sight.issue(params['idOrKey'] ?? '');
    sight.demand('EDIT_ISSUES', sight.project(issue.projectId), 'edit this issue');
    const moduleKey = params['moduleKey'] ?? '';
    const id = `${moduleKey}:issue:${issue.id}`;
    tenant.write(() => (add ? tenant.panels.put({ id, moduleKey, issueId: issue.id }) : tenant.panels.remove(id)));
    return NO_CONTENT;
  };
}

function moduleKeyOf(moduleId: string): string {
  return moduleId.slice(moduleId.lastIndexOf('/') + 1);
}
