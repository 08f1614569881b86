import { applySweep } from '../../../src/decide/apply-sweep';
import { STEPS, refresh } from './one-cycle';
import { seeded } from './random';
import { tally, type Proof } from './proof';
import { closingWorld, mortal, PRODUCT, silentIssue, type World } from '../../fakes/closing-world';
import type { PersonAct } from '../../fakes/closing-tracker';

const ACTS: readonly PersonAct[] = [
  { kind: 'comment' }, { kind: 'vote' }, { kind: 'watch' }, { kind: 'assign', to: 'someone' }, { kind: 'label', label: 'ui' }, { kind: 'move', status: '2' }, { kind: 'log-work' },
];

/** A person acts between any two calls of a closing run: what was there before the last read stops the close, what came after it takes the close back. */
export const interleavingsProof: Proof = {
  name: 'no close after a person spoke before the last read',
  whole: 100_000,
  slice: 500,
  async run(seed, cases) {
    const random = seeded(seed);
    const { count, violate, report } = tally(this.name, seed);
    for (let at = 0; at < cases; at += 1) {
      const what = random.pick([...ACTS, 'keep', 'stop'] as const);
      const name = typeof what === 'string' ? what : what.kind;
      const keepsOperation = random.chance(0.5);
      const { world, schedule } = await dueWorld(keepsOperation);
      const calls: string[] = [];
      const actAt = 1 + random.int(75);
      let acted: { call: number } | undefined;
      schedule.hook = (call) => {
        world.clock.tick(7);
        calls.push(call);
        if (calls.length !== actAt) return;
        acted = { call: calls.length };
        act(world, what);
      };
      await applySweep(mortal(world), PRODUCT);
      schedule.hook = () => undefined;
      const moved = calls.indexOf('transition');
      const isClosed = world.jira.issues.get('1')?.issue.statusCategory === 'done';
      if (acted === undefined || moved < 0) {
        count(acted === undefined ? `${name}: too late to matter` : `${name}: stopped the close`);
        continue;
      }
      // Marks and switch are read after the issue; whatever was there when the issue was last read must have been seen.
      const lastOf = (call: string): number => calls.slice(0, moved).lastIndexOf(call) + 1;
      const lastRead = Math.max(lastOf('fetchItem'), name === 'keep' ? lastOf('marksOfIssue') : name === 'stop' ? lastOf('isStopped') : 0);
      if (acted.call <= lastRead) violate(`case ${at}: closed although ${name} came ${lastRead - acted.call} calls before the last read`);
      else if (acted.call <= moved + 1 && name !== 'stop') {
        if (isClosed) violate(`case ${at}: ${name} raced the close and it was not taken back`);
        count(`${name}: raced, taken back`);
        const now = world.jira.issues.get('1');
        if (name === 'assign' && now?.issue.assignee !== 'someone') violate(`case ${at}: a person's assignee was taken away`);
        if (name === 'label' && now?.issue.labels.includes('ui') !== true) violate(`case ${at}: a person's label was taken away`);
        if (name === 'move' && now?.statusId !== '2') violate(`case ${at}: a person's status was taken away`);
      } else count(`${name}: after the close`);
    }
    return report(cases);
  },
};

/** One item whose time of grace is over, and a place to act from. */
async function dueWorld(keepsOperation: boolean): Promise<{ world: World; schedule: { hook: (call: string) => void } }> {
  const schedule: { hook: (call: string) => void } = { hook: () => undefined };
  const world = closingWorld({ keepsOperation, before: (call) => schedule.hook(call) });
  world.beforeStore = (call) => schedule.hook(call);
  silentIssue(world, '1');
  for (const step of STEPS) await step(world.closing);
  world.clock.forward(14);
  refresh(world);
  return { world, schedule };
}

/** The acts of people commit at once, between two calls. */
function act(world: World, what: PersonAct | 'keep' | 'stop'): void {
  const at = world.clock.now;
  // The first write of a Keep and of the switch: from here on they are committed.
  if (what === 'keep') void world.sweeps.saveMark({ issue: '1', product: PRODUCT, kind: 'keep', until: '2099-01-01T00:00:00.000Z', by: 'person-1', at });
  else if (what === 'stop') void world.sweeps.saveStopped(true);
  else world.jira.person('1', what);
}
