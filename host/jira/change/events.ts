import type { Caller } from '../access/caller';
import { accountOf } from '../access/caller';
import { FIELDS } from '../shape/fields';
import type { ChangeItem, CommentRow, IssueRow, SprintRow, VersionRow } from '../state/rows';
import type { Sight } from '../access/sight';
import type { Tenant } from '../state/tenant';
import { commentOf } from '../shape/comment';
import { statusOf } from '../shape/names';
import { userById } from '../shape/user';
import { sprintOf, versionOf } from '../shape/version';

/** Who changed what where, as every change needs it. */
export interface Act {
  readonly tenant: Tenant;
  readonly caller: Caller;
  readonly sight: Sight;
}

const EVENT_FIELDS = ['summary', 'issuetype', 'creator', 'created', 'project', 'reporter', 'assignee', 'updated', 'status'];

/** Stores a product event with the change that runs; the platform gets it after the change is durable. */
export function emit({ tenant, caller }: Act, type: string, payload: Readonly<Record<string, unknown>>): void {
  const actor = accountOf(caller);
  tenant.events.put({
    id: tenant.nextId('event'),
    type,
    actor,
    payload: { eventType: type, ...payload, atlassianId: actor, selfGenerated: caller.kind === 'app', timestamp: String(Date.parse(tenant.now())) },
  });
}

export function emitIssue(act: Act, verb: 'created' | 'deleted', issue: IssueRow): void {
  emit(act, `avi:jira:${verb}:issue`, { issue: eventIssue(act, issue), ...associated(act, [accountOf(act.caller)]) });
}

/** `updated`, and `assigned` too when that changed. */
export function emitUpdated(act: Act, issue: IssueRow, changeId: string, items: readonly ChangeItem[]): void {
  const { tenant } = act;
  const assigned = items.filter((one) => one.fieldId === 'assignee');
  const statuses = items.filter((one) => one.fieldId === 'status').flatMap((one) => [one.from, one.to]);
  const payload = {
    issue: eventIssue(act, issue),
    changelog: { id: changeId, items },
    ...associated(act, [accountOf(act.caller), ...assigned.flatMap((one) => [one.from, one.to])]),
  };
  const associatedStatuses = statuses.flatMap((id) => {
    const row = tenant.statuses.get(id ?? '');
    return row === undefined ? [] : [statusOf(tenant, row)];
  });
  emit(act, 'avi:jira:updated:issue', { ...payload, ...(associatedStatuses.length === 0 ? {} : { associatedStatuses }) });
  if (assigned.length > 0) emit(act, 'avi:jira:assigned:issue', { ...payload, changelog: { id: changeId, items: assigned } });
}

export function emitComment(act: Act, type: 'avi:jira:commented:issue' | 'avi:jira:deleted:comment', issue: IssueRow, comment: CommentRow): void {
  emit(act, type, { issue: eventIssue(act, issue), comment: commentOf(act.tenant, comment), ...associated(act, [comment.author]) });
}

export function emitVersion(act: Act, verb: string, version: VersionRow, more: Readonly<Record<string, unknown>> = {}): void {
  emit(act, `avi:jira:${verb}:version`, { version: versionOf(act.tenant, version), ...more });
}

export function emitSprint(act: Act, verb: string, sprint: SprintRow): void {
  emit(act, `avi:jira-software:${verb}:sprint`, { sprint: sprintOf(act.tenant, sprint) });
}

function eventIssue({ tenant, sight }: Act, issue: IssueRow): unknown {
  return { id: issue.id, key: issue.key, fields: Object.fromEntries(EVENT_FIELDS.map((name) => [name, FIELDS[name]?.read({ tenant, issue, sight }) ?? null])) };
}

function associated({ tenant }: Act, ids: readonly (string | null)[]): { readonly associatedUsers?: readonly unknown[] } {
  const users = [...new Set(ids)].flatMap((id) => userById(tenant, id ?? undefined) ?? []);
  return users.length === 0 ? {} : { associatedUsers: users };
}

