import { accountDesk, type AccountDesk } from './compose-accounts';
import { columnDesk, type ColumnDesk } from './compose-columns';
import { keptDesk, type KeptDesk } from './compose-kept';
import { inboundDesk, type InboundDesk } from './compose-inbound';
import type { SourceOutside } from './compose-sources';
import { routeDesk, type RouteDesk } from './compose-routes';
import { subjectDesk, type SubjectDesk } from './compose-subjects';
import { breakOffOld } from './ingest/break-off';
import { loadSpaces } from './ingest/sources/id-spaces';
import { pruneReceipts } from './ingest/sources/prune-receipts';
import { inboundAddress } from './platform/inbound-address';
import { accountStore } from './platform/store/account-store';
import { inboundStore } from './platform/store/inbound-store';
import { unroutedStore } from './platform/store/unrouted-store';
import type { Job } from './ports/job-queue';
import type { Ports } from './ports/ports';

/** What arrives by itself, whose it is, where it belongs, and what is kept of a person. */
export interface IngestDesk {
  readonly inbound: InboundDesk;
  readonly accounts: AccountDesk;
  readonly subjects: SubjectDesk;
  readonly routes: RouteDesk;
  readonly columns: ColumnDesk;
  readonly kept: KeptDesk;
  /** Once an hour: files that were not sent to their end, what a lost event left behind, senders that fell silent, files whose time nobody noted, accounts that a source listed, the report of account ids, receipts that are old. */
  readonly lookAfterIngest: () => Promise<void>;
}

export function forgeIngest(): Pick<Ports, 'inbound' | 'inboundAddress' | 'accounts' | 'unrouted'> {
  return { inbound: inboundStore(), inboundAddress, accounts: accountStore(), unrouted: unroutedStore() };
}

export function ingestDesk(ports: Ports, { connections, findConnector }: Pick<SourceOutside, 'connections' | 'findConnector'>, forgetInLedger: (accountId: string) => Promise<unknown>): IngestDesk {
  const inbound = inboundDesk(ports);
  const accounts = accountDesk(ports, () => loadSpaces({ connections, findConnector }));
  const subjects = subjectDesk(ports, { connections, findConnector }, forgetInLedger);
  const kept = keptDesk(ports, connections);
  const lookAfterIngest = async (): Promise<void> => {
    await breakOffOld(ports);
    await inbound.lookAfter();
    await kept.lookAfter();
    await accounts.lookAfter();
    await subjects.reportAccountIds();
    for (const one of await connections.listConnections()) await pruneReceipts({ connections, clock: ports.clock }, one.id);
  };
  return { inbound, accounts, subjects, routes: routeDesk(ports, connections), columns: columnDesk(ports), kept, lookAfterIngest };
}

export function runIngestJob({ inbound, accounts }: IngestDesk, job: Extract<Job, { readonly name: 'drain-inbound' | 'apply-accounts' }>): Promise<void> {
  return job.name === 'drain-inbound' ? inbound.drain() : accounts.apply(job.product);
}
