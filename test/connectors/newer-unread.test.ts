import type { SourceRecord } from '../../src/domain/source-record';
import { acceptLoss } from '../../src/ingest/sources/change-source';
import { readAnewFromNow } from '../../src/ingest/sources/reread';
import type { Connector, Feed } from '../../src/ports/connector';
import { CONNECTION, openBench, type SourceBench } from './bench-source';
import { findConnectors, polledFolders } from './find-connectors';
import { differences, wordsOf } from './live-a-while';

/** Fifteen records that are read; whatever id is in `broken` is shown in a shape that nobody can read from then on. */
async function sourceOf(folder: string) {
  const found = (await findConnectors()).find((one) => one.folder === folder);
  if (found?.openWorld === undefined) throw new Error(`host/sources/${folder}/world.ts is missing`);
  const broken = new Set<string>();
  const strange = (feed: Feed<SourceRecord>): Feed<SourceRecord> => async (ask) => {
    const page = await feed(ask);
    const [hidden, items] = [page.items.filter((one) => broken.has(one.externalId)), page.items.filter((one) => !broken.has(one.externalId))];
    return { ...page, items, skipped: [...(page.skipped ?? []), ...hidden.map(({ externalId }) => ({ externalId, revision: '', reason: 'unreadable: body' }))] };
  };
  const { poll, backfill } = found.connector;
  const connector: Connector = { ...found.connector, ...(poll === undefined ? {} : { poll: strange(poll) }), ...(backfill === undefined ? {} : { backfill: strange(backfill) }) };
  const bench = await openBench(connector, found.openWorld, `${folder} newer`);
  const ids = Array.from({ length: 15 }, () => {
    const id = bench.world.speak(wordsOf(bench.random));
    bench.clock.advance(60_000);
    return id;
  });
  await bench.cycle(2);
  return { bench, broken, id: ids[4] ?? '' };
}

async function missed({ needs }: SourceBench): Promise<number> {
  return (await needs.connections.countRecords(CONNECTION)).reduce((sum, one) => (one.skipped?.startsWith('unreadable') === true ? sum + one.count : sum), 0);
}

describe.each(polledFolders())('%s, of which newer words of a record cannot be read', (folder) => {
  it('never passes for read: it is a gap while ours are the older ones, and none once they can be read', async () => {
    const { bench, broken, id } = await sourceOf(folder);
    const state = async () => [await bench.coverage(), await missed(bench), (await bench.stored()).get(id)];
    const before = (await bench.stored()).get(id);
    broken.add(id);
    bench.world.rewrite(id, 'The export forgets our second warehouse');
    await bench.cycle();
    // Where the source does not tell of edits, reading everything anew comes by it at the latest.
    expect(await state()).toEqual(bench.world.isSilentOnEdits === true ? [expect.any(String), expect.any(Number), before] : ['gap', 1, before]);
    await readAnewFromNow(bench.needs, CONNECTION);
    await bench.cycle();
    expect(await state()).toEqual(['gap', 1, before]);
    broken.delete(id);
    await bench.cycle(2);
    expect([await bench.coverage(), await missed(bench), await differences(bench)]).toEqual(['complete', 0, []]);
  });

  it('misses nothing any more when that record is gone', async () => {
    const { bench, broken, id } = await sourceOf(folder);
    broken.add(id);
    bench.world.rewrite(id, 'The export forgets our second warehouse');
    await readAnewFromNow(bench.needs, CONNECTION);
    await bench.cycle();
    expect(await missed(bench)).toBe(1);
    bench.world.remove(id);
    await bench.cycle();
    await readAnewFromNow(bench.needs, CONNECTION);
    await bench.cycle(2);
    expect([await bench.coverage(), await missed(bench), await differences(bench)]).toEqual(['complete', 0, []]);
  });

  it('is believed again when an admin says that nothing is missing in them', async () => {
    const { bench, broken, id } = await sourceOf(folder);
    broken.add(id);
    bench.world.rewrite(id, 'The export forgets our second warehouse');
    await readAnewFromNow(bench.needs, CONNECTION);
    await bench.cycle();
    expect(await bench.coverage()).toBe('gap');
    await acceptLoss(bench.needs, CONNECTION);
    await bench.cycle(2);
    expect([await bench.coverage(), await missed(bench)]).toEqual(['complete', 1]);
  });
});

describe('what was missed beside a record', () => {
  it('is forgotten with the very page that shows the record readable, whether or not everything is read anew', async () => {
    const { bench, broken, id } = await sourceOf('zendesk');
    for (const words of ['The export forgets our second warehouse', 'And the third one since Monday', 'And it prints all of them twice']) {
      broken.add(id);
      bench.world.rewrite(id, words);
      await bench.cycle();
      const before = (await bench.needs.connections.findFeed(CONNECTION, 'reread')).completedAt;
      expect(await missed(bench)).toBe(1);
      broken.delete(id);
      await bench.cycle();
      expect([await missed(bench), (await bench.stored()).get(id)]).toEqual([0, expect.stringContaining(words)]);
      expect((await bench.needs.connections.findFeed(CONNECTION, 'reread')).completedAt).toBe(before);
    }
  });
});
