import type { Issue } from '../domain/issue';
import { isImportedIssue } from '../domain/issue';
import type { Policy } from '../domain/policy';
import type { CloseGround, FreshItem, Mark } from '../domain/sweep';
import type { IsoTime } from '../domain/time';
import { PROTECTED_LABELS, PROTECTED_PRIORITIES, PROTECTED_TYPES } from './policy-bounds';

/** Why an item is never closed by us, whatever customers said. */
export type Protection =
  | 'assigned'
  | 'in-sprint'
  | 'due-date'
  | 'fix-version'
  | 'open-children'
  | 'blocking-link'
  | 'original-of-duplicate'
  | 'security-level'
  | 'protected-label'
  | 'protected-type'
  | 'high-priority'
  | 'protected-reporter'
  | 'votes'
  | 'watchers'
  | 'service-request'
  | 'work-logged'
  | 'development'
  | 'started'
  | 'kept'
  | 'hands-off'
  | 'not-in-jira'
  | 'not-transitionable';

/** Protections that the stored issue shows already, so that most items need no read of Jira. */
export function storedProtection(issue: Issue, ground: CloseGround, policy: Policy): Protection | undefined {
  if (isImportedIssue(issue.id)) return 'not-in-jira';
  if (issue.visibility !== 'open') return 'security-level';
  if (issue.assignee !== undefined) return 'assigned';
  if (issue.sprint !== undefined) return 'in-sprint';
  if (issue.dueAt !== undefined) return 'due-date';
  if (issue.statusCategory === 'doing') return 'started';
  // A released version on an open item is the very reason to close it as shipped; on anything else it is a plan.
  if (issue.fixVersions.length > 0 && ground.kind !== 'shipped') return 'fix-version';
  if (hasAny(issue.labels, PROTECTED_LABELS) || hasAny(issue.labels, policy.protectedLabels)) return 'protected-label';
  if (issue.type !== undefined && PROTECTED_TYPES.some((type) => issue.type?.toLowerCase().includes(type))) return 'protected-type';
  if (issue.priority !== undefined && PROTECTED_PRIORITIES.includes(issue.priority.toLowerCase())) return 'high-priority';
  if (issue.reporter !== undefined && policy.protectedReporters.includes(issue.reporter)) return 'protected-reporter';
  if ((issue.votes ?? 0) >= policy.protectVotes) return 'votes';
  return (issue.watchers ?? 0) >= policy.protectWatchers ? 'watchers' : undefined;
}

/** Protections of an item read a moment ago: the stored ones and what only a fresh read shows. */
export function protectionOf(item: FreshItem, ground: CloseGround, policy: Policy): Protection | undefined {
  const stored = storedProtection(item.issue, ground, policy);
  if (stored !== undefined) return stored;
  if (item.issue.fixVersions.length > 0 && !item.fixVersionsReleased) return 'fix-version';
  if (item.sprintId !== undefined) return 'in-sprint';
  if (item.hasSecurityLevel) return 'security-level';
  if (item.projectKind === 'service') return 'service-request';
  if (item.openChildren > 0) return 'open-children';
  if (item.links.some((link) => link.isOpen && (link.kind === 'blocks' || link.kind === 'blocked-by'))) return 'blocking-link';
  // Customers of a duplicate are customers of its original.
  if (ground.kind === 'no-support' && item.links.some((link) => link.kind === 'duplicated-by')) return 'original-of-duplicate';
  if (item.secondsLogged > 0) return 'work-logged';
  if (item.hasDevelopment) return 'development';
  return item.canTransition ? undefined : 'not-transitionable';
}

/** What people's marks in our own store say. */
export function markProtection(marks: readonly Mark[], now: IsoTime): Protection | undefined {
  if (marks.some((mark) => mark.kind === 'hands-off')) return 'hands-off';
  return marks.some((mark) => mark.kind === 'keep' && (mark.until === undefined || mark.until > now)) ? 'kept' : undefined;
}

function hasAny(labels: readonly string[], listed: readonly string[]): boolean {
  return labels.some((label) => listed.some((one) => one.toLowerCase() === label.toLowerCase()));
}
