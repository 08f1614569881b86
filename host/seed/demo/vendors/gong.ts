import { CUSTOMER_SPEAKER, HOST, worldOf, type Talk } from '../../../sources/gong/world';
import type { SeedVendor } from '../../seed';
import type { DemoSignal } from '../signals';
import { addressOf, numberFor } from './people';

/** Recorded calls: a call a signal, in which the customer has one turn. */
export function demoGong(connection: SeedVendor['connection'], signals: readonly DemoSignal[]): SeedVendor {
  return {
    connection,
    hosts: [HOST],
    open: (needs) => {
      const access = `Q4${numberFor(connection.name)}`.padEnd(12, 'X');
      const secret = needs.keep(`gong-${access}.secret`, () => crypto.randomUUID());
      const world = worldOf(needs, { access, secret, talks: signals.map((signal) => talkOf(signal, connection.name)) });
      return { fields: { ...world.settings, ...world.secrets }, answer: world.answer };
    },
  };
}

function talkOf(signal: DemoSignal, title: string): Talk {
  const id = signal.id.split('#')[0] ?? '';
  return { id, started: Date.parse(signal.at), title, email: addressOf(signal), isGone: false, turns: [{ speakerId: CUSTOMER_SPEAKER ?? '', text: signal.text ?? '' }], ...(signal.url === undefined ? {} : { url: signal.url }) };
}
