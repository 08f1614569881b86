import type { Connection } from '../../domain/connection';
import { buryIfRemoved } from './bury-removed';
import { recordConnection } from './record-connection';
import type { SourceNeeds } from './source-needs';
import { showAtOnce } from './take-change';

/**
 * Did a person change what this connection reads and from when on, where it belongs or who may see it, or pause or remove it, since the run began that works with
 * `connection`? What that run fetched is not stored then. @throws StoreUnavailable
 */
export async function isChanged({ connections }: Pick<SourceNeeds, 'connections'>, connection: Connection): Promise<boolean> {
  const now = await connections.findConnection(connection.id);
  return now === undefined || now.state === 'paused' || now.state === 'removed' || meaningOf(now) !== meaningOf(connection);
}

/**
 * What was stored for `connection` and what was written of it after a person removed, hid or renamed it is treated as if it had been there before. To be asked at the
 * end of whatever stores something; safe to repeat. @throws StoreUnavailable
 */
export async function mendChanged(needs: Pick<SourceNeeds, 'stores' | 'connections' | 'settings' | 'queue' | 'clock' | 'findConnector'>, connection: Connection): Promise<void> {
  for (let said = connection; ; ) {
    const now = await needs.connections.findConnection(connection.id);
    if (now === undefined || now.state === 'removed') return buryIfRemoved(needs, connection.id);
    if (now.name === said.name && (now.state === 'paused') === (said.state === 'paused') && meaningOf(now) === meaningOf(said)) return;
    if (now.visibility !== said.visibility) await showAtOnce(needs, now);
    await recordConnection(needs, now);
    said = now;
  }
}

function meaningOf({ product, visibility, since, settings }: Connection): string {
  return JSON.stringify([product, visibility, since, Object.entries(settings).sort()]);
}
