import { accountOf } from '../access/caller';
import { badField } from '../errors';
import type { IssueRow } from '../state/rows';
import { applyExtras, applyFields } from './edit-issue';
import type { IssueUpdate } from './edit-input';
import { IssueRef } from './edit-input';
import { refer, without } from './edit-fields';
import { emitIssue } from './events';
import type { Act } from './events';

const ON_CREATE_SCREEN = ['summary', 'description', 'labels', 'fixVersions', 'assignee', 'reporter', 'priority', 'duedate', 'parent', 'security'];

/** Creates an issue in the workflow's first status, ranked last. @throws JiraError 400 403 404 */
export function createIssue(act: Act, input: IssueUpdate): IssueRow {
  const { tenant, caller, sight } = act;
  const { project: projectRef, issuetype, ...fields } = input.fields ?? {};
  const ref = IssueRef.safeParse(projectRef);
  if (!ref.success) throw badField('project', 'Specify a valid project ID or key');
  const project = sight.project(ref.data.id ?? ref.data.key ?? '');
  sight.demand('CREATE_ISSUES', project, 'create issues in this project');
  if (issuetype === undefined) throw badField('issuetype', 'Specify an issue type');
  const number = project.lastNumber + 1;
  const at = tenant.now();
  const author = accountOf(caller);
  const ranks = [...tenant.issues.all()].filter((one) => one.projectId === project.id).map((one) => one.rank);
  const blank: IssueRow = {
    id: tenant.nextId('issue'),
    key: `${project.key}-${number}`,
    projectId: project.id,
    summary: '',
    typeId: refer(tenant.issueTypes, 'issuetype', issuetype).id,
    statusId: project.statuses[0] ?? '',
    statusChangedAt: at,
    priorityId: [...tenant.priorities.all()].find((one) => one.name === 'Medium')?.id ?? '1',
    createdAt: at,
    updatedAt: at,
    creator: author,
    reporter: author,
    fixVersions: [],
    labels: [],
    sprints: [],
    namelessVotes: 0,
    namelessWatchers: 0,
    voters: [],
    watchers: [],
    rank: ranks.reduce((most, one) => Math.max(most, one), 0) + 1024,
  };
  const { next } = applyFields(act, blank, { ...input, fields: { summary: fields['summary'], ...fields } }, ON_CREATE_SCREEN);
  tenant.projects.put({ ...project, lastNumber: number });
  tenant.issues.put(next);
  emitIssue(act, 'created', next);
  applyExtras(act, next, input);
  return next;
}

/** Removes an issue with all that hangs on it; no further event for what goes with it, as on the real platform. */
export function deleteIssue(act: Act, issue: IssueRow): void {
  const { tenant } = act;
  for (const comment of tenant.comments.of(issue.id)) {
    for (const property of tenant.properties.of(`comment:${comment.id}`)) tenant.properties.remove(property.id);
    tenant.comments.remove(comment.id);
  }
  for (const change of tenant.changes.of(issue.id)) tenant.changes.remove(change.id);
  for (const property of tenant.properties.of(`issue:${issue.id}`)) tenant.properties.remove(property.id);
  for (const link of [...tenant.links.all()]) if (link.inwardId === issue.id || link.outwardId === issue.id) tenant.links.remove(link.id);
  for (const child of [...tenant.issues.all()]) {
    if (child.parentId === issue.id) tenant.issues.put(without(child, 'parentId'));
  }
  tenant.issues.remove(issue.id);
  emitIssue(act, 'deleted', issue);
}
