import { z } from 'zod';
import { maybe } from '../_shared/maybe';

/** What the app's shortcut has to be called: all of an app's shortcuts are sent to one address. */
const SHORTCUT = 'customer_signal';

/** A message shortcut's payload: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export const Shortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.literal(SHORTCUT),
  /** Where it was marked; null where the app is installed for a whole organisation (Enterprise Grid). */
  team: z.object({ id: z.string(), domain: maybe(z.string()), enterprise_id: maybe(z.string()) }).nullable(),
  enterprise: maybe(z.object({ id: z.string() })),
  channel: z.object({ id: z.string(), name: maybe(z.string()) }),
  message: z.object({
    ts: z.string().regex(/^\d{10}\.\d{1,6}$/),
    text: maybe(z.string()),
    user: maybe(z.string()),
    bot_id: maybe(z.string()),
    /** The author's workspace, another company's in Slack Connect: https://github.com/slackapi/bolt-python/issues/1107 . Not told of a message with a file: https://github.com/slackapi/bolt-js/issues/1310 */
    team: maybe(z.string()),
    /** The same, where several workspaces share the channel: https://docs.slack.dev/enterprise/developing-for-enterprise-orgs */
    user_team: maybe(z.string()),
    source_team: maybe(z.string()),
    user_profile: maybe(z.object({ team: maybe(z.string()) })),
    edited: maybe(z.object({ ts: z.string() })),
  }),
});
