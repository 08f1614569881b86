import { proveListening } from '../../src/decide/prove-listening';
import { coverageOf, type SourceCoverage } from '../../src/domain/coverage';
import { FIRST_POLICY } from '../../src/decide/clamp-policy';
import { allHeardSince, heardSince } from '../../src/domain/heard-since';
import type { Listening } from '../../src/domain/verdict';
import { readFurtherBack, sayNothingBefore, unsayNothingBefore } from '../../src/ingest/sources/first-read';
import { removeSource } from '../../src/ingest/sources/change-source';
import { chooseSources } from '../../src/measure/choose-sources';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';
import { findConnectors, polledFolders, wholeFolders, windowedFolders } from './find-connectors';

const DAY = 86_400_000;
/** These give all they have, so their first signal is the first there was. */
const ALL = wholeFolders();
/** Shows a week: what was before is a gap of its own. */
const WINDOWED = windowedFolders();
/** What such a gap says of a connector. */
const MEANS: Readonly<Record<string, string>> = { 'count-contradicts': "the total counts what lies before the day from which it is read: let `probe` tell the canaries that it `found` instead, or give all there is (`readsAll`)" };
const LETTERS = 'abcdefghijklmnopqrstuvwxyzabcdef';

/** 600 days of customers, of which the first read goes back ninety; the very first of them wrote again yesterday. */
async function connectedLate(folder: string): Promise<SourceBench> {
  const found = (await findConnectors()).find((one) => one.folder === folder);
  if (found?.openWorld === undefined) throw new Error(`no world of ${folder}`);
  const bench = await openBench(found.connector, found.openWorld, `late ${folder}`);
  const first = bench.world.speak('The export is broken since the first day');
  for (let i = 0; i < 30; i += 1) {
    bench.clock.advance(20 * DAY);
    bench.world.speak(`Somebody needs dark mode number ${LETTERS.charAt(i)}`);
  }
  bench.world.rewrite(first, 'The export is broken since the first day and still is');
  const connection = await bench.needs.connections.findConnection(CONNECTION);
  if (connection === undefined) throw new Error('not connected');
  const now = bench.clock.now();
  await bench.needs.connections.saveConnection({ ...connection, since: new Date(Date.parse(now) - 90 * DAY).toISOString(), createdAt: now });
  bench.clock.advance(120_000);
  await bench.cycle(2);
  return bench;
}

async function own(bench: SourceBench): Promise<SourceCoverage> {
  const found = (await bench.ports.stores.products.listCoverage(PRODUCT)).find((one) => one.source === CONNECTION);
  if (found === undefined) throw new Error('no coverage');
  return found;
}

/** Would closing believe the silence of a year, were everything else as it should be? */
async function listening(bench: SourceBench, others: readonly SourceCoverage[] = []): Promise<Listening> {
  const now = bench.clock.now();
  const sources = [await own(bench), ...others];
  const volumes = sources.map(({ source }) => ({ source, last7: 3, before28: 12, last28: 12, before112: 48 }));
  return proveListening({ coverage: coverageOf(sources, 0, now), volumes, derived: { computedAt: now, signals: 9 }, stored: 9 }, FIRST_POLICY, now);
}

/** Reviews, all of them read, since long ago. */
const reviews = (now: string): SourceCoverage => ({
  source: 'reviews', name: 'Reviews', kind: 'app-store', total: 900, totalBy: 'source', read: 900, kept: 900, skipped: {}, oldestAt: '2020-01-01T00:00:00.000Z', newestAt: now, lastReadAt: now, gaps: [],
});

describe.each(polledFolders().filter((folder) => !ALL.includes(folder) && !WINDOWED.includes(folder)))('%s, connected with ninety days', (folder) => {
  it('is heard since then, however old one of its signals is; closing and releases know', async () => {
    const bench = await connectedLate(folder);
    expect((await own(bench)).gaps.map(({ reason }) => MEANS[reason] ?? reason)).toEqual([]);
    expect(await bench.coverage()).toBe('complete');
    const since = (await bench.needs.connections.findConnection(CONNECTION))?.since ?? '';
    const source = await own(bench);
    expect(source.readSince).toBe(since);
    expect(heardSince(source) ?? '').toMatch(/^20/);
    expect((heardSince(source) ?? '') >= since).toBe(true);
    expect(await listening(bench)).toEqual({ kind: 'unproven', doubt: 'window-not-covered', source: CONNECTION });
    expect(await listening(bench, [reviews(bench.clock.now())])).toEqual({ kind: 'unproven', doubt: 'window-not-covered', source: CONNECTION });
    const chosen = chooseSources([source], new Map([[CONNECTION, 50]]), Date.parse(since) - 200 * DAY);
    expect(chosen.sources.every((one) => one.since >= since)).toBe(true);
  });

  it('is read further back when an admin says so: nothing is believed meanwhile, everything is afterwards', async () => {
    const bench = await connectedLate(folder);
    expect((await bench.stored()).size).toBeLessThan(10);
    const back = new Date(Date.parse(bench.clock.now()) - 700 * DAY).toISOString();
    await readFurtherBack(bench.needs, CONNECTION, back);
    expect(await bench.coverage()).toBe('reading');
    expect((await listening(bench)).kind).toBe('unproven');
    await bench.cycle();
    expect((await own(bench)).gaps.map(({ reason }) => MEANS[reason] ?? reason)).toEqual([]);
    expect(await bench.coverage()).toBe('complete');
    expect((await bench.stored()).size).toBe(31);
    expect((await own(bench)).readSince).toBe(back);
    expect((await listening(bench)).kind).toBe('proven');
    await expect(readFurtherBack(bench.needs, CONNECTION, back)).rejects.toThrow('already');
  });
});

describe.each(ALL)('%s, whatever the first read was asked for', (folder) => {
  it('gives all it has, so its first signal is the first there was', async () => {
    const bench = await connectedLate(folder);
    const source = await own(bench);
    expect(source.readSince).toBeUndefined();
    expect((await bench.stored()).size).toBe(bench.world.live().size);
    expect(heardSince(source)).toBe(source.oldestAt);
  });
});

describe('the time before the first read', () => {
  it('does not count as read when a run that began before comes to its end meanwhile', async () => {
    const bench = await connectedLate('zendesk');
    const back = new Date(Date.parse(bench.clock.now()) - 700 * DAY).toISOString();
    let told: Promise<void> | undefined;
    bench.onPlace = (place) => {
      if (place === 'page-stored') told ??= readFurtherBack(bench.needs, CONNECTION, back);
    };
    bench.world.speak('Something new');
    await bench.cycle();
    await told;
    const afterThatRun = await bench.coverage();
    expect(['reading', 'complete']).toContain(afterThatRun);
    expect([afterThatRun, (await bench.stored()).size === 32]).not.toEqual(['complete', false]);
    await bench.cycle(2);
    expect([await bench.coverage(), (await bench.stored()).size]).toEqual(['complete', 32]);
  });

  it('is no doubt when an admin says that nothing is missing, but never counts as heard there; the word can be taken back', async () => {
    const bench = await connectedLate('zendesk');
    const { readSince: since = '' } = await own(bench);
    await sayNothingBefore(bench.needs, CONNECTION);
    expect(await listening(bench)).toEqual({ kind: 'unproven', doubt: 'window-not-covered' });
    const others = [reviews(bench.clock.now())];
    expect((await listening(bench, others)).kind).toBe('proven');
    expect(heardSince(await own(bench))).toBe(since);
    await bench.cycle();
    expect((await listening(bench, others)).kind).toBe('proven');
    await unsayNothingBefore(bench.needs, CONNECTION);
    expect((await listening(bench, others)).kind).toBe('unproven');
    expect(allHeardSince([await own(bench), ...others])).toBe(since);
  });

  it('is a gap where the source cannot show it any more', async () => {
    const bench = await connectedLate('google-play');
    const { since } = (await bench.needs.connections.findConnection(CONNECTION)) ?? { since: '' };
    const back = new Date(Date.parse(bench.clock.now()) - 365 * DAY).toISOString();
    await readFurtherBack(bench.needs, CONNECTION, back);
    await bench.cycle(2);
    expect((await own(bench)).gaps).toContainEqual(expect.objectContaining({ from: back, to: since }));
  });

  it('is no question of a source that gives all, and the word goes with the source', async () => {
    const all = await connectedLate('app-store');
    await expect(sayNothingBefore(all.needs, CONNECTION)).rejects.toThrow('All that it has is read');
    const bench = await connectedLate('zendesk');
    await sayNothingBefore(bench.needs, CONNECTION);
    await removeSource(bench.needs, CONNECTION);
    expect(await bench.ports.settings.find(`source-nothing-before:${CONNECTION}`)).toBeUndefined();
  });
});
