import { badField, badRequest, JiraError } from '../errors';
import type { ChangeItem, IssueRow, TransitionRow } from '../state/rows';
import type { IssueUpdate } from './edit-input';
import { refer, without } from './edit-fields';
import { applyExtras } from './edit-issue';
import type { Act } from './events';
import { changed, record } from './record';

/** Transitions that can be taken from where the issue stands, for a caller who may. */
export function transitionsOf({ tenant, sight }: Act, issue: IssueRow): readonly TransitionRow[] {
  const project = tenant.projects.get(issue.projectId);
  if (project === undefined || !sight.may('TRANSITION_ISSUES', project)) return [];
  return project.transitions.filter((one) => one.from.includes(issue.statusId));
}

/**
 * Moves an issue through its workflow. Two at once: the second is refused with 409 while the first is under way.
 * @throws JiraError 400 for a transition that is not offered or a screen that was not filled, 409
 */
export async function transitionIssue(act: Act, issue: IssueRow, input: IssueUpdate): Promise<void> {
  const { inTransition, transitionMs } = act.tenant.switches;
  if (inTransition.has(issue.id)) throw new JiraError(409, ['The issue is being transitioned by another request. Try again.']);
  inTransition.add(issue.id);
  try {
    await new Promise((resolve) => setTimeout(resolve, transitionMs));
    act.tenant.write(() => move(act, act.sight.issue(issue.id), input));
  } finally {
    inTransition.delete(issue.id);
  }
}

function move(act: Act, issue: IssueRow, input: IssueUpdate): void {
  const { tenant } = act;
  if (input.transition === undefined) throw badRequest("Missing 'transition' identifier");
  const taken = transitionsOf(act, issue).find((one) => one.id === input.transition?.id);
  if (taken === undefined) throw badRequest(`It seems that you have tried to perform a workflow operation (${input.transition.id}) that is not valid for the current state of this issue. The likely cause is that somebody has changed the issue recently, please look at the issue history for details.`);
  const resolution = resolutionFor(act, issue, taken, input);
  const from = tenant.statuses.get(issue.statusId);
  const to = tenant.statuses.get(taken.to);
  const at = tenant.now();
  const unresolved = without(without(issue, 'resolutionId'), 'resolvedAt');
  const resolved = resolution === undefined ? unresolved : { ...unresolved, resolutionId: resolution.id, resolvedAt: issue.resolutionId === resolution.id ? (issue.resolvedAt ?? at) : at };
  const next: IssueRow = { ...resolved, statusId: taken.to, statusChangedAt: from?.category === to?.category ? issue.statusChangedAt : at };
  const before = tenant.resolutions.get(issue.resolutionId ?? '');
  const items: ChangeItem[] = before?.id === resolution?.id ? [] : [changed('resolution', [before?.id ?? null, before?.name ?? null], [resolution?.id ?? null, resolution?.name ?? null])];
  items.push(changed('status', [issue.statusId, from?.name ?? null], [taken.to, to?.name ?? null]));
  applyExtras(act, record(act, next, items, input.historyMetadata), input);
}

/** On the screen: it must be given. Not on the screen: set to the workflow's first on the way into done, cleared on the way out. */
function resolutionFor({ tenant }: Act, issue: IssueRow, taken: TransitionRow, input: IssueUpdate): { readonly id: string; readonly name: string } | undefined {
  const project = tenant.projects.get(issue.projectId);
  const done = tenant.statuses.get(taken.to)?.category === 'done';
  const other = [...Object.keys(input.fields ?? {}), ...Object.keys(input.update ?? {})].find((one) => one !== 'comment' && !(taken.resolutionOnScreen && one === 'resolution'));
  if (other !== undefined) throw badField(other, `Field '${other}' cannot be set. It is not on the appropriate screen, or unknown.`);
  if (taken.resolutionOnScreen) {
    const asked = input.fields?.['resolution'] ?? input.update?.['resolution']?.[0]?.['set'];
    if (asked === undefined || asked === null) throw badField('resolution', 'Resolution is required.');
    const row = refer(tenant.resolutions, 'resolution', asked);
    if (project?.resolutions.length !== 0 && !project?.resolutions.includes(row.id)) throw badField('resolution', `The resolution '${row.name}' is not offered by this workflow.`);
    return row;
  }
  if (!done) return undefined;
  return tenant.resolutions.get(issue.resolutionId ?? project?.resolutions[0] ?? '') ?? [...tenant.resolutions.all()][0];
}
