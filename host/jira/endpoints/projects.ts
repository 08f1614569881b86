import { badRequest } from '../errors';
import { listed, ok, pageOf } from '../request';
import type { Answer, JiraRequest } from '../request';
import { categories, issueTypeOf, priorityOf, resolutionOf, statusOf } from '../shape/names';
import { listedProjectOf, wholeProjectOf } from '../shape/project';
import type { StatusRow } from '../state/rows';

const ACTIONS: Readonly<Record<string, 'BROWSE_PROJECTS' | 'ADMINISTER_PROJECTS' | 'CREATE_ISSUES'>> = { view: 'BROWSE_PROJECTS', browse: 'BROWSE_PROJECTS', edit: 'ADMINISTER_PROJECTS', create: 'CREATE_ISSUES' };

/** GET /rest/api/3/project/search */
export function searchProjects(request: JiraRequest): Answer {
  const { tenant, sight, query } = request;
  const action = ACTIONS[query.get('action') ?? 'view'];
  if (action === undefined) throw badRequest(`The action '${query.get('action') ?? ''}' is not known.`);
  const [keys, ids, text] = [listed(query, 'keys'), listed(query, 'id'), (query.get('query') ?? '').toLowerCase()];
  const rows = sight.projects().filter(
    (one) => sight.may(action, one) && (keys.length === 0 || keys.includes(one.key)) && (ids.length === 0 || ids.includes(one.id)) && `${one.key} ${one.name}`.toLowerCase().includes(text),
  );
  const sorted = [...rows].sort((a, b) => a.key.localeCompare(b.key));
  const page = pageOf(request, sorted);
  return ok({ ...page, values: sorted.slice(page.startAt, page.startAt + page.maxResults).map((one) => listedProjectOf(tenant, one)) }, page.values.length);
}

/** GET /rest/api/3/project/{projectIdOrKey} */
export function getProject(request: JiraRequest): Answer {
  return ok(wholeProjectOf(request.tenant, request.sight.project(request.params['idOrKey'] ?? '')));
}

/** GET /rest/api/3/project/{projectIdOrKey}/statuses: per issue type; all types share the workflow. */
export function projectStatuses(request: JiraRequest): Answer {
  const { tenant, sight } = request;
  const project = sight.project(request.params['idOrKey'] ?? '');
  const statuses = project.statuses.flatMap((id) => {
    const row = tenant.statuses.get(id);
    return row === undefined ? [] : [statusOf(tenant, row)];
  });
  return ok([...tenant.issueTypes.all()].map((one) => {
    const { id, name, self, subtask } = issueTypeOf(tenant, one);
    return { id, name, self, subtask, statuses };
  }));
}

/** GET /rest/api/3/status: those of the projects that the caller sees. */
export function getStatuses(request: JiraRequest): Answer {
  const { tenant } = request;
  const rows = visibleStatuses(request);
  return ok(rows.map((one) => statusOf(tenant, one)), rows.length);
}

/** GET /rest/api/3/statuses/search */
export function searchStatuses(request: JiraRequest): Answer {
  const { sight, query } = request;
  const projectId = query.get('projectId');
  const offered = projectId === null ? undefined : sight.project(projectId).statuses;
  const text = (query.get('searchString') ?? '').toLowerCase();
  const category = query.get('statusCategory');
  const rows = visibleStatuses(request)
    .map((one) => ({ id: one.id, name: one.name, statusCategory: ({ todo: 'TODO', doing: 'IN_PROGRESS', done: 'DONE' } as const)[one.category], scope: { type: 'GLOBAL' }, description: '' }))
    .filter((one) => one.name.toLowerCase().includes(text) && (category === null || one.statusCategory === category) && (offered === undefined || offered.includes(one.id)));
  return ok(pageOf(request, rows, 200), rows.length);
}

/** GET /rest/api/3/statuscategory */
export function getStatusCategories({ tenant }: JiraRequest): Answer {
  return ok(categories(tenant));
}

/** GET /rest/api/3/resolution, /priority, /issuetype */
export function getResolutions({ tenant }: JiraRequest): Answer {
  return ok([...tenant.resolutions.all()].map((one) => resolutionOf(tenant, one)));
}

export function searchResolutions(request: JiraRequest): Answer {
  return ok(pageOf(request, [...request.tenant.resolutions.all()].map((one) => resolutionOf(request.tenant, one))));
}

export function getPriorities({ tenant }: JiraRequest): Answer {
  return ok([...tenant.priorities.all()].map((one) => priorityOf(tenant, one)));
}

export function getIssueTypes({ tenant }: JiraRequest): Answer {
  return ok([...tenant.issueTypes.all()].map((one) => issueTypeOf(tenant, one)));
}

function visibleStatuses({ tenant, sight }: JiraRequest): readonly StatusRow[] {
  const offered = new Set(sight.projects().flatMap((one) => one.statuses));
  return [...tenant.statuses.all()].filter((one) => offered.has(one.id));
}
