import { template } from '../../src/connectors/_template';
import type { Connection } from '../../src/domain/connection';
import { pauseSource, resumeSource } from '../../src/ingest/sources/change-source';
import { connectSource } from '../../src/ingest/sources/connect-source';
import type { Connector, FeedAsk } from '../../src/ports/connector';
import { openWorld } from '../../host/sources/_template/world';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';

const DAY = 86_400_000;

/** The template, reading only what begins with one of the chosen letters, as others read chosen projects. */
const choosing: Connector = {
  ...template,
  fields: [...template.fields, { name: 'letters', label: 'Letters', help: '', kind: 'list' }],
  probe: async () => ({}),
  async poll(ask: FeedAsk) {
    const page = await (template.poll ?? missing)(ask);
    const letters = (ask.settings['letters'] ?? '').split(',');
    return { ...page, items: page.items.filter((one) => letters.includes((one.title ?? one.text ?? '').charAt(0))), isLast: page.isLast };
  },
};
const missing = (): never => {
  throw new RangeError('the template is polled');
};

async function opened(seed: string, letters: string): Promise<SourceBench> {
  const bench = await openBench(choosing, (needs) => {
    const world = openWorld(needs);
    return { ...world, settings: { ...world.settings, letters } };
  }, seed);
  for (const text of ['A one', 'A two', 'A three', 'B one', 'B two', 'B three', 'B four', 'B five', 'B six']) bench.world.speak(text);
  bench.clock.advance(5 * DAY);
  await bench.cycle(2);
  bench.clock.advance(1_000);
  return bench;
}

const change = (bench: SourceBench, letters: string, over: object = {}) => connectSource(bench.needs, {
  id: CONNECTION, connector: choosing.id, product: PRODUCT, name: 'Under test', visibility: 'open', days: 365, ...over, fields: { ...bench.world.settings, ...bench.world.secrets, letters },
}, 'admin', 'without-looking');
const texts = async (bench: SourceBench): Promise<readonly string[]> => [...(await bench.stored()).values()].map((text) => text.charAt(0)).sort();

describe('a connection that is changed', () => {
  it('brings what was added with its history, and coverage says "reading" until it has', async () => {
    const bench = await opened('added', 'A');
    expect(await texts(bench)).toEqual(['A', 'A', 'A']);
    expect(await bench.coverage()).toBe('complete');
    await change(bench, 'A,B');
    expect(await bench.coverage()).toBe('reading');
    await bench.cycle();
    expect(await texts(bench)).toHaveLength(9);
    expect(await bench.coverage()).toBe('complete');
  });

  it('lets go what was taken out, however much, without an alarm', async () => {
    const bench = await opened('taken out', 'A,B');
    await change(bench, 'A');
    await bench.cycle();
    expect(await texts(bench)).toEqual(['A', 'A', 'A']);
    expect(await bench.coverage()).toBe('complete');
  });

  it('hides words that are stored already in the moment in which it is said', async () => {
    const bench = await opened('hidden', 'A');
    await change(bench, 'A', { visibility: 'hidden' });
    const classes = async (): Promise<readonly string[]> => (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 10)).rows.map((one) => one.visibility);
    expect(await classes()).toEqual(['hidden', 'hidden', 'hidden']);
    expect(bench.ports.jobs).toContainEqual({ name: 'understand', product: PRODUCT });
    await bench.cycle();
    expect(await classes()).toEqual(['hidden', 'hidden', 'hidden']);
  });

  it('is not read anew for a new name or key, and stays of its kind', async () => {
    const bench = await opened('renamed', 'A');
    await change(bench, 'A', { name: 'Another name' });
    expect(await bench.coverage()).toBe('complete');
    expect((await bench.ports.stores.products.listCoverage(PRODUCT))[0]?.name).toBe('Another name');
    await expect(connectSource({ ...bench.needs, findConnector: () => ({ ...choosing, id: 'other' }) }, { id: CONNECTION, connector: 'other', product: PRODUCT, name: 'x', visibility: 'open', days: 1, fields: { ...bench.world.settings, letters: 'A' } }, 'admin', 'without-looking')).rejects.toThrow('cannot take its place');
  });
});

describe('a connection that is changed while it is paused', () => {
  it('stays paused and is not read, whatever is changed', async () => {
    const bench = await opened('paused', 'A');
    await pauseSource(bench.needs, CONNECTION);
    for (const [letters, over] of [['A', { name: 'Another name' }], ['A', { name: 'Another name', visibility: 'counts' }]] as const) {
      expect(await change(bench, letters, over)).toMatchObject({ ok: true, connection: { state: 'paused', name: 'Another name' } });
      const asked = bench.arrivals.length;
      await bench.cycle();
      expect(bench.arrivals).toHaveLength(asked);
      expect(await bench.coverage()).toBe('gap');
    }
    expect(await change(bench, 'A,B')).toMatchObject({ connection: { state: 'paused' } });
    await bench.cycle();
    expect(await texts(bench)).toEqual(['A', 'A', 'A']);
    expect(await bench.coverage()).toBe('gap');
    await resumeSource(bench.needs, CONNECTION);
    await bench.cycle();
    expect(await texts(bench)).toHaveLength(9);
    expect(await bench.coverage()).toBe('complete');
  });
});

describe('a connection that is changed while it is read', () => {
  const whileRead = async (bench: SourceBench, over: Partial<Connection>): Promise<Connection | undefined> => {
    const before = await bench.needs.connections.findConnection(CONNECTION);
    if (before === undefined) throw new RangeError('nothing is connected');
    let isSaid = false;
    bench.fault = () => {
      // The store in memory takes it within the call.
      if (!isSaid) void bench.needs.connections.saveConnection({ ...before, ...over });
      isSaid = true;
      return undefined;
    };
    await bench.cycle();
    bench.fault = undefined;
    return bench.needs.connections.findConnection(CONNECTION);
  };

  it('stays paused, though the run finds the key revoked or good again', async () => {
    const bench = await opened('paused meanwhile', 'A');
    bench.world.revoke(true);
    expect((await whileRead(bench, { state: 'paused' }))?.state).toBe('paused');
    const again = await opened('healed meanwhile', 'A');
    again.world.revoke(true);
    await again.cycle();
    again.world.revoke(false);
    expect((await whileRead(again, { state: 'paused' }))?.state).toBe('paused');
  });

  it('stores nothing of a page under what counted before', async () => {
    const bench = await opened('hidden meanwhile', 'A');
    bench.world.speak('A secret');
    await whileRead(bench, { visibility: 'hidden' });
    const rows = (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 10)).rows;
    expect(rows.filter((one) => one.text === 'A secret').map((one) => one.visibility)).toEqual(['hidden']);
  });

  it('keeps its new name in coverage', async () => {
    const bench = await opened('named meanwhile', 'A');
    expect((await whileRead(bench, { name: 'Another name' }))?.name).toBe('Another name');
    expect((await bench.ports.stores.products.listCoverage(PRODUCT))[0]?.name).toBe('Another name');
  });

  it('is heard of no more once it is removed', async () => {
    const bench = await opened('removed meanwhile', 'A');
    await bench.ports.stores.products.dropSource(PRODUCT, CONNECTION);
    await whileRead(bench, { state: 'removed', settings: {} });
    expect(await bench.ports.stores.products.listCoverage(PRODUCT)).toEqual([]);
  });
});
