import { z } from 'zod';
import { JiraIssue } from './schema';

/** Shapes of developer.atlassian.com/cloud/jira/platform/rest/v3 that closing reads, only the fields we use. */
const Status = z.object({ id: z.string(), name: z.string(), statusCategory: z.object({ key: z.string() }) });
const Linked = z.object({ id: z.string(), key: z.string(), fields: z.object({ status: z.object({ statusCategory: z.object({ key: z.string() }) }).nullish() }).nullish() });

export const ClosingIssue = JiraIssue.extend({
  fields: JiraIssue.shape.fields.extend({
    status: Status,
    project: z.object({ id: z.string(), key: z.string(), projectTypeKey: z.string().nullish() }),
    issuetype: z.object({ id: z.string(), name: z.string() }),
    fixVersions: z.array(z.object({ name: z.string(), released: z.boolean().nullish() })).nullish(),
    timespent: z.number().nullish(),
    aggregatetimespent: z.number().nullish(),
    issuelinks: z.array(z.object({ type: z.object({ name: z.string(), inward: z.string(), outward: z.string() }), inwardIssue: Linked.nullish(), outwardIssue: Linked.nullish() })).nullish(),
  }).loose(),
});

export const Sprints = z.array(z.object({ id: z.number(), name: z.string(), state: z.string() })).nullish();

const Author = z.object({ accountId: z.string(), accountType: z.string().nullish() });
export const ChangelogPage = z.object({
  values: z.array(
    z.object({
      id: z.string(),
      /** Absent for what Jira did by itself. */
      author: Author.nullish(),
      created: z.string(),
      historyMetadata: z.object({ extraData: z.record(z.string(), z.string()).nullish() }).nullish(),
      items: z.array(z.object({ fieldId: z.string().nullish(), field: z.string(), from: z.string().nullish(), to: z.string().nullish() })),
    }),
  ),
  total: z.number(),
  isLast: z.boolean().nullish(),
});

export const CommentPage = z.object({
  comments: z.array(z.object({ id: z.string(), created: z.string(), author: Author.nullish(), properties: z.array(z.object({ key: z.string(), value: z.unknown() })).nullish() })),
  total: z.number(),
});

export const TransitionList = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      to: Status,
      isAvailable: z.boolean().nullish(),
      fields: z.record(z.string(), z.object({ required: z.boolean(), hasDefaultValue: z.boolean().nullish(), allowedValues: z.array(z.object({ name: z.string().nullish() })).nullish() })).nullish(),
    }),
  ),
});

export const EditMeta = z.object({ fields: z.record(z.string(), z.unknown()) });
export const FieldList = z.array(z.object({ id: z.string(), schema: z.object({ custom: z.string().nullish() }).nullish() }));
export const ResolutionList = z.array(z.object({ name: z.string() }));
export const ServerInfo = z.object({ baseUrl: z.url({ protocol: /^https?$/ }) });
export const Myself = z.object({ accountId: z.string() });
export const CommentMade = z.object({ id: z.string() });
/** POST /rest/api/3/search/jql for ids, with a few fields. */
export const IdPage = z.object({ issues: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()).nullish() })), nextPageToken: z.string().nullish() });
export const DonePage = z.object({ issues: z.array(z.object({ id: z.string(), fields: z.object({ status: Status }) })) });
export const DuplicatePage = z.object({
  issues: z.array(z.object({ id: z.string(), fields: ClosingIssue.shape.fields.pick({ issuelinks: true }) })),
  nextPageToken: z.string().nullish(),
});
