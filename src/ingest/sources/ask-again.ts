import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { Connection } from '../../domain/connection';
import { lateSince } from '../../domain/parked';
import { isReadWhenAskedAgain } from '../../domain/skip-reasons';
import { DAY_IN_MS, epochMs, type IsoTime } from '../../domain/time';
import type { FeedState, RecordCount } from '../../ports/connection-store';
import { findAcceptedParked, withoutAccepted } from './accepted-parked';
import { countLate, isParkedGap } from './parked-since';
import type { SourceNeeds } from './source-needs';

type Needs = Pick<SourceNeeds, 'connections' | 'settings' | 'clock'>;

const Saved = z.object({ at: z.string(), times: z.int().min(1) });

/** When everything was last asked for again because of what could not be read, and how often in a row. */
type Asked = z.output<typeof Saved>;

/** Everything is read anew by then anyhow. */
const MOST_DAYS = 30;

const keyOf = (connection: string): string => `source-asked-again:${connection}`;

/** How many days pass until it is asked for once more: none, then 1, 2, 4, 8, 16 and thirty. @param times so often it was asked for in vain */
export function daysUntilAskedAgain(times: number): number {
  return times === 0 ? 0 : Math.min(MOST_DAYS, 2 ** (times - 1));
}

/**
 * Where so many records could not be read that the source is a gap by them, everything is read anew with the next poll: a shape that has come back ends the
 * gap at once, under whichever id those records stand. What stays unreadable stays a gap, and is asked for more and more seldom; also where it comes and
 * goes, no more than once a day.
 * @param reread as it stood before; a run that moved it meanwhile goes before
 * @returns whether the reading anew was begun
 * @throws StoreUnavailable BadInput
 */
export async function beginToAskAgain(needs: Needs, connection: Connection, reread: FeedState): Promise<boolean> {
  if (reread.completedAt === undefined) return false;
  const now = needs.clock.now();
  const asked = await findAsked(needs, connection.id);
  if (!(await isGapByUnread(needs, connection))) {
    if (asked !== undefined && daysBetween(asked.at, now) >= daysUntilAskedAgain(1)) await forgetAskedAgain(needs, connection.id);
    return false;
  }
  const lastAt = asked === undefined || asked.at > reread.completedAt ? asked?.at : reread.completedAt;
  if (lastAt !== undefined && daysBetween(lastAt, now) < daysUntilAskedAgain(asked?.times ?? 0)) return false;
  const { checkpoint: _from, roundCheckpoint: _began, ...state } = reread;
  // First: whoever ends this in between has begun, and counts one time too few.
  if ((await needs.connections.moveFeed({ ...state, recent: [], roundStartedAt: now })) === undefined) return false;
  await needs.settings.save(keyOf(connection.id), { at: now, times: (asked?.times ?? 0) + 1 });
  return true;
}

/** Of a source that was left. @throws StoreUnavailable */
export async function forgetAskedAgain({ settings }: Pick<Needs, 'settings'>, connection: string): Promise<void> {
  await settings.remove(keyOf(connection));
}

async function findAsked({ settings }: Needs, connection: string): Promise<Asked | undefined> {
  const saved = await settings.find(keyOf(connection));
  return saved === undefined ? undefined : parseAt('settings', Saved, saved);
}

/** Is a product's silence no answer because of these records, and would it be one without them? What an admin said holds nothing is none of them. */
async function isGapByUnread(needs: Needs, { id, product, createdAt }: Connection): Promise<boolean> {
  const accepted = await findAcceptedParked(needs, id);
  const counts = withoutAccepted(await needs.connections.countRecords(id), accepted);
  if (!counts.some(isUnread)) return false;
  const { completedAt = createdAt } = await needs.connections.findFeed(id, 'poll');
  const late = await countLate(needs.connections, id, lateSince(completedAt), accepted?.at);
  const without = (some: readonly RecordCount[]): readonly RecordCount[] => some.filter((one) => !isUnread(one));
  const products = new Set([product, ...counts.flatMap((one) => one.product ?? [])]);
  return [...products].some((one) => isParkedGap(counts, late, one) && !isParkedGap(without(counts), without(late), one));
}

function isUnread({ skipped }: RecordCount): boolean {
  return skipped !== undefined && isReadWhenAskedAgain(skipped);
}

function daysBetween(from: IsoTime, to: IsoTime): number {
  return (epochMs(to) - epochMs(from)) / DAY_IN_MS;
}
