import { isLookedAt } from '../../domain/looked-at';
import type { Signal } from '../../domain/signal';
import type { SkippedRecord } from '../../domain/source-record';
import type { IsoTime } from '../../domain/time';
import type { KnownRecord } from '../../ports/connection-store';

/** Under this name stands that words are missed beside a record which we have: it was shown again and could not be read, or is too long to be looked at whole. */
const NEWER = 'newer:';

export function newerOf(externalId: string): string {
  return `${NEWER}${externalId}`.slice(0, 255);
}

/** Whether this may hide newer words of a record that we know. */
export function isUnread({ reason, revision }: SkippedRecord): boolean {
  return reason.startsWith('unreadable') || (revision === '' && reason.startsWith('not-read: '));
}

/** What is missed beside the words that we have, until the record is shown readable, is gone, or everything was read anew without it. */
export function missedBeside(known: KnownRecord, { reason }: SkippedRecord, at: IsoTime): KnownRecord {
  return { externalId: newerOf(known.externalId), revision: '', skipped: reason.slice(0, 100), seenAt: at, ...(known.at === undefined ? {} : { at: known.at }) };
}

/** Of words that are kept and longer than is looked at the rest is missed, beside them in the same way. */
export function restBeside(known: KnownRecord, { text }: Pick<Signal, 'text'>, at: IsoTime): readonly KnownRecord[] {
  if (text === undefined || isLookedAt(text)) return [];
  return [{ externalId: newerOf(known.externalId), revision: '', skipped: 'not-read: too-long', seenAt: at, ...(known.at === undefined ? {} : { at: known.at }) }];
}
