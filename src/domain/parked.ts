import type { Gap, SourceCoverage } from './coverage';
import { isHandedOver } from './heard-when-marked';
import { isChosenSkip } from './skip-reasons';
import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from './time';

/** A part of what customers said there is with no product, or could not be read. */
export const PARKED = 'rows-parked';

/** As of the rows of a round and of a file that could not be read: of a hundred words of customers that may be this product's, one may be missing. */
const WHOLE_SHARE = 0.01;
/** One record is more than that of every small source: of twenty it may be missing. */
const SINGLE = { records: 1, share: 0.05 };
/** What is new among much that is old: of the last weeks no more may be missing than a measured window may miss. */
const LATE = { share: 0.05, days: 28 };

type Counted = Pick<SourceCoverage, 'skipped' | 'kept'>;

/** Records in which a customer's words may be and that are with no product: no rule places them, their text is still to come, they could not be read. */
export function parkedOf({ skipped }: Pick<SourceCoverage, 'skipped'>): number {
  return Object.entries(skipped).reduce((sum, [reason, count]) => (isChosenSkip(reason) ? sum : sum + count), 0);
}

/** From when on what counts as late. */
export function lateSince(now: IsoTime): IsoTime {
  return isoTime(epochMs(now) - LATE.days * DAY_IN_MS);
}

/** Whether so much is parked of what may be this product's that its silence is no answer; of all there is, or of the last weeks. */
export function isTooMuchParked(counted: Counted, isLate = false): boolean {
  const parked = parkedOf(counted);
  const share = isLate ? LATE.share : parked <= SINGLE.records ? SINGLE.share : WHOLE_SHARE;
  return parked > share * (parked + counted.kept);
}

/** The gap of a source that has too much parked and does not say since when; what is only handed over is no listening anyhow. */
export function parkedGap(source: SourceCoverage, now: IsoTime): Gap | undefined {
  if (isHandedOver(source.kind) || source.gaps.some((gap) => gap.reason === PARKED) || !isTooMuchParked(source)) return undefined;
  return { from: source.oldestAt ?? source.lastReadAt ?? now, reason: PARKED };
}
