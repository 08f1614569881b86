import type { z } from 'zod';
import type { Issue, StatusCategory } from '../../domain/issue';
import { isoTime } from '../../domain/time';
import { textOfAdf } from '../../domain/text-of-adf';
import type { JiraIssue } from './schema';

/** Jira's issue as ours. A security level makes everything derived from it hidden. */
export function issueOf({ id, key, fields }: z.output<typeof JiraIssue>): Issue {
  const description = textOfAdf(fields.description);
  return {
    id,
    key,
    project: fields.project.key,
    summary: fields.summary ?? '',
    status: fields.status.name,
    statusCategory: categoryOf(fields.status.statusCategory.key),
    createdAt: timeOf(fields.created),
    fixVersions: (fields.fixVersions ?? []).map((version) => version.name),
    labels: fields.labels ?? [],
    visibility: fields.security ? 'hidden' : 'open',
    ...(description === '' ? {} : { description }),
    ...(fields.issuetype ? { type: fields.issuetype.name } : {}),
    ...(fields.resolution ? { resolution: fields.resolution.name } : {}),
    ...(fields.priority ? { priority: fields.priority.name } : {}),
    ...(fields.updated ? { updatedAt: timeOf(fields.updated) } : {}),
    ...(fields.resolutiondate ? { resolvedAt: timeOf(fields.resolutiondate) } : {}),
    ...(fields.sprint && fields.sprint.state !== 'closed' ? { sprint: fields.sprint.name } : {}),
    ...(fields.assignee ? { assignee: fields.assignee.accountId } : {}),
    ...(fields.reporter ? { reporter: fields.reporter.accountId } : {}),
    ...(fields.duedate ? { dueAt: timeOf(fields.duedate) } : {}),
    ...(fields.votes ? { votes: fields.votes.votes } : {}),
    ...(fields.watches ? { watchers: fields.watches.watchCount } : {}),
    ...(fields.parent ? { parent: fields.parent.id } : {}),
  };
}

function categoryOf(key: string): StatusCategory {
  if (key === 'done') return 'done';
  return key === 'indeterminate' ? 'doing' : 'todo';
}

/** Jira writes `2025-07-01T08:00:00.000+0000`. */
function timeOf(text: string): string {
  return isoTime(Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
}
