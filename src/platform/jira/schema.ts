import { z } from 'zod';

/** Shapes of developer.atlassian.com/cloud/jira/platform/rest/v3, only the fields we use. */
export const JiraIssue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string().nullish(),
    description: z.unknown().optional(),
    issuetype: z.object({ name: z.string() }).nullish(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    resolution: z.object({ name: z.string() }).nullish(),
    priority: z.object({ name: z.string() }).nullish(),
    project: z.object({ key: z.string() }),
    created: z.string(),
    updated: z.string().nullish(),
    resolutiondate: z.string().nullish(),
    fixVersions: z.array(z.object({ name: z.string() })).nullish(),
    labels: z.array(z.string()).nullish(),
    assignee: z.object({ accountId: z.string() }).nullish(),
    reporter: z.object({ accountId: z.string() }).nullish(),
    duedate: z.string().nullish(),
    votes: z.object({ votes: z.number() }).nullish(),
    watches: z.object({ watchCount: z.number() }).nullish(),
    parent: z.object({ id: z.string() }).nullish(),
    security: z.object({ id: z.string() }).nullish(),
    sprint: z.object({ name: z.string(), state: z.string() }).nullish(),
  }),
});

/** POST /rest/api/3/search/jql: no total, `nextPageToken` until the last page. */
export const SearchPage = z.object({
  issues: z.array(JiraIssue),
  nextPageToken: z.string().nullish(),
  isLast: z.boolean().nullish(),
});

export const Version = z.object({
  id: z.string(),
  name: z.string(),
  released: z.boolean().optional(),
  archived: z.boolean().optional(),
  releaseDate: z.string().optional(),
});

export const Project = z.object({ id: z.string(), key: z.string(), name: z.string() });
export const ProjectPage = z.object({ values: z.array(Project), isLast: z.boolean().optional(), total: z.number().optional() });

export const MyPermissions = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
export const PermittedIssues = z.object({ projectPermissions: z.array(z.object({ permission: z.string(), issues: z.array(z.number()) })) });
export const GrantedGlobally = z.object({ globalPermissions: z.array(z.string()) });
export const UserList = z.array(z.object({ accountId: z.string(), accountType: z.string(), active: z.boolean().optional() }));
export const PinTask = z.object({ taskId: z.string() });
export const Task = z.object({ id: z.string(), status: z.string() });

/** GET /user/bulk. */
export const UserPage = z.object({ values: z.array(z.object({ accountId: z.string(), displayName: z.string(), active: z.boolean().optional() })) });
