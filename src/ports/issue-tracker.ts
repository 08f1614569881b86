import type { Issue } from '../domain/issue';
import type { IsoTime } from '../domain/time';

export interface IssuePage {
  readonly issues: readonly Issue[];
  readonly nextPageToken?: string;
}

export interface TrackedVersion {
  readonly id: string;
  readonly name: string;
  readonly project: string;
  readonly released: boolean;
  readonly releasedAt?: IsoTime;
  readonly archived: boolean;
}

export interface TrackedProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** Jira, as we need it for reading. Every answer is parsed; an answer that is not what was asked for throws, it is never "none". */
export interface IssueTracker {
  /** As the app. @throws TrackerFailure TrackerRateLimited */
  fetchIssues(query: { projects: readonly string[]; updatedSince?: IsoTime; pageToken?: string }): Promise<IssuePage>;
  fetchVersions(project: string): Promise<readonly TrackedVersion[]>;
  fetchProjects(): Promise<readonly TrackedProject[]>;
  /** As the user who asks: may they see and edit this issue? An issue that does not exist and one they may not see answer alike. */
  issueRights(issueId: string): Promise<{ readonly browse: boolean; readonly edit: boolean }>;
  /** As the user who asks: which of these issue ids may they see? */
  browsable(issueIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** As the user who asks: the global Administer Jira permission. */
  isSiteAdmin(): Promise<boolean>;
  /** As a site administrator who asks: is there certainly no other? False where that is not certain. */
  isOnlySiteAdmin(): Promise<boolean>;
  /** As the user who asks: may they see this project? */
  canBrowseProject(projectKey: string): Promise<boolean>;
  /** As the user who asks: the Administer Projects permission on this project. */
  isProjectAdmin(projectKey: string): Promise<boolean>;
  /** As the user who asks: names of people by account id, as Jira shows them now. Nobody whom Jira does not name is in it; never kept. */
  displayNames(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Pins (or unpins) our issue panel in projects; answers the id of Jira's task. */
  pinPanel(projects: readonly string[], pinned: boolean): Promise<string>;
  pinStatus(taskId: string): Promise<'running' | 'complete' | 'failed'>;
}
