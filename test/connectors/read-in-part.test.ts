import { zendesk } from '../../src/connectors/zendesk';
import { openWorld } from '../../host/sources/zendesk/world';
import type { OpenWorld } from '../../host/sources/source-world';
import { SourceUnreadable } from '../../src/domain/source-errors';
import { pollSource } from '../../src/ingest/sources/poll-source';
import type { SourceRecord } from '../../src/domain/source-record';
import type { Connector, FeedAsk, FeedPage } from '../../src/ports/connector';
import { sourcesView } from '../../src/surfaces/admin/sources/sources-view';
import type { App } from '../../src/app';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';
import { findConnectors } from './find-connectors';
import { differences, wordsOf } from './live-a-while';
import { openSeveral, scopedFolders } from './several-scopes';

const HOUR = 3_600_000;
/** Longer than one run may take. */
const A_RUN_MS = 250_000;

/** A connector whose every page is made up by the test. */
function paged(next: (page: number, at: string) => unknown): Connector {
  let page = 0;
  return {
    ...zendesk, id: 'paged', fields: [], hosts: () => [], backfill: undefined, deletions: undefined, links: undefined, accounts: undefined, probe: undefined,
    poll: async (ask: FeedAsk) => next((page += 1), ask.now),
  } as unknown as Connector;
}

const openNothing: OpenWorld = () => ({ settings: {}, secrets: {}, answer: () => ({ status: 404, headers: {}, text: '' }) }) as unknown as ReturnType<OpenWorld>;
const said = (id: string, at: string) => ({ externalId: id, revision: '1', at, kind: 'said' as const, text: `It broke again, for the time ${id}` });

const gapsOf = async ({ ports }: SourceBench): Promise<readonly string[]> => (await ports.stores.products.listCoverage(PRODUCT)).flatMap((one) => one.gaps.map((gap) => gap.reason));

describe('a source that is read in parts', () => {
  it('is a gap when run after run ends before everything is read, and heard again when one comes to its end', async () => {
    let isEndless = false;
    const bench: SourceBench = await openBench(paged((page, at) => {
      if (isEndless) bench.clock.advance(A_RUN_MS);
      return { items: [said(`r${page}`, at)], checkpoint: { page }, isLast: !isEndless };
    }), openNothing, 'endless');
    await bench.cycle(3);
    expect(await bench.coverage()).toBe('complete');
    isEndless = true;
    for (let hour = 0; hour < 12; hour += 1) {
      bench.ports.jobs.length = 0;
      bench.clock.advance(HOUR);
      await pollSource(bench.needs, CONNECTION);
    }
    expect(await bench.coverage()).toBe('gap');
    isEndless = false;
    await bench.cycle(2);
    expect(await bench.coverage()).toBe('complete');
  });

  it('is not believed when too much of the whole round was unreadable, however the runs were cut', async () => {
    const bench: SourceBench = await openBench(paged((page, at) => {
      if (page !== 1) return { items: Array.from({ length: 20 }, (_, index) => said(`b${index}`, at)), checkpoint: { page }, isLast: true };
      bench.clock.advance(A_RUN_MS);
      return { items: [said('a', at)], skipped: Array.from({ length: 50 }, (_, index) => ({ externalId: `u${index}`, revision: '', reason: 'unreadable: text' })), checkpoint: { page }, isLast: false };
    }), openNothing, 'half of it');
    await bench.cycle();
    expect(await gapsOf(bench)).toEqual(['unreadable-records']);
    expect(await bench.coverage()).toBe('gap');
  });

  it('is not believed either when the run before broke off in the very moment in which it had begun', async () => {
    const bench: SourceBench = await openBench(paged((page, at) => {
      if (page === 2) return { items: [said('a', at)], skipped: [{ externalId: 'u', revision: '', reason: 'unreadable: text' }], checkpoint: { page }, isLast: false };
      if (page === 3) throw new SourceUnreadable('it breaks off');
      return { items: [said(`r${page}`, at)], checkpoint: { page }, isLast: true };
    }), openNothing, 'broken off');
    await bench.cycle(3);
    expect(await gapsOf(bench)).toEqual(['unreadable-records']);
  });

  it.each<readonly [string, Partial<FeedPage<SourceRecord>>, string]>([
    ['what was to be shown on an early page and was not', { canaries: { asked: ['a', 'b', 'c', 'd'], found: [] } }, 'canaries-missing'],
    ['an early scope that shows nothing any more', { isEmptied: true }, 'emptied'],
  ])('remembers to the end of the round %s', async (_, facts, because) => {
    const bench: SourceBench = await openBench(paged((page, at) => {
      const isFirst = page === 2;
      if (isFirst) bench.clock.advance(A_RUN_MS);
      return { items: [said(`r${page}`, at)], checkpoint: { page }, isLast: !isFirst, ...(isFirst ? facts : {}) };
    }), openNothing, 'facts');
    await bench.cycle();
    expect(await bench.coverage()).toBe('complete');
    await bench.cycle();
    expect(await gapsOf(bench)).toEqual([because]);
    // The next round is judged by what it says itself.
    await bench.cycle();
    expect(await bench.coverage()).toBe('complete');
  });

  it('remembers that its total is a rough one, and takes one more or less for nothing', async () => {
    const bench: SourceBench = await openBench(paged((page, at) => {
      const isFirst = page % 2 === 1;
      if (isFirst) bench.clock.advance(A_RUN_MS);
      return { items: [said(`r${page}`, at)], checkpoint: { page }, isLast: !isFirst, ...(isFirst ? { isTotalRough: true } : { totalAtSource: page + 1 }) };
    }), openNothing, 'rough');
    await bench.cycle(30);
    expect((await bench.needs.connections.findFeed(CONNECTION, 'reread')).isWanted).toBeUndefined();
    expect((await bench.needs.connections.listReceipts(CONNECTION, 200)).filter((one) => one.outcome === 'blind')).toEqual([]);
  });

  it.each(scopedFolders())('%s: reads all scopes at once after a time without a run', async (folder) => {
    const connector = (await findConnectors()).find((one) => one.folder === folder)?.connector;
    if (connector === undefined) throw new Error(`no connector ${folder}`);
    const { openWorld: openScopes, scopes } = openSeveral(folder);
    const bench = await openBench(connector, openScopes, `${folder} skipped`);
    bench.world.speak(wordsOf(bench.random));
    await bench.cycle(5);
    for (const scope of scopes) scope.speak(wordsOf(bench.random));
    bench.clock.advance(30 * HOUR);
    await bench.poll();
    expect(await differences(bench)).toEqual([]);
    const [coverage] = await bench.ports.stores.products.listCoverage(PRODUCT);
    expect(Date.parse(bench.clock.now()) - Date.parse(coverage?.lastReadAt ?? '')).toBeLessThan(HOUR);
  });
});

describe('the card of a source', () => {
  it('says that it is not heard once its schedule stands still', async () => {
    const bench = await openBench(zendesk, openWorld, 'stands still');
    bench.world.speak('It crashes');
    await bench.cycle(3);
    const app = { ports: bench.ports, sources: { connections: bench.needs.connections, connectors: [zendesk], secretsSet: async () => [], listTroubles: async () => [], fills: { list: async () => [] } } } as unknown as App;
    const card = async () => (await sourcesView(app)).connections.map(({ blind, canAcceptLoss, coverage }) => ({ blind: blind?.reason, canAcceptLoss, gaps: coverage?.gaps.length }));
    bench.clock.advance(5 * HOUR);
    expect(await card()).toEqual([{ blind: undefined, canAcceptLoss: false, gaps: 0 }]);
    bench.clock.advance(5 * HOUR);
    expect(await card()).toEqual([{ blind: 'not-read', canAcceptLoss: false, gaps: 1 }]);
  });
});
