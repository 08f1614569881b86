import { acceptLoss } from '../../src/ingest/sources/change-source';
import type { Connector, Feed } from '../../src/ports/connector';
import type { SkippedRecord, SourceRecord } from '../../src/domain/source-record';
import { CONNECTION, openBench, type SourceBench } from './bench-source';
import { findConnectors, polledFolders } from './find-connectors';
import { wordsOf } from './live-a-while';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const DAYS = 40;
/** At once, then after 1, 2, 4, 8 and 16 days. */
const ASKED = 6;

/** Three records without an id that could be read, as they stand on a page. */
const NAMELESS = ['unreadable-0', 'unreadable-1', 'unreadable-2'].map((externalId): SkippedRecord => ({ externalId, revision: '', reason: 'unreadable: id', isUnnamed: true }));

/**
 * A source of which the polls brought 40 records and, long ago, three that nobody could read; on the first page of a reading anew these are unreadable for
 * as long as `isBroken`.
 */
async function sourceOf(folder: string) {
  const found = (await findConnectors()).find((one) => one.folder === folder);
  if (found?.openWorld === undefined) throw new Error(`host/sources/${folder}/world.ts is missing`);
  const state = { isBroken: false, begun: [] as number[] };
  // The source counts what it has, readable or not.
  const counted = <Told extends { readonly totalAtSource?: number; readonly total?: number }>(told: Told): Told => {
    const more = state.isBroken ? NAMELESS.length : 0;
    return { ...told, ...(told.totalAtSource === undefined ? {} : { totalAtSource: told.totalAtSource + more }), ...(told.total === undefined ? {} : { total: told.total + more }) };
  };
  const broken = (feed: Feed<SourceRecord>): Feed<SourceRecord> => async (ask) => {
    const page = counted(await feed(ask));
    if (ask.checkpoint !== undefined) return page;
    state.begun.push(Date.parse(ask.now));
    return state.isBroken ? { ...page, skipped: [...(page.skipped ?? []), ...NAMELESS] } : page;
  };
  const { poll, backfill, probe } = found.connector;
  const connector: Connector = { ...found.connector, ...(poll === undefined ? {} : { poll: broken(poll) }), ...(backfill === undefined ? {} : { backfill: broken(backfill) }), ...(probe === undefined ? {} : { probe: async (ask) => counted(await probe(ask)) }) };
  const bench = await openBench(connector, found.openWorld, `${folder} asked again`);
  for (let said = 0; said < 40; said += 1) {
    bench.world.speak(wordsOf(bench.random));
    bench.clock.advance(60_000);
  }
  await bench.cycle(2);
  await bench.needs.connections.saveRecords(CONNECTION, NAMELESS.map(({ externalId, revision, reason }) => ({ externalId, revision, skipped: reason, seenAt: bench.clock.now() })));
  state.isBroken = true;
  state.begun.length = 0;
  return { bench, state, rereadDays: Math.min(connector.rereadDays ?? 30, 30) };
}

async function day(bench: SourceBench, polls = 1): Promise<void> {
  bench.world.speak(wordsOf(bench.random));
  bench.clock.advance(DAY - polls * HOUR);
  await bench.cycle(polls);
}

describe.each(polledFolders())('%s, of which records could not be read', (folder) => {
  it('is whole with the next poll once they can be, and they are nowhere any more', async () => {
    const { bench, state } = await sourceOf(folder);
    state.isBroken = false;
    await bench.cycle();
    expect([await bench.coverage(), state.begun.length]).toEqual(['complete', 1]);
    expect((await bench.needs.connections.countRecords(CONNECTION)).filter((one) => one.skipped?.startsWith('unreadable') === true)).toEqual([]);
  });

  it('stays a gap for as long as they cannot, is asked for everything more and more seldom, and is whole within a day when they were mended the day after', async () => {
    const { bench, state } = await sourceOf(folder);
    await bench.cycle();
    expect([await bench.coverage(), state.begun.length]).toEqual(['gap', 1]);
    // Not hour by hour.
    await bench.cycle(12);
    expect([await bench.coverage(), state.begun.length]).toEqual(['gap', 1]);
    state.isBroken = false;
    await day(bench, 2);
    expect(await bench.coverage()).toBe('complete');
  });

  it('is asked for everything no more than six times in forty days beyond its usual readings, and stays a gap', async () => {
    const { bench, state, rereadDays } = await sourceOf(folder);
    const heard = new Set<string>();
    for (let at = 0; at < DAYS; at += 1) {
      await day(bench);
      heard.add(await bench.coverage());
    }
    expect([...heard]).toEqual(['gap']);
    expect(state.begun.length).toBeGreaterThanOrEqual(ASKED - 1);
    expect(state.begun.length).toBeLessThanOrEqual(ASKED + Math.floor(DAYS / (rereadDays - 1)));
    expect(Math.min(...state.begun.slice(1).map((one, at) => one - (state.begun[at] ?? 0)))).toBeGreaterThanOrEqual(DAY);
  });

  it('is asked no more when an admin says that nothing is missing in them', async () => {
    const { bench, state, rereadDays } = await sourceOf(folder);
    await bench.cycle();
    await acceptLoss(bench.needs, CONNECTION);
    expect(await bench.coverage()).toBe('complete');
    state.begun.length = 0;
    for (let at = 0; at < 20; at += 1) await day(bench);
    expect(await bench.coverage()).toBe('complete');
    expect(state.begun.length).toBeLessThanOrEqual(Math.floor(20 / (rereadDays - 1)));
  });
});
