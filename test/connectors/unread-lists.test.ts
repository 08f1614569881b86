import { openWorld } from '../../host/sources/zendesk/world';
import { zendesk } from '../../src/connectors/zendesk';
import { listTroubles } from '../../src/ingest/sources/list-troubles';
import { CONNECTION, openBench } from './bench-source';

const REFUSED = { kind: 'status', status: 403 } as const;

describe('a list beside the records', () => {
  it.each([['accounts', 'organizations'], ['links', 'jira/links']] as const)('%s that may not be read leave the records heard, are named with the reason, and are well when they can be read again', async (list, path) => {
    const bench = await openBench(zendesk, openWorld, list);
    bench.world.speak('export fails');
    await bench.cycle(2);
    expect(await listTroubles(bench.needs.connections, CONNECTION)).toEqual([]);
    bench.fault = (asked) => (asked.includes(path) ? REFUSED : undefined);
    bench.world.speak('print fails');
    for (let half = 0; half < 5; half += 1) {
      bench.clock.advance(11 * 3_600_000);
      await bench.cycle();
    }
    expect((await bench.stored()).size).toBe(2);
    expect(await listTroubles(bench.needs.connections, CONNECTION)).toMatchObject([{ list, reason: 'source/forbidden' }]);
    bench.fault = undefined;
    for (let half = 0; half < 5; half += 1) {
      bench.clock.advance(11 * 3_600_000);
      await bench.cycle();
    }
    expect(await listTroubles(bench.needs.connections, CONNECTION)).toEqual([]);
  });
});
