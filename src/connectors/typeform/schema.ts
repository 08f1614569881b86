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
    // Where several could be ticked.
    choices: maybe(z.object({ other: maybe(z.string()) })),
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
/** Without the answers, of which none is asked for: https://www.typeform.com/developers/responses/reference/retrieve-responses/ */
export const BareResponse = Response.pick({ token: true, submitted_at: true });

/** https://www.typeform.com/developers/responses/reference/retrieve-responses/ */
export const ResponsePage = z.object({ items: z.array(z.unknown()), total_items: z.int().min(0) });

/** A question, and those inside it of a group or of contact details, whose `subfield_key` says what they are. */
export interface Field {
  readonly id?: string | undefined;
  readonly type: string;
  readonly title?: string | undefined;
  readonly subfield_key?: string | undefined;
  readonly properties?: { readonly fields?: readonly Field[] | undefined } | undefined;
}
const Field: z.ZodType<Field> = z.lazy(() => z.object({ id: maybe(z.string()), type: z.string(), title: maybe(z.string()), subfield_key: maybe(z.string()), properties: maybe(z.object({ fields: maybe(z.array(Field)) })) }));

/** https://www.typeform.com/developers/create/reference/retrieve-form/ */
export const Form = z.object({ title: z.string(), fields: maybe(z.array(Field)) });

/** https://www.typeform.com/developers/webhooks/example-payload/ */
export const Delivered = z.object({
  event_type: z.string(),
  form_response: Response.extend({ form_id: z.string(), definition: maybe(z.object({ fields: maybe(z.array(Field)) })) }),
});

const Asked = z.enum(['words', 'name', 'email', 'other']);
export type Asked = z.output<typeof Asked>;

/** `asked`: per form, what its questions asked for at a moment. */
export const Cursor = z.object({
  form: z.string(), before: z.string().nullable(), began: z.string(), since: z.record(z.string(), z.string()),
  asked: z.record(z.string(), z.object({ at: z.string(), fields: z.record(z.string(), Asked) })).default({}), turns: Turns,
});
export type Cursor = z.output<typeof Cursor>;
