import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { Connection } from '../../domain/connection';
import type { SourceCoverage } from '../../domain/coverage';
import type { Connector } from '../../ports/connector';
import type { SourceNeeds } from './source-needs';

type Needs = Pick<SourceNeeds, 'settings'>;

const Saved = z.object({ since: z.string() });
const keyOf = (connection: string): string => `source-nothing-before:${connection}`;

/** What coverage says of the time before the first read. The word of an admin is about the day on which the first read began then. @throws StoreUnavailable BadInput */
export async function reachOf({ settings }: Needs, connector: Connector | undefined, { id, since }: Connection): Promise<Pick<SourceCoverage, 'readSince' | 'nothingBefore'>> {
  if (connector?.poll === undefined || connector.readsAll === true) return {};
  const saved = await settings.find(keyOf(id));
  const isNothing = saved !== undefined && parseAt('settings', Saved, saved).since === since;
  return { readSince: since, ...(isNothing ? { nothingBefore: true } : {}) };
}

export async function noteNothingBefore({ settings }: Needs, { id, since }: Connection): Promise<void> {
  await settings.save(keyOf(id), { since });
}

/** Of a source that was left, or that reads another place now. */
export async function forgetNothingBefore({ settings }: Needs, connection: string): Promise<void> {
  await settings.remove(keyOf(connection));
}
