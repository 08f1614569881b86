import { z } from 'zod';
import { Turns } from '../_shared/in-turn';
import { maybe } from '../_shared/maybe';

const Time = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());

const Answer = z
  .object({
    type: z.string(),
    field: z.object({ id: z.string(), type: maybe(z.string()) }),
    text: maybe(z.string()),
    number: maybe(z.number()),
    email: maybe(z.string()),
    choice: maybe(z.object({ other: maybe(z.string()) })),
  })
  .refine((answer) => answer.type !== 'text' || answer.text !== undefined, { path: ['text'] });

/** https://www.typeform.com/developers/responses/reference/retrieve-responses/ ; in a webhook the same response stands under `form_response`. */
export const Response = z.object({
  token: z.string().min(1).max(200),
  submitted_at: Time,
  // A response that was sent off lists what was answered, be it nothing.
  answers: z.array(Answer),
  hidden: maybe(z.record(z.string(), z.unknown())),
});
export type Response = z.output<typeof Response>;

/** https://www.typeform.com/developers/responses/reference/retrieve-responses/ */
export const ResponsePage = z.object({ items: z.array(z.unknown()), total_items: z.int().min(0) });

/** https://www.typeform.com/developers/create/reference/retrieve-form/ */
export const Form = z.object({ title: z.string() });

/** https://www.typeform.com/developers/webhooks/example-payload/ */
export const Delivered = z.object({
  event_type: z.string(),
  form_response: Response.extend({ form_id: z.string() }),
});

export const Cursor = z.object({ form: z.string(), before: z.string().nullable(), began: z.string(), since: z.record(z.string(), z.string()), turns: Turns });
export type Cursor = z.output<typeof Cursor>;
