import { parseAt } from '../../domain/boundary';
import { BadInput } from '../../domain/errors';
import { SourceUnauthorised } from '../../domain/source-errors';
import type { Connector } from '../../ports/connector';
import { OUR_DOMAINS, oursOf } from '../_shared/our-domains';
import { isSameSignature } from '../_shared/signature';
import { toRecord } from './map';
import { Mail } from './schema';

const USER = 'resurface';

/** Mails that somebody forwards to one address. No mailbox is read. */
export const emailForward: Connector = {
  id: 'email-forward',
  name: 'E-mail forward',
  about: 'A customer’s mail that one of you forwards to the address of your Postmark inbound server. No mailbox is read.',
  nameless: 'Of a forwarded mail no address is kept, so nobody can be asked who wrote; the mail itself is with whoever forwarded it.',
  limits: [
    'Only what somebody forwards is heard: nothing said about silence can rest on it. What others send there counts only where you choose so.',
    'Pictures and attachments are not read, and neither is a mail without plain text (it is counted as unreadable).',
    'A mail that is larger than some 3.5 MB with its attachments does not reach us: Postmark shows it as not delivered.',
    'The same mail counts once, however many of you forward it, where it says more than a few words.',
    'Of a chain of mails the newest one of the customer is kept; what it quotes was said earlier. Where it cannot be told whose words they are, the mail is left out and counted.',
  ],
  whereToEnter: `Your inbound stream in Postmark → Settings → Webhook: enter it with “${USER}:PASSWORD@” after https://, the password being the one that you typed here.`,
  fields: [
    OUR_DOMAINS,
    {
      name: 'direct', label: 'Who may write to it?', help: 'Anybody who learns the address can write to it, under any name.', kind: 'choice', isOptional: true,
      choices: [{ value: 'no', label: 'Only what one of you forwards counts' }, { value: 'yes', label: 'Customers write here, too; what their domain does not vouch for (SPF) and spam are left out' }],
    },
    { name: 'password', label: 'Password of the delivery', help: `In Postmark, set the inbound webhook to the address shown after connecting, with the user “${USER}” and this password (https://${USER}:PASSWORD@…).`, kind: 'secret' },
  ],
  egress: [],
  hosts: () => [],
  pace: { requests: 60, perSeconds: 60 },
  routes: ['mailbox'],

  async receive({ body, headers }, { secret, settings, pseudonym }) {
    const password = secret('password');
    if (!isSameSignature(headers['authorization'], `Basic ${Buffer.from(`${USER}:${password}`).toString('base64')}`)) throw new SourceUnauthorised('the delivery does not carry the password');
    const one = toRecord(parseAt('forwarded mail', Mail, parseJson(body)), { ours: oursOf(settings), isDirectTaken: settings['direct'] === 'yes', pseudonym });
    return 'reason' in one ? { kind: 'records', items: [], skipped: [one] } : { kind: 'records', items: [one] };
  },
};

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new BadInput('forwarded mail', '(whole)', 'not JSON', { cause });
  }
}
