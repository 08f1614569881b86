import { rollUp } from '../../domain/receipt';
import { DAY_IN_MS, epochMs, isoDay, isoTime, type IsoTime } from '../../domain/time';
import type { SourceNeeds } from './source-needs';

/** Each run's receipt is kept so long; of older days one sum is kept for good. */
export const RECEIPT_DAYS = 35;
/** Runs of one day at most: one an hour, and those that go on or were asked for. */
const MOST_A_DAY = 2_000;
const MOST_DAYS_AT_ONCE = 60;

/**
 * Sums up whole days whose receipts are old, then takes the receipts away. A day that has its sum is never summed again, so that a death in between
 * changes nothing. What coverage says is counted from records and does not rest on receipts. @returns days that were summed up @throws StoreUnavailable
 */
export async function pruneReceipts({ connections, clock }: Pick<SourceNeeds, 'connections' | 'clock'>, connection: string): Promise<number> {
  const keepFrom = `${isoDay(isoTime(epochMs(clock.now()) - RECEIPT_DAYS * DAY_IN_MS))}T00:00:00.000Z`;
  let days = 0;
  for (let turn = 0; turn < MOST_DAYS_AT_ONCE; turn += 1) {
    const oldest = await connections.oldestReceipt(connection);
    if (oldest === undefined || oldest >= keepFrom) break;
    const [from, to] = dayAround(oldest);
    const [known] = await connections.listReceiptDays(connection, from.slice(0, 10), to.slice(0, 10));
    if (known === undefined) await connections.saveReceiptDay(rollUp(connection, from.slice(0, 10), await connections.receiptsBetween(connection, from, to, MOST_A_DAY)));
    await connections.removeReceipts(connection, to);
    days += 1;
  }
  return days;
}

function dayAround(at: IsoTime): readonly [from: IsoTime, to: IsoTime] {
  const from = `${isoDay(at)}T00:00:00.000Z`;
  return [from, isoTime(epochMs(from) + DAY_IN_MS)];
}
