import { gapFillDesk } from './compose-fills';
import { offeredIn } from './ingest/sources/offered-in';
import { STAYS_ON_ATLASSIAN } from './edition';
import { CONNECTORS, findConnector } from './connectors/registry';
import { secretKey, type Connection } from './domain/connection';
import { buryIfRemoved } from './ingest/sources/bury-removed';
import { acceptLoss, pauseSource, readSourceNow, removeSource, resumeSource } from './ingest/sources/change-source';
import { connectSource, testSource, type ConnectionForm, type Look } from './ingest/sources/connect-source';
import { fetchPerson, type AuthoredSignal } from './ingest/sources/fetch-person';
import { readFurtherBack, sayNothingBefore, unsayNothingBefore } from './ingest/sources/first-read';
import { noteGap, type KnownGap } from './ingest/sources/note-gap';
import { spaceOf } from './ingest/sources/id-spaces';
import { previewSource } from './ingest/sources/preview-source';
import { pollSource } from './ingest/sources/poll-source';
import { listTroubles } from './ingest/sources/list-troubles';
import { receiveVendor } from './ingest/sources/receive-vendor';
import { takeDeletedIssue } from './ingest/sources/take-deleted';
import type { Delivery } from './ports/connector';
import { takeAccounts } from './ingest/accounts/take-accounts';
import { placeSignals } from './ingest/place-signals';
import { forgetRouting } from './ingest/routing/forget-routing';
import type { SourceNeeds } from './ingest/sources/source-needs';
import { epochMs, type IsoTime } from './domain/time';
import { forgeHttp } from './platform/forge-http';
import { jiraHttp } from './platform/jira/jira-http';
import { vendorAddress } from './platform/inbound-address';
import { connectionStore } from './platform/store/connection-store';
import type { Ports } from './ports/ports';

/** What sources need beyond the ports that everything shares. */
export type SourceOutside = Omit<SourceNeeds, keyof Ports | 'prepare' | 'tryPrepare' | 'takeAccounts'> & { readonly vendorAddress: (connection: string) => Promise<string> };

const HINT_MS = 60_000;

/** The use cases of sources, bound to what they need from outside. */
export type SourceDesk = ReturnType<typeof sourceDesk>;

export function forgeSources(): SourceOutside {
  return {
    vendorAddress,
    connections: connectionStore(), outside: forgeHttp(), jira: jiraHttp(), findConnector,
    sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
    random: Math.random,
    crashPoint: () => undefined,
  };
}

export function sourceDesk(ports: Ports, outside: SourceOutside) {
  const placing = { ...ports, findConnector: outside.findConnector };
  const needs: SourceNeeds = {
    ...outside,
    prepare: placeSignals(placing),
    tryPrepare: placeSignals(placing, true),
    takeAccounts: (connection, accounts) => takeAccounts(ports, connection, accounts, spaceOf(outside, connection).word),
    stores: ports.stores, settings: ports.settings, queue: ports.queue, clock: ports.clock, logger: ports.logger, loadPseudonym: ports.loadPseudonym };
  return {
    connectors: offeredIn(CONNECTORS, STAYS_ON_ATLASSIAN),
    isAtlassianOnly: STAYS_ON_ATLASSIAN,
    connections: outside.connections,
    pollSource: (connection: string) => pollSource(needs, connection),
    vendorAddress: outside.vendorAddress,
    receive: (connection: string, delivery: Delivery) => receiveVendor(needs, connection, delivery),
    test: (form: ConnectionForm) => testSource(needs, form),
    preview: (form: ConnectionForm, by: string) => previewSource(needs, form, by),
    /** @param look what a preview handed out, or that nobody wants to look first */
    connect: (form: ConnectionForm, by: string, look: Look) => connectSource(needs, form, by, look),
    pause: (id: string) => pauseSource(needs, id),
    resume: (id: string) => resumeSource(needs, id),
    remove: async (id: string) => {
      await removeSource(needs, id);
      await forgetRouting(ports, id);
    },
    fills: gapFillDesk({ ...ports, connections: outside.connections, findConnector: outside.findConnector }),
    noteGap: (id: string, gap: KnownGap) => noteGap(needs, id, gap),
    readFurtherBack: (id: string, since: IsoTime) => readFurtherBack(needs, id, since),
    sayNothingBefore: (id: string) => sayNothingBefore(needs, id),
    unsayNothingBefore: (id: string) => unsayNothingBefore(needs, id),
    /** Who wrote a signal, asked live and kept nowhere; whoever asks checks the permission. */
    fetchPerson: (signal: AuthoredSignal) => fetchPerson(needs, signal),
    acceptLoss: (id: string) => acceptLoss(needs, id),
    readNow: (id: string) => readSourceNow(needs, id),
    /** Secret fields that hold something; only whether, never what. */
    listTroubles: (id: string) => listTroubles(needs.connections, id),
    secretsSet: async (connection: Connection): Promise<readonly string[]> => {
      const fields = (outside.findConnector(connection.connector)?.fields ?? []).filter((field) => field.kind === 'secret');
      const held = await Promise.all(fields.map((field) => ports.settings.findSecret(secretKey(connection.id, field.name))));
      return fields.filter((_, index) => (held[index] ?? '') !== '').map((field) => field.name);
    },
    /** Something happened in a Jira project: a source that reads it looks soon; hints of a minute come together. */
    hintJira: async (project: string) => {
      for (const one of await outside.connections.listConnections()) {
        const isIt = one.state === 'active' && outside.findConnector(one.connector)?.isJira === true && (one.settings['projects'] ?? '').split(',').some((key) => key.trim() === project);
        if (!isIt) continue;
        const key = `source-hinted:${one.id}`;
        const last = await ports.settings.find(key);
        if (typeof last === 'string' && epochMs(ports.clock.now()) - epochMs(last) < HINT_MS) continue;
        await ports.settings.save(key, ports.clock.now());
        await ports.queue.push({ name: 'poll-source', connection: one.id }, HINT_MS / 1000);
      }
    },
    /** A deletion is taken at its word. */
    takeDeletedIssue: (issue: string) => takeDeletedIssue(needs, issue),
    /** What a run that had begun before, and died, stored of a connection that was removed. */
    buryRemoved: async () => {
      for (const one of await outside.connections.listConnections()) {
        if (one.state !== 'removed') continue;
        await buryIfRemoved(needs, one.id);
        if ((await ports.unrouted.count(one.id)) > 0) await forgetRouting(ports, one.id);
      }
    },
    /** Asks for a round over every source soon. */
    wantPolls: async () => {
      for (const one of await outside.connections.listConnections()) {
        if (one.state === 'active' || one.state === 'needs-attention') await ports.queue.push({ name: 'poll-source', connection: one.id });
      }
    },
  };
}
