import type { ReceiptDayView, ReceiptView, RunsView } from '../../../contract/sources';
import type { Receipt, ReceiptDay } from '../../../domain/receipt';
import { isoDay, type IsoTime } from '../../../domain/time';
import type { ConnectionStore } from '../../../ports/connection-store';

const RUNS_SHOWN = 24;
const DAYS_SHOWN = 60;
const FIRST_DAY = '2000-01-01';

export function receiptView({ connection: _own, ...receipt }: Receipt): ReceiptView {
  return receipt;
}

/** What earlier runs of a source gave, newest first; where single runs are not kept any more, their days. */
export async function runsView(connections: Pick<ConnectionStore, 'listReceipts' | 'listReceiptDays'>, id: string, before: IsoTime): Promise<RunsView> {
  const runs = await connections.listReceipts(id, RUNS_SHOWN, before);
  const oldest = runs.at(-1);
  if (oldest !== undefined && runs.length === RUNS_SHOWN) return { runs: runs.map(receiptView), days: [], before: oldest.startedAt };
  const days = [...(await connections.listReceiptDays(id, FIRST_DAY, isoDay(oldest?.startedAt ?? before)))].reverse();
  const shown = days.slice(0, DAYS_SHOWN);
  const last = shown.at(-1);
  return { runs: runs.map(receiptView), days: shown.map(dayView), ...(last === undefined || days.length <= DAYS_SHOWN ? {} : { before: `${last.day}T00:00:00.000Z` }) };
}

function dayView({ connection: _own, firstAt: _first, lastAt: _last, completeAt: _complete, ...day }: ReceiptDay): ReceiptDayView {
  return day;
}
