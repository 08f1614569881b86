import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { DAY_IN_MS, epochMs, type IsoTime } from '../../domain/time';
import type { SourceNeeds } from './source-needs';

type Needs = Pick<SourceNeeds, 'settings' | 'clock'>;

const Saved = z.object({ at: z.string(), isOpen: z.boolean(), offset: z.number(), isEmpty: z.boolean() });

/** What a person said is really so. */
export interface AcceptedLoss {
  readonly at: IsoTime;
  /** Everything is being read anew because of it; what is not seen then is gone, however much it is. */
  readonly isOpen: boolean;
  /** By how much the source's own total stays above (or below) what it shows, as found when everything was read anew. */
  readonly offset: number;
  /** That the source has nothing at all is no doubt. */
  readonly isEmpty: boolean;
}

/** So many records may come and go between what the source told and the end of the reading. */
const MEANWHILE = 5;

const keyOf = (connection: string): string => `source-loss-accepted:${connection}`;

/** @throws StoreUnavailable BadInput */
export async function findAcceptedLoss({ settings }: Pick<Needs, 'settings'>, connection: string): Promise<AcceptedLoss | undefined> {
  const saved = await settings.find(keyOf(connection));
  return saved === undefined ? undefined : parseAt('settings', Saved, saved);
}

export async function saveAcceptedLoss({ settings }: Pick<Needs, 'settings'>, connection: string, loss: AcceptedLoss): Promise<void> {
  await settings.save(keyOf(connection), { ...loss });
}

/** Of a source that was left. */
export async function forgetAcceptedLoss({ settings }: Pick<Needs, 'settings'>, connection: string): Promise<void> {
  await settings.remove(keyOf(connection));
}

/** Until everything was read anew, a loss of any size is believed. */
export async function isLossAccepted(needs: Pick<Needs, 'settings'>, connection: string): Promise<boolean> {
  return (await findAcceptedLoss(needs, connection))?.isOpen === true;
}

/** Lists are read once a day: what a person said is good for the next of them. */
export async function isListLossAccepted(needs: Needs, connection: string): Promise<boolean> {
  const loss = await findAcceptedLoss(needs, connection);
  return loss !== undefined && epochMs(needs.clock.now()) - epochMs(loss.at) < DAY_IN_MS;
}

/** Everything was read anew: what differs now from the source's own total is how it counts. A total put together from counts of several hours tells nothing of that. @param total as the source told it in this run */
export async function settleLoss(needs: Pick<Needs, 'settings'>, connection: string, { total, isOld }: { readonly total: number | undefined; readonly isOld: boolean }, known: number): Promise<void> {
  const loss = await findAcceptedLoss(needs, connection);
  if (loss?.isOpen !== true) return;
  const differs = total === undefined ? 0 : isOld ? loss.offset : total - known;
  await saveAcceptedLoss(needs, connection, { ...loss, isOpen: false, offset: Math.abs(differs) > MEANWHILE ? differs : 0, isEmpty: known === 0 });
}
