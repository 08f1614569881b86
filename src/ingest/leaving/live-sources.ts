import { BadInput } from '../../domain/errors';
import type { SourceSetting } from '../../domain/product';
import { CONVERSATION_KIND } from '../../domain/talk';
import type { ConnectionStore } from '../../ports/connection-store';
import type { Ports } from '../../ports/ports';
import { listInboundSources } from '../inbound/inbound-sources';
import { idNow } from './emptied-sources';

type Needs = Pick<Ports, 'stores' | 'settings'> & { readonly connections: Pick<ConnectionStore, 'listConnections'> };

/** What is read, or sent to, by itself: only that tells what such a source has, and whether it is heard. @throws StoreUnavailable BadInput */
export async function liveSources(needs: Omit<Needs, 'stores'>): Promise<ReadonlySet<string>> {
  const connections = (await needs.connections.listConnections()).filter((one) => one.state !== 'removed');
  return new Set([...connections, ...(await listInboundSources(needs))].map((one) => one.id));
}

/** Sources of a product that a file may go on with. @throws StoreUnavailable BadInput */
export async function fileSources(needs: Needs, product: string): Promise<readonly SourceSetting[]> {
  const live = await liveSources(needs);
  return (await needs.stores.products.listSources(product)).filter(({ id, kind }) => kind !== CONVERSATION_KIND && !live.has(id));
}

/** A file under the name of a source that is read by itself would say of it that all is heard. @throws BadInput StoreUnavailable */
export async function refuseLive(needs: Omit<Needs, 'stores'>, product: string, source: string): Promise<void> {
  if ((await liveSources(needs)).has(await idNow(needs, product, source))) throw new BadInput('import', 'source', 'A connected source or a sender has this name. Give the file a name of its own; a time that the source could not show can be filled instead.');
}
