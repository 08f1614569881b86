import fc from 'fast-check';
import { googlePlay } from '../../src/connectors/google-play';
import { openWorld } from '../../host/sources/google-play/world';
import { openWorld as openTemplate } from '../../host/sources/_template/world';
import { openWorld as openTypeform } from '../../host/sources/typeform/world';
import { typeform } from '../../src/connectors/typeform';
import { template } from '../../src/connectors/_template';
import { noteGap } from '../../src/ingest/sources/note-gap';
import { narrowGaps } from '../../src/domain/gap-fill';
import { OUTSIDE } from '../../src/ingest/fill/fill-gap';
import { NO_ID, UNDECIDED } from '../../src/ingest/fill/identify-rows';
import { acceptLoss, removeSource } from '../../src/ingest/sources/change-source';
import { findAcceptedLoss } from '../../src/ingest/sources/accepted-loss';
import { takeRecords } from '../../src/ingest/sources/take-records';
import { CONNECTION, openBench, PRODUCT } from './bench-source';
import { fillingOf, type Filling } from './filling';

const DAY = 86_400_000;
const GAP = { from: '2024-07-01T08:00:00.000Z', to: '2025-06-24T09:00:00.000Z' };
const YEAR = { connection: CONNECTION, from: '2024-07-01T00:00:00.000Z', to: '2025-06-25T00:00:00.000Z' };
const row = (id: string, at: string, text = 'It crashed in winter'): object => ({ id, at, text });

/** Google Play, connected a week ago: what customers wrote in the year before was never shown to us. */
async function filling(seed: string): Promise<Filling> {
  const bench = await openBench(googlePlay, openWorld, seed);
  const { needs } = bench;
  const connection = await needs.connections.findConnection(CONNECTION);
  if (connection !== undefined) await needs.connections.saveConnection({ ...connection, since: new Date(Date.parse(bench.clock.now()) - 365 * DAY).toISOString() });
  bench.world.speak('It crashes');
  await bench.cycle();
  return fillingOf(bench, YEAR);
}

describe('a file of a time that a source could not show', () => {
  it('becomes that source\'s own words, and its gap is as much narrower as an admin says', async () => {
    const { bench, file, gaps, fills } = await filling('fills');
    expect(await gaps()).toEqual(['2024-07-01 to 2025-06-24']);
    expect(await bench.coverage()).toBe('gap');
    const half = { ...YEAR, from: '2025-01-01T00:00:00.000Z' };
    expect(await fills.preview(PRODUCT, half)).toMatchObject({ before: [GAP], after: [{ from: GAP.from, to: half.from }] });
    await file([row('gp:1', '2025-02-01'), row('gp:2', '2025-03-01'), row('gp:4', '2024-12-31')], half);
    expect([...(await bench.stored()).keys()].sort()).toEqual(expect.arrayContaining(['gp:1', 'gp:2']));
    expect((await bench.stored()).has('gp:4')).toBe(false);
    expect(await gaps()).toEqual(['2024-07-01 to 2025-01-01']);
    const [coverage] = await bench.ports.stores.products.listCoverage(PRODUCT);
    expect(coverage).toMatchObject({ source: CONNECTION, kind: 'google-play', kept: 3, filled: [{ from: half.from, to: GAP.to, file: 'reviews.csv' }] });
    expect(await fills.list(CONNECTION)).toMatchObject([{ kept: 2, unreadable: 0 }]);
    await file([row('gp:4', '2024-12-31')], { ...YEAR, to: half.from });
    expect(await gaps()).toEqual([]);
    expect(await bench.coverage()).toBe('complete');
    // Stays so, whatever is read afterwards.
    await bench.cycle(30);
    expect([await gaps(), await bench.coverage(), (await bench.stored()).size]).toEqual([[], 'complete', 4]);
  });

  it('fills nothing where nothing of that time was in it, and names a time that is no gap', async () => {
    const { file, gaps, fills } = await filling('empty');
    await file([row('gp:1', '2023-01-01'), row('gp:2', 'soon')]);
    expect(await gaps()).toEqual(['2024-07-01 to 2025-06-24']);
    await expect(fills.preview(PRODUCT, { ...YEAR, from: '2025-06-26T00:00:00.000Z', to: '2025-06-28T00:00:00.000Z' })).rejects.toThrow('no gap in that time');
    await expect(fills.preview(PRODUCT, { ...YEAR, to: '2025-08-01T00:00:00.000Z' })).rejects.toThrow('future');
    await expect(fills.preview(PRODUCT, { ...YEAR, to: YEAR.from })).rejects.toThrow('before it begins');
    await expect(fills.start({ product: PRODUCT, format: 'jsonl', fileName: 'a', startedBy: 'admin' }, { ...YEAR, connection: 'none' })).rejects.toThrow('no such source');
  });

  it('closes no gap while more than a few of its rows could not be read; what was not read is counted, until a better file comes', async () => {
    const { bench, file, gaps, fills } = await filling('unreadable');
    const rows = (bad: number): readonly object[] => Array.from({ length: 100 }, (_, at) => row(`gp:${at}`, at < bad ? 'soon' : '2025-02-01'));
    const skipped = async (): Promise<unknown> => (await bench.ports.stores.products.listCoverage(PRODUCT))[0]?.skipped;
    await file(rows(99));
    await bench.cycle();
    expect([await gaps(), await bench.coverage(), await skipped()]).toEqual([['2024-07-01 to 2025-06-24'], 'gap', { 'unreadable: row of reviews.csv': 99 }]);
    expect((await bench.ports.stores.products.listCoverage(PRODUCT))[0]?.filled).toBeUndefined();
    await file(rows(1));
    expect([await gaps(), await bench.coverage(), await skipped()]).toEqual([[], 'complete', { 'unreadable: row of reviews.csv': 1 }]);
    await file(rows(0));
    expect([await gaps(), await skipped(), (await fills.list(CONNECTION)).length]).toEqual([[], {}, 3]);
    await file(rows(2));
    expect([await gaps(), await skipped(), (await fills.list(CONNECTION)).map((one) => one.unreadable)]).toEqual([[], { 'unreadable: row of reviews.csv': 2 }, [99, 1, 0, 2]]);
  });

  it('yields to a later word that the source has nothing of that time, and that to a later file', async () => {
    const { bench, file, gaps } = await filling('told again');
    await file([row('gp:1', '2025-02-01')]);
    expect(await gaps()).toEqual([]);
    const told = { from: '2025-01-10T00:00:00.000Z', to: '2025-01-20T00:00:00.000Z', reason: 'the file was not whole' };
    await noteGap(bench.needs, CONNECTION, told);
    await bench.cycle();
    expect([...new Set(await gaps())]).toEqual(['2025-01-10 to 2025-01-20']);
    expect((await bench.ports.stores.products.listCoverage(PRODUCT))[0]?.filled?.map(({ from, to }) => [from, to])).toEqual([[expect.any(String), told.from], [told.to, expect.any(String)]]);
    await file([row('gp:2', '2025-01-12')], { ...YEAR, from: told.from, to: told.to });
    expect([await gaps(), await bench.coverage()]).toEqual([[], 'complete']);
  });

  it.each(['stands', 'was taken back'])('is no part of what an admin says is really gone, whether its statement %s', async (statement) => {
    const bench = await openBench(typeform, openTypeform, 'really so');
    const answers = Array.from({ length: 60 }, (_, at) => {
      bench.clock.advance(60_000);
      return bench.world.speak(`It crashes ${at}`);
    });
    await bench.cycle(2);
    const february = { from: '2025-02-01T00:00:00.000Z', to: '2025-03-01T00:00:00.000Z' };
    await noteGap(bench.needs, CONNECTION, { ...february, reason: 'its history was deleted' });
    const { file, fills } = fillingOf(bench);
    const importId = await file(Array.from({ length: 50 }, (_, at) => row(`old-${at}`, '2025-02-14')), { connection: CONNECTION, ...february });
    if (statement === 'was taken back') await fills.takeBack(CONNECTION, importId);
    for (const id of answers.slice(0, 40)) bench.world.remove(id);
    await bench.cycle(3);
    await acceptLoss(bench.needs, CONNECTION);
    await bench.cycle(60);
    const [coverage] = await bench.ports.stores.products.listCoverage(PRODUCT);
    expect(coverage).toMatchObject({ total: 70, read: 70, kept: 70 });
    expect(coverage?.gaps.filter((gap) => gap.to === undefined)).toEqual([]);
    expect(await findAcceptedLoss(bench.needs, CONNECTION)).toMatchObject({ isOpen: false, offset: 0 });
  });

  it('comes twice and is stored once; what the source has shown, or shows later, is one record in its own words', async () => {
    const { bench, file } = await filling('twice');
    const [shown = ''] = [...(await bench.stored()).keys()];
    const own = (await bench.stored()).get(shown);
    await file([row('gp:1', '2025-02-01'), row(shown, '2025-02-02', 'Other words of the file')]);
    await file([row('gp:1', '2025-02-01'), row(shown, '2025-02-02', 'Other words of the file')]);
    expect((await bench.stored()).size).toBe(2);
    expect((await bench.stored()).get(shown)).toBe(own);
    const connection = await bench.needs.connections.findConnection(CONNECTION);
    if (connection === undefined) throw new Error('connected');
    await takeRecords(bench.needs, connection, { items: [{ externalId: 'gp:1', revision: '2025-07-01', at: '2025-07-01T00:00:00.000Z', kind: 'said', text: 'Edited: it is mended' }] }, bench.clock.now());
    await file([row('gp:1', '2025-02-01')]);
    expect((await bench.stored()).get('gp:1')).toBe('Edited: it is mended');
    // What is gone at the source stays gone, from whichever side it came.
    await takeRecords(bench.needs, connection, { items: [], gone: [{ externalId: 'gp:1' }] }, bench.clock.now());
    await file([row('gp:1', '2025-02-01')]);
    expect((await bench.stored()).has('gp:1')).toBe(false);
  });

  it('is nothing that its source has to show: not when it counts, nor when it is asked for single records, nor when everything is read anew', async () => {
    const bench = await openBench(template, openTemplate, 'told by an admin');
    bench.world.speak('Said before it was deleted there');
    await bench.cycle();
    await noteGap(bench.needs, CONNECTION, { from: '2025-02-01T00:00:00.000Z', to: '2025-03-01T00:00:00.000Z', reason: 'its history was deleted' });
    const { file, gaps } = fillingOf(bench);
    await file(Array.from({ length: 40 }, (_, at) => row(`old-${at}`, '2025-02-14')), { connection: CONNECTION, from: '2025-02-01T00:00:00.000Z', to: '2025-03-01T00:00:00.000Z' });
    for (let month = 0; month < 3; month += 1) {
      bench.world.speak(`Month ${month}`);
      await bench.cycle(2);
      bench.clock.advance(31 * DAY);
    }
    await bench.cycle(2);
    expect([(await bench.stored()).size, await gaps(), await bench.coverage()]).toEqual([44, [], 'complete']);
    expect((await bench.needs.connections.listReceipts(CONNECTION, 100)).filter((one) => one.outcome !== 'complete')).toEqual([]);
  });

  it('brings a review under the id of its link, inside the gap alone; an edit of it later is the same record', async () => {
    const { bench, file, gaps } = await filling('links');
    const [shown] = await bench.ports.stores.signals.findSignals(PRODUCT, [...(await bench.stored()).keys()].map((id) => `${CONNECTION}:${id}`));
    const link = (id: string): string => `http://play.google.com/console/developers/app/reviews?reviewId=${encodeURIComponent(id)}&corpus=PUBLIC_REVIEWS`;
    const rows = [{ at: '2025-02-01', text: 'It crashed in winter', url: link('gp:AOqOld') }, { at: shown?.at, text: 'It crashes', url: link(shown?.externalId ?? '') }];
    await file(rows, { ...YEAR, to: bench.clock.now() });
    expect([await gaps(), [...(await bench.stored()).keys()].sort()]).toEqual([[], ['gp:AOqOld', shown?.externalId].sort()]);
    const connection = await bench.needs.connections.findConnection(CONNECTION);
    if (connection === undefined) throw new Error('connected');
    await takeRecords(bench.needs, connection, { items: [{ externalId: 'gp:AOqOld', revision: '2025-07-01', at: '2025-07-01T00:00:00.000Z', kind: 'said', text: 'Edited: it is mended' }] }, bench.clock.now());
    expect([(await bench.stored()).size, (await bench.stored()).get('gp:AOqOld')]).toEqual([2, 'Edited: it is mended']);
  });

  it('brings nothing of a time that the source shows itself, whatever days were named and whatever ids the rows have', async () => {
    const { bench, file, gaps } = await filling('outside');
    const ends = Date.parse(GAP.to);
    const at = (ms: number): string => new Date(ms).toISOString();
    const importId = await file([row('gp:first', GAP.from), row('gp:last', at(ends - 60_000)), row('gp:end', GAP.to), row('gp:after', at(ends + DAY)), row('gp:before', at(Date.parse(GAP.from) - 60_000))], { ...YEAR, to: bench.clock.now() });
    expect([...(await bench.stored()).keys()].filter((id) => /^gp:[a-z]+$/.test(id)).sort()).toEqual(['gp:first', 'gp:last']);
    expect(await bench.ports.stores.imports.countProblems(importId)).toEqual({ [OUTSIDE]: 3 });
    expect(await gaps()).toEqual([]);
  });

  it('is turned away where neither an id nor a link says which review a row is', async () => {
    const { bench, file, gaps, fills } = await filling('nameless');
    const importId = await file([{ at: '2025-02-01', text: 'It crashed in winter' }]);
    expect([(await bench.stored()).size, await gaps()]).toEqual([1, ['2024-07-01 to 2025-06-24']]);
    expect(await bench.ports.stores.imports.countProblems(importId)).toEqual({ [NO_ID]: 1 });
    expect(await fills.list(CONNECTION)).toMatchObject([{ kept: 0, unreadable: 1 }]);
  });

  it('without ids is compared with what the source shows of that time: the same, another, or not to be told', async () => {
    const bench = await openBench(template, openTemplate, 'by words');
    const saidAt = bench.clock.now();
    bench.world.speak('The export stops');
    await bench.cycle();
    const [signal] = await bench.ports.stores.signals.findSignals(PRODUCT, [...(await bench.stored()).keys()].map((id) => `${CONNECTION}:${id}`));
    const gap = { from: new Date(Date.parse(saidAt) - DAY).toISOString(), to: bench.clock.now() };
    await noteGap(bench.needs, CONNECTION, { ...gap, reason: 'partly deleted' });
    const { file } = fillingOf(bench);
    const words = signal?.text ?? '';
    const title = signal?.title === undefined ? {} : { title: signal.title };
    const importId = await file([
      { at: signal?.at, text: words, ...title },
      { at: signal?.at, text: 'Other words of that minute' },
      { at: gap.from, text: 'The day before' },
    ], { connection: CONNECTION, ...gap });
    expect([...(await bench.stored()).values()].sort()).toEqual(['The day before', words].sort());
    expect(await bench.ports.stores.imports.countProblems(importId)).toEqual({ [UNDECIDED]: 1 });
  });

  it('is no loss at the source when everything is read anew, and goes with the source', async () => {
    const { bench, file } = await filling('anew');
    await file(Array.from({ length: 40 }, (_, at) => row(`gp:${at}`, '2025-02-01')));
    await acceptLoss(bench.needs, CONNECTION);
    await bench.cycle(80);
    expect((await bench.stored()).size).toBe(41);
    await removeSource(bench.needs, CONNECTION);
    expect((await bench.stored()).size).toBe(0);
  });

  it('can be said to have been incomplete after all: the gap is there again, the words stay', async () => {
    const { bench, file, gaps, fills } = await filling('back');
    const importId = await file([row('gp:1', '2025-02-01')]);
    expect(await gaps()).toEqual([]);
    await fills.takeBack(CONNECTION, importId);
    expect([await gaps(), (await bench.stored()).size]).toEqual([['2024-07-01 to 2025-06-24'], 2]);
    expect((await bench.ports.stores.products.listCoverage(PRODUCT))[0]?.filled).toBeUndefined();
  });
});

describe('what is left of gaps', () => {
  const time = fc.integer({ min: 0, max: 60 }).map((day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString());
  const span = fc.tuple(time, time).filter(([a, b]) => a !== b).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

  it('is every day that was missing and was not filled, and no other; an open gap stays as it is', () => {
    fc.assert(fc.property(fc.array(span.map((one) => ({ ...one, reason: 'a' })), { maxLength: 4 }), fc.array(span, { maxLength: 4 }), time, (gaps, fills, at) => {
      const open = { from: at, reason: 'open' };
      const left = narrowGaps([...gaps, open], fills);
      expect(left).toContainEqual(open);
      const isIn = (spans: readonly { readonly from: string; readonly to?: string }[]): boolean => spans.some(({ from, to }) => from <= at && to !== undefined && at < to);
      expect(isIn(left.filter((gap) => gap.reason === 'a'))).toBe(isIn(gaps) && !isIn(fills));
    }));
  });
});
