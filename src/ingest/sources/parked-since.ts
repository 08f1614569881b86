import type { Gap, SourceCoverage } from '../../domain/coverage';
import { isTooMuchParked, PARKED } from '../../domain/parked';
import { isChosenSkip } from '../../domain/skip-reasons';
import { epochMs, isoTime, type IsoTime } from '../../domain/time';
import type { ConnectionStore, RecordCount } from '../../ports/connection-store';

/** What of the records a product keeps, and why the others are left out; those of other products as routed elsewhere. */
export function countedFor(counts: readonly RecordCount[], product: string): Pick<SourceCoverage, 'read' | 'kept' | 'skipped'> {
  const skipped: Record<string, number> = {};
  let [read, kept] = [0, 0];
  for (const one of counts) {
    read += one.count;
    if (one.product === product && one.skipped === undefined) kept += one.count;
    else skipped[one.skipped ?? 'routed-elsewhere'] = (skipped[one.skipped ?? 'routed-elsewhere'] ?? 0) + one.count;
  }
  return { read, kept, skipped };
}

/** Records of the last weeks; of those that are parked only what was said since somebody said that nothing is missing. @throws StoreUnavailable */
export async function countLate(connections: Pick<ConnectionStore, 'countRecords'>, id: string, since: IsoTime, acceptedAt: IsoTime = ''): Promise<readonly RecordCount[]> {
  const late = await connections.countRecords(id, since);
  if (acceptedAt <= since) return late;
  const isParked = ({ skipped }: RecordCount): boolean => skipped !== undefined && !isChosenSkip(skipped);
  return [...late.filter((one) => !isParked(one)), ...(await connections.countRecords(id, isoTime(epochMs(acceptedAt) + 1))).filter(isParked)];
}

/** Whether so much is with no product that this one's silence is no answer: of all there is, or of the last weeks. */
export function isParkedGap(counts: readonly RecordCount[], late: readonly RecordCount[], product: string): boolean {
  return isTooMuchParked(countedFor(counts, product)) || isTooMuchParked(countedFor(late, product), true);
}

/** What no product has and may be this one's: since its oldest, where that is too much of all there is, else of the last weeks. */
export function parkedSince(counts: readonly RecordCount[], late: readonly RecordCount[], product: string): readonly Gap[] {
  if (!isParkedGap(counts, late, product)) return [];
  const some = isTooMuchParked(countedFor(counts, product)) ? counts : late;
  const [from] = some.flatMap((one) => (one.skipped === undefined || isChosenSkip(one.skipped) ? [] : one.oldestAt ?? [])).sort();
  return from === undefined ? [] : [{ from, reason: PARKED }];
}
