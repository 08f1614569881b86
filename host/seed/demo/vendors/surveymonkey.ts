import { worldOf, type Response } from '../../../sources/surveymonkey/world';
import type { SeedVendor } from '../../seed';
import type { DemoSignal } from '../signals';
import { numberFor } from './people';

/** A survey with a score and why: a response a signal, by the recipient to whom its invitation went. */
export function demoSurveyMonkey(connection: SeedVendor['connection'], signals: readonly DemoSignal[]): SeedVendor {
  return {
    connection,
    hosts: ['api.surveymonkey.com'],
    open: (needs) => {
      const world = worldOf(needs, { id: '520114877', title: 'How was your trial?', key: needs.keep('surveymonkey.token', () => crypto.randomUUID()), asksMore: false, responses: signals.map(responseOf) });
      return { fields: { ...world.settings, ...world.secrets }, answer: world.answer };
    },
  };
}

function responseOf(signal: DemoSignal): Response {
  const at = Date.parse(signal.at);
  return { id: signal.id, created: at, modified: at, text: signal.text ?? '', score: signal.rating ?? 3, recipient: String(numberFor(signal.author ?? signal.id)), isGone: false };
}
