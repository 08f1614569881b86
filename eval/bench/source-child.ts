// One first read of 12,000 records from one source, in a process of its own so that its memory is its own (the vendor is in another one); called by `npm run bench -- sources`. Prints one line of JSON.
import { join } from 'node:path';
import type { OpenWorld, SourceWorld } from '../../host/sources/source-world';
import { SourceUnreachable } from '../../src/domain/source-errors';
import type { Http } from '../../src/ports/http';
import { takeAccounts } from '../../src/ingest/accounts/take-accounts';
import { placeSignals } from '../../src/ingest/place-signals';
import { spaceOf } from '../../src/ingest/sources/id-spaces';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from '../../test/connectors/bench-source';
import type { Connector } from '../../src/ports/connector';
import { openRemoteVendor, type RemoteVendor } from './remote-vendor';

const SIGNALS = 12_000;
const MOST_HOURS = 48;

/** The connector alone: what other vendors' code and emulators take is no part of ours. */
async function connectorOf(folder: string): Promise<Connector> {
  const exported = Object.values((await import(join(__dirname, '..', '..', 'src/connectors', folder, 'index.ts'))) as Record<string, unknown>);
  const connector = exported.find((value): value is Connector => typeof value === 'object' && value !== null && 'fields' in value && 'hosts' in value);
  if (connector === undefined) throw new Error(`src/connectors/${folder}/index.ts exports no connector`);
  return connector;
}

/** Reads from the vendor in the other process instead of one in this. */
async function openAgainst(vendor: RemoteVendor, connector: Connector): Promise<SourceBench> {
  const { settings, secrets, isWindowed, now } = vendor.ready;
  const world = { connector: connector.id, settings, secrets, isWindowed } as unknown as SourceWorld;
  const bench = await openBench(connector, () => world, 'bench');
  const send: Http['send'] = async (request) => {
    if (request.url === '/rest/api/3/serverInfo') return { status: 200, headers: { 'content-type': 'application/json' }, text: JSON.stringify({ baseUrl: 'https://acme.atlassian.net' }) };
    const url = new URL(request.url, 'https://jira.invalid');
    const arrival = await vendor.ask({ method: request.method, host: url.host, path: url.pathname, query: url.searchParams, headers: request.headers ?? {}, body: request.body ?? '' }, Date.parse(bench.clock.now()));
    bench.arrivals.push({ at: bench.clock.monotonicMs(), path: url.pathname, status: arrival.kind === 'answer' ? arrival.status : 0 });
    if (arrival.kind === 'nothing') throw new SourceUnreachable('no answer');
    return { status: arrival.status, headers: arrival.headers, text: arrival.text };
  };
  bench.clock.advance(now - Date.parse(bench.clock.now()));
  // As in the app: cleaned, redacted, routed, its account found.
  Object.assign(bench.needs, { outside: { send }, jira: { send }, prepare: placeSignals({ ...bench.ports, findConnector: bench.needs.findConnector }), takeAccounts: (...[connection, accounts]: Parameters<SourceBench['needs']['takeAccounts']>) => takeAccounts(bench.ports, connection, accounts, spaceOf(bench.needs, connection).word) });
  return bench;
}

async function main(folder: string): Promise<Record<string, unknown>> {
  const connector = await connectorOf(folder);
  const vendor = await openRemoteVendor(folder, SIGNALS);
  const bench = await openAgainst(vendor, connector);
  bench.clock.advance(3_600_000);
  let [heap, resident] = [0, 0];
  bench.onPlace = () => {
    const { heapUsed, rss } = process.memoryUsage();
    [heap, resident] = [Math.max(heap, heapUsed), Math.max(resident, rss)];
  };
  const idle = process.memoryUsage();
  const [from, cpu] = [bench.clock.monotonicMs(), process.cpuUsage()];
  await bench.poll();
  // Some sources are read over several hours, a share in each.
  for (let hour = 0; hour < MOST_HOURS && (await bench.needs.connections.findFeed(CONNECTION, 'poll')).completedAt === undefined; hour += 1) await bench.cycle();
  const { user, system } = process.cpuUsage(cpu);
  const requests = bench.arrivals.length;
  const minutes = (bench.clock.monotonicMs() - from) / 60_000;
  const [coverage] = await bench.ports.stores.products.listCoverage(PRODUCT);
  // Nothing happens for a few hours: sources that read the last hours again have nothing left there.
  await bench.cycle(6);
  const before = bench.arrivals.length;
  await bench.cycle();
  vendor.close();
  const figures = {
    kept: coverage?.kept ?? 0, coverage: await bench.coverage(), virtualMinutes: round(minutes), requests, cpuSeconds: round((user + system) / 1e6), unchangedPollRequests: bench.arrivals.length - before,
    heapMB: round(heap / 1e6), heapBeforeMB: round(idle.heapUsed / 1e6), residentMB: round(resident / 1e6), residentBeforeMB: round(idle.rss / 1e6), boundBy: [connector.pace, ...(connector.slower ?? [])].map((one) => `${one.requests} requests in ${one.perSeconds} s`).join(', '),
  };
  // Loaded only now: it brings vendors with it.
  const { openSeveral, scopedFolders } = await import('../../test/connectors/several-scopes');
  return scopedFolders().includes(folder) ? { ...figures, unchangedPollRequestsOfThreeScopes: await unchangedOfThree(connector, openSeveral(folder).openWorld) } : figures;
}

/** The most that one of six polls asks of three apps, repositories, forms or surveys where nothing happens. */
async function unchangedOfThree(connector: Connector, openWorld: OpenWorld): Promise<number> {
  const bench = await openBench(connector, openWorld, 'bench of three');
  for (let index = 0; index < 600; index += 1) {
    bench.world.speak(`Signal ${index}: the export stops at row ${index}`);
    bench.clock.advance(120_000);
  }
  await bench.poll();
  await bench.cycle(8);
  let most = 0;
  for (let hour = 0; hour < 6; hour += 1) {
    const before = bench.arrivals.length;
    await bench.cycle();
    most = Math.max(most, bench.arrivals.length - before);
  }
  return most;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

void main(process.argv[2] ?? '').then((figures) => console.log(JSON.stringify(figures)));
