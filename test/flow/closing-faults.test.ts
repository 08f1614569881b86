import { applySweep } from '../../src/decide/apply-sweep';
import { approveItems } from '../../src/decide/approve-items';
import { giveNotices } from '../../src/decide/give-notices';
import { noticeOp } from '../../src/decide/operation';
import { planSweep } from '../../src/decide/plan-sweep';
import { reconcile } from '../../src/decide/reconcile';
import { undoSweep } from '../../src/decide/undo-sweep';
import { watchClosed } from '../../src/decide/watch-closed';
import type { FakeWorkflow } from '../fakes/closing-tracker';
import { closingWorld, PLAIN, PRODUCT, SHA, silentIssue, type World } from '../fakes/closing-world';

const later = (world: World, days: number): void => {
  world.clock.forward(days);
  world.sync();
  world.derive();
};
async function noticed(world: World): Promise<void> {
  const plan = await planSweep(world.closing, PRODUCT);
  await approveItems(world.closing, plan.items.map((item) => item.id), 'owner');
  await giveNotices(world.closing, PRODUCT);
  later(world, 14);
}
const issueOf = (world: World, id: string) => {
  const found = world.jira.issues.get(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const stateOf = (world: World, id: string): string | undefined => [...world.sweeps.items.values()].find((item) => item.issue === id)?.state;
const closes = (world: World): number => world.jira.writes.filter((one) => one.kind === 'transition').length;

/** Every way in which a source can go blind. Each leaves the item silent, and none may close it. */
const BLINDINGS: Readonly<Record<string, (world: World) => void>> = {
  'disconnected': (world) => void (world.stored.coverage = []),
  'an open gap': (world) => void (world.stored.coverage = world.stored.coverage.map((one) => ({ ...one, gaps: [{ from: '2025-06-01T00:00:00.000Z', reason: 'token revoked' }] }))),
  'a closed gap inside the window': (world) => void (world.stored.coverage = world.stored.coverage.map((one) => ({ ...one, gaps: [{ from: '2025-01-01T00:00:00.000Z', to: '2025-01-09T00:00:00.000Z', reason: 'outage' }] }))),
  'half read': (world) => void (world.stored.coverage = world.stored.coverage.map((one) => ({ ...one, read: one.total - 1 }))),
  'not read for a week': (world) => void (world.stored.coverage = world.stored.coverage.map((one) => ({ ...one, lastReadAt: '2025-05-01T00:00:00.000Z' }))),
  'never read': (world) => void (world.stored.coverage = world.stored.coverage.map(({ lastReadAt: _never, ...one }) => one)),
  'rows that cannot be read': (world) => void (world.stored.coverage = world.stored.coverage.map((one) => ({ ...one, skipped: { 'unknown shape': 50 } }))),
  'silently empty': (world) => void (world.sweeps.volumes = [{ source: 'forum', last7: 0, before28: 400, last28: 300, before112: 1_600 }]),
  'suddenly quiet': (world) => void (world.sweeps.volumes = [{ source: 'forum', last7: 60, before28: 400, last28: 360, before112: 1_600 }]),
  'suddenly loud': (world) => void (world.sweeps.volumes = [{ source: 'forum', last7: 160, before28: 400, last28: 460, before112: 1_600 }]),
  'not counted': (world) => void (world.sweeps.volumes = []),
  'too short a history': (world) => void (world.stored.coverage = world.stored.coverage.map((one) => ({ ...one, oldestAt: '2025-03-01T00:00:00.000Z' }))),
  'a second source that is down': (world) => {
    const [one] = world.stored.coverage;
    if (one !== undefined) world.stored.coverage = [one, { ...one, source: 'reviews', gaps: [{ from: '2025-06-01T00:00:00.000Z', reason: 'refused' }] }];
  },
  'a file still being read': (world) => {
    world.stored.imports.push({ id: 'i', product: PRODUCT, kind: 'signals', format: 'jsonl', fileName: 'x', visibility: 'open', startedAt: '2025-06-01T00:00:00.000Z', startedBy: 'a', state: 'reading', offered: 5, kept: 0, unchanged: 0, rejected: 0 });
  },
  'signals that no engine has looked at': (world) => void (world.sweeps.said += 1),
  'a searchability nobody worked out': (world) => void (world.stored.digests = []),
  'an item that cannot be searched for': (world) => void (world.stored.digests = world.stored.digests.map((digest) => ({ ...digest, searchability: { ...digest.searchability, searchable: false } }))),
};

describe('a blind source', () => {
  it.each(Object.entries(BLINDINGS))('%s: nothing is proposed', async (_name, blind) => {
    const world = closingWorld();
    silentIssue(world, '1');
    blind(world);
    expect((await planSweep(world.closing, PRODUCT)).items).toEqual([]);
  });

  it.each(Object.entries(BLINDINGS))('%s at the last moment: nothing is closed', async (_name, blind) => {
    const world = closingWorld();
    silentIssue(world, '1');
    await noticed(world);
    blind(world);
    await applySweep(world.closing, PRODUCT);
    expect(closes(world)).toBe(0);
    expect(issueOf(world, '1').issue.statusCategory).toBe('todo');
  });
});

describe('faults of Jira', () => {
  it('F30: an item that moved, went away or became restricted is not closed', async () => {
    const world = closingWorld();
    for (const id of ['1', '2', '3']) silentIssue(world, id);
    await noticed(world);
    issueOf(world, '1').visible = false;
    issueOf(world, '2').issue = { ...issueOf(world, '2').issue, visibility: 'hidden' };
    world.jira.issues.delete('3');
    const run = await applySweep(world.closing, PRODUCT);
    expect(run.results.map((result) => result.kind).sort()).toEqual(['cancelled', 'held', 'held']);
    expect(closes(world)).toBe(0);
  });

  it('F31: permissions lost in the middle stop the close, not the run', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    silentIssue(world, '2');
    await noticed(world);
    issueOf(world, '1').canTransition = false;
    const run = await applySweep(world.closing, PRODUCT);
    expect(run.results.map((result) => result.kind).sort()).toEqual(['cancelled', 'closed']);
    expect(issueOf(world, '1').issue.statusCategory).toBe('todo');
  });

  const changed: Readonly<Record<string, FakeWorkflow>> = {
    'a field became required': { ...PLAIN, transitions: PLAIN.transitions.map((step) => (step.to === '3' ? { ...step, requires: ['Root cause'] } : step)) },
    'a validator refuses': { ...PLAIN, transitions: PLAIN.transitions.map((step) => (step.to === '3' ? { ...step, refuses: 400 } : step)) },
    'another transition is under way': { ...PLAIN, transitions: PLAIN.transitions.map((step) => (step.to === '3' ? { ...step, refuses: 409 } : step)) },
    'the screen lost our resolution': { ...PLAIN, transitions: PLAIN.transitions.map((step) => (step.to === '3' ? { ...step, resolutions: ['Done'] } : step)) },
    'the way back went away': { ...PLAIN, transitions: PLAIN.transitions.filter((step) => step.to === '3') },
    'the status went away': { ...PLAIN, statuses: PLAIN.statuses, transitions: [] },
  };
  it.each(Object.entries(changed))('F32: %s: nothing half done, the notice is taken back, a person looks', async (_name, workflow) => {
    const world = closingWorld();
    silentIssue(world, '1');
    await noticed(world);
    issueOf(world, '1').workflow = workflow;
    await applySweep(world.closing, PRODUCT);
    expect(closes(world)).toBe(0);
    expect(stateOf(world, '1')).toBe('parked');
    expect(issueOf(world, '1').comments).toHaveLength(2);
    expect(world.ledger.entries.filter((entry) => entry.kind === 'close-intent').length).toBe(world.ledger.entries.filter((entry) => entry.kind === 'close-abandoned').length);
  });

  it('three refusals in a row open the breaker', async () => {
    const world = closingWorld();
    for (const id of ['1', '2', '3', '4']) silentIssue(world, id);
    await noticed(world);
    const workflow = changed['a validator refuses'];
    for (const one of world.jira.issues.values()) if (workflow !== undefined) one.workflow = workflow;
    expect((await applySweep(world.closing, PRODUCT)).held).toBe('breaker-open');
    expect(await world.sweeps.findBreaker(PRODUCT)).toMatchObject({ reason: 'transition-errors' });
    expect(stateOf(world, '4')).toBe('withdrawn');
  });

  it('a workflow that sets Done by itself is undone at once and never tried again', async () => {
    const world = closingWorld();
    silentIssue(world, '1', {}, { ...PLAIN, transitions: PLAIN.transitions.map((step) => (step.to === '3' ? { ...step, then: { resolution: 'Done' } } : step)) });
    await noticed(world);
    await applySweep(world.closing, PRODUCT);
    expect(issueOf(world, '1').issue).toMatchObject({ statusCategory: 'todo' });
    expect(issueOf(world, '1').issue.resolution).toBeUndefined();
    later(world, 400);
    expect((await planSweep(world.closing, PRODUCT)).items).toEqual([]);
  });

  it('a forged property on an issue changes nothing', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    issueOf(world, '1').properties.marker = { op: 'f'.repeat(64), fence: 999 };
    issueOf(world, '1').properties.resurface = { verdict: 'unsupported', accounts: 0 };
    expect((await reconcile(world.closing, PRODUCT)).differences).toEqual([]);
    expect((await world.sweeps.findBreaker(PRODUCT)).kind).toBe('shut');
  });

  it('a fake of our comment by a person does not count as said', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    const plan = await planSweep(world.closing, PRODUCT);
    await approveItems(world.closing, plan.items.map((item) => item.id), 'owner');
    const [item] = plan.items;
    if (item === undefined) throw new Error('no proposal');
    issueOf(world, '1').comments.push({ id: 'x', author: 'person-1', at: '2022-02-01T00:00:00.000Z', op: noticeOp(item, SHA) });
    await giveNotices(world.closing, PRODUCT);
    expect(issueOf(world, '1').comments.filter((comment) => comment.author === 'app-account')).toHaveLength(1);
  });
});

describe('the daily comparison', () => {
  async function closedWorld(): Promise<World> {
    const world = closingWorld();
    silentIssue(world, '1');
    silentIssue(world, '2');
    await noticed(world);
    await applySweep(world.closing, PRODUCT);
    world.sync();
    return world;
  }

  it('finds nothing when all is as it should be, and explains what a person reopened', async () => {
    const world = await closedWorld();
    expect(await reconcile(world.closing, PRODUCT)).toMatchObject({ compared: 2, explained: 0, differences: [] });
    world.jira.person('1', { kind: 'move', status: '1' });
    world.sync();
    expect(await reconcile(world.closing, PRODUCT)).toMatchObject({ explained: 1, differences: [] });
    expect(stateOf(world, '1')).toBe('reopened-by-person');
  });

  it('F42: an older copy of the store put back: every close it forgot is found, and the breaker opens', async () => {
    const world = await closedWorld();
    const before = world.ledger.entries.findIndex((entry) => entry.kind === 'close-intent');
    const older = closingWorld();
    for (const id of ['1', '2']) silentIssue(older, id);
    for (const entry of world.ledger.entries.slice(0, before)) await older.ledger.append(entry);
    const closing = { ...older.closing, tracker: world.jira };
    expect((await reconcile(closing, PRODUCT)).differences).toEqual([{ kind: 'closed-without-record', issue: '1' }, { kind: 'closed-without-record', issue: '2' }]);
    expect(await older.sweeps.findBreaker(PRODUCT)).toMatchObject({ kind: 'open', reason: 'ledger-differs' });
  });

  it('finds a changed entry, an item without an entry, an entry without an item, and an operation without an end', async () => {
    const world = await closedWorld();
    const first = [...world.sweeps.items.values()][0];
    if (first === undefined) throw new Error('no item');
    world.sweeps.items.set(first.id, { ...first, closeOp: 'another' });
    expect((await reconcile(world.closing, PRODUCT)).differences).toContainEqual({ kind: 'item-without-entry', issue: first.issue });
    world.sweeps.items.delete(first.id);
    expect((await reconcile(world.closing, PRODUCT)).differences).toContainEqual({ kind: 'entry-without-item', issue: first.issue });
    const at = world.ledger.entries.findIndex((entry) => entry.kind === 'item-approved');
    const entry = world.ledger.entries[at];
    if (entry !== undefined) world.ledger.entries[at] = { ...entry, by: 'somebody else' };
    expect((await reconcile(world.closing, PRODUCT)).differences).toContainEqual({ kind: 'chain', seq: at + 1, what: 'altered' });
  });

  it('F35: what a person reopened stays theirs, also when our copy of Jira is old', async () => {
    const world = await closedWorld();
    world.jira.person('1', { kind: 'move', status: '2' });
    world.sync();
    await watchClosed(world.closing, PRODUCT);
    const undone = await undoSweep(world.closing, PRODUCT, { since: '2020-01-01T00:00:00.000Z' }, 'owner');
    expect(undone).toMatchObject([{ kind: 'back', item: { issue: '2' } }]);
    expect(issueOf(world, '1').statusId).toBe('2');
  });
});
