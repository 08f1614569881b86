import { template } from '../../src/connectors/_template';
import { SourceRateLimited } from '../../src/domain/source-errors';
import { pauseSource, resumeSource } from '../../src/ingest/sources/change-source';
import { pollSource } from '../../src/ingest/sources/poll-source';
import { openWorld } from '../../host/sources/_template/world';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';
import { wordsOf } from './live-a-while';

const DAY_IN_MS = 86_400_000;

const gapsOf = async (bench: SourceBench) => (await bench.ports.stores.products.listCoverage(PRODUCT))[0]?.gaps;

async function opened(seed: string, connector = template): Promise<SourceBench> {
  const bench = await openBench(connector, openWorld, seed);
  for (let said = 0; said < 12; said += 1) bench.world.speak(wordsOf(bench.random));
  await bench.cycle(2);
  return bench;
}

it('a source that never gives us time to find what was deleted is a gap since it was last read whole, and none once it was', async () => {
  let isLimited = false;
  const bench = await opened('overdue', { ...template, deletions: async () => {
    if (isLimited) throw new SourceRateLimited(60);
    return { items: [], checkpoint: {}, isLast: true };
  } });
  const [lastWhole] = (await bench.needs.connections.listReceipts(CONNECTION, 5)).slice(-1);
  isLimited = true;
  for (let day = 0; day < 30; day += 1) {
    bench.clock.advance(DAY_IN_MS - 3_600_000);
    await pollSource(bench.needs, CONNECTION);
  }
  expect(await gapsOf(bench)).toEqual([]);
  bench.clock.advance(2.5 * DAY_IN_MS);
  await pollSource(bench.needs, CONNECTION);
  expect(await gapsOf(bench)).toEqual([{ from: lastWhole?.startedAt, reason: 'reread-overdue' }]);
  expect(await bench.coverage()).toBe('gap');
  isLimited = false;
  bench.clock.advance(DAY_IN_MS);
  await pollSource(bench.needs, CONNECTION);
  expect([await gapsOf(bench), await bench.coverage()]).toEqual([[], 'complete']);
});

it('a pause stands once in what was not heard, and goes with the reading after it', async () => {
  const bench = await opened('paused');
  const readAt = (await bench.needs.connections.findFeed(CONNECTION, 'poll')).completedAt;
  await pauseSource(bench.needs, CONNECTION);
  expect(await gapsOf(bench)).toEqual([{ from: readAt, reason: 'paused' }]);
  bench.clock.advance(3 * DAY_IN_MS);
  await resumeSource(bench.needs, CONNECTION);
  await bench.poll();
  expect(await gapsOf(bench)).toEqual([]);
});
