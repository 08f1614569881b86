import type { Connection } from '../../domain/connection';
import { FROM_A_FILE } from '../../domain/gap-fill';
import { signalId } from '../../domain/signal';
import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../../domain/time';
import type { FeedState, KnownRecord } from '../../ports/connection-store';
import type { Connector } from '../../ports/connector';
import { countFromFiles } from '../fill/count-from-files';
import { isLossAccepted, settleLoss } from './accepted-loss';
import { changeDoubt, findDoubt, forgetDoubt } from './doubts';
import { LOST } from './find-blindness';
import type { SourceNeeds } from './source-needs';
import type { Tally } from './tally';

type Needs = Pick<SourceNeeds, 'connections' | 'stores' | 'settings' | 'clock' | 'crashPoint'>;

const LONGEST_DAYS = 30;
/** A suspicion is followed by reading anew at most this often. */
const SUSPICION_DAYS = 1;
const PAGE = 500;

/** Is reading everything anew under way or due? A day early, so that thirty days are kept when a schedule is skipped. */
export function isRereadDue(connector: Connector, reread: FeedState, now: IsoTime, isSuspicious: boolean): boolean {
  if (reread.roundStartedAt !== undefined) return true;
  if (reread.completedAt === undefined) return false;
  const days = (epochMs(now) - epochMs(reread.completedAt)) / DAY_IN_MS;
  return days >= (isSuspicious || reread.isWanted === true ? SUSPICION_DAYS : Math.min(connector.rereadDays ?? LONGEST_DAYS, LONGEST_DAYS) - 1);
}

/** Was everything last read anew so long ago that what was deleted since then may still be quoted? A day of grace, for one that is under way. */
export function isRereadOverdue({ rereadDays = LONGEST_DAYS }: Connector, lastAt: IsoTime, now: IsoTime): boolean {
  return epochMs(now) - epochMs(lastAt) > (Math.min(rereadDays, LONGEST_DAYS) + 1) * DAY_IN_MS;
}

/** Begins to read everything anew, from the beginning also where that is under way; `blind` is said until it is done. Read with the next poll. */
export async function readAnewFromNow({ connections, clock }: Pick<Needs, 'connections' | 'clock'>, connection: string, blind?: FeedState['blind']): Promise<void> {
  for (;;) {
    const { checkpoint: _from, roundCheckpoint: _began, ...reread } = await connections.findFeed(connection, 'reread');
    const said = blind ?? reread.blind;
    // A run that reads the same feed is overtaken by this.
    if ((await connections.moveFeed({ ...reread, recent: [], roundStartedAt: clock.now(), ...(said === undefined ? {} : { blind: said }) })) !== undefined) return;
  }
}

/**
 * After everything was read anew: what was not seen is gone. Where too much would go at once nothing goes. The last argument is of the poll of this run.
 * @returns how many were buried; undefined when that is not believed
 */
export async function buryUnseen(needs: Needs, connector: Connector, connection: Connection, roundStartedAt: IsoTime, { isInTurn = false }: Pick<Tally, 'isInTurn'>): Promise<{ readonly buried: number; readonly products: ReadonlySet<string> } | undefined> {
  const unseen: KnownRecord[] = [];
  const shownSince = connector.windowDays === undefined ? '' : isoTime(epochMs(roundStartedAt) - (connector.windowDays - 1) * DAY_IN_MS);
  let last: string | undefined;
  for (;;) {
    const page = await needs.connections.pageUnseen(connection.id, roundStartedAt, last, PAGE);
    // What a source no longer shows to anybody is not gone, it is old; and what a file brought is nothing that it showed. Of what could not be read we may
    // know no time but the one at which it was shown: if it were still what it was, it would have been shown again.
    unseen.push(...page.filter((one) => (one.at ?? one.seenAt) >= shownSince && one.group !== FROM_A_FILE));
    last = page.at(-1)?.externalId;
    if (page.length < PAGE) break;
  }
  const [counts, fromFiles] = await Promise.all([needs.connections.countRecords(connection.id), countFromFiles(needs.connections, connection.id)]);
  const [live, kept] = [counts, counts.filter((one) => one.skipped === undefined)].map((some) => some.reduce((sum, one) => sum + one.count, 0) - fromFiles) as [number, number];
  // What was left out under a name of its own, as what could not be read, goes when it is read well.
  const lost = unseen.filter((one) => one.skipped === undefined).length;
  // What was too much once is not thinned out by what is new.
  const share = (await findDoubt(needs, connection.id)).isRereadShrunk ? 0 : LOST.share;
  const isAccepted = await isLossAccepted(needs, connection.id);
  if (lost > Math.max(LOST.records, share * kept) && !isAccepted) {
    await changeDoubt(needs, connection.id, { isRereadShrunk: true });
    return undefined;
  }
  const at = needs.clock.now();
  const products = new Set(unseen.flatMap((one) => one.product ?? []));
  for (let from = 0; from < unseen.length; from += PAGE) {
    const some = unseen.slice(from, from + PAGE);
    for (const product of products) {
      await needs.stores.signals.removeSignals(product, some.filter((one) => one.product === product).map((one) => signalId(connection.id, one.externalId)), at);
    }
    needs.crashPoint('unseen-removed');
    await needs.connections.markGone(connection.id, some.map((one) => one.externalId), at);
  }
  const { totalAtSource } = await needs.connections.findFeed(connection.id, 'poll');
  if (isAccepted) await forgetDoubt(needs, connection.id);
  else await changeDoubt(needs, connection.id, { isRereadShrunk: false });
  await settleLoss(needs, connection.id, { total: totalAtSource, isOld: isInTurn }, live - unseen.length);
  return { buried: unseen.length, products };
}
