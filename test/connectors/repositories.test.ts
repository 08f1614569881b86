import { openWorld } from '../../host/sources/github/world';
import { github } from '../../src/connectors/github';
import { CONNECTION, openBench } from './bench-source';

const asRenamed = (path: string): string => path.replace('/repos/harbor/mail', '/repositories/1');

describe('a repository', () => {
  it('that is renamed in the middle of a read is read on under its old name, through GitHub\'s redirect', async () => {
    const bench = await openBench(github, (needs) => {
      const world = openWorld(needs);
      // GitHub answers the old name with the number's address, and the number with the repository.
      return {
        ...world,
        answer: (call) => {
          if (call.path.startsWith('/repositories/1')) return world.answer({ ...call, path: call.path.replace('/repositories/1', '/repos/harbor/mail') });
          if (!isRenamed || call.path === '/graphql') return world.answer(call);
          return { status: 301, headers: { location: `https://api.github.com${asRenamed(call.path)}?${call.query.toString()}` }, body: { message: 'Moved Permanently' } };
        },
      };
    }, 'renamed');
    let isRenamed = false;
    for (let issue = 0; issue < 230; issue += 1) bench.world.speak(`Words of customer ${issue}`);
    bench.onPlace = (place) => void (isRenamed ||= place === 'page-stored');
    await bench.cycle(2);
    expect((await bench.stored()).size).toBe(230);
    expect(await bench.coverage()).toBe('complete');
  });

  it('that is made private in the middle of a read is a gap with its reason, and what was read stays', async () => {
    const bench = await openBench(github, openWorld, 'private');
    for (let issue = 0; issue < 230; issue += 1) {
      bench.world.speak(`Words of customer ${issue}`);
      bench.clock.advance(1_000);
    }
    bench.onPlace = (place) => void (place === 'page-stored' && bench.world.narrow('nothing'));
    await bench.cycle(2);
    const kept = (await bench.stored()).size;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(230);
    expect(await bench.coverage()).toBe('gap');
    expect((await bench.needs.connections.findFeed(CONNECTION, 'poll')).blind?.reason).toContain('not-there');
    bench.onPlace = undefined;
    bench.world.narrow('everything');
    await bench.cycle(3);
    expect((await bench.stored()).size).toBe(230);
  });
});
