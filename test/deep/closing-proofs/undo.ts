import { applySweep } from '../../../src/decide/apply-sweep';
import { previewUndo, undoSweep } from '../../../src/decide/undo-sweep';
import { beforeOf } from '../../../src/decide/inspect';
import type { BeforeState, Loss, WorkflowStatus } from '../../../src/domain/sweep';
import { STEPS, refresh } from './one-cycle';
import { seeded, type Random } from './random';
import { tally, type Proof } from './proof';
import { closingWorld, PRODUCT, silentIssue } from '../../fakes/closing-world';
import type { FakeTransition, FakeWorkflow } from '../../fakes/closing-tracker';

const EDITABLE = ['assignee', 'labels', 'fixVersions', 'rank', 'resolution'] as const;
const WORKFLOWS = 200;

/** Closes under many generated workflows, undone again: each field is as it was, or its loss was said before (before the close; where the workflow changed afterwards, before the undo). */
export const undoProof: Proof = {
  name: 'every close is undone exactly, or its losses were said before',
  whole: 10_000,
  slice: 200,
  async run(seed, cases) {
    const random = seeded(seed);
    const workflows = Array.from({ length: Math.min(WORKFLOWS, Math.max(50, cases)) }, () => anyWorkflow(random));
    const used = new Set<FakeWorkflow>();
    const { count, violate, report } = tally(this.name, seed);
    let closed = 0;
    for (let tries = 0; closed < cases && tries < cases * 20; tries += 1) {
      const workflow = random.pick(workflows);
      const world = closingWorld({ policy: { fallback: { kind: 'resolution', name: "Won't Do", acceptedBy: 'owner', acceptedAt: '2025-01-01T00:00:00.000Z' } } });
      const shipped = random.chance(0.3);
      silentIssue(world, '1', { status: workflow.statuses[0]?.name ?? '', labels: random.chance(0.5) ? ['ui', 'old'] : [], fixVersions: shipped ? ['4.2'] : [] }, workflow);
      world.stored.releases.push({ id: 'r1', product: PRODUCT, name: '4.2', releasedAt: '2025-05-01T00:00:00.000Z', issues: [] });
      const issue = world.jira.issues.get('1');
      if (issue === undefined) throw new Error('no issue');
      const before = await seen(world.jira);
      for (const step of STEPS) await step(world.closing);
      world.clock.forward(14);
      refresh(world);
      await applySweep(world.closing, PRODUCT);
      const item = [...world.sweeps.items.values()][0];
      if (item?.state !== 'closed') {
        count(item === undefined ? 'left alone: no way through or back' : `not closed: ${item.state} ${item.note ?? ''}`);
        continue;
      }
      closed += 1;
      used.add(workflow);
      const isSwapped = random.chance(0.2);
      if (isSwapped) issue.workflow = changed(random, workflow);
      const [preview] = await previewUndo(world.closing, PRODUCT, { items: [item.id] });
      const warned: readonly Loss[] = isSwapped ? (preview?.losses ?? []) : item.losses;
      await undoSweep(world.closing, PRODUCT, { items: [item.id] }, 'owner');
      const after = await seen(world.jira);
      if (preview?.isPossible !== true) {
        if (!isSwapped) violate(`close ${closed}: no way back although one was known`);
        count('workflow changed: said that it cannot be undone');
        continue;
      }
      const lost = differing(before, after);
      for (const field of lost) {
        if (!warned.some((loss) => loss.field === field)) violate(`close ${closed}${isSwapped ? ' (workflow changed)' : ''}: ${field} was lost and nobody had said so: ${JSON.stringify({ before, after, losses: item.losses })}`);
      }
      count(lost.length === 0 ? 'undone exactly' : 'lost what was said');
      count('losses said', warned.length);
      count('losses that happened', lost.length);
    }
    count('workflows', used.size);
    if (closed < cases) violate(`only ${closed} closes`);
    return report(closed);
  },
};

async function seen(jira: { fetchItem(id: string): Promise<{ kind: string; item?: Parameters<typeof beforeOf>[0] }> }): Promise<BeforeState> {
  const sight = await jira.fetchItem('1');
  if (sight.item === undefined) throw new Error('not visible');
  return beforeOf(sight.item);
}

function differing(before: BeforeState, after: BeforeState): readonly string[] {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const sorted = (list: readonly string[]): readonly string[] => [...list].sort();
  return [
    ...(same(before.status.id, after.status.id) ? [] : ['status']),
    ...(same(before.resolution, after.resolution) ? [] : ['resolution']),
    ...(same(before.assignee, after.assignee) ? [] : ['assignee']),
    ...(same(sorted(before.labels), sorted(after.labels)) ? [] : ['labels']),
    ...(same(sorted(before.fixVersions), sorted(after.fixVersions)) ? [] : ['fixVersions']),
    ...(same(before.rank, after.rank) ? [] : ['rank']),
  ];
}

/** Two to four open statuses, one to three done ones, ways between them at random, with screens, validators, conditions and post-functions. */
function anyWorkflow(random: Random): FakeWorkflow {
  const open: WorkflowStatus[] = Array.from({ length: 2 + random.int(3) }, (_unused, at) => ({ id: `o${at}`, name: `Open ${at}`, category: at === 0 || random.chance(0.6) ? 'todo' : 'doing' }));
  const done: WorkflowStatus[] = Array.from({ length: 1 + random.int(3) }, (_unused, at) => ({ id: `d${at}`, name: `Done ${at}`, category: 'done' }));
  const statuses = [...open, ...done];
  const transitions: FakeTransition[] = [];
  for (const to of statuses) {
    const ways = 1 + random.int(2);
    for (let way = 0; way < ways; way += 1) transitions.push(anyTransition(random, `${to.id}-${way}`, to, statuses));
  }
  return { statuses, transitions, editable: EDITABLE.filter((field) => random.chance(field === 'resolution' ? 0.3 : 0.8)) };
}

function anyTransition(random: Random, id: string, to: WorkflowStatus, statuses: readonly WorkflowStatus[]): FakeTransition {
  const from = random.chance(0.4) ? ('any' as const) : statuses.filter((status) => status.id !== to.id && random.chance(0.7)).map((status) => status.id);
  const screen = to.category === 'done' && random.chance(0.8) ? { resolutions: random.chance(0.7) ? ['Done', 'No customer evidence', "Won't Do"] : ['Done', "Won't Do"] } : {};
  const resolution = to.category === 'done' ? (random.chance(0.1) ? { resolution: 'Done' } : {}) : random.chance(0.7) ? { resolution: 'clear' as const } : {};
  const then = {
    ...resolution,
    ...(random.chance(0.2) ? { assignee: random.pick(['lead', 'clear']) } : {}),
    ...(random.chance(0.2) ? { addLabel: 'moved' } : {}),
    ...(random.chance(0.1) ? { clearFixVersions: true as const } : {}),
    ...(random.chance(0.15) ? { toTop: true as const } : {}),
  };
  return { id, from, to: to.id, then, ...screen, ...(random.chance(0.07) ? { requires: ['Root cause'] } : {}), ...(random.chance(0.05) ? { refuses: 400 } : {}), ...(random.chance(0.07) ? { hiddenFromApp: true as const } : {}) };
}

/** The same statuses with other ways and other screens. A validator cannot be foreseen by anyone, so none is added here. */
function changed(random: Random, workflow: FakeWorkflow): FakeWorkflow {
  const transitions = workflow.statuses.map((to) => anyTransition(random, `new-${to.id}`, to, workflow.statuses)).filter((step) => step.refuses === undefined);
  return { statuses: workflow.statuses, transitions, editable: EDITABLE.filter(() => random.chance(0.7)) };
}
