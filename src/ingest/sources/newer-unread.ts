import type { SkippedRecord } from '../../domain/source-record';
import type { IsoTime } from '../../domain/time';
import type { KnownRecord } from '../../ports/connection-store';

/** Under this name stands that a record which we have was shown again and could not be read: its words may be newer than ours. */
const NEWER = 'newer:';

export function newerOf(externalId: string): string {
  return `${NEWER}${externalId}`.slice(0, 255);
}

/** Whether this may hide newer words of a record that we know. */
export function isUnread({ reason }: SkippedRecord): boolean {
  return reason.startsWith('unreadable');
}

/** What is missed beside the words that we have, until the record is shown readable, is gone, or everything was read anew without it. */
export function missedBeside(known: KnownRecord, { reason }: SkippedRecord, at: IsoTime): KnownRecord {
  return { externalId: newerOf(known.externalId), revision: '', skipped: reason.slice(0, 100), seenAt: at, ...(known.at === undefined ? {} : { at: known.at }) };
}
