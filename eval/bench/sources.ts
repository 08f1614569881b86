import { openBench, PRODUCT } from '../../test/connectors/bench-source';
import { findConnectors } from '../../test/connectors/find-connectors';

const SIGNALS = 12_000;
const MOST_HOURS = 48;

/**
 * A first read of 12,000 records from each polled source on a virtual clock: how long it takes within the vendor's limits and what bounds it,
 * what of that is our own work, and what an unchanged source is asked an hour later. Emulated sources; no network.
 */
export async function benchSources(): Promise<Record<string, unknown>> {
  const figures: Record<string, unknown> = {};
  for (const { folder, connector, openWorld } of await findConnectors()) {
    if (openWorld === undefined || connector.poll === undefined || folder.startsWith('_')) continue;
    if (process.argv.length > 3 && !process.argv.includes(folder)) continue;
    figures[folder] = await measure(connector, openWorld).catch((error: unknown) => `not measured: ${error instanceof Error ? error.message : String(error)}`);
  }
  return figures;
}

async function measure(connector: Parameters<typeof openBench>[0], openWorld: Parameters<typeof openBench>[1]): Promise<Record<string, unknown>> {
  const bench = await openBench(connector, openWorld, 'bench');
  for (let index = 0; index < SIGNALS; index += 1) {
    bench.world.speak(`Signal ${index}: the export stops at row ${index}`);
    if (index % 100 === 0) bench.clock.advance(4 * 3_600_000);
  }
  bench.clock.advance(3_600_000);
  const [from, began] = [bench.clock.monotonicMs(), performance.now()];
  await bench.poll();
  // Some sources are read over several hours, a share in each.
  for (let hour = 0; hour < MOST_HOURS && (await bench.coverage()) !== 'complete'; hour += 1) await bench.cycle();
  const ownSeconds = (performance.now() - began) / 1000;
  const requests = bench.arrivals.length;
  const minutes = (bench.clock.monotonicMs() - from) / 60_000;
  const [coverage] = await bench.ports.stores.products.listCoverage(PRODUCT);
  // Nothing happens for a few hours: sources that read the last hours again have nothing left there.
  await bench.cycle(6);
  const before = bench.arrivals.length;
  await bench.cycle();
  const unchanged = bench.arrivals.length - before;
  return { kept: coverage?.kept ?? 0, virtualMinutes: Math.round(minutes * 10) / 10, requests, ownSeconds: Math.round(ownSeconds * 10) / 10, unchangedPollRequests: unchanged, boundBy: [connector.pace, ...(connector.slower ?? [])].map((one) => `${one.requests} requests in ${one.perSeconds} s`).join(', ') };
}
