import { openWorld } from '../../host/sources/jira/world';
import type { OpenWorld } from '../../host/sources/source-world';
import { jira } from '../../src/connectors/jira';
import { openBench, PRODUCT } from './bench-source';

it('Jira\'s fields for organisation and satisfaction that a site is given after the first read are read, of old requests as well', async () => {
  let isThere = false;
  const later: OpenWorld = (needs) => {
    const world = openWorld(needs);
    return { ...world, answer: (call) => {
      const reply = world.answer(call);
      return isThere || call.path !== '/rest/api/3/field' ? reply : { ...reply, body: [{ id: 'summary' }] };
    } };
  };
  const bench = await openBench(jira, later, 'fields');
  const ratings = async (): Promise<readonly unknown[]> => (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 100)).rows.map((one) => one.rating);
  for (const letter of 'abcdef') bench.world.speak(`The export is broken ${letter}`);
  await bench.cycle(30);
  expect(new Set(await ratings())).toEqual(new Set([undefined]));
  isThere = true;
  await bench.cycle(26);
  expect((await ratings()).filter((one) => one !== undefined)).toEqual([4, 4]);
  const asked = bench.arrivals.filter((one) => one.path === '/rest/api/3/field').length;
  await bench.cycle(48);
  // Of two feeds, once a day each.
  expect(bench.arrivals.filter((one) => one.path === '/rest/api/3/field').length - asked).toBeLessThanOrEqual(4);
  expect(await bench.coverage()).toBe('complete');
});
