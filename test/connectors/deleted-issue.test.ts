import type { App } from '../../src/app';
import { sourceDesk } from '../../src/compose-sources';
import { jira } from '../../src/connectors/jira';
import { issueChanged } from '../../src/surfaces/triggers';
import { openWorld } from '../../host/sources/jira/world';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';

async function opened(seed: string) {
  const bench = await openBench(jira, openWorld, seed);
  const app = { ports: bench.ports, sources: sourceDesk(bench.ports, { ...bench.needs, vendorAddress: async () => '' }) } as unknown as App;
  const [kept, going] = [bench.world.speak('Export stops'), bench.world.speak('Sync is slow')];
  await bench.cycle(2);
  const tell = (id: string): Promise<void> => issueChanged(app)({ eventType: 'avi:jira:deleted:issue', issue: { id: Number(id), key: `SUP-${id}` } });
  return { bench, kept, going, tell };
}

const ids = async (bench: SourceBench): Promise<readonly string[]> => [...(await bench.stored()).keys()];

describe('a request that was deleted in Jira', () => {
  it('is quoted no more once Jira says so, and coverage counts what is left', async () => {
    const { bench, kept, going, tell } = await opened('deleted');
    bench.ports.jobs.length = 0;
    bench.world.remove(going);
    await tell(going);
    expect(await ids(bench)).toEqual([kept]);
    expect((await bench.ports.stores.products.listCoverage(PRODUCT))[0]).toMatchObject({ kept: 1 });
    expect(bench.ports.jobs).toContainEqual({ name: 'understand', product: PRODUCT });
    await bench.cycle(2);
    expect(await ids(bench)).toEqual([kept]);
    expect(await bench.coverage()).toBe('complete');
  });

  it('goes from a paused source too, and an answer from before brings it back nowhere', async () => {
    const { bench, kept, going, tell } = await opened('paused');
    const connection = await bench.needs.connections.findConnection(CONNECTION);
    if (connection !== undefined) await bench.needs.connections.saveConnection({ ...connection, state: 'paused' });
    await tell(going);
    expect(await ids(bench)).toEqual([kept]);
    if (connection !== undefined) await bench.needs.connections.saveConnection(connection);
    // Jira's search still shows it.
    bench.clock.advance(30 * 86_400_000);
    await bench.cycle(2);
    expect(await ids(bench)).toEqual([kept]);
  });

  it('that nobody read here changes nothing', async () => {
    const { bench, kept, going, tell } = await opened('unknown');
    await tell('999999');
    expect(await ids(bench)).toEqual([kept, going]);
  });
});
