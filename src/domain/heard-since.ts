import type { SourceCoverage } from './coverage';
import { isListenedTo } from './listened-to';
import { DAY_IN_MS, epochMs, type IsoTime } from './time';

type Reach = Pick<SourceCoverage, 'oldestAt' | 'readSince' | 'held' | 'nothingBefore'>;

/** What the first delivery of a new sender brings of the days before is how it begins. */
const FIRST_DELIVERY_DAYS = 7;

/**
 * Since when what was said at a source is known. One that was read from a day on may have shown us a far older signal, which somebody touched again, and
 * a file may hold a row out of place: that says nothing about all the others of its time. Undefined before anything was said there.
 */
export function heardSince({ oldestAt, readSince, held }: Reach): IsoTime | undefined {
  const from = readSince ?? held?.from;
  return oldestAt === undefined || from === undefined || oldestAt > from ? oldestAt : from;
}

/** Whether a source may hold what was said after `since` and was never asked for, or never handed in. */
export function isUnreadAfter(source: Reach, since: IsoTime): boolean {
  const until = unreadUntil(source);
  return until !== undefined && until > since;
}

/** Until when more may have been said than we have. A sender, or a file, of which nothing is older than what it holds, began with that. */
function unreadUntil({ oldestAt, readSince, held, nothingBefore }: Reach): IsoTime | undefined {
  if (nothingBefore === true) return undefined;
  if (readSince !== undefined || held === undefined || oldestAt === undefined) return readSince;
  return epochMs(held.from) - epochMs(oldestAt) > FIRST_DELIVERY_DAYS * DAY_IN_MS ? held.from : undefined;
}

/** Since when at least one of them was heard; undefined before anything was said. */
export function anyHeardSince(sources: readonly Reach[]): IsoTime | undefined {
  return sources.reduce<IsoTime | undefined>((first, one) => earlier(first, heardSince(one)), undefined);
}

/** Since when nothing is left unread of any place that is listened to. A place that began later is none that was not heard. */
export function allHeardSince(sources: readonly SourceCoverage[]): IsoTime | undefined {
  const heard = sources.filter(isListenedTo);
  const first = anyHeardSince(heard);
  return first === undefined ? undefined : heard.reduce((since, one) => (isUnreadAfter(one, since) ? (unreadUntil(one) ?? since) : since), first);
}

function earlier(one: IsoTime | undefined, other: IsoTime | undefined): IsoTime | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
