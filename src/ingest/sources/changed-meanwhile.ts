import type { Connection } from '../../domain/connection';
import type { SourceNeeds } from './source-needs';

/**
 * Did a person change what this connection reads and from when on, where it belongs or who may see it, or pause or remove it, since the run began that works with
 * `connection`? What that run fetched is not stored then. @throws StoreUnavailable
 */
export async function isChanged({ connections }: Pick<SourceNeeds, 'connections'>, connection: Connection): Promise<boolean> {
  const now = await connections.findConnection(connection.id);
  return now === undefined || now.state === 'paused' || now.state === 'removed' || meaningOf(now) !== meaningOf(connection);
}

function meaningOf({ product, visibility, since, settings }: Connection): string {
  return JSON.stringify([product, visibility, since, Object.entries(settings).sort()]);
}
