import { openBench, PRODUCT } from '../../test/connectors/bench-source';
import { findConnectors } from '../../test/connectors/find-connectors';

const SIGNALS = 12_000;

/**
 * A first read of 12,000 records from each polled source on a virtual clock: how long it takes within the vendor's limits and what bounds it,
 * what of that is our own work, and what an unchanged source is asked an hour later. Emulated sources; no network.
 */
export async function benchSources(): Promise<Record<string, unknown>> {
  const figures: Record<string, unknown> = {};
  for (const { folder, connector, openWorld } of await findConnectors()) {
    if (openWorld === undefined || connector.poll === undefined || folder.startsWith('_')) continue;
    figures[folder] = await measure(connector, openWorld).catch((error: unknown) => `not measured: ${error instanceof Error ? error.message : String(error)}`);
  }
  return figures;
}

async function measure(connector: Parameters<typeof openBench>[0], openWorld: Parameters<typeof openBench>[1]): Promise<Record<string, unknown>> {
  const bench = await openBench(connector, openWorld, 'bench');
  for (let index = 0; index < SIGNALS; index += 1) {
    bench.world.speak(`Signal ${index}: the export stops at row ${index}`);
    if (index % 100 === 0) bench.clock.advance(60_000);
  }
  bench.clock.advance(3_600_000);
  const [from, began] = [bench.clock.monotonicMs(), performance.now()];
  await bench.poll();
  const ownSeconds = (performance.now() - began) / 1000;
  const first = bench.arrivals.length;
  const minutes = (bench.clock.monotonicMs() - from) / 60_000;
  const [coverage] = await bench.ports.stores.products.listCoverage(PRODUCT);
  await bench.cycle();
  const unchanged = bench.arrivals.length - first;
  return { kept: coverage?.kept ?? 0, virtualMinutes: Math.round(minutes * 10) / 10, requests: first, ownSeconds: Math.round(ownSeconds * 10) / 10, unchangedPollRequests: unchanged, boundBy: `${connector.pace.requests} requests in ${connector.pace.perSeconds} s` };
}
