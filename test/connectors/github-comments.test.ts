import { openWorld } from '../../host/sources/github/world';
import { github } from '../../src/connectors/github';
import { countCustomers } from '../../src/domain/customer';
import { coverageOf } from '../../src/domain/coverage';
import { CONNECTION, openBench, PRODUCT } from './bench-source';
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

describe('what stands under a pull request', () => {
  const underPull = (body: unknown): unknown => (body as readonly { readonly html_url: string }[]).map((one) => ({ ...one, html_url: one.html_url.replace('/issues/', '/pull/'), author_association: 'CONTRIBUTOR', body: 'Rebased onto main; relates to https://acme.atlassian.net/browse/MAIL-1.' }));

  it('is about a change and no need: GitHub lists it with the comments of issues, and it is left out and counted', async () => {
    const bench = await openBench(github, (needs) => {
      const world = openWorld(needs);
      return { ...world, answer: (call) => {
        const reply = world.answer(call);
        return /\/issues\/comments$/.test(call.path) ? { ...reply, body: underPull(reply.body) } : reply;
      } };
    }, 'pulls');
    const id = bench.world.speak(wordsOf(bench.random));
    bench.world.answerAsAgent('An answer');
    await bench.cycle(2);
    const kept = (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 100)).rows;
    expect(kept.map((one) => one.externalId)).toEqual([id]);
    expect(coverageOf(await bench.ports.stores.products.listCoverage(PRODUCT), 0, bench.clock.now()).sources[0]?.skipped).toEqual({ 'out-of-scope': 1 });
    expect(await bench.coverage()).toBe('complete');
  });
});

describe('the account that stands for all that were deleted', () => {
  it('is nobody: two who left are not one customer, whom a request could take away together', async () => {
    const bench = await openBench(github, (needs) => {
      const world = openWorld(needs);
      return { ...world, answer: (call) => {
        const reply = world.answer(call);
        return /\/issues$/.test(call.path) ? { ...reply, body: (reply.body as readonly { readonly user: object }[]).map((one) => ({ ...one, user: { ...one.user, id: 10_137, login: 'ghost' } })) } : reply;
      } };
    }, 'ghosts');
    for (let said = 0; said < 2; said += 1) bench.world.speak(wordsOf(bench.random));
    await bench.cycle();
    const kept = (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 100)).rows;
    expect([kept.length, countCustomers(kept)]).toEqual([2, 2]);
  });
});
