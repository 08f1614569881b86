/** What the emulated Jira keeps, one row each. Rows are replaced, never changed in place. */
export interface Adf {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly unknown[];
}

export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly kind: 'atlassian' | 'customer' | 'app';
  readonly siteAdmin: boolean;
  /** Project id to role. */
  readonly roles: Readonly<Record<string, Role>>;
}

export type Role = 'administrator' | 'member' | 'viewer';

export interface StatusRow {
  readonly id: string;
  readonly name: string;
  readonly category: 'todo' | 'doing' | 'done';
}

/** Priorities, resolutions and issue types: an id and a name. */
export interface NamedRow {
  readonly id: string;
  readonly name: string;
}

export interface TransitionRow {
  readonly id: string;
  readonly name: string;
  /** Status ids it can be taken from. */
  readonly from: readonly string[];
  readonly to: string;
  readonly resolutionOnScreen: boolean;
}

export interface ProjectRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type?: 'software' | 'service_desk';
  readonly lead?: string;
  /** Status ids of the workflow, in its order; the first is where issues start. */
  readonly statuses: readonly string[];
  readonly transitions: readonly TransitionRow[];
  /** Resolution ids that the workflow offers. */
  readonly resolutions: readonly string[];
  /** Level id, its name, and who is in it. */
  readonly securityLevels: readonly { readonly id: string; readonly name: string; readonly members: readonly string[] }[];
  readonly lastNumber: number;
}

export interface VersionRow {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly description?: string;
  readonly released: boolean;
  readonly archived: boolean;
  /** `YYYY-MM-DD`. */
  readonly startDate?: string;
  readonly releaseDate?: string;
  readonly position: number;
}

export interface RelatedWorkRow {
  readonly id: string;
  readonly versionId: string;
  readonly category: string;
  readonly title?: string;
  readonly url?: string;
  readonly issueId?: string;
}

export interface SprintRow {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly state: 'future' | 'active' | 'closed';
  readonly startAt?: string;
  readonly endAt?: string;
  readonly completedAt?: string;
  readonly goal?: string;
}

export interface IssueRow {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly summary: string;
  readonly description?: Adf;
  readonly typeId: string;
  readonly statusId: string;
  readonly statusChangedAt: string;
  readonly resolutionId?: string;
  readonly priorityId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly resolvedAt?: string;
  readonly creator?: string;
  readonly reporter?: string;
  readonly assignee?: string;
  readonly fixVersions: readonly string[];
  readonly labels: readonly string[];
  /** Sprint ids: closed ones it was in, and at most one that is not closed, last. */
  readonly sprints: readonly string[];
  readonly parentId?: string;
  readonly dueDate?: string;
  /** Votes and watchers that a seed brought without names. */
  readonly namelessVotes: number;
  readonly namelessWatchers: number;
  readonly voters: readonly string[];
  readonly watchers: readonly string[];
  readonly securityLevelId?: string;
  readonly organisation?: { readonly id: string; readonly name: string };
  readonly rank: number;
}

export interface CommentRow {
  readonly id: string;
  readonly issueId: string;
  readonly author: string;
  readonly updateAuthor: string;
  readonly body: Adf;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly visibility?: { readonly type: 'role' | 'group'; readonly value: string };
}

export interface ChangeItem {
  readonly field: string;
  readonly fieldId: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export interface ChangeRow {
  readonly id: string;
  readonly issueId: string;
  readonly at: string;
  readonly author?: string;
  readonly items: readonly ChangeItem[];
  /** What the caller wrote into the history with the change, as it came. */
  readonly metadata?: unknown;
}

export interface LinkRow {
  readonly id: string;
  readonly typeId: string;
  readonly inwardId: string;
  readonly outwardId: string;
}

export interface PropertyRow {
  /** `issue:10001:resurface` or `comment:10040:resurface`. */
  readonly id: string;
  /** `issue:10001` or `comment:10040`. */
  readonly entity: string;
  readonly key: string;
  readonly value: unknown;
}

export interface TaskRow {
  readonly id: string;
  readonly status: 'ENQUEUED' | 'RUNNING' | 'COMPLETE' | 'FAILED';
  readonly by: string;
  readonly submittedAt: string;
  readonly finishedAt?: string;
  readonly message?: string;
  readonly pins: readonly { readonly moduleId: string; readonly projectId: string; readonly action: 'PIN' | 'UNPIN' }[];
}

/** An app's issue panel shown on every issue of a project, or on one issue where a person clicked its button. */
export interface PanelRow {
  readonly id: string;
  readonly moduleKey: string;
  readonly projectId?: string;
  readonly issueId?: string;
}

export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Site name, counters, whether the tenant is made up: a key and a text. */
export interface MetaRow {
  readonly id: string;
  readonly value: string;
}
