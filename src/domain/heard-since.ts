import type { SourceCoverage } from './coverage';
import { isListenedTo } from './listened-to';
import type { IsoTime } from './time';

type Reach = Pick<SourceCoverage, 'oldestAt' | 'readSince' | 'nothingBefore'>;

/**
 * Since when what was said at a source is known. One that was read from a day on may have shown us a far older signal, which somebody touched again:
 * that says nothing about all the others of its time. Undefined before anything was said there.
 */
export function heardSince({ oldestAt, readSince }: Reach): IsoTime | undefined {
  return oldestAt === undefined || readSince === undefined || oldestAt > readSince ? oldestAt : readSince;
}

/** Whether a source may hold what was said after `since` and was never asked for. */
export function isUnreadAfter({ readSince, nothingBefore }: Reach, since: IsoTime): boolean {
  return readSince !== undefined && nothingBefore !== true && readSince > since;
}

/** Since when at least one of them was heard; undefined before anything was said. */
export function anyHeardSince(sources: readonly Reach[]): IsoTime | undefined {
  return sources.reduce<IsoTime | undefined>((first, one) => earlier(first, heardSince(one)), undefined);
}

/** Since when nothing is left unread of any place that is listened to. A place that began later is none that was not heard. */
export function allHeardSince(sources: readonly SourceCoverage[]): IsoTime | undefined {
  const heard = sources.filter(isListenedTo);
  const first = anyHeardSince(heard);
  return first === undefined ? undefined : heard.reduce((since, one) => (isUnreadAfter(one, since) ? (one.readSince ?? since) : since), first);
}

function earlier(one: IsoTime | undefined, other: IsoTime | undefined): IsoTime | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
