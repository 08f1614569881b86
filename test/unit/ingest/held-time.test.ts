import { openApp, type App } from '../../../src/app';
import { forgeSources } from '../../../src/compose-sources';
import { FIRST_POLICY } from '../../../src/decide/clamp-policy';
import { proveListening } from '../../../src/decide/prove-listening';
import { coverageOf, type SourceCoverage } from '../../../src/domain/coverage';
import { allHeardSince, heardSince } from '../../../src/domain/heard-since';
import { endedFiles } from '../../../src/domain/heard-until';
import { drainInbound, recordInbound } from '../../../src/ingest/inbound/drain-inbound';
import { listInboundSources } from '../../../src/ingest/inbound/inbound-sources';
import { chooseSources } from '../../../src/measure/choose-sources';
import { fakeConnectionStore } from '../../fakes/connection-store';
import { fakePorts, type FakePorts } from '../../fakes/ports';

const DAY = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

interface World {
  readonly app: App;
  readonly ports: FakePorts;
  readonly bring: (days: readonly string[], fileName?: string) => Promise<void>;
  readonly send: (days: readonly string[]) => Promise<void>;
  readonly of: (source: string) => Promise<SourceCoverage>;
}

async function world(): Promise<World> {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['MAIL'] });
  const app = openApp({ ports, prepare: async () => undefined, sources: { ...forgeSources(), connections: fakeConnectionStore() } });
  let sent = 0;
  return {
    app, ports,
    bring: async (days, fileName = 'nps.csv') => {
      ports.clock.advance(1000);
      const run = await app.startImport({ product: 'mail', kind: 'signals', format: 'csv', header: 'id,at,text', fileName, startedBy: 'admin', source: { id: 'nps', kind: 'survey', name: 'NPS', visibility: 'open' } });
      await app.receiveChunk({ importId: run.id, seq: 0, firstLine: 2, text: days.map((at, row) => `${fileName}${row},${at},It is slow`).join('\n') });
      await app.finishReceiving({ importId: run.id, chunks: 1 });
      await app.runJob({ name: 'ingest', importId: run.id });
    },
    send: async (days) => {
      const signals = days.map((at) => {
        sent += 1;
        return { signal: { id: `own-app:${sent}`, externalId: String(sent), source: 'own-app', at: `${at}T00:00:00.000Z`, kind: 'said' as const, text: 'It broke', visibility: 'open' as const }, origin: {} };
      });
      await ports.inbound.accept({ source: 'own-app', nonce: `n${sent}`, receivedAt: ports.clock.now(), signals, gone: [] });
      await drainInbound({ ...ports, wantUnderstanding: async () => undefined });
    },
    of: async (source) => (await ports.stores.products.listCoverage('mail')).find((one) => one.source === source)!,
  };
}

/** Whether closing would believe the silence of a year over this source alone, volumes being as usual. */
async function proof({ ports }: World): Promise<string> {
  const sources = await ports.stores.products.listCoverage('mail');
  const coverage = coverageOf(sources, 0, ports.clock.now());
  const volumes = sources.map(({ source }) => ({ source, last7: 100, before28: 400, last28: 400, before112: 1_600 }));
  const listening = proveListening({ coverage, volumes, derived: { computedAt: ports.clock.now(), signals: 1 }, stored: 1 }, FIRST_POLICY, ports.clock.now());
  return listening.kind === 'proven' ? 'proven' : listening.doubt;
}

const newSender = (app: App, since?: string) => app.inbound.add({ product: 'mail', name: 'Own app', visibility: 'open', quietAfterHours: 8_760, ...(since === undefined ? {} : { since }) });

describe('a sender', () => {
  it('was heard since it was made, however old a row is that it hands over late', async () => {
    const one = await world();
    await newSender(one.app);
    const madeAt = one.ports.clock.now();
    one.ports.clock.advance(150 * DAY);
    await one.send(['2019-03-01', day(Date.parse(madeAt) + 100 * DAY)]);
    const own = await one.of('own-app');
    expect(own).toMatchObject({ kept: 2, oldestAt: '2019-03-01T00:00:00.000Z', held: { from: madeAt }, gaps: [] });
    expect(heardSince(own)).toBe(madeAt);
    expect(chooseSources([own], new Map(), Date.parse('2022-01-01')).sources).toEqual([{ source: 'own-app', since: madeAt }]);
    expect(await proof(one)).toBe('window-not-covered');
    // Somebody spoke there before, so that another source was heard all the time proves nothing of that time.
    await one.bring(Array.from({ length: 700 }, (_, at) => day(Date.parse(one.ports.clock.now()) - at * DAY)));
    expect(await proof(one)).toBe('window-not-covered');
    expect(allHeardSince(await one.ports.stores.products.listCoverage('mail'))).toBe(madeAt);
  });

  it('is no doubt where nothing is older than it is, or than the days of its first delivery', async () => {
    const one = await world();
    await newSender(one.app);
    const now = Date.parse(one.ports.clock.now());
    await one.send([day(now - 3 * DAY), day(now)]);
    await one.bring(Array.from({ length: 700 }, (_, at) => day(now - at * DAY)));
    expect(await proof(one)).toBe('proven');
  });

  it('was heard from when an admin says that it handed over everything, as told at first, later or taken back', async () => {
    const one = await world();
    const now = Date.parse(one.ports.clock.now());
    const since = new Date(now - 500 * DAY).toISOString();
    await newSender(one.app, since);
    const madeAt = one.ports.clock.now();
    await one.send([day(now - 490 * DAY), day(now)]);
    expect((await one.of('own-app')).held).toEqual({ from: since });
    expect(await proof(one)).toBe('proven');
    await one.app.inbound.sayHandedOver('own-app', undefined);
    expect([(await one.of('own-app')).held, await proof(one)]).toEqual([{ from: madeAt }, 'window-not-covered']);
    await one.app.inbound.sayHandedOver('own-app', { from: madeAt, isNothingBefore: true });
    const own = await one.of('own-app');
    expect([heardSince(own), own.nothingBefore]).toEqual([madeAt, true]);
    await one.bring(Array.from({ length: 700 }, (_, at) => day(now - at * DAY)));
    expect(await proof(one)).toBe('proven');
    await expect(one.app.inbound.sayHandedOver('none', undefined)).rejects.toThrow('no such inbound source');
  });

  it('that is removed and added again was heard since it was made first; without its signals it begins anew', async () => {
    const one = await world();
    await newSender(one.app);
    const madeAt = one.ports.clock.now();
    await one.send([day(Date.parse(madeAt))]);
    one.ports.clock.advance(30 * DAY);
    await one.app.inbound.remove('own-app', true);
    one.ports.clock.advance(DAY);
    await newSender(one.app);
    for (const source of await listInboundSources(one.ports)) await recordInbound(one.ports, source);
    expect((await one.of('own-app')).held).toEqual({ from: madeAt });
    await one.app.inbound.sayHandedOver('own-app', { from: '2020-01-01T00:00:00.000Z' });
    await one.app.inbound.remove('own-app', false);
    const { id } = await newSender(one.app);
    expect((await one.of(id)).held).toEqual({ from: one.ports.clock.now() });
  });
});

describe('a file', () => {
  const twoYears = (one: World): string[] => Array.from({ length: 700 }, (_, at) => day(Date.parse(one.ports.clock.now()) - (699 - at) * DAY));

  it('holds the time in which its rows lie densely: two years of answers are two years', async () => {
    const one = await world();
    const days = twoYears(one);
    await one.bring(days);
    const own = await one.of('nps');
    expect([heardSince(own)?.slice(0, 10), own.held?.to?.slice(0, 10), await proof(one)]).toEqual([days[0], days.at(-1), 'proven']);
  });

  it('is not stretched by a row out of place, at either end, and keeps it', async () => {
    const one = await world();
    const month = twoYears(one).slice(-120, -90);
    await one.bring(['2019-03-01', ...month, '2052-01-01']);
    const own = await one.of('nps');
    expect(own).toMatchObject({ kept: 32, held: { from: `${month[0]}T00:00:00.000Z`, to: `${month.at(-1)}T23:59:59.999Z` } });
    expect(await proof(one)).toBe('window-not-covered');
    // It ended, and nothing of 2052 says that it goes on; nor is that its newest signal.
    expect(endedFiles([own], one.ports.clock.now()).map(({ at }) => at.slice(0, 10))).toEqual([month.at(-1)]);
    expect(own.newestAt?.slice(0, 10)).toBe(month.at(-1));
    expect((await one.app.kept.list()).find(({ id }) => id === 'nps')?.held).toMatchObject({ outside: 2, isTold: false });
  });

  it('holds what an admin says, until the word is taken back', async () => {
    const one = await world();
    await one.bring(twoYears(one).slice(-120, -90));
    const word = { from: '2024-01-01T00:00:00.000Z', to: one.ports.clock.now() };
    await one.app.kept.sayHeld('mail', 'nps', word);
    expect((await one.of('nps')).held).toEqual(word);
    // Nobody was heard before somebody spoke.
    expect(heardSince(await one.of('nps'))).toBe((await one.of('nps')).oldestAt);
    await one.app.kept.sayHeld('mail', 'nps', undefined);
    expect((await one.of('nps')).held?.from).not.toBe(word.from);
    await expect(one.app.kept.sayHeld('mail', 'nps', { from: '2052-01-01T00:00:00.000Z', to: '2053-01-01T00:00:00.000Z' })).rejects.toThrow('not a time that has been');
    await expect(one.app.kept.sayHeld('mail', 'none', word)).rejects.toThrow('no such source of files');
    await newSender(one.app);
    await expect(one.app.kept.sayHeld('mail', 'own-app', word)).rejects.toThrow('no such source of files');
  });

  it('read before its time was noted says it within the hour, and is read no more lately for that', async () => {
    const one = await world();
    const days = twoYears(one);
    await one.bring(['2019-03-01', ...days]);
    const { held, ...old } = await one.of('nps');
    await one.ports.stores.products.saveCoverage('mail', old);
    one.ports.clock.advance(10 * DAY);
    await one.app.kept.lookAfter();
    expect(await one.of('nps')).toEqual({ ...old, held });
    expect(held?.from.slice(0, 10)).toBe(days[0]);
  });
});
