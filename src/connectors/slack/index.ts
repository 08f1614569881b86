import { parseAt } from '../../domain/boundary';
import { BadInput } from '../../domain/errors';
import { SourceUnauthorised } from '../../domain/source-errors';
import { epochMs } from '../../domain/time';
import type { Connector } from '../../ports/connector';
import { listSetting } from '../_shared/list-setting';
import { hmacSha256, isSameSignature } from '../_shared/signature';
import { toRecord } from './map';
import { Shortcut } from './schema';

/** Slack's own advice against replays: https://docs.slack.dev/authentication/verifying-requests-from-slack */
const PATIENCE_MS = 5 * 60_000;

/** Messages that somebody marked as a customer's, by a message shortcut. No channel is read. */
export const slack: Connector = {
  id: 'slack',
  name: 'Slack',
  about: 'A message that one of you marks with the shortcut “Customer signal”. Nothing else in the workspace is read.',
  nameless: 'Slack sends us the marked message only; open it there to see who wrote.',
  limits: [
    'What a colleague writes is left out, also where they quote a customer; in a community’s workspace everybody who is marked counts as a customer.',
    'Whose workspace an author is of is what Slack says of the message; where it does not say it (as of some messages with a file), the message is left out and counted.',
    'Only what somebody marks is heard: nothing said about silence can rest on Slack.',
    'A message that is edited or deleted later is not followed; mark it again after an edit.',
    'Pictures and files are not read.',
  ],
  whereToEnter: 'Your Slack app → Interactivity & Shortcuts: enter it as the request URL, and make a shortcut “On messages” called “Customer signal” with the callback ID customer_signal.',
  fields: [
    {
      name: 'members', label: 'Who writes in this workspace?', help: 'Only customers’ words count: what a colleague tells of a customer is left out.', kind: 'choice', isOptional: true,
      choices: [{ value: 'team', label: 'Our team; customers are guests from other companies (Slack Connect)' }, { value: 'customers', label: 'Customers: it is their community' }],
    },
    {
      name: 'workspaces', label: 'All workspaces of your organisation', kind: 'list', isOptional: true, placeholder: 'T0AB1CD2E, T0FG3HI4J', pattern: /^[TE][A-Z0-9]{5,20}(\s*,\s*[TE][A-Z0-9]{5,20}){0,99}$/,
      help: 'Only with Enterprise Grid: their ids, so that colleagues of another workspace are not taken for customers. Without them everybody outside of the workspace where a message is marked is left out and counted.',
    },
    { name: 'signingSecret', label: 'Signing secret', help: 'Your Slack app → Basic Information → App Credentials. The shortcut’s request address is the one shown here after connecting.', kind: 'secret' },
  ],
  egress: [],
  hosts: () => [],
  pace: { requests: 60, perSeconds: 60 },
  routes: ['channel'],

  async receive({ body, headers }, { secret, settings, now }) {
    const sentAt = Number(headers['x-slack-request-timestamp']);
    if (!Number.isFinite(sentAt) || Math.abs(epochMs(now) - sentAt * 1000) > PATIENCE_MS) throw new SourceUnauthorised('the delivery is too old, or says no time');
    const expected = `v0=${await hmacSha256(secret('signingSecret'), `v0:${sentAt}:${body}`, 'hex')}`;
    if (!isSameSignature(headers['x-slack-signature'], expected)) throw new SourceUnauthorised('the delivery is not signed by this Slack app');
    const one = toRecord(parseAt('slack shortcut', Shortcut, payloadOf(body)), { membersAreCustomers: settings['members'] === 'customers', ours: listSetting(settings['workspaces']) });
    return 'reason' in one ? { kind: 'records', items: [], skipped: [one] } : { kind: 'records', items: [one] };
  },
};

/** Slack sends a form with one field that holds JSON. */
function payloadOf(body: string): unknown {
  const payload = new URLSearchParams(body).get('payload');
  if (payload === null) throw new BadInput('slack shortcut', 'payload', 'missing');
  try {
    return JSON.parse(payload);
  } catch (cause) {
    throw new BadInput('slack shortcut', 'payload', 'not JSON', { cause });
  }
}
