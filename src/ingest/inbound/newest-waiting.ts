import type { InboundMark, WaitingSignal } from '../../domain/inbound';

/**
 * Of signals in the order in which they came those to be stored: of each id the newest version, once. What was taken back never comes again, and a
 * version older than the one that was taken (a retry that came late) changes nothing; where the sender tells no version, what arrives last is the newest.
 */
export function newestWaiting<Waiting extends WaitingSignal>(waiting: readonly Waiting[], marks: ReadonlyMap<string, InboundMark>): readonly Waiting[] {
  const newest = new Map<string, Waiting>();
  for (const one of waiting) {
    const { externalId } = one.signal;
    const mark = marks.get(externalId);
    if (mark?.goneAt !== undefined) continue;
    const taken = newest.get(externalId)?.revision ?? mark?.revision ?? '';
    if ((one.revision ?? '') >= taken) newest.set(externalId, one);
  }
  return [...newest.values()];
}
