import { applySweep } from '../../../src/decide/apply-sweep';
import { giveNotices } from '../../../src/decide/give-notices';
import { undoSweep } from '../../../src/decide/undo-sweep';
import { violationsOf } from './invariants';
import { refresh, STEPS } from './one-cycle';
import { seeded, type Random } from './random';
import { tally, type Proof } from './proof';
import { closingWorld, PRODUCT, silentIssue, type World } from '../../fakes/closing-world';
import type { Fault } from '../../fakes/closing-tracker';

/** A request lives at most as long as the platform lets one live. */
const LATEST_SECONDS = 175;
const ROUNDS = 60;

/**
 * A write that happened and was not answered, one that arrives minutes later, one that never arrives, at random, while the jobs come back every
 * half minute to six minutes: in the end one transition, one comment of a kind, and the item closed; and the same for the way back.
 */
export const lostAnswersProof: Proof = {
  name: 'a lost answer never makes a second transition or comment',
  whole: 10_000,
  slice: 100,
  async run(seed, cases) {
    const random = seeded(seed);
    const { count, violate, report } = tally(this.name, seed);
    for (let at = 0; at < cases; at += 1) {
      const faults = { left: 0 };
      const fault = (write: string): Fault => {
        if (faults.left <= 0 || write.startsWith('fetch') || write === 'findComment') return 'none';
        const chosen = anyFault(random, write);
        if (chosen === 'none') return 'none';
        faults.left -= 1;
        count(`${write} ${typeof chosen === 'object' ? 'late' : String(chosen)}`);
        return chosen;
      };
      const world = closingWorld({ keepsOperation: random.chance(0.7), fault });
      silentIssue(world, '1');
      await STEPS[0]?.(world.closing);
      await STEPS[1]?.(world.closing);
      faults.left = 1 + random.int(3);
      await until(world, random, () => stateOf(world) === 'noticed', () => giveNotices(world.closing, PRODUCT));
      world.clock.forward(21);
      world.clock.now = `${world.clock.now.slice(0, 10)}T09:30:00.000Z`;
      refresh(world);
      faults.left = 1 + random.int(3);
      await until(world, random, () => stateOf(world) === 'closed', () => applySweep(world.closing, PRODUCT));
      if (transitions(world) !== 1) violate(`case ${at}: ${transitions(world)} transitions`);
      if (world.jira.issues.get('1')?.issue.statusCategory !== 'done') violate(`case ${at}: not closed in the end: ${stateOf(world) ?? ''}`);
      faults.left = 1 + random.int(3);
      await until(world, random, () => stateOf(world) === 'undone', async () => {
        await undoSweep(world.closing, PRODUCT, { since: '2020-01-01T00:00:00.000Z' }, 'owner');
        await applySweep(world.closing, PRODUCT);
      });
      if (transitions(world) !== 2) violate(`case ${at}: ${transitions(world) - 1} transitions back`);
      if (stateOf(world) !== 'undone') violate(`case ${at}: not undone in the end: ${stateOf(world) ?? ''}`);
      for (const violation of violationsOf(world)) violate(`case ${at}: ${violation}`);
    }
    return report(cases);
  },
};

function anyFault(random: Random, write: string): Fault {
  const late = { late: 1 + random.int(LATEST_SECONDS) };
  return write === 'transition' ? random.pick<Fault>(['done-but-lost', 'done-but-lost', 'never-arrived', late]) : random.pick<Fault>(['none', 'done-but-lost', 'never-arrived', late]);
}

/** The job comes back until the state is reached, and then twice more: nothing may happen any more, late requests included. */
async function until(world: World, random: Random, isReached: () => boolean, job: () => Promise<unknown>): Promise<void> {
  let more = 2;
  for (let round = 0; round < ROUNDS && more > 0; round += 1) {
    await job();
    world.clock.tick((30 + random.int(330)) * 1_000);
    refresh(world);
    if (isReached()) more -= 1;
  }
  await world.jira.fetchItem('1');
}

function stateOf(world: World): string | undefined {
  return [...world.sweeps.items.values()][0]?.state;
}

function transitions(world: World): number {
  return world.jira.writes.filter((one) => one.kind === 'transition').length;
}
