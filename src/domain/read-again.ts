import { epochMs, isoTime, type IsoTime } from './time';

/** Sources are read every hour. So many hours without is a schedule that stands still, not one that is late. */
const LATE_MS = 6 * 3_600_000;

/** Without another reading by then, the source was not heard since `readAt`. */
export function readAgainBy(readAt: IsoTime): IsoTime {
  return isoTime(epochMs(readAt) + LATE_MS);
}
