import { z } from 'zod';
import { maybe } from '../_shared/maybe';
import { PersonsName } from '../_shared/persons-name';

const Id = z.int().transform(String);
const Named = z.object({ id: Id, name: z.string() });

/** https://developer.zendesk.com/api-reference/ticketing/users/users/ */
export const User = z.object({ id: Id, role: z.string(), name: PersonsName, email: maybe(z.string()), locale: maybe(z.string()) });

/** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ ; `generated_timestamp` comes with exports, `comment_count` when asked for. */
export const Ticket = z.object({
  id: Id,
  status: z.string(),
  subject: maybe(z.string()),
  description: z.string(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  generated_timestamp: maybe(z.int()),
  requester_id: Id,
  submitter_id: maybe(Id),
  organization_id: maybe(Id),
  brand_id: maybe(Id),
  group_id: maybe(Id),
  ticket_form_id: maybe(Id),
  tags: maybe(z.array(z.string())),
  via: maybe(z.object({ channel: maybe(z.string()) })),
  comment_count: maybe(z.int()),
  satisfaction_rating: maybe(z.object({ score: maybe(z.string()), comment: maybe(z.string()) })),
});

/** A deleted ticket keeps its id and its times; its text is scrubbed after a while: https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#delete-ticket */
export const DeletedTicket = z.object({ id: Id, status: z.literal('deleted'), updated_at: z.iso.datetime(), generated_timestamp: maybe(z.int()) });

/** https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/#incremental-ticket-export-cursor-based */
export const ExportPage = z.object({
  tickets: z.array(z.unknown()),
  after_cursor: z.string().nullable(),
  end_of_stream: z.boolean(),
  users: maybe(z.array(z.unknown())),
  groups: maybe(z.array(z.unknown())),
  brands: maybe(z.array(z.unknown())),
  ticket_forms: maybe(z.array(z.unknown())),
});
export const Name = Named;

const Meta = z.object({ has_more: z.boolean(), after_cursor: maybe(z.string()) });

/** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/ */
export const Comment = z.object({ id: Id, author_id: Id, public: z.boolean(), plain_body: z.string(), created_at: z.iso.datetime(), type: maybe(z.string()), via: maybe(z.object({ channel: maybe(z.string()) })) });
/** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#list-comments */
export const CommentPage = z.object({ comments: z.array(Comment), users: z.array(User), meta: Meta });

/** https://developer.zendesk.com/api-reference/ticketing/organizations/organizations/ */
export const Organization = z.object({
  id: Id,
  name: z.string(),
  domain_names: maybe(z.array(z.string())),
  updated_at: z.iso.datetime(),
  organization_fields: maybe(z.record(z.string(), z.unknown())),
});
/** https://developer.zendesk.com/api-reference/ticketing/organizations/organizations/#list-organizations */
export const OrganizationPage = z.object({ organizations: z.array(z.unknown()), meta: Meta });

/** https://developer.zendesk.com/api-reference/ticketing/jira/links/ */
export const Link = z.object({ ticket_id: z.union([z.int(), z.string()]).transform(String), issue_id: maybe(z.union([z.int(), z.string()]).transform(String)), issue_key: z.string(), created_at: z.iso.datetime() });
/** https://developer.zendesk.com/api-reference/ticketing/jira/links/#list-links */
export const LinkPage = z.object({ links: z.array(z.unknown()), meta: Meta });

/** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#show-multiple-tickets */
export const ShowMany = z.object({ tickets: z.array(z.object({ id: Id, status: z.string() })) });
/** https://developer.zendesk.com/api-reference/ticketing/users/users/#show-the-currently-authenticated-user */
export const Me = z.object({ user: z.object({ id: z.int().nullable(), role: z.string() }) });
/** https://developer.zendesk.com/api-reference/ticketing/users/users/#show-user ; a deleted person stays, and is not active. */
export const NamedUser = z.object({ user: z.object({ name: maybe(z.string()), active: maybe(z.boolean()) }) });
/** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#count-tickets */
export const Count = z.object({ count: z.object({ value: z.int() }) });

export type Ticket = z.output<typeof Ticket>;
export type User = z.output<typeof User>;
export type Comment = z.output<typeof Comment>;
