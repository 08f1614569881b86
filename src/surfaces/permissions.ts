import { NotAllowed } from '../domain/errors';
import type { IssueTracker } from '../ports/issue-tracker';
import type { Permission } from './endpoint';

/** Administer Jira, asked of Jira as the user. */
export function siteAdmin(tracker: IssueTracker): Permission {
  return async () => {
    if (!(await tracker.isSiteAdmin())) throw new NotAllowed('needs Administer Jira');
  };
}

/** May see the very issue that the platform says the panel stands on. Hidden and absent answer alike. */
export function issueViewer(tracker: IssueTracker): Permission {
  return async ({ issueId }) => {
    if (issueId === undefined || !(await tracker.issueRights(issueId)).browse) throw new NotAllowed('no such issue');
  };
}

/** May see and edit the very issue that the platform says the panel stands on. */
export function issueEditor(tracker: IssueTracker): Permission {
  return async ({ issueId }) => {
    const rights = issueId === undefined ? undefined : await tracker.issueRights(issueId);
    if (rights === undefined || !rights.browse || !rights.edit) throw new NotAllowed('no such issue');
  };
}

/** May see the project that the platform says the page stands on. */
export function projectViewer(tracker: IssueTracker): Permission {
  return async ({ projectKey }) => {
    if (projectKey === undefined || !(await tracker.canBrowseProject(projectKey))) throw new NotAllowed('no such project');
  };
}

/** Administer Projects on the project that the platform says the page stands on. */
export function projectAdmin(tracker: IssueTracker): Permission {
  return async ({ projectKey }) => {
    if (projectKey === undefined || !(await tracker.isProjectAdmin(projectKey))) throw new NotAllowed('needs Administer Projects');
  };
}

/** Anyone who is signed in; the act itself must filter by what they may see. */
export function signedIn(): Permission {
  return async () => undefined;
}
