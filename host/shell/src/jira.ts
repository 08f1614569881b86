import { HostFailure, post } from './host';
import { at, numberAt, textAt } from './read';
import type { Session } from './session';

/** Jira refused: its own words, for a person. */
export class JiraFailure extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'JiraFailure';
  }
}

/** Jira's own pages ask as the person who looks; what they ask does not count against the app. */
export type AskJira = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<unknown>;

export function jiraOf(session: Pick<Session, 'site' | 'person'>): AskJira {
  return (method, path, body) => askJira(session.site.name, session.person.accountId, method, path, body);
}

/** @param accountId absent before a person was chosen */
export async function askJira(tenant: string, accountId: string | undefined, method: string, path: string, body?: unknown): Promise<unknown> {
  const value = await post('/host/jira', { tenant, ...(accountId === undefined ? {} : { accountId }), method, path, ...(body === undefined ? {} : { body }) });
  const status = numberAt(value, 'status');
  if (status === undefined) throw new HostFailure('HostFailure', 'The host gave no answer of Jira.');
  const answer = at(value, 'body');
  if (status >= 400) throw new JiraFailure(status, words(answer) || `Jira answered ${status}.`);
  return answer;
}

function words(answer: unknown): string {
  const messages = at(answer, 'errorMessages');
  const errors = at(answer, 'errors');
  return [...(Array.isArray(messages) ? messages : []), ...(typeof errors === 'object' && errors !== null ? Object.values(errors) : [])].join(' ');
}

export interface IssueLine {
  readonly key: string;
  readonly summary: string;
  readonly type: string;
  readonly status: string;
  readonly category: string;
  readonly priority: string;
  readonly assignee: string | undefined;
}

export function issueLine(issue: unknown): IssueLine {
  return {
    key: textAt(issue, 'key') ?? '',
    summary: textAt(issue, 'fields.summary') ?? '',
    type: textAt(issue, 'fields.issuetype.name') ?? '',
    status: textAt(issue, 'fields.status.name') ?? '',
    category: textAt(issue, 'fields.status.statusCategory.key') ?? 'new',
    priority: textAt(issue, 'fields.priority.name') ?? '',
    assignee: textAt(issue, 'fields.assignee.displayName'),
  };
}
