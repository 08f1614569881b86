import { FROM_A_FILE } from '../../domain/gap-fill';
import type { ConnectionStore } from '../../ports/connection-store';

/** Live records of a connection that only a file brought: nothing that the source has to show, whatever became of the statement about the file. @throws StoreUnavailable */
export async function countFromFiles(connections: Pick<ConnectionStore, 'recordsOfGroups'>, connection: string): Promise<number> {
  return (await connections.recordsOfGroups(connection, [FROM_A_FILE])).length;
}
