import { violationsOf } from './invariants';
import { cycle, undoAll } from './one-cycle';
import { seeded } from './random';
import { tally, type Proof } from './proof';
import { closingWorld, mortal, silentIssue } from '../../fakes/closing-world';

/** A write that happened and was not answered, one that never arrived, refusals and outages, at random: in the end one transition, one comment of a kind, and the item closed. */
export const lostAnswersProof: Proof = {
  name: 'a lost answer never makes a second transition or comment',
  whole: 10_000,
  slice: 100,
  async run(seed, cases) {
    const random = seeded(seed);
    const { count, violate, report } = tally(this.name, seed);
    for (let at = 0; at < cases; at += 1) {
      // The transition of every case loses its answer; other writes do so now and then.
      let left = 1 + random.int(3);
      const world = closingWorld({
        keepsOperation: random.chance(0.7),
        fault: (write) => {
          if (left <= 0 || write.startsWith('fetch') || write === 'findComment') return 'none';
          const fault = write === 'transition' ? random.pick(['done-but-lost', 'done-but-lost', 'never-arrived'] as const) : random.pick(['none', 'done-but-lost', 'never-arrived'] as const);
          if (fault === 'none') return 'none';
          left -= 1;
          count(`${write} ${fault}`);
          return fault;
        },
      });
      silentIssue(world, '1');
      const closing = mortal(world);
      await cycle(world, closing);
      const done = world.jira.writes.filter((one) => one.kind === 'transition').length;
      if (done !== 1) violate(`case ${at}: ${done} transitions`);
      if (world.jira.issues.get('1')?.issue.statusCategory !== 'done') violate(`case ${at}: not closed in the end: ${JSON.stringify([...world.sweeps.items.values()].map((item) => [item.state, item.note, item.attempts]))}`);
      left = random.int(3);
      await undoAll(world, closing);
      const back = world.jira.writes.filter((one) => one.kind === 'transition').length - done;
      if (back !== 1) violate(`case ${at}: ${back} transitions back`);
      for (const violation of violationsOf(world)) violate(`case ${at}: ${violation}`);
    }
    return report(cases);
  },
};
