import { createHmac } from 'node:crypto';
import type { SeedVendor, VendorDelivery } from '../../seed';
import type { DemoSignal } from '../signals';
import { numberFor } from './people';

/** Spannerby's own workspace, and the app in it whose shortcut “Customer signal” sends what is marked. */
const TEAM = { id: 'T0SPANNRBY', domain: 'spannerby' } as const;

interface Marked {
  readonly at: string;
  readonly channel: { readonly id: string; readonly name: string };
  readonly message: Readonly<Record<string, string>>;
}

/** Somebody marked what a colleague told of a customer: no customer's words, and left out. */
const TOLD_BY_US: Marked = {
  at: '2026-03-06T09:20:00.000Z', channel: { id: 'C0DISPATCH', name: 'dispatch' },
  message: { ts: '1772788800.000900', user: 'U0PRIYA', user_team: TEAM.id, text: 'Hillcrest rang: they want the options on the phone as well. Marking it so that it is not lost' },
};

/** The message's channel and time are its name. */
export function slackName(number: number, at: string): { readonly id: string; readonly url: string } {
  const ts = `${Date.parse(at) / 1000}.${String(number).padStart(6, '0')}`;
  return { id: `${TEAM.id}/${CHANNEL}/${ts}`, url: `https://${TEAM.domain}.slack.com/archives/${CHANNEL}/p${ts.replace('.', '')}` };
}
const CHANNEL = 'C0PARTNERS';

/** Messages that people of Spannerby marked with the shortcut, in a channel that they share with customers' own workspaces. */
export function demoSlack(connection: SeedVendor['connection'], signals: readonly DemoSignal[]): SeedVendor {
  return {
    connection,
    hosts: [],
    open: ({ keep, now }) => {
      const signingSecret = keep('slack.signing', () => crypto.randomUUID());
      const marked = [...signals.map(markedOf), TOLD_BY_US];
      return { fields: { members: 'team', signingSecret }, send: (from, to) => marked.filter(({ at }) => at >= from && at < to).map((one) => signed(one, signingSecret, Math.floor(now() / 1000))) };
    },
  };
}

function markedOf({ id, at, text = '', author = '', account = '' }: DemoSignal): Marked {
  const ts = id.split('/')[2] ?? '';
  return { at, channel: { id: CHANNEL, name: 'partners' }, message: { ts, user: idLike('U', author), user_team: idLike('T', account), text } };
}

function idLike(letter: string, name: string): string {
  return `${letter}0${numberFor(name).toString(36).toUpperCase()}`;
}

/** As Slack sends a message shortcut, signed when it is sent: https://docs.slack.dev/authentication/verifying-requests-from-slack */
function signed({ channel, message }: Marked, secret: string, seconds: number): VendorDelivery {
  const body = `payload=${encodeURIComponent(JSON.stringify({ type: 'message_action', callback_id: 'customer_signal', team: TEAM, channel, message: { type: 'message', ...message } }))}`;
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;
  return { body, headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': signature } };
}
