import { changeMark, wholeMark } from '../../domain/change-mark';
import type { Connection } from '../../domain/connection';
import { signalId } from '../../domain/signal';
import type { IsoTime } from '../../domain/time';
import type { SourceNeeds } from './source-needs';

type Needs = Pick<SourceNeeds, 'stores' | 'connections' | 'settings' | 'queue' | 'clock'>;

const PAGE = 500;

/** Tombstones what lives of a connection, signals before the records of them. Safe to repeat. @returns the products that had some @throws StoreUnavailable */
export async function buryRecords({ stores, connections }: Pick<Needs, 'stores' | 'connections'>, id: string, at: IsoTime): Promise<ReadonlySet<string>> {
  const products = new Set<string>();
  for (;;) {
    const some = await connections.pageUnseen(id, '9999', undefined, PAGE);
    if (some.length === 0) return products;
    for (const product of new Set(some.flatMap((one) => one.product ?? []))) {
      products.add(product);
      await stores.signals.removeSignals(product, some.filter((one) => one.product === product).map((one) => signalId(id, one.externalId)), at);
    }
    await connections.markGone(id, some.map((one) => one.externalId), at);
  }
}

/**
 * A run, a delivery or a file that had begun before the connection was removed may store something after: it goes too, and so does what it wrote of
 * the source itself. To be asked at the end of whatever stores, and every hour, for those may have died before. Safe to repeat. @throws StoreUnavailable
 */
export async function buryIfRemoved(needs: Needs, id: string): Promise<void> {
  const connection = await needs.connections.findConnection(id);
  if (connection?.state !== 'removed') return;
  const products = new Set(await buryRecords(needs, id, needs.clock.now()));
  for (const { id: product } of await needs.stores.products.listProducts()) {
    if (!(await isWrittenOf(needs, product, connection))) continue;
    await needs.stores.products.dropSource(product, id);
    products.add(product);
  }
  for (const product of products) await lookAnew(needs, product);
}

/** Whether the product has a row of the source; not where a file of the same name came since. */
async function isWrittenOf({ stores }: Pick<Needs, 'stores'>, product: string, { id, connector }: Connection): Promise<boolean> {
  const [sources, coverage] = await Promise.all([stores.products.listSources(product), stores.products.listCoverage(product)]);
  const own = [...sources.filter((one) => one.id === id), ...coverage.filter((one) => one.source === id)];
  return own.length > 0 && own.every(({ kind }) => kind === connector) && (await stores.signals.spanOfSource(product, id)).signals === 0;
}

/** The product lost words: what rests on them is looked at anew. @throws StoreUnavailable */
export async function lookAnew({ settings, queue, clock }: Pick<Needs, 'settings' | 'queue' | 'clock'>, product: string): Promise<void> {
  await settings.save(wholeMark(product), clock.now());
  await settings.save(changeMark(product), clock.now());
  await queue.push({ name: 'understand', product });
}
