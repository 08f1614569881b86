import { BadInput, NotFound } from '../../domain/errors';
import { changeMark, wholeMark } from '../../domain/change-mark';
import type { IsoTime } from '../../domain/time';
import { cutFillsBy } from '../fill/fills';
import { recordConnection } from './record-connection';
import type { SourceNeeds } from './source-needs';

/** A time of which the source itself has nothing, as only a person can know. */
export interface KnownGap {
  readonly from: IsoTime;
  readonly to: IsoTime;
  readonly reason: string;
}

/** From now on nothing is called silent because of that time. Telling it again changes nothing. @throws NotFound BadInput StoreUnavailable */
export async function noteGap(needs: Pick<SourceNeeds, 'stores' | 'connections' | 'findConnector' | 'settings' | 'clock' | 'queue'>, id: string, gap: KnownGap): Promise<void> {
  const connection = await needs.connections.findConnection(id);
  if (connection === undefined || connection.state === 'removed') throw new NotFound('no such source');
  if (gap.from >= gap.to) throw new BadInput('source', 'to', 'it ends before it begins');
  if (gap.to > needs.clock.now()) throw new BadInput('source', 'to', 'it lies in the future');
  // The newer word counts: a file that was said to hold that time does not, until one is handed in again.
  await cutFillsBy(needs, id, gap);
  await recordConnection(needs, connection);
  for (const { id: product } of await needs.stores.products.listProducts()) {
    const source = (await needs.stores.products.listSources(product)).find((one) => one.id === id);
    if (source === undefined) continue;
    const others = (source.gaps ?? []).filter((one) => one.from !== gap.from || one.to !== gap.to);
    await needs.stores.products.saveSource({ ...source, gaps: [...others, gap].sort((a, b) => (a.from < b.from ? -1 : 1)) });
    await needs.settings.save(wholeMark(product), needs.clock.now());
    await needs.settings.save(changeMark(product), needs.clock.now());
    await needs.queue.push({ name: 'understand', product });
  }
  await recordConnection(needs, connection);
}
