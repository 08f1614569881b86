import { violationsOf } from './invariants';
import { cycle, everythingElse, undoAll } from './one-cycle';
import { seeded } from './random';
import { tally, type Proof } from './proof';
import { closingWorld, heard, mortal, silentIssue, type World } from '../../fakes/closing-world';

const KILLS_PER_POINT = 100;

function worldOf(before: (call: string) => void = () => undefined): World {
  const world = closingWorld({ before });
  silentIssue(world, '1');
  silentIssue(world, '2');
  silentIssue(world, '3');
  const said = heard(world, '3', '2025-05-01T00:00:00.000Z', 'acme');
  world.stored.decisions.push({ signal: said.id, issue: '3', verdict: 'confirmed', at: '2025-05-02T00:00:00.000Z', by: 'pm' });
  silentIssue(world, '4', { assignee: 'someone' });
  world.jira.issues.get('3')?.links.push({ kind: 'duplicates', issue: '4', key: 'SHOP-4', isOpen: true });
  return world;
}

/** What writes. Leases are left out: they guard, and carry nothing. */
const WRITES: ReadonlySet<string> = new Set([
  'saveItem', 'addItem', 'saveBatch', 'saveMark', 'saveVerdicts', 'saveStanding', 'savePolicy', 'saveApproval', 'saveStopped', 'saveBreaker', 'savePublished', 'append', 'saveDecision', 'undoDecision',
  'saveCall', 'addComment', 'saveMarker', 'transition', 'editFields', 'putInSprint', 'restoreRank', 'saveProperties',
]);

/** A life from planning to undo; where `races`, a person comments on item 2 right before its transition. */
async function wholeLife(world: World, races = false): Promise<number> {
  const closing = mortal(world);
  const isKilled = world.killsAt;
  let isRaced = false;
  world.killsAt = (point) => {
    const isNow = races && !isRaced && point === 'before transition' && [...world.sweeps.items.values()].some((item) => item.issue === '2' && item.state === 'closing');
    if (isNow) {
      isRaced = true;
      world.jira.person('2', { kind: 'comment' });
      world.clock.tick(5);
    }
    return isKilled(point);
  };
  let kills = await cycle(world, closing);
  if (races && world.jira.issues.get('2')?.issue.statusCategory !== 'todo') throw new Error('a person was faster than the close of 2, and it stayed closed');
  kills += await everythingElse(world, closing);
  return kills + (await undoAll(world, closing));
}

/** Every point that a whole life of closing passes, with how often; and every write that has no point before it. */
export async function allPoints(): Promise<{ readonly passes: ReadonlyMap<string, number>; readonly unnamed: readonly string[]; readonly writes: number }> {
  const unnamed: string[] = [];
  let writes = 0;
  const hook = (call: string): void => {
    if (!WRITES.has(call)) return;
    writes += 1;
    if (world.points.at(-1)?.startsWith('before ') !== true) unnamed.push(call);
  };
  const world = worldOf(hook);
  world.beforeStore = hook;
  await wholeLife(world);
  const passes = new Map<string, number>();
  for (const point of world.points) passes.set(point, (passes.get(point) ?? 0) + 1);
  return { passes, unnamed, writes };
}

/** The process dies at each write point, at any of its passes, and the work goes on: nothing is lost, nothing happens twice, nothing happens unrecorded. */
export const crashPointsProof: Proof = {
  name: 'every write point survives being the last one',
  whole: KILLS_PER_POINT,
  slice: 2,
  async run(seed, killsPerPoint) {
    const random = seeded(seed);
    const { count, violate, report } = tally(this.name, seed);
    const { passes, unnamed, writes } = await allPoints();
    for (const call of unnamed) violate(`${call} has no point before it`);
    for (const [point, often] of passes) {
      for (let kill = 0; kill < killsPerPoint; kill += 1) {
        const pass = 1 + random.int(often);
        const asked = random.chance(0.3);
        const first = await killedLife(point, pass, asked);
        // A person who is faster changes the way of the item: where that way does not pass the point so often, it is taken without them.
        const { world, kills, races, problem } = first.kills > 0 || !asked ? first : await killedLife(point, pass, false);
        if (problem !== undefined) violate(`${point}: ${problem}`);
        if (kills === 0) violate(`${point}: was not reached`);
        if (races) count('with a person who was faster');
        count('kills', kills);
        for (const violation of violationsOf(world)) violate(`${point}: ${violation}`);
        for (const problem of notSettled(world, races)) violate(`${point}: ${problem}`);
      }
    }
    count('points', passes.size);
    count('writes of one life', writes);
    return report(passes.size * killsPerPoint);
  },
};

interface KilledLife {
  readonly world: World;
  readonly kills: number;
  readonly races: boolean;
  readonly problem?: string;
}

async function killedLife(point: string, pass: number, races: boolean): Promise<KilledLife> {
  let left = pass;
  const world = worldOf();
  world.killsAt = (name) => name === point && (left -= 1) === 0;
  try {
    return { world, races, kills: await wholeLife(world, races) };
  } catch (error) {
    return { world, races, kills: 1, problem: String(error) };
  }
}

/** In the end: 2 and 3 closed and undone, 1 closed and brought back by a customer, 4 never touched, evidence where it was. */
function notSettled(world: World, races: boolean): readonly string[] {
  const problems: string[] = [];
  for (const id of ['1', '2', '3', '4']) {
    const issue = world.jira.issues.get(id)?.issue;
    if (issue?.statusCategory !== 'todo' || issue.resolution !== undefined) problems.push(`${id} did not come back`);
  }
  const states = [...world.sweeps.items.values()].map((item) => `${item.issue} ${item.state}`).sort();
  // Killed after the person spoke and before the transition was sent: then nothing was sent, and what they said stops the next try.
  const second = races && states.includes('2 cancelled') ? 'cancelled' : 'undone';
  if (states.join() !== `1 reopened-by-evidence,2 ${second},3 undone`) problems.push(`items ended as ${states.join()}`);
  if (world.jira.writes.some((one) => one.issue === '4' && one.kind !== 'saveProperties')) problems.push('4 was touched');
  if (world.stored.decisions.some((decision) => decision.issue === '4')) problems.push('moved evidence stayed behind');
  return problems;
}
