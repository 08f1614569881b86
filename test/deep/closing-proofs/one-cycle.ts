import { applySweep } from '../../../src/decide/apply-sweep';
import { approveItems } from '../../../src/decide/approve-items';
import { giveNotices } from '../../../src/decide/give-notices';
import { planSweep } from '../../../src/decide/plan-sweep';
import { undoSweep } from '../../../src/decide/undo-sweep';
import { changeMode, changePolicy } from '../../../src/decide/change-policy';
import { keepIssue } from '../../../src/decide/keep-item';
import { makeCall, type PageMembers } from '../../../src/decide/make-call';
import { publishProperties } from '../../../src/decide/publish-properties';
import { reconcile } from '../../../src/decide/reconcile';
import { judgeSuggestion, rearmBreaker, resumeClosing, stopClosing } from '../../../src/decide/stop-closing';
import { watchClosed } from '../../../src/decide/watch-closed';
import type { Closing } from '../../../src/decide/closing';
import { Killed, PRODUCT, heard, type World } from '../../fakes/closing-world';

/** Long enough for a lease to end and for a lost request to be over. */
const AFTER_A_KILL_MS = 1_000_000;

/** The day's work of closing, from planning to closing; each step is what a scheduled job does. */
export const STEPS: readonly ((closing: Closing) => Promise<unknown>)[] = [
  (closing) => planSweep(closing, PRODUCT),
  async (closing) => approveItems(closing, (await closing.sweeps.listItems(PRODUCT, ['proposed'])).map((item) => item.id), 'owner'),
  (closing) => giveNotices(closing, PRODUCT),
];

export function refresh(world: World): void {
  world.sync();
  world.derive();
}

/** Runs one step; when the process is killed in it, starts again until it ends, as a queue that delivers at least once does. */
export async function untilDone(world: World, closing: Closing, step: (closing: Closing) => Promise<unknown>): Promise<number> {
  for (let kills = 0; ; kills += 1) {
    try {
      await step(closing);
      return kills;
    } catch (error) {
      if (!(error instanceof Killed) || kills > 5) throw error;
      world.isDead = false;
      world.clock.tick(AFTER_A_KILL_MS);
      refresh(world);
    }
  }
}

const NO_ASSIGNMENTS: PageMembers = async () => ({ rows: [] });

/** Everything else that writes: settings, switches, a hard call, properties, an item that comes back by itself. */
export async function everythingElse(world: World, closing: Closing): Promise<number> {
  const policy = await world.sweeps.findPolicy(PRODUCT);
  const steps: readonly ((one: Closing) => Promise<unknown>)[] = [
    (one) => changePolicy(one, PRODUCT, { graceDays: 20 }, 'admin'),
    (one) => changePolicy(one, PRODUCT, { reopenBy: 'itself', graceDays: 14 }, 'admin'),
    (one) => changeMode(one, PRODUCT, { mode: 'live', by: 'admin', isSoleAdmin: false }),
    (one) => stopClosing(one, 'admin'),
    (one) => resumeClosing(one, 'admin'),
    (one) => rearmBreaker(one, PRODUCT, 'admin', 'looked at it, all is well'),
    (one) => judgeSuggestion(one, PRODUCT, '1', { right: true, by: 'pm' }),
    (one) => makeCall(one, NO_ASSIGNMENTS, PRODUCT, { subject: { kind: 'issue', id: '1' }, call: 'no', reason: 'Not this year' }, 'pm'),
    (one) => publishProperties(one, PRODUCT, new Map(), 100),
    (one) => keepIssue(one, PRODUCT, '4', 'pm'),
    (one) => reconcile(one, PRODUCT),
  ];
  let kills = 0;
  for (const step of steps) kills += await untilDone(world, closing, step);
  if (policy !== undefined) await world.sweeps.savePolicy(PRODUCT, { ...policy, reopenBy: 'itself' });
  heard(world, '1', world.clock.now, 'new-customer');
  world.clock.tick(AFTER_A_KILL_MS);
  for (let round = 0; round < 3; round += 1) {
    kills += await untilDone(world, closing, (one) => watchClosed(one, PRODUCT));
    world.clock.tick(AFTER_A_KILL_MS);
    kills += await untilDone(world, closing, (one) => applySweep(one, PRODUCT));
  }
  return kills;
}

/** From planning to closed, with waiting in between. */
export async function cycle(world: World, closing: Closing): Promise<number> {
  let kills = 0;
  for (const step of STEPS) kills += await untilDone(world, closing, step);
  for (let day = 0; day < 5; day += 1) {
    kills += await untilDone(world, closing, (one) => giveNotices(one, PRODUCT));
    world.clock.tick(AFTER_A_KILL_MS);
  }
  world.clock.forward(21);
  world.clock.now = `${world.clock.now.slice(0, 10)}T10:00:00.000Z`;
  refresh(world);
  for (let round = 0; round < 4; round += 1) {
    kills += await untilDone(world, closing, (one) => applySweep(one, PRODUCT));
    world.clock.tick(AFTER_A_KILL_MS);
    refresh(world);
  }
  return kills;
}

export async function undoAll(world: World, closing: Closing): Promise<number> {
  let kills = 0;
  for (let round = 0; round < 3; round += 1) {
    kills += await untilDone(world, closing, (one) => undoSweep(one, PRODUCT, { since: '2020-01-01T00:00:00.000Z' }, 'owner'));
    kills += await untilDone(world, closing, (one) => applySweep(one, PRODUCT));
    world.clock.tick(AFTER_A_KILL_MS);
  }
  return kills;
}
