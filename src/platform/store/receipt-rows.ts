import type { Receipt, ReceiptDay } from '../../domain/receipt';
import type { IsoDay, IsoTime } from '../../domain/time';
import type { ConnectionStore } from '../../ports/connection-store';
import { OldestRow, ReceiptDayRow, ReceiptRow } from './connection-rows';
import { insertRows } from './insert-rows';
import { ROWS_PER_DELETE } from './limits';
import { changeRows, selectRows, whole } from './statement';

const MOST_DAYS = 5_000;

/** Receipts of runs and of days, as the part of the connection store that they are. */
export const receiptRows: Pick<ConnectionStore, 'saveReceipt' | 'listReceipts' | 'oldestReceipt' | 'receiptsBetween' | 'removeReceipts' | 'saveReceiptDay' | 'listReceiptDays'> = {
  saveReceipt, listReceipts, oldestReceipt, receiptsBetween, removeReceipts, saveReceiptDay, listReceiptDays,
};

async function saveReceipt(receipt: Receipt): Promise<void> {
  const columns = ['connection_id', 'started_at', 'finished_at', 'body'];
  await insertRows({ table: 'source_receipts', columns, update: columns.slice(2) }, [[receipt.connection, receipt.startedAt, receipt.finishedAt, JSON.stringify(receipt)]]);
}

async function listReceipts(connection: string, limit: number, before?: IsoTime): Promise<readonly Receipt[]> {
  const text = `SELECT body FROM source_receipts WHERE connection_id = ?${before === undefined ? '' : ' AND started_at < ?'} ORDER BY started_at DESC LIMIT ${whole(limit)}`;
  return (await selectRows('source_receipts', ReceiptRow, text, before === undefined ? [connection] : [connection, before])).map((row) => row.body);
}

async function oldestReceipt(connection: string): Promise<IsoTime | undefined> {
  const [row] = await selectRows('source_receipts', OldestRow, 'SELECT MIN(started_at) AS oldest FROM source_receipts WHERE connection_id = ?', [connection]);
  return row?.oldest ?? undefined;
}

async function receiptsBetween(connection: string, from: IsoTime, to: IsoTime, limit: number): Promise<readonly Receipt[]> {
  const text = `SELECT body FROM source_receipts WHERE connection_id = ? AND started_at >= ? AND started_at < ? ORDER BY started_at LIMIT ${whole(limit)}`;
  return (await selectRows('source_receipts', ReceiptRow, text, [connection, from, to])).map((row) => row.body);
}

async function removeReceipts(connection: string, before: IsoTime): Promise<void> {
  const text = `DELETE FROM source_receipts WHERE connection_id = ? AND started_at < ? LIMIT ${whole(ROWS_PER_DELETE)}`;
  while ((await changeRows('source_receipts', text, [connection, before])) === ROWS_PER_DELETE);
}

async function saveReceiptDay(day: ReceiptDay): Promise<void> {
  const columns = ['connection_id', 'day_of', 'body'];
  await insertRows({ table: 'source_receipt_days', columns, update: ['body'] }, [[day.connection, day.day, JSON.stringify(day)]]);
}

async function listReceiptDays(connection: string, from: IsoDay, to: IsoDay): Promise<readonly ReceiptDay[]> {
  const text = `SELECT body FROM source_receipt_days WHERE connection_id = ? AND day_of >= ? AND day_of < ? ORDER BY day_of LIMIT ${whole(MOST_DAYS)}`;
  return (await selectRows('source_receipt_days', ReceiptDayRow, text, [connection, from, to])).map((row) => row.body);
}
