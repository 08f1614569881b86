import { route } from '@forge/api';
import type { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { TrackerFailure } from '../../domain/errors';
import type { FreshItem, HumanAct, ItemLink, Sight, StatusMove } from '../../domain/sweep';
import { isoTime } from '../../domain/time';
import { ChangelogPage, ClosingIssue, CommentPage, IdPage, Sprints } from './closing-schema';
import { issueOf } from './issue-of';
import { MyPermissions } from './schema';
import { askJira, fetchJira } from './request';

const PAGE = 100;
const FIELDS =
  'summary,issuetype,status,resolution,priority,project,created,updated,resolutiondate,fixVersions,labels,assignee,reporter,duedate,votes,watches,parent,security,timespent,aggregatetimespent,issuelinks';

/** Custom fields of Jira Software, by what they are; their ids differ from site to site. */
export interface SoftwareFields {
  readonly sprint?: string;
  readonly rank?: string;
  readonly development?: string;
}

/** Property key of our comments, and of the history entries we make. */
export const OPERATION = 'resurface.operation';

/** One issue with its history, comments and rights, as the app sees it now. A page that is missing makes the whole read fail: half a history protects nobody. */
export async function fetchFreshItem(issueId: string, me: string, software: SoftwareFields): Promise<Sight> {
  const names = [FIELDS, software.sprint, software.rank, software.development].filter((name) => name !== undefined).join(',');
  const { status, body } = await askJira('app', route`/rest/api/3/issue/${issueId}?fields=${names}`);
  if (status === 404 || status === 403 || status === 401) return { kind: 'not-visible' };
  if (status >= 400) throw new TrackerFailure(status, false, `Jira answered ${status}`);
  const found = parseAt('jira', ClosingIssue, body);
  const [changes, comments, openChildren, canTransition] = await Promise.all([fetchChanges(issueId), fetchComments(issueId), countOpenChildren(found.key), mayTransition(issueId)]);
  const { fields } = found;
  const rank = software.rank === undefined ? undefined : fields[software.rank];
  const sprints = software.sprint === undefined ? undefined : parseAt('jira', Sprints, fields[software.sprint]);
  const sprint = sprints?.find((one) => one.state !== 'closed');
  const issue = issueOf(found);
  const item: FreshItem = {
    issue: sprint === undefined ? issue : { ...issue, sprint: sprint.name },
    statusId: fields.status.id,
    projectKind: fields.project.projectTypeKey === 'software' ? 'software' : fields.project.projectTypeKey === 'service_desk' ? 'service' : 'other',
    hasSecurityLevel: fields.security !== null && fields.security !== undefined,
    secondsLogged: Math.max(fields.timespent ?? 0, fields.aggregatetimespent ?? 0),
    hasDevelopment: software.development !== undefined && hasDevelopment(fields[software.development]),
    openChildren,
    links: (fields.issuelinks ?? []).flatMap(linksOf),
    fixVersionsReleased: (fields.fixVersions ?? []).length > 0 && (fields.fixVersions ?? []).every((version) => version.released === true),
    acts: [...changes.flatMap((change) => actOf(change, me, 'change')), ...comments.flatMap((one) => actOf(one, me, 'comment'))],
    moves: changes.flatMap((change) => movesOf(change, me)),
    canTransition,
    ...(sprint === undefined ? {} : { sprintId: String(sprint.id) }),
    ...(typeof rank === 'string' ? { rank } : {}),
  };
  return { kind: 'seen', item };
}

type Change = z.output<typeof ChangelogPage>['values'][number];
type Comment = z.output<typeof CommentPage>['comments'][number];

async function fetchChanges(issueId: string): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (;;) {
    const page = await fetchJira('app', route`/rest/api/3/issue/${issueId}/changelog?startAt=${changes.length}&maxResults=${PAGE}`, ChangelogPage);
    changes.push(...page.values);
    if (changes.length >= page.total) return changes;
    if (page.values.length === 0) throw new TrackerFailure(200, true, 'Jira sent an empty page that is not the last');
  }
}

/** All comments, newest first, with the operation that ours carry. */
export async function fetchComments(issueId: string): Promise<readonly Comment[]> {
  const comments: Comment[] = [];
  for (;;) {
    const path = route`/rest/api/3/issue/${issueId}/comment?startAt=${comments.length}&maxResults=${PAGE}&orderBy=-created&expand=properties`;
    const page = await fetchJira('app', path, CommentPage);
    comments.push(...page.comments);
    if (comments.length >= page.total) return comments;
    if (page.comments.length === 0) throw new TrackerFailure(200, true, 'Jira sent an empty page that is not the last');
  }
}

async function countOpenChildren(key: string): Promise<number> {
  const body = { jql: `parent = "${key}" AND statusCategory != Done`, fields: ['id'], maxResults: 5 };
  return (await fetchJira('app', route`/rest/api/3/search/jql`, IdPage, { method: 'POST', body })).issues.length;
}

async function mayTransition(issueId: string): Promise<boolean> {
  const { permissions } = await fetchJira('app', route`/rest/api/3/mypermissions?permissions=TRANSITION_ISSUES,ADD_COMMENTS&issueId=${issueId}`, MyPermissions);
  return permissions['TRANSITION_ISSUES']?.havePermission === true && permissions['ADD_COMMENTS']?.havePermission === true;
}

/** What a person did. Apps act for no person; an act without a name is taken as a person's. */
function actOf(one: Change | Comment, me: string, what: HumanAct['what']): readonly HumanAct[] {
  const isApp = one.author?.accountId === me || one.author?.accountType === 'app';
  if (isApp) return [];
  const isWork = 'items' in one && one.items.some((item) => item.field === 'timespent' || item.field === 'WorklogId');
  return [{ at: jiraTime(one.created), what: isWork ? 'worklog' : what }];
}

function movesOf(change: Change, me: string): readonly StatusMove[] {
  const op = change.historyMetadata?.extraData?.[OPERATION];
  return change.items
    .filter((item) => item.fieldId === 'status' || item.field === 'status')
    .map((item) => ({
      id: change.id,
      at: jiraTime(change.created),
      byApp: change.author?.accountId === me,
      fromStatus: item.from ?? '',
      toStatus: item.to ?? '',
      ...(op === undefined ? {} : { op }),
    }));
}

type JiraLink = NonNullable<z.output<typeof ClosingIssue>['fields']['issuelinks']>[number];

function linksOf({ type, inwardIssue, outwardIssue }: JiraLink): readonly ItemLink[] {
  const other = outwardIssue ?? inwardIssue;
  if (other === null || other === undefined) return [];
  const words = (outwardIssue ? type.outward : type.inward).toLowerCase();
  const kind = /^duplicates/.test(words) ? 'duplicates' : /duplicated by/.test(words) ? 'duplicated-by' : /^blocks/.test(words) ? 'blocks' : /blocked by/.test(words) ? 'blocked-by' : 'other';
  // A linked issue whose status is not shown counts as open: that protects.
  return [{ kind, issue: other.id, key: other.key, isOpen: other.fields?.status?.statusCategory.key !== 'done' }];
}

/** The development summary is a text; `{}` when no branch, commit or pull request is known. */
function hasDevelopment(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.trim() !== '{}';
}

function jiraTime(text: string): string {
  return isoTime(Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
}
