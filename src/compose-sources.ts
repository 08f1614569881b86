import { CONNECTORS, findConnector } from './connectors/registry';
import { secretKey, type Connection } from './domain/connection';
import { acceptLoss, pauseSource, readSourceNow, removeSource, resumeSource } from './ingest/sources/change-source';
import { connectSource, testSource, type ConnectionForm } from './ingest/sources/connect-source';
import { previewSource } from './ingest/sources/preview-source';
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
    test: (form: ConnectionForm) => testSource(needs, form),
    preview: (form: ConnectionForm, by: string) => previewSource(needs, form, by),
    connect: (form: ConnectionForm, by: string) => connectSource(needs, form, by),
    pause: (id: string) => pauseSource(needs, id),
    resume: (id: string) => resumeSource(needs, id),
    remove: (id: string) => removeSource(needs, id),
    acceptLoss: (id: string) => acceptLoss(needs, id),
    readNow: (id: string) => readSourceNow(needs, id),
    /** Secret fields that hold something; only whether, never what. */
    secretsSet: async (connection: Connection): Promise<readonly string[]> => {
      const fields = (outside.findConnector(connection.connector)?.fields ?? []).filter((field) => field.kind === 'secret');
      const held = await Promise.all(fields.map((field) => ports.settings.findSecret(secretKey(connection.id, field.name))));
      return fields.filter((_, index) => (held[index] ?? '') !== '').map((field) => field.name);
    },
    /** Asks for a round over every source soon. */
    wantPolls: async () => {
      for (const one of await outside.connections.listConnections()) {
        if (one.state === 'active' || one.state === 'needs-attention') await ports.queue.push({ name: 'poll-source', connection: one.id });
      }
    },
  };
}
