import { worldOf, type Response } from '../../../sources/typeform/world';
import type { SeedVendor } from '../../seed';
import type { DemoSignal } from '../signals';
import { addressOf } from './people';

/** A form with a score and why: a response a signal. Its link carries the address of whom it was sent to. */
export function demoTypeform(connection: SeedVendor['connection'], form: string, signals: readonly DemoSignal[]): SeedVendor {
  return {
    connection,
    hosts: ['api.typeform.com'],
    open: (needs) => {
      const [key, webhookSecret] = ['token', 'webhook'].map((kind) => needs.keep(`typeform-${form}.${kind}`, () => crypto.randomUUID())) as [string, string];
      const world = worldOf(needs, { id: form, title: 'How are we doing?', why: 'What is the main reason for your score?', key, responses: signals.map(responseOf) });
      return { fields: { ...world.settings, ...world.secrets, webhookSecret }, answer: world.answer };
    },
  };
}

function responseOf(signal: DemoSignal): Response {
  return { token: signal.id, submitted: Date.parse(signal.at), text: signal.text ?? '', score: signal.rating ?? 0, email: addressOf(signal), isGone: false };
}
