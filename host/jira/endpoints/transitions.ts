import { IssueUpdate } from '../change/edit-input';
import { transitionIssue, transitionsOf } from '../change/transition-issue';
import { bodyAs, listed, NO_CONTENT, ok } from '../request';
import type { Answer, JiraRequest } from '../request';
import { resolutionOf, statusOf } from '../shape/names';
import type { IssueRow, TransitionRow } from '../state/rows';

/** GET /rest/api/3/issue/{issueIdOrKey}/transitions: what can be done from the present status. */
export function getTransitions(request: JiraRequest): Answer {
  const issue = request.sight.issue(request.params['idOrKey'] ?? '');
  const only = request.query.get('transitionId');
  const withFields = listed(request.query, 'expand').includes('transitions.fields');
  const offered = transitionsOf(request, issue).filter((one) => only === null || one.id === only);
  return ok({ expand: 'transitions', transitions: offered.map((one) => transitionShape(request, issue, one, withFields)) });
}

/** POST /rest/api/3/issue/{issueIdOrKey}/transitions */
export async function postTransition(request: JiraRequest): Promise<Answer> {
  const issue = request.sight.issue(request.params['idOrKey'] ?? '');
  await transitionIssue(request, issue, bodyAs(IssueUpdate, request));
  return NO_CONTENT;
}

export function transitionShape({ tenant }: JiraRequest, issue: IssueRow, taken: TransitionRow, withFields: boolean): unknown {
  const to = tenant.statuses.get(taken.to);
  return {
    id: taken.id,
    name: taken.name,
    to: to === undefined ? null : statusOf(tenant, to),
    hasScreen: taken.resolutionOnScreen,
    isGlobal: false,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    looped: taken.to === issue.statusId,
    ...(withFields ? { fields: screen(tenant, issue, taken) } : {}),
  };
}

function screen(tenant: JiraRequest['tenant'], issue: IssueRow, taken: TransitionRow): unknown {
  if (!taken.resolutionOnScreen) return {};
  const offered = tenant.projects.get(issue.projectId)?.resolutions ?? [];
  const all = [...tenant.resolutions.all()];
  const allowed = offered.length === 0 ? all : all.filter((one) => offered.includes(one.id));
  return {
    resolution: {
      required: true,
      schema: { type: 'resolution', system: 'resolution' },
      name: 'Resolution',
      key: 'resolution',
      hasDefaultValue: false,
      operations: ['set'],
      allowedValues: allowed.map((one) => resolutionOf(tenant, one)),
    },
  };
}
