import { z } from 'zod';
import { Turns } from '../_shared/in-turn';
import { maybe } from '../_shared/maybe';
import { NumberedPlace } from '../_shared/numbered-pages';

const Time = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());
const User = maybe(z.object({ id: z.int(), login: maybe(z.string()), type: maybe(z.string()) }));
const Reactions = maybe(z.object({ '+1': maybe(z.int().min(0)) }));

/** Whoever did something; nobody, where the account is gone. */
export const Actor = maybe(z.object({ login: z.string() }));
/** Who edited the words last, and who renamed it, in order; nothing where nobody asked. */
const Edits = z.object({ editor: maybe(z.string()), renames: z.array(z.object({ from: z.string(), by: maybe(z.string()) })) });
export type Edits = z.output<typeof Edits>;

/** https://docs.github.com/en/rest/issues/issues#list-repository-issues */
export const Issue = z.object({
  number: z.int().min(1),
  title: z.string(),
  body: maybe(z.string()),
  state: z.string(),
  html_url: z.string(),
  created_at: Time,
  updated_at: Time,
  user: User,
  author_association: maybe(z.string()),
  labels: z.array(z.union([z.string(), z.object({ name: maybe(z.string()) }).transform((label) => label.name ?? '')])),
  pull_request: maybe(z.object({})),
  reactions: Reactions,
  edits: maybe(Edits),
});

/** Where a comment stands: enough to call it by its name. */
export const CommentId = z.object({ id: z.int(), issue_url: z.string().regex(/\/issues\/\d+$/) });

/** https://docs.github.com/en/rest/issues/comments#list-issue-comments-for-a-repository */
export const Comment = CommentId.extend({
  body: maybe(z.string()),
  html_url: z.string(),
  created_at: Time,
  updated_at: Time,
  user: User,
  author_association: maybe(z.string()),
  reactions: Reactions,
  edits: maybe(Edits),
});

const Speaker = {
  author: maybe(z.object({ __typename: z.string(), login: maybe(z.string()), databaseId: maybe(z.int()) })),
  editor: Actor,
  authorAssociation: maybe(z.string()),
};

const Spoken = { databaseId: z.int(), body: z.string(), url: z.string(), createdAt: Time, updatedAt: Time, ...Speaker };
/** A comment of a discussion, or a reply to one: https://docs.github.com/en/graphql/reference/objects#discussioncomment */
export const DiscussionComment = z.object(Spoken);

/** https://docs.github.com/en/graphql/reference/objects#discussion */
export const Discussion = z.object({
  number: z.int().min(1),
  title: z.string(),
  body: z.string(),
  url: z.string(),
  createdAt: Time,
  updatedAt: Time,
  upvoteCount: maybe(z.int().min(0)),
  category: maybe(z.object({ name: z.string() })),
  ...Speaker,
  comments: z.object({
    pageInfo: z.object({ hasNextPage: z.boolean() }),
    nodes: z.array(z.object({ ...Spoken, replies: maybe(z.object({ totalCount: z.int() })) })),
  }),
  /** All its comments and replies, where the list does not hold them. */
  thread: maybe(z.object({ said: z.array(z.unknown()), isCut: z.boolean() })),
});

/** One page of the comments of a discussion, with their replies: https://docs.github.com/en/graphql/reference/objects#discussioncommentconnection */
export const ThreadPage = z.object({
  repository: z.object({
    discussion: z.object({
      comments: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: maybe(z.string()) }),
        nodes: z.array(z.looseObject({ replies: z.object({ pageInfo: z.object({ hasNextPage: z.boolean() }), nodes: z.array(z.unknown()) }) })),
      }),
    }),
  }),
});

/** https://docs.github.com/en/graphql/reference/objects#discussionconnection */
export const DiscussionPage = z.object({
  repository: z.object({
    hasDiscussionsEnabled: z.boolean(),
    discussions: z.object({ nodes: z.array(z.unknown()), pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: maybe(z.string()) }) }),
  }),
});

/** https://docs.github.com/en/rest/users/users#get-a-user-using-their-id ; renamed accounts keep their number. */
export const Person = z.object({ login: z.string(), name: maybe(z.string()) });

/** https://docs.github.com/en/rest/orgs/members#list-organization-members : also those who keep it private, to a key that may read members; else the public ones. */
export const MemberPage = z.array(z.object({ id: z.int().min(1) }));

/** Which of a repository's lists is being read, in this order. */
export const STAGES = ['issues', 'comments', 'discussions'] as const;

/**
 * Repositories in turn. `began`: when the reading of this one did. `from`, `page` and `back`: the place in its list; `after`: the place among discussions.
 * `changed`: an issue changed since the last round, so that its comments are worth asking for. `since`: per repository, when its last whole round began.
 */
export const Cursor = z.object({
  repo: z.string(),
  stage: z.enum(STAGES),
  ...NumberedPlace.shape,
  from: z.string(),
  after: z.string().nullable(),
  changed: z.boolean(),
  began: z.string(),
  since: z.record(z.string(), z.string()),
  turns: Turns,
  /** Members of the organisations named in `of`, as they were at a moment. */
  members: z.object({ at: z.string(), of: z.string(), ids: z.string() }).exactOptional(),
});
export type Cursor = z.output<typeof Cursor>;
