import { z } from 'zod';
import { maybe } from '../_shared/maybe';
import { PersonsName } from '../_shared/persons-name';

/** Seconds since 1970, as all of Intercom's times. */
const Seconds = z.int().min(0).max(9_999_999_999);
const Author = z.object({ type: z.string(), id: z.union([z.string(), z.int()]).transform(String), name: PersonsName, email: maybe(z.string()), from_ai_agent: maybe(z.boolean()) });

/** One row of a search: what tells whether the conversation has to be fetched, and where links stand. https://developers.intercom.com/docs/references/2.15/rest-api/api.intercom.io/conversations/searchconversations */
export const Row = z.object({
  id: z.string().min(1).max(200),
  updated_at: Seconds,
  tags: maybe(z.object({ tags: z.array(z.object({ name: z.string() })) })),
  custom_attributes: maybe(z.record(z.string(), z.unknown())),
});

export const SearchPage = z.object({
  conversations: z.array(z.unknown()),
  total_count: z.int().min(0),
  pages: maybe(z.object({ next: maybe(z.object({ starting_after: maybe(z.string()) })) })),
});

/** https://developers.intercom.com/docs/references/2.15/rest-api/api.intercom.io/conversations/retrieveconversation, bodies as plain text */
export const Conversation = z.object({
  id: z.string().min(1).max(200),
  created_at: Seconds,
  updated_at: Seconds,
  state: maybe(z.string()),
  team_assignee_id: maybe(z.union([z.string(), z.int()]).transform(String)),
  company: maybe(z.object({ id: z.string() })),
  tags: maybe(z.object({ tags: z.array(z.object({ name: z.string() })) })),
  statistics: maybe(z.object({ count_conversation_parts: maybe(z.int()) })),
  conversation_rating: maybe(z.object({ rating: maybe(z.number()), remark: maybe(z.string()), created_at: maybe(Seconds), updated_at: maybe(Seconds), contact: maybe(z.object({ id: maybe(z.string()) })) })),
  // The body may be empty and never absent.
  source: z.object({
    type: maybe(z.string()), subject: maybe(z.string()), body: z.string().nullable(), redacted: maybe(z.boolean()), attachments: maybe(z.array(z.unknown())), author: Author,
  }),
  conversation_parts: maybe(
    z.object({
      total_count: maybe(z.int()),
      conversation_parts: z.array(
        z.object({ id: z.string(), part_type: z.string(), body: maybe(z.string()), redacted: maybe(z.boolean()), created_at: Seconds, author: Author }),
      ),
    }),
  ),
});

/** https://developers.intercom.com/docs/references/2.15/rest-api/api.intercom.io/companies/listallcompanies */
export const Company = z.object({
  id: z.string().min(1),
  name: maybe(z.string()),
  website: maybe(z.string()),
  updated_at: maybe(Seconds),
  monthly_spend: maybe(z.number()),
  plan: maybe(z.object({ name: maybe(z.string()) })),
  segments: maybe(z.object({ segments: z.array(z.object({ name: maybe(z.string()) })) })),
});

export const CompanyPage = z.object({ data: z.array(z.unknown()), total_count: maybe(z.int().min(0)), pages: maybe(z.object({ page: z.int(), total_pages: z.int() })) });

/** https://developers.intercom.com/docs/references/2.15/rest-api/api.intercom.io/contacts/showcontact */
export const Contact = z.object({ name: maybe(z.string()) });

/** https://developers.intercom.com/docs/references/2.15/rest-api/api.intercom.io/admins/identifyadmin */
export const Me = z.object({ app: z.object({ name: maybe(z.string()), id_code: z.string() }) });

/** `since`: seconds; the last whole round's newest change. `newest`: of the round under way, which began at `began`. `waiting`: found by the search and not fetched yet. */
export const Cursor = z.object({ next: z.string().nullable(), since: z.int(), newest: z.int(), waiting: z.array(z.string()), began: z.int().nullable().default(null) });
export type Cursor = z.output<typeof Cursor>;

/** https://developers.intercom.com/docs/references/2.15/rest-api/api.intercom.io/companies/scrolloverallcompanies */
export const CompanyScroll = z.object({ data: z.array(z.unknown()), scroll_param: maybe(z.string()) });

/** `scroll`: companies are scrolled over rather than listed; null before the first step, `page` counts the steps. */
export const PageCursor = z.object({ page: z.int().min(1), scroll: z.string().nullable().exactOptional() });

export const ListCursor = z.object({ after: z.string().nullable() });
