import { openRated, type RatedWorld } from '../../host/sources/jira/world';
import type { OpenWorld } from '../../host/sources/source-world';
import { jira } from '../../src/connectors/jira';
import { coverageOf } from '../../src/domain/coverage';
import type { Signal } from '../../src/domain/signal';
import { openBench, PRODUCT, type SourceBench } from './bench-source';
import { FAULT_CASES } from './fault-cases';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Nobody rates but who is told to. */
async function openDesk(seed: string, wrap: (open: OpenWorld) => OpenWorld = (open) => open): Promise<{ readonly bench: SourceBench; readonly desk: RatedWorld }> {
  const opened: RatedWorld[] = [];
  const bench = await openBench(jira, wrap((needs) => {
    const world = openRated(needs);
    opened.push(world);
    return world;
  }), seed);
  const [desk] = opened;
  if (desk === undefined) throw new Error('not opened');
  return { bench, desk };
}

async function signals(bench: SourceBench): Promise<readonly Signal[]> {
  return (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 1_000)).rows.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

async function skipped(bench: SourceBench): Promise<Readonly<Record<string, number>> | undefined> {
  return coverageOf(await bench.ports.stores.products.listCoverage(PRODUCT), 0, bench.clock.now()).sources[0]?.skipped;
}

const asked = (bench: SourceBench): number => bench.arrivals.filter((one) => one.path.endsWith('/feedback')).length;

/** Two requests, so that what is counted of one is not all there is. */
function speakOnce(bench: SourceBench): string {
  bench.world.speak('Something else');
  return bench.world.speak('The export loses rows');
}

describe('what a customer writes beside a rating', () => {
  it('is theirs, said when it was given, though the request did not change', async () => {
    const { bench, desk } = await openDesk('beside');
    const id = speakOnce(bench);
    await bench.cycle(2);
    bench.clock.advance(20 * DAY);
    const ratedAt = bench.clock.now();
    desk.rate(id, 1, 'Still broken, closed without a fix');
    await bench.cycle();
    const mine = (await signals(bench)).filter((one) => one.externalId.startsWith(id));
    expect(mine.at(-1)).toMatchObject({ externalId: `${id}/rated`, text: 'Still broken, closed without a fix', at: ratedAt, author: mine[0]?.author });
    expect(mine[0]?.rating).toBe(1);
    expect(await bench.coverage()).toBe('complete');
  });

  it('is one signal with what they said the same day', async () => {
    const { bench, desk } = await openDesk('same day');
    speakOnce(bench);
    const id = bench.world.speak('The import is slow');
    bench.clock.advance(HOUR);
    desk.rate(id, 2, 'Still slow');
    await bench.cycle(2);
    expect((await signals(bench)).map((one) => one.text).filter((text) => text?.includes('slow'))).toEqual([expect.stringMatching(/^The import is slow[^]*Still slow$/)]);
  });

  it('is asked for once, and again when it was given anew', async () => {
    const { bench, desk } = await openDesk('asked once');
    const id = speakOnce(bench);
    await bench.cycle(2);
    bench.clock.advance(2 * DAY);
    const before = asked(bench);
    desk.rate(id, 1, 'Still broken');
    await bench.cycle(8);
    expect(asked(bench) - before).toBe(1);
    desk.rate(id, 4, 'It works now');
    await bench.cycle(8);
    expect(asked(bench) - before).toBe(2);
    expect((await signals(bench)).map((one) => one.text)).toEqual(expect.arrayContaining(['It works now']));
    expect([...(await bench.stored()).values()].join()).not.toContain('Still broken');
  });

  it('goes where it was taken back', async () => {
    const { bench, desk } = await openDesk('taken back');
    const id = speakOnce(bench);
    bench.clock.advance(2 * DAY);
    desk.rate(id, 1, 'Still broken');
    await bench.cycle(2);
    bench.clock.advance(DAY);
    desk.rate(id, 1);
    await bench.cycle(2);
    expect([...(await bench.stored()).values()].join()).not.toContain('Still broken');
    expect(await bench.coverage()).toBe('complete');
  });

  it('counts as said with the last words where the site does not tell when', async () => {
    const { bench, desk } = await openDesk('no date', (open) => (needs) => {
      const world = open(needs);
      return { ...world, answer: (call) => {
        const reply = world.answer(call);
        return call.path === '/rest/api/3/field' ? { ...reply, body: (reply.body as readonly { id: string }[]).filter((one) => one.id !== 'customfield_10032') } : reply;
      } };
    });
    const id = speakOnce(bench);
    bench.clock.advance(DAY / 2);
    desk.rate(id, 1, 'Still broken');
    bench.world.sayMore?.(id, 'Any news?');
    await bench.cycle(2);
    const [words] = (await signals(bench)).filter((one) => one.text?.includes('Still broken') === true);
    expect(words?.text).toMatch(/Any news\?\n\nStill broken$/);
  });

  it('is not asked of a rating by one of us', async () => {
    const { bench, desk } = await openDesk('ours');
    speakOnce(bench);
    bench.world.answerAsAgent('We moved the server');
    desk.rate('10003', 5, 'Well done, team');
    await bench.cycle(2);
    expect(asked(bench)).toBe(0);
    expect([...(await bench.stored()).values()].join()).not.toContain('Well done');
  });
});

describe('where Jira does not show what was written beside ratings', () => {
  it.each([400, 401, 403, 404])('it counts as not read and is a gap (%i), until it is shown', async (status) => {
    const { bench, desk } = await openDesk(`refused ${status}`);
    const ids = Array.from({ length: 4 }, () => speakOnce(bench));
    await bench.cycle(2);
    bench.clock.advance(2 * DAY);
    desk.refuseFeedback(status);
    const before = asked(bench);
    for (const id of ids) desk.rate(id, 1, `Still broken ${id}`);
    await bench.cycle();
    expect(await skipped(bench)).toEqual({ 'not-read: feedback': 4 });
    expect(await bench.coverage()).toBe('gap');
    // Who may not see one of a project may see none; what is not there says nothing of the others. Everything is asked for anew at once, one time.
    expect(asked(bench) - before).toBe(status === 404 ? 8 : 2);
    desk.refuseFeedback(200);
    await bench.cycle(26);
    expect(await skipped(bench)).toEqual({});
    expect(await bench.coverage()).toBe('complete');
    expect((await signals(bench)).filter((one) => one.text?.startsWith('Still broken') === true)).toHaveLength(4);
  });

  it('keeps what was read before', async () => {
    const { bench, desk } = await openDesk('kept');
    const id = speakOnce(bench);
    bench.clock.advance(2 * DAY);
    desk.rate(id, 1, 'Still broken');
    await bench.cycle(2);
    bench.clock.advance(2 * DAY);
    desk.refuseFeedback(403);
    bench.world.sayMore?.(id, 'Any news?');
    await bench.cycle();
    expect([...(await bench.stored()).values()]).toEqual(expect.arrayContaining(['Still broken', 'Any news?']));
    expect(await bench.coverage()).toBe('gap');
  });

  it('says so of an answer in another shape', async () => {
    const { bench, desk } = await openDesk('shape', (open) => (needs) => {
      const world = open(needs);
      return { ...world, answer: (call) => (call.path.endsWith('/feedback') ? { status: 200, body: { type: 'csat', rating: 1, comment: { body: { type: 'doc' } } } } : world.answer(call)) };
    });
    desk.rate(speakOnce(bench), 1, 'Still broken');
    await bench.cycle();
    expect(await skipped(bench)).toEqual({ 'unreadable: feedback.comment.body': 1 });
  });
});

/** Without F26: the vendor may leave a comment out, so that it vanishes from an answer is no sign of anything. */
describe.each(FAULT_CASES.filter(({ id }) => ['F1', 'F5', 'F12', 'F18', 'F28'].includes(id)))('$id $what, where one in three customers rates with words', ({ id, what, run }) => {
  it('keeps everything once in its newest words', async () => {
    expect(await run(await openBench(jira, (needs) => openRated(needs, 'words'), `rated ${id} ${what}`))).toEqual([]);
  });
});
