import { signalId } from '../../domain/signal';
import type { Ports } from '../../ports/ports';
import { saveHeldWord } from '../held-time';
import { forgetSettledRows } from '../lost-rows';
import { noteEmptied } from './emptied-sources';
import { noteRemovedSupport } from './note-removed-support';

type Needs = Pick<Ports, 'stores' | 'settings' | 'clock' | 'accounts'> & { readonly wantUnderstanding: (product: string) => Promise<void> };

const PAGE = 500;

/** Tombstones every signal of a source that has no connection, and forgets its setting and coverage. Safe to repeat after being killed. @throws StoreUnavailable */
export async function dropSignals(needs: Needs, product: string, source: string): Promise<void> {
  const { signals, products } = needs.stores;
  // First: from now on the name begins anew, whatever ends this in between.
  await noteEmptied(needs, product, source);
  await noteRemovedSupport(needs, product, source);
  const prefix = signalId(source, '');
  for (;;) {
    // What was removed is not shown any more, so each page begins at the beginning.
    const ids = (await signals.pageSignals(product, prefix, PAGE)).rows.map((one) => one.id).filter((id) => id.startsWith(prefix));
    if (ids.length === 0) break;
    await signals.removeSignals(product, ids, needs.clock.now());
    await needs.accounts.removeOrigins(product, ids);
  }
  await forgetSettledRows(needs, product, source);
  await saveHeldWord(needs, product, source, undefined);
  await products.dropSource(product, source);
  await needs.wantUnderstanding(product);
}
