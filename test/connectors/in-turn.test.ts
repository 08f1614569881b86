import { findAcceptedLoss } from '../../src/ingest/sources/accepted-loss';
import { acceptLoss, readSourceNow } from '../../src/ingest/sources/change-source';
import { connectSource } from '../../src/ingest/sources/connect-source';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';
import { findConnectors } from './find-connectors';
import { differences, wordsOf } from './live-a-while';
import { openSeveral, scopedFolders } from './several-scopes';

const HOUR = 3_600_000;

async function opened(folder: string): Promise<{ readonly bench: SourceBench; readonly scopes: ReturnType<typeof openSeveral>['scopes'] }> {
  const connector = (await findConnectors()).find((one) => one.folder === folder)?.connector;
  if (connector === undefined) throw new Error(`no connector ${folder}`);
  const { openWorld, scopes } = openSeveral(folder);
  const bench = await openBench(connector, openWorld, `${folder} in turn`);
  for (let index = 0; index < 30; index += 1) {
    bench.world.speak(wordsOf(bench.random));
    bench.clock.advance(60_000);
  }
  await bench.cycle();
  return { bench, scopes };
}

const lastRead = async ({ ports, clock }: SourceBench): Promise<number> => {
  const [coverage] = await ports.stores.products.listCoverage(PRODUCT);
  return (Date.parse(clock.now()) - Date.parse(coverage?.lastReadAt ?? '')) / HOUR;
};

describe.each(scopedFolders())('%s with three scopes', (folder) => {
  it('reads all of them first, and then asks a source where nothing happens no more than twice a poll', async () => {
    const { bench } = await opened(folder);
    expect(await differences(bench)).toEqual([]);
    await bench.cycle(7);
    for (let hour = 0; hour < 6; hour += 1) {
      const before = bench.arrivals.length;
      await bench.cycle();
      expect(bench.arrivals.length - before).toBeLessThanOrEqual(2);
      expect(await bench.coverage()).toBe('complete');
    }
  });

  it('has what each of them says within three polls, and never says to have read later than the one that waits longest', async () => {
    const { bench, scopes } = await opened(folder);
    await bench.cycle(3);
    for (const scope of scopes) {
      const id = scope.speak(wordsOf(bench.random));
      await bench.cycle(3);
      expect((await bench.stored()).has(id)).toBe(true);
      const ages = await lastRead(bench);
      expect(ages).toBeGreaterThanOrEqual(2);
      expect(ages).toBeLessThanOrEqual(3.2);
    }
    expect(await differences(bench)).toEqual([]);
  });

  it('is read whole where a person asks for it, and after a time in which it was not heard', async () => {
    const { bench, scopes } = await opened(folder);
    await bench.cycle(2);
    const ids = scopes.map((scope) => scope.speak(wordsOf(bench.random)));
    await readSourceNow(bench.needs, CONNECTION);
    bench.clock.advance(HOUR / 2);
    await bench.poll();
    expect(ids.filter((id) => ![...scopes].some((scope) => scope.live().has(id)))).toEqual([]);
    expect(await differences(bench)).toEqual([]);
    expect(await lastRead(bench)).toBeLessThan(0.1);
    bench.fault = () => ({ kind: 'status', status: 503 });
    await bench.cycle();
    for (const scope of scopes) scope.speak(wordsOf(bench.random));
    await bench.cycle();
    expect(await bench.coverage()).toBe('gap');
    bench.fault = undefined;
    await bench.cycle();
    expect(await differences(bench)).toEqual([]);
    expect(await bench.coverage()).toBe('complete');
  });

  it('takes what was said since each was last read for nothing but that, where a setting is changed or a loss is said to be real', async () => {
    const { bench, scopes } = await opened(folder);
    await bench.cycle(4);
    for (const scope of scopes) for (let said = 0; said < 8; said += 1) scope.speak(wordsOf(bench.random));
    const before = await bench.needs.connections.findConnection(CONNECTION);
    if (before === undefined) throw new RangeError('nothing is connected');
    const settings = Object.fromEntries(Object.entries(before.settings).map(([field, value]) => [field, value.split(', ').reverse().join(', ')]));
    await connectSource(bench.needs, { ...before, days: 365, fields: { ...settings, ...bench.world.secrets } }, 'admin', 'without-looking');
    for (let hour = 0; hour < 12; hour += 1) {
      await bench.cycle();
      expect(await bench.coverage()).toBe('complete');
    }
    expect(await differences(bench)).toEqual([]);
    expect((await findAcceptedLoss(bench.needs, CONNECTION))?.offset).toBe(0);
    for (const scope of scopes) for (const id of [...scope.live().keys()].slice(0, 12)) scope.remove(id);
    for (let hour = 0; hour < 6 && (await bench.coverage()) !== 'gap'; hour += 1) await bench.cycle();
    for (const scope of scopes) for (let said = 0; said < 8; said += 1) scope.speak(wordsOf(bench.random));
    await acceptLoss(bench.needs, CONNECTION);
    for (let hour = 0; hour < 12; hour += 1) {
      await bench.cycle();
      expect(await bench.coverage()).toBe('complete');
    }
    expect((await findAcceptedLoss(bench.needs, CONNECTION))?.offset).toBe(0);
  });
});
