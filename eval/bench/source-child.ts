// One first read of 12,000 records from one source, in a process of its own so that its memory is its own; called by `npm run bench -- sources`. Prints one line of JSON.
import { takeAccounts } from '../../src/ingest/accounts/take-accounts';
import { placeSignals } from '../../src/ingest/place-signals';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from '../../test/connectors/bench-source';
import type { Connector } from '../../src/ports/connector';
import { findConnectors } from '../../test/connectors/find-connectors';
import { openSeveral, scopedFolders } from '../../test/connectors/several-scopes';

const SIGNALS = 12_000;
const MOST_HOURS = 48;

async function main(folder: string): Promise<Record<string, unknown>> {
  const found = (await findConnectors()).find((one) => one.folder === folder);
  if (found?.openWorld === undefined) throw new Error(`no emulated source for ${folder}`);
  const { connector, openWorld } = found;
  const bench = await openBench(connector, openWorld, 'bench');
  // As in the app: cleaned, redacted, routed, its account found.
  Object.assign(bench.needs, { prepare: placeSignals(bench.ports), takeAccounts: (...[connection, accounts]: Parameters<SourceBench['needs']['takeAccounts']>) => takeAccounts(bench.ports, connection, accounts) });
  for (let index = 0; index < SIGNALS; index += 1) {
    bench.world.speak(`Signal ${index}: the export stops at row ${index}; write to person${index}@customer.example or call +49 30 901820`);
    // Twenty days of records; where the vendor shows a week, four.
    if (index % 100 === 0) bench.clock.advance((bench.world.isWindowed === true ? 0.8 : 4) * 3_600_000);
  }
  bench.clock.advance(3_600_000);
  let heap = 0;
  bench.onPlace = () => void (heap = Math.max(heap, process.memoryUsage().heapUsed));
  const idle = process.memoryUsage().heapUsed;
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
  const figures = {
    kept: coverage?.kept ?? 0, coverage: await bench.coverage(), virtualMinutes: round(minutes), requests, cpuSeconds: round((user + system) / 1e6), unchangedPollRequests: bench.arrivals.length - before,
    heapMB: round(heap / 1e6), heapBeforeMB: round(idle / 1e6), rssMB: round(process.resourceUsage().maxRSS / 1e3), boundBy: [connector.pace, ...(connector.slower ?? [])].map((one) => `${one.requests} requests in ${one.perSeconds} s`).join(', '),
  };
  return scopedFolders().includes(folder) ? { ...figures, unchangedPollRequestsOfThreeScopes: await unchangedOfThree(connector, folder) } : figures;
}

/** The most that one of six polls asks of three apps, repositories, forms or surveys where nothing happens. */
async function unchangedOfThree(connector: Connector, folder: string): Promise<number> {
  const bench = await openBench(connector, openSeveral(folder).openWorld, 'bench of three');
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
