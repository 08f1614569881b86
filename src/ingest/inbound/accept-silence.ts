import { NotFound } from '../../domain/errors';
import type { Ports } from '../../ports/ports';
import { recordInbound } from './drain-inbound';
import { listInboundSources } from './inbound-sources';
import { isQuietTime } from './quiet-times';

type Needs = Pick<Ports, 'stores' | 'inbound' | 'clock' | 'settings'> & { readonly wantUnderstanding: (product: string) => Promise<void> };

/** A person knows that the sender had nothing to send in the silences that ended: they are no gap any more. One that goes on stays. Safe to repeat. @throws NotFound StoreUnavailable */
export async function acceptSilence(needs: Needs, id: string): Promise<void> {
  const source = (await listInboundSources(needs)).find((one) => one.id === id);
  const setting = source === undefined ? undefined : (await needs.stores.products.listSources(source.product)).find((one) => one.id === id);
  if (source === undefined || setting === undefined) throw new NotFound('no such inbound source');
  const { gaps = [], ...rest } = setting;
  const others = gaps.filter((gap) => !isQuietTime(gap));
  await needs.stores.products.saveSource(others.length === 0 ? rest : { ...rest, gaps: others });
  await recordInbound(needs, source);
  await needs.wantUnderstanding(source.product);
}
