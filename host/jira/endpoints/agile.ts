import { z } from 'zod';
import { emitSprint } from '../change/events';
import { rankIssues, moveToSprint } from '../change/rank';
import { JiraError } from '../errors';
import { bodyAs, created, listed, NO_CONTENT, ok, pageOf, wholeNumber } from '../request';
import type { Answer, JiraRequest } from '../request';
import { findIssues } from '../jql/search';
import { issueOf } from '../shape/issue';
import { boardId, sprintOf } from '../shape/version';
import type { IssueRow, ProjectRow, SprintRow } from '../state/rows';
import { scopeOf } from './search';

/** GET /rest/agile/1.0/board */
export function getBoards(request: JiraRequest): Answer {
  const wanted = request.query.get('projectKeyOrId');
  const rows = request.sight.projects().filter((one) => wanted === null || one.key === wanted || one.id === wanted);
  return ok(pageOf(request, rows.map((one) => board(request, one))), rows.length);
}

/** GET /rest/agile/1.0/board/{boardId} */
export function getBoard(request: JiraRequest): Answer {
  return ok(board(request, theBoard(request)));
}

/** GET /rest/agile/1.0/board/{boardId}/sprint */
export function getSprints(request: JiraRequest): Answer {
  const states = listed(request.query, 'state');
  const rows = request.tenant.sprints.of(theBoard(request).id).filter((one) => states.length === 0 || states.includes(one.state));
  return ok(pageOf(request, rows.map((one) => sprint(request, one))), rows.length);
}

/** GET /rest/agile/1.0/board/{boardId}/backlog: open issues in no open sprint, by rank. */
export function getBacklog(request: JiraRequest): Answer {
  const project = theBoard(request);
  return issues(request, (one) => one.projectId === project.id && request.tenant.statuses.get(one.statusId)?.category !== 'done' && openSprint(request, one) === undefined);
}

/** GET /rest/agile/1.0/board/{boardId}/issue */
export function getBoardIssues(request: JiraRequest): Answer {
  const project = theBoard(request);
  return issues(request, (one) => one.projectId === project.id);
}

/** GET /rest/agile/1.0/sprint/{sprintId} and …/issue */
export function getSprint(request: JiraRequest): Answer {
  return ok(sprint(request, theSprint(request)));
}

export function getSprintIssues(request: JiraRequest): Answer {
  const { id } = theSprint(request);
  return issues(request, (one) => one.sprints.includes(id));
}

const SprintInput = z.object({ name: z.string().min(1).max(30).optional(), originBoardId: z.number().optional(), state: z.enum(['future', 'active', 'closed']).optional(), startDate: z.string().optional(), endDate: z.string().optional(), goal: z.string().optional() });

/** POST /rest/agile/1.0/sprint */
export function postSprint(request: JiraRequest): Answer {
  const { tenant, sight } = request;
  const input = bodyAs(SprintInput.required({ name: true, originBoardId: true }), request);
  const project = sight.projects().find((one) => boardId(one.id, tenant) === input.originBoardId);
  if (project === undefined) throw new JiraError(404, ['The board does not exist or you do not have permission to view it.']);
  sight.demand('MANAGE_SPRINTS_PERMISSION', project, 'manage sprints');
  const row = tenant.write(() => {
    const next: SprintRow = { ...dated({ id: tenant.nextId('sprint'), projectId: project.id, name: input.name, state: 'future' }, input) };
    tenant.sprints.put(next);
    emitSprint(request, 'created', next);
    return next;
  });
  return created(sprint(request, row));
}

/** POST /rest/agile/1.0/sprint/{sprintId}: changes what is named; `active` starts it, `closed` ends it. */
export function changeSprint(request: JiraRequest): Answer {
  const { tenant, sight } = request;
  const before = theSprint(request);
  sight.demand('MANAGE_SPRINTS_PERMISSION', sight.project(before.projectId), 'manage sprints');
  const input = bodyAs(SprintInput, request);
  const state = input.state ?? before.state;
  if (before.state === 'closed' && state !== 'closed') throw new JiraError(400, ['A closed sprint cannot be opened again.']);
  const next = tenant.write(() => {
    const row = dated({ ...before, name: input.name ?? before.name, state, ...(state === 'closed' && before.state !== 'closed' ? { completedAt: tenant.now() } : {}) }, input);
    tenant.sprints.put(row);
    emitSprint(request, state === before.state ? 'updated' : state === 'active' ? 'started' : 'closed', row);
    return row;
  });
  return ok(sprint(request, next));
}

const Move = z.object({ issues: z.array(z.string()).min(1).max(50, 'at most 50 issues'), rankBeforeIssue: z.string().optional(), rankAfterIssue: z.string().optional() });

/** POST /rest/agile/1.0/sprint/{sprintId}/issue */
export function moveIntoSprint(request: JiraRequest): Answer {
  const target = theSprint(request);
  if (target.state === 'closed') throw new JiraError(400, ['Issues can only be moved to open or active sprints.']);
  const input = bodyAs(Move, request);
  request.tenant.write(() => moveToSprint(request, rows(request, input.issues), target));
  return NO_CONTENT;
}

/** POST /rest/agile/1.0/backlog/issue */
export function moveIntoBacklog(request: JiraRequest): Answer {
  const input = bodyAs(Move, request);
  request.tenant.write(() => moveToSprint(request, rows(request, input.issues), undefined));
  return NO_CONTENT;
}

/** PUT /rest/agile/1.0/issue/rank */
export function putRank(request: JiraRequest): Answer {
  const input = bodyAs(Move, request);
  const { sight } = request;
  const pivot = sight.issue(input.rankBeforeIssue ?? input.rankAfterIssue ?? '');
  request.tenant.write(() => rankIssues(request, rows(request, input.issues), pivot, input.rankBeforeIssue === undefined ? 'after' : 'before'));
  return NO_CONTENT;
}

function rows({ sight }: JiraRequest, idsOrKeys: readonly string[]): readonly IssueRow[] {
  return idsOrKeys.map((one) => sight.issue(one));
}

function issues(request: JiraRequest, belongs: (issue: IssueRow) => boolean): Answer {
  const { tenant, sight, query } = request;
  const found = findIssues(query.get('jql') ?? 'order by rank', scopeOf(request)).filter(belongs);
  const startAt = wholeNumber(query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
  const maxResults = wholeNumber(query, 'maxResults', 50, 100);
  const shown = found.slice(startAt, startAt + maxResults);
  const fields = listed(query, 'fields');
  const view = { fields: fields.length === 0 ? ['*navigable'] : fields, expand: listed(query, 'expand'), properties: [] };
  return ok({ expand: 'schema,names', startAt, maxResults, total: found.length, issues: shown.map((one) => issueOf(tenant, one, sight, view)) }, shown.length);
}

function openSprint({ tenant }: JiraRequest, issue: IssueRow): SprintRow | undefined {
  const last = tenant.sprints.get(issue.sprints.at(-1) ?? '');
  return last?.state === 'closed' ? undefined : last;
}

function theBoard({ tenant, sight, params }: JiraRequest): ProjectRow {
  const project = sight.projects().find((one) => String(boardId(one.id, tenant)) === params['boardId']);
  if (project === undefined) throw new JiraError(404, ['The board does not exist or you do not have permission to view it.']);
  return project;
}

function theSprint({ tenant, sight, params }: JiraRequest): SprintRow {
  const row = tenant.sprints.get(params['sprintId'] ?? '');
  const project = tenant.projects.get(row?.projectId ?? '');
  if (row === undefined || project === undefined || !sight.browses(project)) throw new JiraError(404, ['Sprint does not exist']);
  return row;
}

function board({ tenant }: JiraRequest, project: ProjectRow): unknown {
  const id = boardId(project.id, tenant);
  return { id, self: `${tenant.baseUrl}/rest/agile/1.0/board/${id}`, name: `${project.key} board`, type: 'scrum', location: { projectId: Number(project.id), projectKey: project.key, projectName: project.name, name: `${project.name} (${project.key})`, displayName: `${project.name} (${project.key})`, projectTypeKey: 'software' } };
}

function sprint({ tenant }: JiraRequest, row: SprintRow): unknown {
  const { boardId: originBoardId, ...rest } = sprintOf(tenant, row);
  return { ...rest, originBoardId, self: `${tenant.baseUrl}/rest/agile/1.0/sprint/${row.id}` };
}

function dated(row: SprintRow, input: z.output<typeof SprintInput>): SprintRow {
  return { ...row, ...(input.startDate === undefined ? {} : { startAt: new Date(input.startDate).toISOString() }), ...(input.endDate === undefined ? {} : { endAt: new Date(input.endDate).toISOString() }), ...(input.goal === undefined ? {} : { goal: input.goal }) };
}
