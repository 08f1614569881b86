import { NotFound } from '../../domain/errors';
import type { HeldWord } from '../../domain/held-time';
import type { Ports } from '../../ports/ports';
import { saveHeldWord } from '../held-time';
import { recordInbound } from './drain-inbound';
import { listInboundSources } from './inbound-sources';

type Needs = Pick<Ports, 'stores' | 'inbound' | 'clock' | 'settings'> & { readonly wantUnderstanding: (product: string) => Promise<void> };

/**
 * A person knows since when a sender handed over all that was said: from then on it counts as heard. Without a word it was heard since it was made.
 * Safe to repeat. @throws NotFound StoreUnavailable
 */
export async function sayHandedOver(needs: Needs, id: string, word: Pick<HeldWord, 'from' | 'isNothingBefore'> | undefined): Promise<void> {
  const source = (await listInboundSources(needs)).find((one) => one.id === id);
  if (source === undefined) throw new NotFound('no such inbound source');
  await saveHeldWord(needs, source.product, id, word);
  await recordInbound(needs, source);
  await needs.wantUnderstanding(source.product);
}
