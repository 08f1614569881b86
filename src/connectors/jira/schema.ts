import { z } from 'zod';
import { maybe } from '../_shared/maybe';
import { PersonsName } from '../_shared/persons-name';

const Id = z.union([z.string().min(1), z.int()]).transform(String);
/** Jira writes times with an offset but without a colon in it: `2025-06-30T10:00:00.000+0000`. */
const Time = z.string().transform((text, context) => {
  const at = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (!Number.isNaN(at)) return new Date(at).toISOString();
  context.addIssue({ code: 'custom', message: 'no time' });
  return z.NEVER;
});

/** Without `accountType` nobody could tell a customer from an agent. It is `atlassian`, `customer` (of a help centre) or `app`: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/ */
const Person = z.object({ accountId: z.string(), accountType: z.string(), displayName: PersonsName });
/** `jsdPublic` is false for an internal comment of Jira Service Management. */
export const Comment = z.object({ id: Id, author: maybe(Person), body: z.unknown(), created: Time, jsdPublic: maybe(z.boolean()) });
const Named = z.object({ name: z.string() });
const LinkEnd = z.object({ id: Id, key: z.string() });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post ; own fields of Jira Service Management stay unread here. */
export const Request = z.object({
  id: Id,
  key: z.string(),
  fields: z.looseObject({
    summary: z.string(),
    description: z.unknown(),
    created: Time,
    updated: Time,
    reporter: z.union([Person, z.null()]),
    creator: maybe(Person),
    status: Named,
    project: z.object({ key: z.string() }),
    issuetype: Named,
    labels: maybe(z.array(z.string())),
    components: maybe(z.array(Named)),
    comment: z.object({ comments: z.array(Comment), total: z.int() }),
    issuelinks: maybe(z.array(z.object({ id: Id, inwardIssue: maybe(LinkEnd), outwardIssue: maybe(LinkEnd) }))),
  }),
});
/** Of which no more is asked for: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post */
export const BareRequest = z.object({ id: Id, fields: z.object({ created: Time }) });
export type Request = z.output<typeof Request>;
export type Comment = z.output<typeof Comment>;
export type Person = z.output<typeof Person>;

export const SearchPage = z.object({ issues: z.array(z.unknown()), nextPageToken: maybe(z.string()), isLast: maybe(z.boolean()) });
/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/ */
export const CommentPage = z.object({ comments: z.array(Comment), total: z.int() });
export const Fetched = z.object({ issues: z.array(z.object({ id: Id })) });
export const Counted = z.object({ count: z.int() });
export const FieldList = z.array(z.object({ id: z.string(), searchable: maybe(z.boolean()), clauseNames: maybe(z.array(z.string())), schema: maybe(z.object({ custom: maybe(z.string()) })) }));

/** The value of the field for organisations: https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-organization/ */
export const Organisations = z.array(z.object({ id: Id, name: z.string() }));
/** The value of the field for satisfaction: https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/#api-rest-servicedeskapi-request-requestidorkey-feedback-get */
export const Satisfaction = z.object({ rating: z.number() });
/** The value of the field for when somebody was asked and answered. */
export const SatisfiedAt = Time;
/** `comment` only where something was written: https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/#api-rest-servicedeskapi-request-requestidorkey-feedback-get */
export const Feedback = z.object({ rating: z.number(), comment: maybe(z.object({ body: maybe(z.string()) })) });

export const Cursor = z.object({
  /** Page of the round that is under way. */
  token: z.string().nullable(),
  /** Changes from then on are asked for in the round that began at `began`; `wideAt`: when the last round began that read some hours again. */
  since: z.string(),
  began: z.string(),
  wideAt: z.string(),
  /** From when on everything is read where these ids change. */
  first: z.string().exactOptional(),
  lookedAt: z.string().exactOptional(),
  /** This site's ids of the fields for organisations and satisfaction, looked up at `lookedAt`, once a day. */
  organisations: z.string().nullable(),
  satisfaction: z.string().nullable(),
  /** The field for when somebody gave a rating, and its name in a search where it has one; absent before this was looked for. */
  satisfiedAt: z.object({ id: z.string(), clause: z.string().nullable() }).nullable().exactOptional(),
  /** The page was not read to its end, and is asked for once more. */
  isAgain: z.literal(true).exactOptional(),
  /** By request, of those that may come again: the revision in which all of it was read, what takes a request of its own included. */
  heard: z.record(z.string(), z.string()).exactOptional(),
});
export type Cursor = z.output<typeof Cursor>;
