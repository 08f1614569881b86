import type { Connection } from '../../domain/connection';
import { changeMark, wholeMark } from '../../domain/change-mark';
import type { SourceSetting } from '../../domain/product';
import type { RecordCount } from '../../ports/connection-store';
import { loadRoutes } from '../routing/routes';
import type { SourceNeeds } from './source-needs';

type Needs = Pick<SourceNeeds, 'stores' | 'settings' | 'queue' | 'clock'>;

export interface SpokenTo {
  /** Products of which coverage is written. */
  readonly products: readonly string[];
  /** Products that have a row of the connection and get nothing from it any more. */
  readonly left: readonly string[];
  /** How the source stands in each product now. */
  readonly known: ReadonlyMap<string, SourceSetting>;
}

/**
 * The products that a connection speaks to: its own, those that hold something of it, and those that were spoken to and that a rule still names.
 * @throws StoreUnavailable
 */
export async function spokenTo({ stores, settings }: Pick<Needs, 'stores' | 'settings'>, { id, product: own }: Connection, counts: readonly RecordCount[]): Promise<SpokenTo> {
  const known = await settingsOf({ stores }, id);
  const { rules } = await loadRoutes({ settings }, id);
  const products = new Set([own, ...counts.flatMap((one) => one.product ?? []), ...rules.map((rule) => rule.product).filter((product) => known.has(product))]);
  for (const product of known.keys()) if (!products.has(product) && (await stores.signals.spanOfSource(product, id)).signals > 0) products.add(product);
  return { products: [...products], left: [...known.keys()].filter((product) => !products.has(product)), known };
}

/** How a connection's source stands in the products that have it. @throws StoreUnavailable */
export async function settingsOf({ stores }: Pick<Needs, 'stores'>, id: string): Promise<ReadonlyMap<string, SourceSetting>> {
  const lists = await Promise.all((await stores.products.listProducts()).map((product) => stores.products.listSources(product.id)));
  return new Map(lists.flat().filter((one) => one.id === id).map((one) => [one.product, one]));
}

/** Nobody claims that this connection is listened to for these products: no gap of it, and none of its numbers, is theirs any more. Safe to repeat. @throws StoreUnavailable */
export async function leaveProducts({ stores, settings, queue, clock }: Needs, id: string, products: readonly string[]): Promise<void> {
  for (const product of products) {
    // Before it goes: whoever ends this in between leaves a product that is looked at anew.
    await settings.save(wholeMark(product), clock.now());
    await settings.save(changeMark(product), clock.now());
    await stores.products.dropSource(product, id);
    await queue.push({ name: 'understand', product });
  }
}
