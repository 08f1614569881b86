/** How a field is found in a row of an unknown export, and what it holds. */
export interface FieldNames {
  readonly holds: 'id' | 'text' | 'time' | 'number' | 'list';
  readonly names: readonly string[];
  /** Longer texts are left out, where the import would refuse the row. */
  readonly most?: number;
}

export type Names = Readonly<Record<string, FieldNames>>;

const short = (...names: string[]): FieldNames => ({ holds: 'text', names, most: 255 });

export const SIGNAL_NAMES: Names = {
  id: { holds: 'id', names: ['id', 'signal', 'signal_id', 'review_id', 'question_id', 'respondent'] },
  at: { holds: 'time', names: ['at', 'created_at', 'createdAt', 'created', 'date', 'time', 'timestamp'] },
  title: { holds: 'text', names: ['title', 'subject', 'headline'] },
  text: { holds: 'text', names: ['text', 'body', 'content', 'comment', 'review', 'message', 'description'] },
  kind: short('kind'),
  event: short('event'),
  source: short('source', 'channel'),
  author: short('author', 'author_id', 'user', 'user_id', 'customer'),
  account: short('account', 'account_id', 'company', 'organization', 'organisation'),
  locale: { holds: 'text', names: ['locale', 'language', 'lang'], most: 64 },
  url: { holds: 'text', names: ['url', 'link'], most: 2000 },
  rating: { holds: 'number', names: ['rating', 'stars'] },
  value: { holds: 'number', names: ['value'] },
  status: short('status'),
  version: short('version', 'app_version', 'version_tag'),
};

export const ISSUE_NAMES: Names = {
  key: { holds: 'id', names: ['key', 'Issue key', 'issue_key', 'id', 'Issue id', 'number', 'bug'] },
  summary: { holds: 'text', names: ['summary', 'title', 'Summary', 'subject', 'name'] },
  description: { holds: 'text', names: ['description', 'Description', 'body', 'text'] },
  type: short('type', 'Issue Type', 'issue_type', 'issuetype'),
  status: short('status', 'Status', 'state'),
  created: { holds: 'time', names: ['created', 'Created', 'created_at', 'createdAt', 'filed_by', 'filed_at', 'opened_at'] },
  updated: { holds: 'time', names: ['updated', 'Updated', 'updated_at', 'updatedAt'] },
  resolved: { holds: 'time', names: ['resolved', 'Resolved', 'resolved_at', 'resolvedAt', 'fixed_at', 'closed_at'] },
  fixVersions: { holds: 'list', names: ['fixVersions', 'fix_versions', 'Fix Version/s', 'first_stable_fix_version'] },
  labels: { holds: 'list', names: ['labels', 'Labels'] },
};

export const RELEASE_NAMES: Names = {
  name: { holds: 'text', names: ['name', 'version'], most: 255 },
  releasedAt: { holds: 'time', names: ['releasedAt', 'released_at', 'release_date', 'date'] },
  issues: { holds: 'list', names: ['issues', 'bugs'] },
};

export const DECISION_NAMES: Names = {
  signal: { holds: 'id', names: ['signal', 'signal_id', 'question_id'] },
  issue: { holds: 'id', names: ['issue', 'key', 'issue_key', 'bug'] },
  at: { holds: 'time', names: ['at', 'posted_at', 'created_at', 'date'] },
  verdict: short('verdict'),
  by: short('by'),
};
