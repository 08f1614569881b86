import { openWorld } from '../../host/sources/github/world';
import { github } from '../../src/connectors/github';
import { CONNECTION, openBench } from './bench-source';
import { wordsOf } from './live-a-while';

/** Every comment with another writer than there can be. */
function withStrangeWriters(body: unknown): unknown {
  return (body as readonly object[]).map((one) => ({ ...one, user: { id: { another: 'type' } } }));
}

describe('a comment on GitHub that could not be read', () => {
  it('is not missed any more once it can be: it takes the place under which it was missed', async () => {
    const broken = { is: false };
    const bench = await openBench(github, (needs) => {
      const world = openWorld(needs);
      return {
        ...world,
        answer: (call) => {
          const reply = world.answer(call);
          return broken.is && /\/issues\/comments$/.test(call.path) ? { ...reply, body: withStrangeWriters(reply.body) } : reply;
        },
      };
    }, 'comments');
    const unread = async (): Promise<readonly string[]> => (await bench.needs.connections.pageUnseen(CONNECTION, '9999', undefined, 500)).filter((one) => one.skipped?.startsWith('unreadable') === true).map((one) => one.externalId);
    for (let said = 0; said < 10; said += 1) bench.world.speak(wordsOf(bench.random));
    await bench.cycle(2);
    broken.is = true;
    bench.world.answerAsAgent('Thank you, we look into it.');
    await bench.cycle();
    expect(await unread()).toEqual([expect.stringMatching(/^harbor\/mail#\d+\/c\d+$/)]);
    expect(await bench.coverage()).toBe('gap');
    broken.is = false;
    const before = bench.arrivals.length;
    await bench.cycle();
    expect([await unread(), await bench.coverage()]).toEqual([[], 'complete']);
    // Not because everything was read anew.
    expect(bench.arrivals.length - before).toBeLessThanOrEqual(4);
  });
});
