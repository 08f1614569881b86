import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { Connection } from '../../domain/connection';
import type { Outage } from '../../domain/coverage';
import { DAY_IN_MS, epochMs, type IsoTime } from '../../domain/time';
import type { Connector } from '../../ports/connector';
import type { FeedState } from '../../ports/connection-store';
import type { SourceNeeds } from './source-needs';

const Saved = z.array(z.object({ from: z.string(), to: z.string(), reason: z.string() }));
/** Shorter ones are mended before anybody asks. */
const LEAST_MS = 6 * 3_600_000;
const MOST = 10;
const keyOf = (connection: string): string => `source-outages:${connection}`;

/** Times in which this connection was not heard and which were read afterwards, oldest first. @throws StoreUnavailable BadInput */
export async function loadOutages({ settings }: Pick<SourceNeeds, 'settings'>, connection: Connection): Promise<readonly Outage[]> {
  const saved = await settings.find(keyOf(connection.id));
  return saved === undefined ? [] : parseAt('settings', Saved, saved);
}

/**
 * A source that could not be heard is heard again. What was said meanwhile was read with this round, except where the source shows only its last
 * days: then its own feed says what is lost. Noting the same again changes nothing. @throws StoreUnavailable
 */
export async function noteOutage(needs: Pick<SourceNeeds, 'settings'>, connector: Connector, connection: Connection, before: FeedState, now: IsoTime): Promise<void> {
  const { blind } = before;
  if (blind === undefined || epochMs(now) - epochMs(blind.since) < LEAST_MS) return;
  if (connector.windowDays !== undefined && epochMs(now) - epochMs(blind.since) > connector.windowDays * DAY_IN_MS) return;
  const known = await loadOutages(needs, connection);
  const others = known.filter((one) => one.from !== blind.since);
  await needs.settings.save(keyOf(connection.id), [...others, { from: blind.since, to: now, reason: blind.reason }].slice(-MOST));
}
