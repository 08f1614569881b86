import { acceptLostRows, giveUpSource, listKeptSources, removeKeptSource } from './ingest/leaving/kept-sources';
import { noteHeldTimes, sayHeldTime } from './ingest/leaving/say-held-time';
import { fileSources, refuseLive } from './ingest/leaving/live-sources';
import { startImport } from './ingest/start-import';
import { keepCall } from './ingest/transcript/keep-call';
import type { ConnectionStore } from './ports/connection-store';
import type { Ports } from './ports/ports';
import { wantUnderstanding } from './understand/want-understanding';

/** The use cases of files, and of senders that were removed. */
export type KeptDesk = ReturnType<typeof keptDesk>;

export function keptDesk(ports: Ports, connections: ConnectionStore) {
  const needs = { ...ports, connections, wantUnderstanding: (product: string) => wantUnderstanding(ports, product) };
  return {
    /** Opens a file under a name of its own. */
    startImport: async (request: Parameters<typeof startImport>[1]) => {
      if (request.source !== undefined) await refuseLive(needs, request.product, request.source.id);
      return startImport(ports, request);
    },
    keepCall: async (call: Parameters<typeof keepCall>[1]) => {
      await refuseLive(needs, call.source.product, call.source.id);
      return keepCall(ports, call);
    },
    /** Those that a file may go on with. */
    ofFiles: (product: string) => fileSources(needs, product),
    list: () => listKeptSources(needs),
    giveUp: (product: string, source: string) => giveUpSource(needs, product, source),
    settleLostRows: (product: string, source: string) => acceptLostRows(needs, product, source),
    sayHeld: (product: string, source: string, word: Parameters<typeof sayHeldTime>[3]) => sayHeldTime(needs, product, source, word),
    /** Every hour. */
    lookAfter: () => noteHeldTimes(needs),
    remove: (product: string, source: string) => removeKeptSource(needs, product, source),
  };
}
