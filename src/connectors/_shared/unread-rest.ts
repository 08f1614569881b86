import type { SkippedRecord } from '../../domain/source-record';

/**
 * What of a long conversation was not read, as a record of its own: it may hold customers' words, so it is counted by its reason in the receipt and in
 * coverage, and silence does not rest on it. When all of it is read again, it is seen no more and goes with the next reading of everything.
 */
export function unreadRest({ externalId, revision, at }: Pick<SkippedRecord, 'externalId' | 'revision' | 'at'>): SkippedRecord {
  return { externalId: `${externalId}/rest`, revision, reason: 'not-read: too-long', ...(at === undefined ? {} : { at }) };
}
