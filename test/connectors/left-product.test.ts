import { template } from '../../src/connectors/_template';
import { coverageOf } from '../../src/domain/coverage';
import { routeDesk } from '../../src/compose-routes';
import { pauseSource, removeSource } from '../../src/ingest/sources/change-source';
import { connectSource } from '../../src/ingest/sources/connect-source';
import { noteGap } from '../../src/ingest/sources/note-gap';
import type { Connector, FeedAsk } from '../../src/ports/connector';
import { openWorld } from '../../host/sources/_template/world';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';

const missing = (): never => {
  throw new RangeError('the template is polled');
};
/** The template, whose entries begin with the letter of their brand. */
const branded: Connector = {
  ...template,
  routes: ['brand'],
  async poll(ask: FeedAsk) {
    const page = await (template.poll ?? missing)(ask);
    return { ...page, items: page.items.map((one) => ({ ...one, routing: { brand: [(one.title ?? one.text ?? '').charAt(0)] } })) };
  },
};

async function opened(seed: string): Promise<SourceBench> {
  const bench = await openBench(branded, openWorld, seed);
  await bench.ports.stores.products.saveProduct({ id: 'cal', name: 'Calendar', projects: ['CAL'] });
  for (const letter of 'ABABABABABAB') {
    bench.world.speak(`${letter} crashes again, in its own way ${bench.random()}`);
    bench.clock.advance(1000);
  }
  await bench.cycle(3);
  return bench;
}

/** The state of a product, what it has of the connection, and whether the connection is one of its sources. */
async function standing(bench: SourceBench, product: string): Promise<readonly [string, number | undefined, boolean]> {
  const { products } = bench.ports.stores;
  const { state, sources } = coverageOf(await products.listCoverage(product), 0, bench.clock.now());
  return [state, sources.find((one) => one.source === CONNECTION)?.kept, (await products.listSources(product)).some((one) => one.id === CONNECTION)];
}

const moveTo = (bench: SourceBench, product: string) => connectSource(bench.needs, {
  id: CONNECTION, connector: branded.id, product, name: 'Under test', visibility: 'open', days: 365, fields: { ...bench.world.settings, ...bench.world.secrets },
}, 'admin', 'without-looking');
const understood = (bench: SourceBench): readonly string[] => bench.ports.jobs.flatMap((job) => (job.name === 'understand' ? [job.product] : []));
const LEFT = ['nothing-connected', undefined, false] as const;

describe('a product that a source has left', () => {
  it('has no gap of it and none of its numbers once all went to another product, and is understood anew', async () => {
    const bench = await opened('moved');
    await moveTo(bench, 'cal');
    expect((await standing(bench, PRODUCT))[1]).toBe(12);
    bench.ports.jobs.length = 0;
    await bench.poll();
    expect(await standing(bench, PRODUCT)).toEqual(LEFT);
    expect(await standing(bench, 'cal')).toEqual(['complete', 12, true]);
    expect(understood(bench)).toEqual(expect.arrayContaining([PRODUCT, 'cal']));
    await bench.cycle(24);
    expect(await standing(bench, PRODUCT)).toEqual(LEFT);
    expect(await standing(bench, 'cal')).toEqual(['complete', 12, true]);
  });

  it('keeps what was told of the source: the time of which it has nothing is known in the new product too', async () => {
    const bench = await opened('told');
    const told = { from: '2025-01-01T00:00:00.000Z', to: '2025-01-05T00:00:00.000Z', reason: 'the desk was closed' };
    bench.clock.advance(400 * 86_400_000);
    await noteGap(bench.needs, CONNECTION, told);
    await moveTo(bench, 'cal');
    await bench.cycle(2);
    const [source] = await bench.ports.stores.products.listCoverage('cal');
    expect(source?.gaps).toEqual([told]);
  });

  it('is let go by rules too, and one that a rule still names is kept up to date', async () => {
    const bench = await opened('ruled');
    const { save } = routeDesk({ ...bench.ports, queue: bench.needs.queue }, bench.needs.connections);
    await save(CONNECTION, [{ fact: 'brand', value: 'A', product: PRODUCT }, { fact: 'brand', value: 'B', product: 'cal' }]);
    await bench.cycle(2);
    expect([(await standing(bench, PRODUCT))[1], (await standing(bench, 'cal'))[1]]).toEqual([6, 6]);
    await save(CONNECTION, [{ fact: 'brand', value: 'A', product: PRODUCT }, { fact: 'brand', value: 'B', product: PRODUCT }, { fact: 'brand', value: 'C', product: 'cal' }]);
    await bench.cycle(24);
    expect(await standing(bench, PRODUCT)).toEqual(['complete', 12, true]);
    expect(await standing(bench, 'cal')).toEqual(['complete', 0, true]);
    await save(CONNECTION, [{ fact: 'brand', value: 'A', product: PRODUCT }, { fact: 'brand', value: 'B', product: PRODUCT }]);
    await bench.cycle(24);
    expect(await standing(bench, 'cal')).toEqual(LEFT);
  });

  it('is let go with the connection, wherever its records went before', async () => {
    const bench = await opened('removed');
    await moveTo(bench, 'cal');
    // Nothing is read any more, so all is still where it was.
    await pauseSource(bench.needs, CONNECTION);
    expect((await standing(bench, PRODUCT))[1]).toBe(12);
    bench.ports.jobs.length = 0;
    await removeSource(bench.needs, CONNECTION);
    expect([await standing(bench, PRODUCT), await standing(bench, 'cal')]).toEqual([LEFT, LEFT]);
    expect(understood(bench)).toEqual(expect.arrayContaining([PRODUCT, 'cal']));
  });
});

describe('a source that was just connected', () => {
  const connected = async (bench: SourceBench): Promise<string> => {
    const form = { connector: branded.id, product: 'cal', name: 'A second one', visibility: 'open' as const, days: 365, fields: { ...bench.world.settings, ...bench.world.secrets } };
    const made = await connectSource(bench.needs, form, 'admin', 'without-looking');
    return made.ok ? made.connection.id : '';
  };

  it('is known as unread before its first run: what other sources say is not everything', async () => {
    const bench = await opened('just connected');
    const id = await connected(bench);
    const { state, sources } = coverageOf(await bench.ports.stores.products.listCoverage('cal'), 0, bench.clock.now());
    expect([state, sources.map(({ source, read, total, lastReadAt }) => ({ source, read, isWhole: read === total, lastReadAt }))]).toEqual(['reading', [{ source: id, read: 0, isWhole: false, lastReadAt: undefined }]]);
  });
});
