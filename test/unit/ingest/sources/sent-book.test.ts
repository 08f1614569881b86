import { keepPace } from '../../../../src/ingest/http/keep-pace';
import { limitsOf, shareOf } from '../../../../src/ingest/http/limits-of';
import { openSentBook } from '../../../../src/ingest/sources/sent-book';
import { SourceBudgetSpent } from '../../../../src/domain/source-errors';
import { template } from '../../../../src/connectors/_template';
import type { Connector } from '../../../../src/ports/connector';
import { fakeConnectionStore } from '../../../fakes/connection-store';
import { fakeClock } from '../../../fakes/ports';

const HOUR = 3_600_000;
const hourly: Connector = { ...template, pace: { requests: 100, perSeconds: 3_600 } };

function opened() {
  const clock = fakeClock();
  const needs = { connections: fakeConnectionStore(), clock };
  /** Sends as often as it may in one run; `isKilled`: the run ends without closing its book. */
  const run = async (isKilled = false, most = 1_000, connection = 'desk', isForScreen = false): Promise<number> => {
    const book = await openSentBook(needs, hourly, { id: connection }, isForScreen);
    const [limit] = limitsOf(hourly);
    if (limit === undefined) throw new RangeError('no limit');
    const wait = keepPace(book.gates(limit), clock, async (ms) => clock.advance(ms));
    for (let sent = 0; ; sent += 1) {
      const one = sent >= most ? undefined : await wait().catch((error: unknown) => {
        if (!(error instanceof SourceBudgetSpent)) throw error;
        return undefined;
      });
      if (one === undefined) {
        if (!isKilled) await book.close();
        return sent;
      }
      await book.note(limit, one);
    }
  };
  return { clock, needs, run };
}

describe('what a connection sent', () => {
  it('counts in its next runs, until the window is over', async () => {
    const { clock, run } = opened();
    expect(await run()).toBe(100);
    expect(await run()).toBe(0);
    clock.advance(HOUR / 2);
    expect(await run()).toBe(0);
    clock.advance(HOUR / 2 + 60_000);
    expect(await run()).toBe(100);
  });

  it('is forgotten of a run that is ended by no more than a fiftieth', async () => {
    const { run } = opened();
    expect(await run(true, 60)).toBe(60);
    expect(await run()).toBeLessThanOrEqual(42);
  });

  it('is each connection’s own', async () => {
    const { run } = opened();
    expect(await run()).toBe(100);
    expect(await run(false, 1_000, 'other')).toBe(100);
  });

  it('keeps no screen waiting, and is noted all the same', async () => {
    const { run } = opened();
    expect(await run()).toBe(100);
    expect(await run(false, 3, 'desk', true)).toBe(3);
    expect(await run()).toBe(0);
  });

  it('is not kept for a form that is no connection yet, and old slots go', async () => {
    const { clock, needs, run } = opened();
    await run(false, 3, '', true);
    expect(await needs.connections.listSent([''], '')).toEqual([]);
    await run(false, 3);
    clock.advance(72 * HOUR);
    await run(false, 1);
    expect((await needs.connections.listSent(['desk'], '')).map((one) => one.amount)).toEqual([1]);
  });
});

describe('a fair share', () => {
  it('is the same for each, never less than one request, and all together no more than the whole where they fit', () => {
    const pace = { requests: 2_500, perSeconds: 3_600, each: 100 };
    for (let connections = 1; connections <= 25; connections += 1) expect(shareOf(pace, connections).requests * connections).toBeLessThanOrEqual(2_500);
    expect(shareOf(pace, 40).requests).toBe(100);
  });
});
