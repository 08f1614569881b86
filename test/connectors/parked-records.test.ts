import { coverageOf } from '../../src/domain/coverage';
import { routeDesk } from '../../src/compose-routes';
import { NO_PRODUCT } from '../../src/ingest/routing/routes';
import { proveListening } from '../../src/decide/prove-listening';
import { FIRST_POLICY } from '../../src/decide/clamp-policy';
import { zendesk } from '../../src/connectors/zendesk';
import { openWorld } from '../../host/sources/zendesk/world';
import type { SourceRecord } from '../../src/domain/source-record';
import type { Feed } from '../../src/ports/connector';
import { acceptLoss } from '../../src/ingest/sources/change-source';
import { recordConnection } from '../../src/ingest/sources/record-connection';
import { openBench, CONNECTION, PRODUCT } from './bench-source';

const DAY_IN_MS = 86_400_000;

async function desk(count: number) {
  const bench = await openBench(zendesk, openWorld, 'parked');
  await bench.ports.stores.products.saveProduct({ id: 'cal', name: 'Calendar', projects: ['CAL'] });
  for (let at = 0; at < count; at += 1) {
    bench.world.speak(`It crashes again, ${'abcdefghij'[at % 10]} ${'abcdefghij'[Math.floor(at / 10) % 10]}`);
    bench.clock.advance(3_600_000);
  }
  await bench.cycle(2);
  const routes = routeDesk({ ...bench.ports, queue: bench.needs.queue }, bench.needs.connections);
  const heard = async (product: string) => coverageOf(await bench.ports.stores.products.listCoverage(product), 0, bench.clock.now());
  return { bench, heard, route: (rules: Parameters<typeof routes.save>[1]) => routes.save(CONNECTION, rules) };
}

describe('records that no rule places', () => {
  it('are a gap of the product they may be meant for, and closing names them; a rule that places them ends it', async () => {
    const { bench, heard, route } = await desk(40);
    expect((await heard(PRODUCT)).state).toBe('complete');
    await route([{ fact: 'tag', value: 'no-such-tag', product: PRODUCT }]);
    await bench.cycle(2);
    const coverage = await heard(PRODUCT);
    expect(coverage).toMatchObject({ state: 'gap', sources: [{ kept: 0, read: 40, skipped: { unrouted: 40 }, gaps: [{ reason: 'rows-parked' }] }] });
    expect(proveListening({ coverage, volumes: [], derived: undefined, stored: 0 }, FIRST_POLICY, bench.clock.now())).toMatchObject({ kind: 'unproven', doubt: 'rows-parked' });
    await route([]);
    await bench.cycle(2);
    expect((await heard(PRODUCT)).state).toBe('complete');
  });

  it('are none where a rule says that they belong to no product', async () => {
    const { bench, heard, route } = await desk(40);
    await route([{ fact: 'tag', value: 'no-such-tag', product: PRODUCT }]);
    await bench.cycle(2);
    const [one] = await bench.ports.unrouted.list(CONNECTION, 1);
    const [fact, values] = Object.entries(one?.facts ?? {}).find(([, some]) => some.length > 0) ?? ['', []];
    await route([{ fact, value: values[0] ?? '', product: NO_PRODUCT }]);
    await bench.cycle(2);
    expect(await heard(PRODUCT)).toMatchObject({ state: 'complete', sources: [{ kept: 0, skipped: { 'out-of-scope': 40 }, gaps: [] }] });
    expect(await bench.ports.unrouted.count(CONNECTION)).toBe(0);
  });

  it.each([
    ['few of all, and old', [{ days: 300, count: 5 }], undefined],
    ['few of all, and many of the last four weeks', [{ days: 300, count: 2 }, { days: 10, count: 3 }], 10],
    ['many of all', [{ days: 300, count: 8 }], 300],
  ])('are a gap since the oldest of them where that is too much: %s', async (_name, parked, since) => {
    const { bench, heard } = await desk(1);
    const now = Date.parse(bench.clock.now());
    const said = (days: number, at: number, more: object) => ({ externalId: `made-${days}-${at}`, revision: '1', seenAt: bench.clock.now(), at: new Date(now - days * DAY_IN_MS - at).toISOString(), ...more });
    const kept = [...Array(560)].map((_one, at) => said(100 + (at % 200), at, { product: PRODUCT }));
    const late = [...Array(40)].map((_one, at) => said(1 + (at % 20), at, { product: PRODUCT }));
    const left = parked.flatMap(({ days, count }) => [...Array(count)].map((_one, at) => said(days, 1000 - at, { skipped: 'unrouted' })));
    await bench.needs.connections.saveRecords(CONNECTION, [...kept, ...late, ...left]);
    const connection = await bench.needs.connections.findConnection(CONNECTION);
    if (connection === undefined) throw new Error('not connected');
    await recordConnection(bench.needs, connection);
    const gaps = (await heard(PRODUCT)).sources.flatMap((one) => one.gaps);
    expect(gaps).toEqual(since === undefined ? [] : [{ from: new Date(now - since * DAY_IN_MS - 1000).toISOString(), reason: 'rows-parked' }]);
  });
});

describe('records that could not be read', () => {
  it('are a gap until an admin says that nothing is missing in them; those that come later are looked at anew, and what no rule places is never said so', async () => {
    const { bench, heard } = await desk(40);
    const parked = (name: string, count: number, skipped: string) =>
      bench.needs.connections.saveRecords(CONNECTION, [...Array(count)].map((_one, at) => ({ externalId: `${name}-${at}`, revision: '1', seenAt: bench.clock.now(), at: bench.clock.now(), skipped })));
    const record = async (): Promise<void> => {
      const connection = await bench.needs.connections.findConnection(CONNECTION);
      if (connection === undefined) throw new Error('not connected');
      await recordConnection(bench.needs, connection);
    };
    await parked('long', 6, 'not-read: too-long');
    await record();
    expect(await heard(PRODUCT)).toMatchObject({ state: 'gap', sources: [{ gaps: [{ reason: 'rows-parked' }] }] });
    await acceptLoss(bench.needs, CONNECTION);
    const after = await heard(PRODUCT);
    expect(after).toMatchObject({ state: 'complete', sources: [{ read: 46, skipped: { 'nothing-missing': 6 }, gaps: [] }] });
    expect(proveListening({ coverage: after, volumes: [], derived: undefined, stored: 0 }, FIRST_POLICY, bench.clock.now())).not.toMatchObject({ doubt: 'rows-parked' });
    bench.clock.advance(DAY_IN_MS / 24);
    await parked('later', 5, 'not-read: too-long');
    await record();
    expect(await heard(PRODUCT)).toMatchObject({ state: 'gap', sources: [{ skipped: { 'nothing-missing': 6, 'not-read: too-long': 5 } }] });
    await acceptLoss(bench.needs, CONNECTION);
    await parked('nowhere', 5, 'unrouted');
    await acceptLoss(bench.needs, CONNECTION);
    expect(await heard(PRODUCT)).toMatchObject({ state: 'gap', sources: [{ skipped: { 'nothing-missing': 11, unrouted: 5 } }] });
  });

  it('keep a round from being believed until an admin says that nothing is missing in them; one more of the same does so anew', async () => {
    const broken = new Set<string>();
    const poll: Feed<SourceRecord> | undefined = zendesk.poll;
    if (poll === undefined) throw new Error('not polled');
    const bench = await openBench({
      ...zendesk,
      poll: async (ask) => {
        const page = await poll(ask);
        return { ...page, items: page.items.filter(({ externalId }) => !broken.has(externalId)), skipped: [...(page.skipped ?? []), ...page.items.flatMap(({ externalId }) => (broken.has(externalId) ? [{ externalId, revision: '', reason: 'unreadable: subject' }] : []))] };
      },
    }, openWorld, 'one of few');
    const speak = (isBroken = false): string => {
      const id = bench.world.speak(`It crashes again, ${'abcdefghij'[bench.world.live().size % 10] ?? ''}`);
      if (isBroken) broken.add(id);
      bench.clock.advance(60_000);
      return id;
    };
    const state = async () => [await bench.coverage(), (await bench.needs.connections.findFeed(CONNECTION, 'poll')).blind?.reason];
    for (let at = 0; at < 30; at += 1) speak();
    await bench.cycle(2);
    for (let at = 0; at < 3; at += 1) speak(true);
    await bench.cycle(5);
    expect(await state()).toEqual(['gap', 'unreadable-records']);
    await acceptLoss(bench.needs, CONNECTION);
    await bench.cycle();
    expect(await state()).toEqual(['complete', undefined]);
    speak();
    await bench.cycle();
    expect(await state()).toEqual(['complete', undefined]);
    const fourth = speak(true);
    await bench.cycle();
    expect(await state()).toEqual(['gap', 'unreadable-records']);
    broken.delete(fourth);
    await bench.cycle();
    expect([...(await state()), (await bench.stored()).has(fourth)]).toEqual(['complete', undefined, true]);
  });
});
