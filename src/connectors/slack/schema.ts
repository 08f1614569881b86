import { z } from 'zod';
import { maybe } from '../_shared/maybe';

/** A message shortcut's payload: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export const Shortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.string(),
  team: z.object({ id: z.string(), domain: maybe(z.string()) }),
  channel: z.object({ id: z.string(), name: maybe(z.string()) }),
  message: z.object({
    ts: z.string().regex(/^\d{10}\.\d{1,6}$/),
    text: maybe(z.string()),
    user: maybe(z.string()),
    bot_id: maybe(z.string()),
    /** Present where the author belongs to another company's workspace (Slack Connect). */
    user_team: maybe(z.string()),
    edited: maybe(z.object({ ts: z.string() })),
  }),
});
