import { googlePlay } from '../../src/connectors/google-play';
import { openWorld } from '../../host/sources/google-play/world';
import { template } from '../../src/connectors/_template';
import { openWorld as openTemplate } from '../../host/sources/_template/world';
import { acceptLoss } from '../../src/ingest/sources/change-source';
import { openSeveral } from './several-scopes';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** First and last day of each gap that coverage tells. */
async function told({ ports }: SourceBench): Promise<readonly string[]> {
  const [coverage] = await ports.stores.products.listCoverage(PRODUCT);
  return (coverage?.gaps ?? []).map(({ from, to }) => `${from.slice(0, 10)} to ${to?.slice(0, 10) ?? 'now'}`);
}

async function connectedFor(bench: SourceBench, days: number): Promise<void> {
  const connection = await bench.needs.connections.findConnection(CONNECTION);
  if (connection !== undefined) await bench.needs.connections.saveConnection({ ...connection, since: new Date(Date.parse(bench.clock.now()) - days * DAY).toISOString() });
}

describe('a source that shows only its last week', () => {
  it('says for good what it never showed', async () => {
    const bench = await openBench(googlePlay, openWorld, 'before connecting');
    await connectedFor(bench, 365);
    bench.world.speak('It crashes');
    for (let round = 0; round < 3; round += 1) {
      await bench.cycle();
      expect(await told(bench)).toEqual(['2024-07-01 to 2025-06-24']);
      expect(await bench.coverage()).toBe('gap');
    }
  });

  it('says for good what passed in an outage of nine days', async () => {
    const bench = await openBench(googlePlay, openWorld, 'outage');
    bench.world.speak('It is slow');
    await bench.cycle();
    bench.fault = () => ({ kind: 'reset' });
    for (let day = 0; day < 9; day += 1) {
      bench.clock.advance(DAY - HOUR);
      await bench.cycle();
    }
    bench.fault = undefined;
    bench.world.speak('It crashes');
    await bench.cycle(3);
    expect(await told(bench)).toEqual(['2025-07-01 to 2025-07-03']);
    expect(await bench.coverage()).toBe('gap');
  });

  it('says it of two apps, whichever of them is read last', async () => {
    const bench = await openBench(googlePlay, (needs) => {
      const world = openWorld(needs);
      return { ...world, settings: { apps: `${world.settings['apps'] ?? ''}, com.other.app` }, answer: (call) => world.answer({ ...call, path: call.path.replace('com.other.app', world.settings['apps'] ?? '') }) };
    }, 'two apps');
    bench.world.speak('It crashes');
    await connectedFor(bench, 365);
    await bench.cycle(2);
    expect(await told(bench)).toEqual(['2024-07-01 to 2025-06-24']);
  });
});

describe('a review whose id could not be read', () => {
  it('is no doubt any more when the week was read anew and shows it whole', async () => {
    let isBroken = false;
    const bench = await openBench(googlePlay, (needs) => {
      const world = openWorld(needs);
      return { ...world, answer: (call) => {
        const reply = world.answer(call);
        const { reviews } = reply.body as { readonly reviews?: readonly { readonly reviewId: string }[] };
        return isBroken && reviews !== undefined ? { ...reply, body: { reviews: reviews.map(({ reviewId, ...rest }, at) => (at === 0 ? rest : { reviewId, ...rest })) } } : reply;
      } };
    }, 'nameless review');
    for (let said = 0; said < 20; said += 1) bench.world.speak(`It crashes, the ${said}th time`);
    await bench.cycle();
    isBroken = true;
    await bench.cycle();
    isBroken = false;
    for (let day = 0; day < 3; day += 1) {
      bench.clock.advance(DAY - HOUR);
      await bench.cycle();
    }
    expect((await bench.ports.stores.products.listCoverage(PRODUCT))[0]).toMatchObject({ kept: 20, skipped: {} });
    expect(await bench.coverage()).toBe('complete');
  });
});

describe('a lost checkpoint', () => {
  it('of several apps is no lost time: until the last round each of them was read', async () => {
    const bench = await openBench(googlePlay, openSeveral('google-play').openWorld, 'checkpoint');
    for (let day = 0; day < 12; day += 1) {
      bench.world.speak(`It crashes on day ${day}`);
      bench.clock.advance(DAY - HOUR);
      await bench.cycle();
    }
    const state = await bench.needs.connections.findFeed(CONNECTION, 'poll');
    await bench.needs.connections.moveFeed({ ...state, checkpoint: { from: '2099-01-01T00:00:00.000Z' } });
    await bench.cycle(2);
    expect([await told(bench), await bench.coverage()]).toEqual([[], 'complete']);
  });
});

describe('all reviews of a burst', () => {
  const burst = async (seed: string): Promise<SourceBench> => {
    const bench = await openBench(googlePlay, openWorld, seed);
    for (const word of ['start', 'login', 'search', 'export', 'print', 'sync']) {
      bench.world.speak(`The new version crashes at ${word}`);
      bench.clock.advance(60_000);
    }
    await bench.cycle();
    return bench;
  };

  it('leave the week together, which is no gap', async () => {
    const bench = await burst('burst');
    const states = new Set<string>();
    for (let hour = 0; hour < 24 * 9; hour += 1) {
      await bench.cycle();
      states.add(await bench.coverage());
    }
    expect([...states]).toEqual(['complete']);
  });

  it('are gone while they should be shown, which is one, and stays one when their week is over', async () => {
    const bench = await burst('taken away');
    await bench.cycle(24 * 4);
    bench.world.narrow('nothing');
    const states = new Set<string>();
    await bench.cycle(7);
    for (let hour = 0; hour < 24 * 5; hour += 1) {
      await bench.cycle();
      states.add(await bench.coverage());
    }
    expect([...states]).toEqual(['gap']);
  });

  /** The week of a burst is over while nothing could be asked for so many hours. */
  const leftUnseen = async (seed: string, hours: number): Promise<SourceBench> => {
    const bench = await burst(seed);
    for (let polls = 0; polls < 32; polls += 1) {
      bench.clock.advance(4 * HOUR);
      await bench.cycle();
    }
    bench.fault = () => ({ kind: 'reset' });
    bench.clock.advance((hours - 1) * HOUR);
    await bench.cycle();
    bench.fault = undefined;
    await bench.cycle(2);
    return bench;
  };
  const blindFor = async ({ needs }: SourceBench): Promise<string | undefined> => (await needs.connections.findFeed(CONNECTION, 'poll')).blind?.reason;

  it('leave it while nothing could be asked, which is a gap until somebody says that it is really so', async () => {
    const bench = await leftUnseen('unseen', 12);
    await bench.cycle(24);
    expect([await bench.coverage(), await blindFor(bench)]).toEqual(['gap', 'emptied']);
    await acceptLoss(bench.needs, CONNECTION);
    expect(await bench.coverage()).toBe('gap');
    const states = new Set<string>();
    for (let hour = 0; hour < 48; hour += 1) {
      await bench.cycle();
      states.add(await bench.coverage());
    }
    // The list was read, and it answers for the whole week: nothing of the outage is lost. What was shown once stays.
    expect([[...states], await told(bench), (await bench.stored()).size]).toEqual([['complete'], [], 6]);
  });

  it('or until Google shows one again', async () => {
    const bench = await leftUnseen('shown again', 12);
    expect(await bench.coverage()).toBe('gap');
    bench.world.speak('Now it works');
    await bench.cycle();
    expect([await bench.coverage(), (await bench.stored()).size]).toEqual(['complete', 7]);
  });

  it('and are shown again but for a few that were deleted meanwhile: it is heard', async () => {
    const bench = await openBench(googlePlay, openWorld, 'deleted meanwhile');
    const ids = Array.from({ length: 20 }, (_, said) => bench.world.speak(`It crashes, the ${said}th time`));
    await bench.cycle(2);
    bench.world.narrow('nothing');
    await bench.cycle(2);
    expect(await bench.coverage()).toBe('gap');
    for (const id of ids.slice(-3)) bench.world.remove(id);
    bench.world.narrow('everything');
    await bench.cycle(2);
    expect(await bench.coverage()).toBe('complete');
  });

  it('of one app of three are missed as well', async () => {
    const { openWorld: openThree, scopes } = openSeveral('google-play');
    const bench = await openBench(googlePlay, openThree, 'one of three');
    for (let said = 0; said < 60; said += 1) bench.world.speak(`It crashes, the ${said}th time`);
    await bench.cycle(5);
    expect(await bench.coverage()).toBe('complete');
    scopes[1]?.narrow('nothing');
    await bench.cycle(4);
    expect([await bench.coverage(), await blindFor(bench)]).toEqual(['gap', 'emptied']);
    // The others are read all the while.
    scopes[0]?.speak('And it is slow');
    await bench.cycle();
    expect([...(await bench.stored()).values()]).toContain('And it is slow');
    scopes[1]?.narrow('everything');
    await bench.cycle(2);
    expect(await bench.coverage()).toBe('complete');
  });
});

describe('what one page says is lost', () => {
  it('is not forgotten for what a later page says', async () => {
    let round = 0;
    const poll: typeof template.poll = async ({ now }) => ({ items: [], checkpoint: { round: (round += 1) }, isLast: true, gaps: round === 1 ? [{ from: '2025-01-01T00:00:00.000Z', to: '2025-02-01T00:00:00.000Z', reason: 'lost' }] : round === 2 ? [] : [{ from: '2025-01-20T00:00:00.000Z', to: now.slice(0, 10) + 'T00:00:00.000Z', reason: 'lost' }] });
    const bench = await openBench({ ...template, poll }, openTemplate, 'pages');
    await bench.cycle();
    await bench.cycle();
    expect((await bench.needs.connections.findFeed(CONNECTION, 'poll')).gaps).toEqual([{ from: '2025-01-01T00:00:00.000Z', to: '2025-02-01T00:00:00.000Z', reason: 'lost' }]);
    await bench.cycle();
    expect((await bench.needs.connections.findFeed(CONNECTION, 'poll')).gaps).toEqual([{ from: '2025-01-01T00:00:00.000Z', to: '2025-07-01T00:00:00.000Z', reason: 'lost' }]);
  });
});

describe('a schedule that stands still', () => {
  it('is seen without any run: what was heard to its end is a gap ten days later', async () => {
    const bench = await openBench(template, openTemplate, 'stopped');
    bench.world.speak('It crashes');
    await bench.cycle(2);
    expect(await bench.coverage()).toBe('complete');
    bench.clock.advance(10 * DAY);
    expect(await bench.coverage()).toBe('gap');
    await bench.cycle();
    expect(await bench.coverage()).toBe('complete');
  });
});
