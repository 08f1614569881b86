import type { SeedVendor, VendorDelivery } from '../../seed';
import type { DemoSignal } from '../signals';
import { addressOf } from './people';

const OURS = 'spannerby.example';
const WAITED_MS = 40 * 60_000;

interface Post {
  readonly at: string;
  readonly mail: Readonly<Record<string, unknown>>;
}

/** Whoever forwards is on holiday: the mailbox's own answer arrives too, and is left out. */
const OUT_OF_OFFICE: Post = {
  at: '2026-03-12T07:30:00.000Z',
  mail: {
    MessageID: 'ooo-20260312', Date: 'Thu, 12 Mar 2026 07:30:00 +0000', Subject: 'Automatic reply: Cannot find a bungalow', FromFull: { Email: `joan@${OURS}`, Name: 'Joan' },
    Headers: [{ Name: 'Auto-Submitted', Value: 'auto-replied' }], TextBody: 'I am away until Monday.',
  },
};

/** Mails of customers that people of Spannerby forward to one address, delivered as Postmark's inbound webhook does. */
export function demoMail(connection: SeedVendor['connection'], signals: readonly DemoSignal[]): SeedVendor {
  return {
    connection,
    hosts: [],
    open: ({ keep }) => {
      const password = keep('mail.password', () => crypto.randomUUID());
      const posts = [...signals.map(forwarded), OUT_OF_OFFICE];
      return { fields: { ours: OURS, password }, send: (from, to) => posts.filter(({ at }) => at >= from && at < to).map((one) => delivered(one, password)) };
    },
  };
}

function forwarded(signal: DemoSignal): Post {
  const { id, at, title = '', text = '' } = signal;
  const mail = {
    MessageID: id, Date: new Date(Date.parse(at) + WAITED_MS).toUTCString(), Subject: `Fwd: ${title}`, FromFull: { Email: `joan@${OURS}`, Name: 'Joan' },
    TextBody: `One for the product people.\n\n---------- Forwarded message ---------\nFrom: ${addressOf(signal)}\nDate: ${new Date(at).toUTCString()}\nSubject: ${title}\nTo: Joan <joan@${OURS}>\n\n${text}\n`,
  };
  return { at, mail };
}

function delivered({ mail }: Post, password: string): VendorDelivery {
  return { body: JSON.stringify(mail), headers: { 'content-type': 'application/json', authorization: `Basic ${Buffer.from(`resurface:${password}`).toString('base64')}` } };
}
