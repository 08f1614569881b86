import type { SweepItem } from '../domain/sweep';
import { epochMs, type IsoTime } from '../domain/time';

/** A request to Jira is over after this long, answered or not: a Forge function and the request in it end sooner (180 s). */
const SETTLED_AFTER_MS = 200_000;

/** May a write that had no answer be looked into? Earlier it could still arrive. */
export function isSettled(item: Pick<SweepItem, 'triedAt'>, now: IsoTime): boolean {
  return item.triedAt === undefined || epochMs(now) - epochMs(item.triedAt) >= SETTLED_AFTER_MS;
}
