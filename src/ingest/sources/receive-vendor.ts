import { changeMark } from '../../domain/change-mark';
import { AppError, BadInput } from '../../domain/errors';
import { SourceUnauthorised } from '../../domain/source-errors';
import type { Delivery } from '../../ports/connector';
import { mendChanged } from './changed-meanwhile';
import { openAsk } from './open-ask';
import { recordConnection } from './record-connection';
import type { SourceNeeds } from './source-needs';
import { yieldingToSource } from '../fill/yield-to-source';
import { takeRecords } from './take-records';

/** `taken` is said only after the store has it. What is `refused` or `unreadable` was not kept, and the sender is told. */
export type VendorOutcome = 'taken' | 'unknown' | 'refused' | 'unreadable' | 'busy';

/**
 * The platform hands a function at most 5 MB, head and address included. A mail comes with its pictures in it, which are not read; the words beside them are.
 * @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
const MOST_CHARACTERS = 5_000_000;

/**
 * One delivery of a vendor to one connection: signed as this vendor signs, or refused without touching the store. A hint asks for a poll;
 * the poll is the truth wherever there is one. Never throws for what may pass.
 */
export async function receiveVendor(needs: SourceNeeds, connectionId: string, delivery: Delivery): Promise<VendorOutcome> {
  if (delivery.body.length > MOST_CHARACTERS) return 'unreadable';
  try {
    const connection = await needs.connections.findConnection(connectionId);
    const connector = connection === undefined ? undefined : needs.findConnector(connection.connector);
    if (connection === undefined || connector?.receive === undefined || connection.state === 'paused' || connection.state === 'removed') return 'unknown';
    const received = await connector.receive(delivery, await openAsk(needs, connector, connection));
    if (received.kind === 'hint') {
      await needs.queue.push({ name: 'poll-source', connection: connection.id });
      return 'taken';
    }
    const at = needs.clock.now();
    const taken = await takeRecords(needs, connection, { ...received, isHint: connector.poll !== undefined }, at);
    const yielded = await yieldingToSource(needs, connection)(received.items, at);
    await recordConnection(needs, connection);
    await mendChanged(needs, connection);
    for (const product of new Set([...taken.products, ...yielded])) {
      await needs.settings.save(changeMark(product), needs.clock.now());
      await needs.queue.push({ name: 'understand', product });
    }
    return 'taken';
  } catch (error) {
    if (error instanceof SourceUnauthorised) return 'refused';
    if (error instanceof BadInput) return 'unreadable';
    if (error instanceof AppError && error.retryable) return 'busy';
    throw error;
  }
}
