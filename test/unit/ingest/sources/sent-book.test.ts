import fc from 'fast-check';
import { keepPace, type Sent } from '../../../../src/ingest/http/keep-pace';
import { keptForScreens, limitsOf, shareOf, type Limit } from '../../../../src/ingest/http/limits-of';
import { formBook } from '../../../../src/ingest/sources/form-book';
import { openSentBook, type SentBook } from '../../../../src/ingest/sources/sent-book';
import { SourceBudgetSpent } from '../../../../src/domain/source-errors';
import { seededRandom } from '../../../../src/domain/random';
import { template } from '../../../../src/connectors/_template';
import type { Connector } from '../../../../src/ports/connector';
import { fakeConnectionStore } from '../../../fakes/connection-store';
import { fakeClock } from '../../../fakes/ports';

const HOUR = 3_600_000;
const hourly: Connector = { ...template, pace: { requests: 100, perSeconds: 3_600 } };
const settings = { host: 'acme.example.com' };

function limitOf(connector: Connector): Limit {
  const [limit] = limitsOf(connector);
  if (limit === undefined) throw new RangeError('no limit');
  return limit;
}

function paced(book: SentBook, limit: Limit, clock: ReturnType<typeof fakeClock>, isForScreen = false): () => Promise<Sent> {
  return keepPace(book.shared(limit), { clock, sleep: async (ms) => clock.advance(ms), random: seededRandom('apart'), ...(isForScreen ? { endsAtMs: clock.monotonicMs() + 20_000 } : {}) });
}

/** What was sent, or nothing where the budget is spent. */
async function sentBy(wait: () => Promise<Sent>): Promise<Sent | undefined> {
  return wait().catch((error: unknown) => {
    if (!(error instanceof SourceBudgetSpent)) throw error;
    return undefined;
  });
}

function opened() {
  const clock = fakeClock();
  const needs = { connections: fakeConnectionStore(), clock };
  /** Sends as often as it may in one run; `isKilled`: the run ends without closing its book. */
  const run = async (isKilled = false, most = 1_000, id = 'desk', isForScreen = false): Promise<number> => {
    const book = await openSentBook(needs, hourly, { id, settings }, isForScreen);
    const limit = limitOf(hourly);
    const wait = paced(book, limit, clock, isForScreen);
    for (let sent = 0; ; sent += 1) {
      const one = sent >= most ? undefined : await sentBy(wait);
      if (one === undefined) {
        if (!isKilled) await book.close();
        return sent;
      }
      book.note(limit, one);
    }
  };
  return { clock, needs, run };
}

describe('what a connection sent', () => {
  it('counts in its next runs, until the window is over', async () => {
    const { clock, run } = opened();
    expect(await run()).toBe(96);
    expect(await run()).toBe(0);
    clock.advance(HOUR / 2);
    expect(await run()).toBe(0);
    clock.advance(HOUR / 2 + 60_000);
    expect(await run()).toBe(96);
  });

  it('is not forgotten of a run that is ended, and no more than a fiftieth is counted for nothing', async () => {
    const { run } = opened();
    expect(await run(true, 61)).toBe(61);
    const left = await run();
    expect([33, 34, 35]).toContain(left);
  });

  it('is each connection’s own', async () => {
    const { run } = opened();
    expect(await run()).toBe(96);
    expect(await run(false, 1_000, 'other')).toBe(96);
  });

  it('leaves a little to a screen, which takes no more than that and is counted', async () => {
    const { clock, run } = opened();
    expect(await run()).toBe(96);
    expect(await run(false, 3, 'desk', true)).toBe(3);
    expect(await run(false, 3, 'desk', true)).toBe(1);
    expect(await run(false, 3, 'desk', true)).toBe(0);
    clock.advance(HOUR + 60_000);
    expect(await run(false, 50, 'desk', true)).toBe(50);
    expect(await run()).toBe(46);
  });

  it('counts of a form that is no connection yet for every connection to that address, and for no other', async () => {
    const { needs, run } = opened();
    expect(await run(false, 30, '', true)).toBe(30);
    expect(await run()).toBe(66);
    expect(await run(false, 1_000, 'second')).toBe(66);
    const elsewhere = await openSentBook(needs, { ...hourly, hosts: () => ['other.example.com'] }, { id: 'third', settings }, false);
    const limit = limitOf(hourly);
    await elsewhere.shared(limit).announce(1, 100);
    expect(elsewhere.shared(limit).gates()[0]?.others).toEqual([]);
    expect(formBook({ id: 'a-very-long-name-of-a-vendor', hosts: () => ['x'.repeat(200)] }, {}).length).toBeLessThanOrEqual(40);
  });

  it('goes when it is old', async () => {
    const { clock, needs, run } = opened();
    await run(false, 3);
    await run(false, 3, '', true);
    clock.advance(72 * HOUR);
    await run(false, 1);
    expect((await needs.connections.listSent(['desk', formBook(hourly, settings)], '', 'all')).map((one) => one.amount)).toEqual([1]);
  });

  it('is over when it was waited out, also where dates stand still and only the stopwatch goes on', async () => {
    const clock = fakeClock();
    const [date, connections] = [clock.now(), fakeConnectionStore()];
    const needs = { connections, clock: { now: () => date, monotonicMs: clock.monotonicMs } };
    const limit = limitOf(template);
    const counts: number[] = [];
    for (let runs = 0; runs < 3; runs += 1) {
      const book = await openSentBook(needs, template, { id: 'desk', settings }, false);
      let sleeps = 0;
      const wait = keepPace(book.shared(limit), { clock, random: seededRandom('apart'), sleep: async (ms) => {
        sleeps += 1;
        if (sleeps > 500) throw new Error('waits for ever');
        clock.advance(ms);
      } });
      let sent = 0;
      for (; sent < 100; sent += 1) book.note(limit, await wait());
      counts.push(sent);
      await book.close();
    }
    expect(counts).toEqual([100, 100, 100]);
  });

  it('of a clock that was wrong holds nobody up', async () => {
    const { clock, needs, run } = opened();
    await needs.connections.addSent([{ connection: 'desk', limit: 'all', slotAt: new Date(Date.parse(clock.now()) + 2 * HOUR).toISOString(), amount: 100 }]);
    expect(await run()).toBe(96);
  });
});

/** The most that lies in any window of that length. */
function mostIn(sent: readonly Sent[], lengthMs: number): number {
  return Math.max(0, ...sent.map(({ atMs }) => sent.filter((one) => one.atMs <= atMs && one.atMs > atMs - lengthMs).reduce((sum, one) => sum + one.amount, 0)));
}

describe('runs of one connection at the same time', () => {
  const plan = fc.record({ isForScreen: fc.boolean(), isKilled: fc.boolean(), requests: fc.integer({ min: 1, max: 60 }), pauses: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 }), counted: fc.integer({ min: 1, max: 10 }) });

  it.each([['an hour', 3_600], ['a minute', 60]] as const)('send together no more than %s allows, however they interleave', async (_, perSeconds) => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), fc.array(plan, { minLength: 2, maxLength: 4 }), fc.integer({ min: 10, max: 60 }), fc.constantFrom(1, 10), async (scheduler, plans, requests, each) => {
      const connector: Connector = { ...template, pace: { requests, perSeconds, ...(each === 1 ? {} : { each }) } };
      const limit = limitOf(connector);
      const clock = fakeClock();
      const store = fakeConnectionStore();
      // What is asked of the store, and each request, is done in any order.
      const connections = { ...store, addSent: scheduler.scheduleFunction(store.addSent), listSent: scheduler.scheduleFunction(store.listSent) };
      const request = scheduler.scheduleFunction(async () => undefined);
      const sent: Sent[] = [];
      const run = async ({ isForScreen, isKilled, requests: wanted, pauses, counted }: (typeof plans)[number]): Promise<void> => {
        const book = await openSentBook({ connections, clock }, connector, { id: 'desk', settings }, isForScreen);
        const wait = paced(book, limit, clock, isForScreen);
        for (let count = 0; count < wanted; count += 1) {
          const one = await sentBy(wait);
          if (one === undefined) break;
          sent.push(one);
          book.note(limit, one);
          await request();
          if (each > 1) one.amount = Math.min(one.amount, counted);
          clock.advance(((pauses[count % pauses.length] ?? 0) * perSeconds * 1000) / 400);
        }
        if (!isKilled) await book.close();
      };
      await scheduler.waitFor(Promise.all(plans.map(run)));
      expect(mostIn(sent, perSeconds * 1000)).toBeLessThanOrEqual(requests);
    }), { numRuns: 80 });
  });

  it('take all that is allowed where they come one after the other, request by request', async () => {
    const clock = fakeClock();
    const needs = { connections: fakeConnectionStore(), clock };
    const limit = limitOf(hourly);
    const books = [await openSentBook(needs, hourly, { id: 'desk', settings }, false), await openSentBook(needs, hourly, { id: 'desk', settings }, false)];
    const waits = books.map((book) => paced(book, limit, clock));
    const counts = [0, 0];
    for (let turn = 0; turn < 200; turn += 1) if ((await sentBy(waits[turn % 2] as () => Promise<Sent>)) !== undefined) counts[turn % 2] = (counts[turn % 2] ?? 0) + 1;
    expect(counts[0]! + counts[1]!).toBeLessThanOrEqual(96);
    expect(counts[0]! + counts[1]!).toBeGreaterThanOrEqual(94);
    expect(Math.abs(counts[0]! - counts[1]!)).toBeLessThanOrEqual(2);
  });
});

describe('a fair share', () => {
  it('is the same for each, never less than one request, and all together no more than the whole where they fit', () => {
    const pace = { requests: 2_500, perSeconds: 3_600, each: 100 };
    for (let connections = 1; connections <= 25; connections += 1) expect(shareOf(pace, connections).requests * connections).toBeLessThanOrEqual(2_500);
    expect(shareOf(pace, 40).requests).toBe(100);
  });

  it('of a small limit leaves nothing aside for screens, of a large one a little', () => {
    expect(keptForScreens({ requests: 10, perSeconds: 60 }).requests).toBe(10);
    expect(keptForScreens({ requests: 5_000, perSeconds: 3_600 }).requests).toBe(4_800);
  });
});
