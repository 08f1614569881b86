import { loadRoutes, saveRoutes, type RouteRule } from './ingest/routing/routes';
import { readAnewFromNow } from './ingest/sources/reread';
import type { ConnectionStore } from './ports/connection-store';
import type { Ports } from './ports/ports';

/** To which product the records of a connection belong. */
export type RouteDesk = ReturnType<typeof routeDesk>;

export function routeDesk(ports: Ports, connections: ConnectionStore) {
  return {
    load: (connection: string) => loadRoutes(ports, connection),
    /** Everything of the connection is read anew, so that what is here already goes where it belongs, and what was left out comes in. */
    save: async (connection: string, rules: readonly RouteRule[]): Promise<void> => {
      await saveRoutes(ports, connection, { rules });
      await readAnewFromNow({ connections, clock: ports.clock }, connection);
      await ports.queue.push({ name: 'poll-source', connection });
    },
  };
}
