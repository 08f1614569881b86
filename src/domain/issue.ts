import type { IsoTime } from './time';
import type { VisibilityClass } from './visibility';

export type StatusCategory = 'todo' | 'doing' | 'done';

/** A Jira issue as we keep it. The id is the truth (keys change when issues move); the key is its label. */
export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly project: string;
  readonly summary: string;
  readonly description?: string;
  readonly type?: string;
  readonly status: string;
  readonly statusCategory: StatusCategory;
  readonly resolution?: string;
  readonly priority?: string;
  readonly createdAt: IsoTime;
  readonly updatedAt?: IsoTime;
  readonly resolvedAt?: IsoTime;
  readonly fixVersions: readonly string[];
  readonly labels: readonly string[];
  readonly sprint?: string;
  readonly assignee?: string;
  readonly reporter?: string;
  readonly dueAt?: IsoTime;
  readonly votes?: number;
  readonly watchers?: number;
  readonly parent?: string;
  /** `hidden` for an issue with a security level: nothing derived from it may show in an aggregate. */
  readonly visibility: VisibilityClass;
}

/** Open: could still be worked on, so it may be judged. */
export function isBacklogItem(issue: Issue): boolean {
  return issue.statusCategory !== 'done';
}

const IMPORTED = 'import:';

/** Id of an issue that came from a file: Jira's own ids are numbers, so the two never meet; two products may hold files with the same keys. */
export function importedIssueId(product: string, key: string): string {
  return `${IMPORTED}${product}:${key}`;
}

export function isImportedIssue(id: string): boolean {
  return id.startsWith(IMPORTED);
}
