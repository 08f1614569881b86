import { zendesk } from '../../src/connectors/zendesk';
import type { SkippedRecord, SourceRecord } from '../../src/domain/source-record';
import { readAnewFromNow } from '../../src/ingest/sources/reread';
import type { Connector, Feed, FeedAsk, FeedPage } from '../../src/ports/connector';
import type { OpenWorld } from '../../host/sources/source-world';
import { CONNECTION, openBench, type SourceBench } from './bench-source';
import { findConnectors, polledFolders } from './find-connectors';
import { wordsOf } from './live-a-while';

const unnamed = (place: number): SkippedRecord => ({ externalId: `unreadable-${place}`, revision: '', reason: 'unreadable: id', isUnnamed: true });

async function unread({ needs }: SourceBench): Promise<readonly string[]> {
  return (await needs.connections.pageUnseen(CONNECTION, '9999', undefined, 500)).filter((one) => one.skipped?.startsWith('unreadable') === true).map((one) => one.externalId);
}

describe.each(polledFolders())('%s, of which an id could not be read', (folder) => {
  it('misses nothing once the round is read again with it, hour after hour, without reading everything anew', async () => {
    const found = (await findConnectors()).find((one) => one.folder === folder);
    if (found?.openWorld === undefined) throw new Error(`host/sources/${folder}/world.ts is missing`);
    const state = { isBroken: false, begun: 0 };
    const broken = (feed: Feed<SourceRecord>): Feed<SourceRecord> => async (ask) => {
      const page = await feed(ask);
      if (ask.checkpoint === undefined) state.begun += 1;
      if (!state.isBroken) return page;
      return { ...page, items: [], skipped: [...(page.skipped ?? []), ...page.items.map((_one, place) => unnamed(place))] };
    };
    const { poll, backfill } = found.connector;
    const connector: Connector = { ...found.connector, ...(poll === undefined ? {} : { poll: broken(poll) }), ...(backfill === undefined ? {} : { backfill: broken(backfill) }) };
    const bench = await openBench(connector, found.openWorld, `${folder} unnamed`);
    for (let said = 0; said < 15; said += 1) bench.world.speak(wordsOf(bench.random));
    await bench.cycle(2);
    state.begun = 0;
    for (let turn = 0; turn < 3; turn += 1) {
      const id = bench.world.speak(wordsOf(bench.random));
      bench.clock.advance(60_000);
      state.isBroken = true;
      await bench.cycle(2);
      expect([await bench.coverage(), (await unread(bench)).length > 0]).toEqual(['gap', true]);
      state.isBroken = false;
      await bench.cycle();
      expect([await bench.coverage(), await unread(bench), (await bench.stored()).has(id)]).toEqual(['complete', [], true]);
    }
    expect(state.begun).toBe(0);
  });
});

describe('a record whose id could not be read', () => {
  const openNothing: OpenWorld = () => ({ settings: {}, secrets: {}, answer: () => ({ status: 404, headers: {}, text: '' }) }) as unknown as ReturnType<OpenWorld>;
  /** Page after page as the test says; how a checkpoint goes on is its number. */
  const paged = (next: (ask: FeedAsk) => Omit<FeedPage<SourceRecord>, 'checkpoint' | 'isLast'>): Connector => {
    let page = 0;
    return {
      ...zendesk, id: 'paged', fields: [], hosts: () => [], backfill: undefined, deletions: undefined, links: undefined, accounts: undefined, probe: undefined,
      poll: async (ask: FeedAsk) => ({ ...next(ask), checkpoint: { page: (page += 1) }, isLast: true }),
    } as unknown as Connector;
  };
  const said = (place: number, at: string): SourceRecord => ({ externalId: `r${place}`, revision: '1', at, kind: 'said', text: `It broke again, for the time ${place}` });

  it('stays missed where the round was believed all the same: no poll shows it again', async () => {
    const bench = await openBench(paged((ask) => (ask.checkpoint === undefined ? { items: Array.from({ length: 200 }, (_one, place) => said(place, ask.now)), skipped: [unnamed(3)] } : { items: [] })), openNothing, 'believed');
    await bench.cycle(6);
    expect(await unread(bench)).toEqual(['lasting:unreadable-3']);
  });

  it('stays missed beside another that stood at the same place of a round which was not believed, and is read by now', async () => {
    const state = { isBroken: false };
    const bench = await openBench(paged((ask) => {
      if (ask.checkpoint === undefined) return { items: Array.from({ length: 200 }, (_one, place) => said(place, ask.now)), skipped: [unnamed(3)] };
      return state.isBroken ? { items: [], skipped: [unnamed(3)] } : { items: [] };
    }), openNothing, 'both');
    await bench.cycle(2);
    state.isBroken = true;
    await bench.cycle();
    expect(await unread(bench)).toEqual(['lasting:unreadable-3', 'unreadable-3']);
    state.isBroken = false;
    await bench.cycle();
    expect(await unread(bench)).toEqual(['lasting:unreadable-3']);
  });

  it('stays missed where reading everything anew found it: the next poll does not come by it', async () => {
    const state = { isBroken: false };
    const bench = await openBench(paged((ask) => (ask.checkpoint === undefined ? { items: Array.from({ length: 200 }, (_one, place) => said(place, ask.now)), ...(state.isBroken ? { skipped: [unnamed(3)] } : {}) } : { items: [] })), openNothing, 'anew');
    await bench.cycle(2);
    state.isBroken = true;
    await readAnewFromNow(bench.needs, CONNECTION);
    await bench.cycle(4);
    expect(await unread(bench)).toEqual(['anew:unreadable-3']);
    state.isBroken = false;
    await readAnewFromNow(bench.needs, CONNECTION);
    await bench.cycle();
    expect(await unread(bench)).toEqual([]);
  });
});
