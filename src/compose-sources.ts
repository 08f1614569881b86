import { CONNECTORS, findConnector } from './connectors/registry';
import { pollSource } from './ingest/sources/poll-source';
import { takeAccounts } from './ingest/accounts/take-accounts';
import { placeSignals } from './ingest/place-signals';
import type { SourceNeeds } from './ingest/sources/source-needs';
import { forgeHttp } from './platform/forge-http';
import { jiraHttp } from './platform/jira/jira-http';
import { connectionStore } from './platform/store/connection-store';
import type { Ports } from './ports/ports';

/** What sources need beyond the ports that everything shares. */
export type SourceOutside = Omit<SourceNeeds, keyof Ports | 'prepare' | 'takeAccounts'>;

/** The use cases of sources, bound to what they need from outside. */
export type SourceDesk = ReturnType<typeof sourceDesk>;

export function forgeSources(): SourceOutside {
  return {
    connections: connectionStore(), outside: forgeHttp(), jira: jiraHttp(), findConnector,
    sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
    random: Math.random,
    crashPoint: () => undefined,
  };
}

export function sourceDesk(ports: Ports, outside: SourceOutside) {
  const needs: SourceNeeds = {
    ...outside,
    prepare: placeSignals(ports),
    takeAccounts: (connection, accounts) => takeAccounts(ports, connection, accounts),
    stores: ports.stores, settings: ports.settings, queue: ports.queue, clock: ports.clock, logger: ports.logger };
  return {
    connectors: CONNECTORS,
    connections: outside.connections,
    pollSource: (connection: string) => pollSource(needs, connection),
    /** Asks for a round over every source soon. */
    wantPolls: async () => {
      for (const one of await outside.connections.listConnections()) {
        if (one.state === 'active' || one.state === 'needs-attention') await ports.queue.push({ name: 'poll-source', connection: one.id });
      }
    },
  };
}
