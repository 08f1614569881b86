import type { UnroutedRecord, UnroutedStore } from '../../src/ports/unrouted-store';

export function fakeUnroutedStore(): UnroutedStore {
  const rows = new Map<string, UnroutedRecord>();
  const own = (connection: string) => [...rows].filter(([key]) => key.startsWith(`${connection} `)).map(([, row]) => row);
  return {
    save: async (connection, unrouted, routed) => {
      for (const one of unrouted) rows.set(`${connection} ${one.externalId}`, one);
      for (const id of routed) rows.delete(`${connection} ${id}`);
    },
    list: async (connection, limit) => own(connection).sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit),
    count: async (connection) => own(connection).length,
  };
}
