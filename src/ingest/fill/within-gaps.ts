import type { Connection } from '../../domain/connection';
import { BadInput } from '../../domain/errors';
import { commonStretches } from '../../domain/gap-fill';
import type { Ports } from '../../ports/ports';
import type { SourceNeeds } from '../sources/source-needs';
import type { WantedFill } from './fills';

type Needs = Pick<Ports, 'stores'> & Pick<SourceNeeds, 'connections'>;

/**
 * What of a wanted time the source could not show, as if no file had filled any of it: there a file may bring rows, and a better file may come again.
 * What the source shows itself is never taken from a file. @throws BadInput where nothing of a gap lies in that time
 */
export async function withinGaps({ stores, connections }: Needs, connection: Connection, product: string, { from, to }: Pick<WantedFill, 'from' | 'to'>): Promise<Required<WantedFill>> {
  const [poll, reread, own, first] = await Promise.all([connections.findFeed(connection.id, 'poll'), connections.findFeed(connection.id, 'reread'), stores.products.listSources(product), stores.products.listSources(connection.product)]);
  const told = [own, first].flatMap((sources) => sources.find((one) => one.id === connection.id)?.gaps ?? []);
  const within = commonStretches([...told, ...poll.gaps, ...reread.gaps], { from, to });
  const [earliest, latest] = [within.map((one) => one.from).sort()[0], within.map((one) => one.to).sort().at(-1)];
  if (earliest === undefined || latest === undefined) throw new BadInput('import', 'from', 'This source has no gap in that time.');
  return { connection: connection.id, from: earliest, to: latest, within: [...within] };
}
