import fc from 'fast-check';
import type { Connection } from '../../../../src/domain/connection';
import { beginToAskAgain, daysUntilAskedAgain } from '../../../../src/ingest/sources/ask-again';
import { acceptParked } from '../../../../src/ingest/sources/accepted-parked';
import { fakeConnectionStore } from '../../../fakes/connection-store';
import { fakeClock, fakePorts } from '../../../fakes/ports';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ID = 'desk';
const BEGAN = '2025-07-01T08:00:00.000Z';
const connection: Connection = { id: ID, connector: 'zendesk', product: 'mail', name: 'Desk', visibility: 'open', settings: {}, state: 'active', since: BEGAN, createdAt: BEGAN, createdBy: 'admin' };

/** A source of which everything was read once: `kept` records, and so many left out for a reason. */
async function sourceWith(kept: number, left: Readonly<Record<string, number>>) {
  const connections = fakeConnectionStore();
  const needs = { connections, settings: fakePorts().settings, clock: fakeClock() };
  const save = (name: string, count: number, fate: object) => connections.saveRecords(ID, Array.from({ length: count }, (_, at) => ({ externalId: `${name}-${at}`, revision: '', seenAt: needs.clock.now(), ...fate })));
  await save('kept', kept, { product: 'mail' });
  for (const [skipped, count] of Object.entries(left)) await save(skipped, count, { skipped });
  await connections.moveFeed({ ...(await connections.findFeed(ID, 'reread')), completedAt: needs.clock.now() });
  /** Everything was read anew. */
  const finish = async (): Promise<void> => {
    const { roundStartedAt: at = needs.clock.now(), ...state } = await connections.findFeed(ID, 'reread');
    await connections.moveFeed({ ...state, completedAt: at });
  };
  const ask = async (): Promise<boolean> => {
    const hasBegun = await beginToAskAgain(needs, connection, await connections.findFeed(ID, 'reread'));
    if (hasBegun) await finish();
    return hasBegun;
  };
  return { ...needs, needs, ask, finish, save, forget: (name: string, count: number) => connections.markGone(ID, Array.from({ length: count }, (_, at) => `${name}-${at}`), needs.clock.now()) };
}

describe('asking again for what could not be read', () => {
  it.each([
    ['above the bound', 50, { 'unreadable: body': 3 }, true],
    ['within the bound', 500, { 'unreadable: body': 3 }, false],
    ['a gap that would be one without them', 50, { 'unreadable: body': 3, unrouted: 9 }, false],
    ['together with others above the bound', 100, { 'unreadable: body': 1, 'not-read: too-long': 1 }, true],
    ['what no asking mends', 50, { 'unreadable: externalId': 9 }, false],
    ['what was announced and never stored', 50, { 'not-stored-yet': 3 }, true],
    ['what a transcript, a rule or a shorter text mends', 50, { 'no-transcript-yet': 3, unrouted: 2, 'not-read: too-long': 3 }, false],
  ])('is begun only where it may end a gap: %s', async (_name, kept, left, expected) => {
    const { ask, connections } = await sourceWith(kept, left);
    expect(await ask()).toBe(expected);
    expect((await connections.findFeed(ID, 'reread')).step > 1).toBe(expected);
  });

  it('waits longer each time that it was in vain, and never longer than everything is read anew anyhow', async () => {
    const { ask, clock } = await sourceWith(50, { 'unreadable: body': 3 });
    const days: number[] = [];
    for (let hour = 0; hour < 100 * 24; hour += 1) {
      if (await ask()) days.push(hour / 24);
      clock.advance(HOUR);
    }
    expect(days).toEqual([0, 1, 3, 7, 15, 31, 61, 91]);
    expect([0, 1, 2, 3, 4, 5, 6, 60].map(daysUntilAskedAgain)).toEqual([0, 1, 2, 4, 8, 16, 30, 30]);
  });

  it('counts another reading anew as asking', async () => {
    const { ask, clock, finish } = await sourceWith(50, { 'unreadable: body': 3 });
    expect(await ask()).toBe(true);
    clock.advance(DAY - HOUR);
    await finish();
    clock.advance(HOUR);
    expect(await ask()).toBe(false);
    clock.advance(DAY);
    expect(await ask()).toBe(true);
  });

  it('is not begun before everything was read once, nor by a run that another overtook, nor against an admin\'s word', async () => {
    const { needs, connections, settings, clock } = await sourceWith(50, { 'unreadable: body': 3 });
    const { completedAt: _never, ...unread } = await connections.findFeed(ID, 'reread');
    expect(await beginToAskAgain(needs, connection, unread)).toBe(false);
    const old = await connections.findFeed(ID, 'reread');
    await connections.moveFeed(old);
    expect(await beginToAskAgain(needs, connection, old)).toBe(false);
    await acceptParked({ settings }, ID, await connections.countRecords(ID), clock.now());
    expect(await beginToAskAgain(needs, connection, await connections.findFeed(ID, 'reread'))).toBe(false);
  });

  it('is begun at most once a day, however often such records come and go, and by the next day at the latest where it was not asked for the day before', async () => {
    const hours = fc.array(fc.record({ hours: fc.integer({ min: 1, max: 30 }), isThere: fc.boolean() }), { minLength: 1, maxLength: 40 });
    await fc.assert(fc.asyncProperty(hours, async (steps) => {
      const { ask, clock, save, forget } = await sourceWith(50, {});
      const begun: number[] = [];
      let firstAt: number | undefined;
      for (const { hours: pass, isThere } of steps) {
        if (isThere) await save('bad', 3, { skipped: 'unreadable: body' });
        else await forget('bad', 3);
        firstAt = isThere ? (firstAt ?? clock.monotonicMs()) : undefined;
        for (let hour = 0; hour < pass; hour += 1) {
          if (await ask()) begun.push(clock.monotonicMs());
          if (firstAt !== undefined && clock.monotonicMs() - firstAt >= DAY) expect(begun.at(-1) ?? 0).toBeGreaterThan(firstAt - DAY);
          clock.advance(HOUR);
        }
      }
      expect(begun.every((at, place) => place === 0 || at - (begun[place - 1] ?? 0) >= DAY)).toBe(true);
    }), { numRuns: 60, seed: 20251123 });
  });
});
