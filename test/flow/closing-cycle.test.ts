import { applySweep } from '../../src/decide/apply-sweep';
import { approveItems } from '../../src/decide/approve-items';
import { changePolicy } from '../../src/decide/change-policy';
import { giveNotices } from '../../src/decide/give-notices';
import { keepIssue } from '../../src/decide/keep-item';
import { verifyLedger } from '../../src/decide/reconcile';
import { planSweep, isPlanDue } from '../../src/decide/plan-sweep';
import { stopClosing, resumeClosing, rearmBreaker } from '../../src/decide/stop-closing';
import { previewUndo, undoSweep } from '../../src/decide/undo-sweep';
import { watchClosed, acceptReopen } from '../../src/decide/watch-closed';
import { closingWorld, heard, PLAIN, PRODUCT, silentIssue, type World } from '../fakes/closing-world';

const later = (world: World, days: number): void => {
  world.clock.forward(days);
  world.sync();
  world.derive();
};

/** Plan, approve all, notice, grace over. */
async function untilDue(world: World, days = 14): Promise<readonly string[]> {
  const plan = await planSweep(world.closing, PRODUCT);
  await approveItems(world.closing, plan.items.map((item) => item.id), 'owner');
  await giveNotices(world.closing, PRODUCT);
  later(world, days);
  return plan.items.map((item) => item.id);
}

const transitions = (world: World, issue: string): number => world.jira.writes.filter((one) => one.kind === 'transition' && one.issue === issue).length;
const issueOf = (world: World, id: string) => {
  const found = world.jira.issues.get(id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('closing, the whole way', () => {
  it('proposes, tells, waits, closes as “No customer evidence” and says so once', async () => {
    const world = closingWorld();
    silentIssue(world, '101');
    const plan = await planSweep(world.closing, PRODUCT);
    expect(plan.items).toMatchObject([{ issue: '101', state: 'proposed', ground: { kind: 'no-support', read: 13_828 }, nearestTheme: 't1', losses: [] }]);
    expect(world.jira.writes).toEqual([]);
    await approveItems(world.closing, plan.items.map((item) => item.id), 'owner');
    const notices = await giveNotices(world.closing, PRODUCT);
    expect(notices.given).toHaveLength(1);
    expect(JSON.stringify(issueOf(world, '101').comments[0]?.body)).toContain('We looked at 13,828 customer contacts since 3 June 2024. None mentions this.');
    expect((await applySweep(world.closing, PRODUCT)).results).toEqual([]);
    later(world, 13);
    expect((await applySweep(world.closing, PRODUCT)).results).toEqual([]);
    later(world, 1);
    const run = await applySweep(world.closing, PRODUCT);
    expect(run.results.map((result) => result.kind)).toEqual(['closed']);
    expect(issueOf(world, '101').issue).toMatchObject({ statusCategory: 'done', resolution: 'No customer evidence' });
    expect(transitions(world, '101')).toBe(1);
    expect(issueOf(world, '101').comments).toHaveLength(2);
    await applySweep(world.closing, PRODUCT);
    expect(transitions(world, '101')).toBe(1);
    expect((await verifyLedger(world.closing)).fault).toBeUndefined();
    expect(world.ledger.entries.map((entry) => entry.kind)).toEqual(['batch-planned', 'item-approved', 'notice-intent', 'notice-done', 'close-intent', 'close-done']);
  });

  it('proposes at most ten a week, and nothing again while the week lasts', async () => {
    const world = closingWorld();
    for (let at = 0; at < 25; at += 1) silentIssue(world, String(200 + at));
    expect((await planSweep(world.closing, PRODUCT)).items).toHaveLength(10);
    expect(await isPlanDue(world.closing, PRODUCT)).toBe(false);
    expect((await planSweep(world.closing, PRODUCT)).items).toHaveLength(0);
    later(world, 7);
    expect(await isPlanDue(world.closing, PRODUCT)).toBe(true);
    expect((await planSweep(world.closing, PRODUCT)).items).toHaveLength(10);
  });

  it('closes nothing that its owner did not approve', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    silentIssue(world, '2');
    const plan = await planSweep(world.closing, PRODUCT);
    expect(plan.items).toHaveLength(2);
    await giveNotices(world.closing, PRODUCT);
    later(world, 60);
    expect((await applySweep(world.closing, PRODUCT)).results).toEqual([]);
    expect(world.jira.writes).toEqual([]);
  });

  it.each([
    ['a comment', { kind: 'comment' }],
    ['a vote', { kind: 'vote' }],
    ['a watcher', { kind: 'watch' }],
    ['an assignee', { kind: 'assign', to: 'someone' }],
    ['a label', { kind: 'label', label: 'ui' }],
    ['a status', { kind: 'move', status: '2' }],
    ['logged work', { kind: 'log-work' }],
  ] as const)('leaves an item alone after %s during its grace', async (_name, act) => {
    const world = closingWorld();
    silentIssue(world, '1');
    await untilDue(world, 7);
    world.jira.person('1', act);
    later(world, 7);
    const run = await applySweep(world.closing, PRODUCT);
    expect(run.results.map((result) => result.kind)).toEqual(['cancelled']);
    expect(transitions(world, '1')).toBe(0);
  });

  it('keeps for twelve months with one click, then may propose again', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    await untilDue(world, 7);
    expect(await keepIssue(world.closing, PRODUCT, '1', 'reporter')).toEqual({ until: '2026-06-10T10:00:00.000Z' });
    later(world, 7);
    expect((await applySweep(world.closing, PRODUCT)).results).toEqual([]);
    later(world, 300);
    expect((await planSweep(world.closing, PRODUCT)).batch.leftAlone).toEqual({ kept: 1 });
    later(world, 100);
    expect((await planSweep(world.closing, PRODUCT)).items).toHaveLength(1);
  });

  it('says on a due item why it still waits', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    silentIssue(world, '2');
    await untilDue(world);
    issueOf(world, '1').visible = false;
    const run = await applySweep(world.closing, PRODUCT);
    expect(run.results.map((result) => result.kind).sort()).toEqual(['closed', 'held']);
    expect([...world.sweeps.items.values()].find((item) => item.issue === '1')).toMatchObject({ state: 'noticed', note: 'not-visible' });
  });

  it('links the release or the original in its comments where it knows its site', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    world.stored.releases.push({ id: '77', product: PRODUCT, name: '4.2', releasedAt: '2025-05-20T00:00:00.000Z', issues: ['SHOP-1'] });
    const plan = await planSweep(world.closing, PRODUCT);
    await approveItems(world.closing, plan.items.map((item) => item.id), 'owner');
    await giveNotices({ ...world.closing, siteUrl: await world.jira.fetchSiteUrl() }, PRODUCT);
    expect(JSON.stringify(issueOf(world, '1').comments[0]?.body)).toContain('"href":"https://acme.example.com/issues/?jql=fixVersion%3D77"');
  });

  it('proposes nothing where only a dishonest resolution is offered, says what a person could accept, and closes that way once accepted', async () => {
    const world = closingWorld();
    const workflow = { ...PLAIN, transitions: PLAIN.transitions.map((step) => (step.to === '3' ? { ...step, resolutions: ['Done', "Won't Do"] } : step)) };
    silentIssue(world, '1', {}, workflow);
    const plan = await planSweep(world.closing, PRODUCT);
    expect(plan.items).toEqual([]);
    expect(plan.batch).toMatchObject({ leftAlone: { 'fallback-not-accepted': 1 }, offers: [{ kind: 'resolution', name: "Won't Do" }] });
    await changePolicy(world.closing, PRODUCT, { fallback: { kind: 'resolution', name: "Won't Do", acceptedBy: 'owner', acceptedAt: world.clock.now } }, 'owner');
    later(world, 7);
    await untilDue(world);
    expect((await applySweep(world.closing, PRODUCT)).results.map((result) => result.kind)).toEqual(['closed']);
    expect(issueOf(world, '1').issue.resolution).toBe("Won't Do");
  });

  it('closes nothing while the switch is off, while the breaker is open, or while either cannot be read', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    await untilDue(world);
    await stopClosing(world.closing, 'admin');
    expect((await applySweep(world.closing, PRODUCT)).held).toBe('stopped');
    await resumeClosing(world.closing, 'admin');
    world.sweeps.isUnreadable = true;
    expect((await applySweep(world.closing, PRODUCT)).held).toBe('stopped');
    world.sweeps.isUnreadable = false;
    await world.sweeps.saveBreaker(PRODUCT, { kind: 'open', reason: 'wrong-close', at: world.clock.now });
    expect((await applySweep(world.closing, PRODUCT)).held).toBe('breaker-open');
    await expect(rearmBreaker(world.closing, PRODUCT, 'admin', 'ok')).rejects.toThrow('at least 10 characters');
    await rearmBreaker(world.closing, PRODUCT, 'admin', 'Looked at the three closes; they were right.');
    expect((await applySweep(world.closing, PRODUCT)).results.map((result) => result.kind)).toEqual(['closed']);
  });

  it('closes nothing from Friday on and outside office hours', async () => {
    const world = closingWorld({ policy: { timeZone: 'Europe/Berlin' } });
    silentIssue(world, '1');
    await untilDue(world, 17);
    expect((await applySweep(world.closing, PRODUCT)).held).toBe('weekend');
    later(world, 3);
    world.clock.tick(6 * 3_600_000);
    world.derive();
    expect((await applySweep(world.closing, PRODUCT)).held).toBe('out-of-hours');
    later(world, 1);
    world.clock.tick(-6 * 3_600_000);
    world.derive();
    expect((await applySweep(world.closing, PRODUCT)).results).toHaveLength(1);
  });

  it('closes nothing when a customer spoke during the grace', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    await untilDue(world);
    heard(world, '1', world.clock.now, 'acme');
    const run = await applySweep(world.closing, PRODUCT);
    expect(run.results).toMatchObject([{ kind: 'cancelled', item: { note: 'supported-now' } }]);
  });

  it('undoes one, a batch, or all since a date, and leaves them alone for good', async () => {
    const world = closingWorld();
    for (const id of ['1', '2', '3']) silentIssue(world, id, { labels: ['ui'] });
    const ids = await untilDue(world);
    await applySweep(world.closing, PRODUCT);
    const preview = await previewUndo(world.closing, PRODUCT, { items: [ids[0] ?? ''] });
    expect(preview).toMatchObject([{ isPossible: true, losses: [] }]);
    await undoSweep(world.closing, PRODUCT, { items: [ids[0] ?? ''] }, 'owner');
    expect(issueOf(world, '1').issue).toMatchObject({ status: 'To Do', labels: ['ui'] });
    expect(issueOf(world, '1').issue.resolution).toBeUndefined();
    await undoSweep(world.closing, PRODUCT, { since: '2025-06-01T00:00:00.000Z' }, 'owner');
    expect(['1', '2', '3'].map((id) => issueOf(world, id).issue.status)).toEqual(['To Do', 'To Do', 'To Do']);
    later(world, 400);
    expect((await planSweep(world.closing, PRODUCT)).batch.leftAlone).toEqual({ 'hands-off': 3 });
  });

  it('opens the breaker when two of one run are undone, and withdraws the notices that stand', async () => {
    const world = closingWorld();
    for (const id of ['1', '2', '3']) silentIssue(world, id);
    await untilDue(world);
    await applySweep(world.closing, PRODUCT);
    silentIssue(world, '9');
    await untilDue(world, 1);
    await undoSweep(world.closing, PRODUCT, { since: '2025-06-01T00:00:00.000Z' }, 'owner');
    expect((await applySweep(world.closing, PRODUCT)).held).toBe('breaker-open');
    expect(await world.sweeps.findBreaker(PRODUCT)).toMatchObject({ kind: 'open', reason: 'two-undone-in-one-run' });
    expect([...world.sweeps.items.values()].find((item) => item.issue === '9')?.state).toBe('withdrawn');
    expect(issueOf(world, '9').comments).toHaveLength(2);
  });

  it('proposes to reopen what a customer asks for after the close, with the new signals', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    await untilDue(world);
    await applySweep(world.closing, PRODUCT);
    later(world, 20);
    const signal = heard(world, '1', world.clock.now, 'quill-and-moss');
    const watched = await watchClosed(world.closing, PRODUCT);
    expect(watched).toMatchObject({ proposed: [{ issue: '1', state: 'closed', reopenSignals: [signal.id] }] });
    if (watched === 'busy') throw new Error('busy');
    const item = watched.proposed[0];
    if (item === undefined) throw new Error('no proposal');
    expect(await acceptReopen(world.closing, item, 'owner')).toMatchObject({ state: 'reopened-by-evidence' });
    expect(issueOf(world, '1').issue.statusCategory).toBe('todo');
  });

  it('reopens by itself where the owner allows it', async () => {
    const world = closingWorld({ policy: { reopenBy: 'itself' } });
    silentIssue(world, '1');
    await untilDue(world);
    await applySweep(world.closing, PRODUCT);
    later(world, 20);
    heard(world, '1', world.clock.now, 'acme');
    expect(await watchClosed(world.closing, PRODUCT)).toMatchObject({ reopened: [{ state: 'reopened-by-evidence' }] });
    expect(issueOf(world, '1').issue.status).toBe('To Do');
  });

  it('is not brought back by a campaign of copies, and says as many customers as brought it back', async () => {
    const world = closingWorld({ policy: { reopenBy: 'itself', reopenAfterCustomers: 3 } });
    silentIssue(world, '1');
    await untilDue(world);
    await applySweep(world.closing, PRODUCT);
    later(world, 20);
    const says = (customer: string, text: string): void => {
      const { id } = heard(world, '1', world.clock.now, customer);
      world.stored.signals = world.stored.signals.map((signal) => (signal.id === id ? { ...signal, text } : signal));
    };
    const letter = 'Please bring all-day tasks back as we had them before, for our whole office plans its week with them and nobody can work without.';
    for (const customer of ['acme', 'birch', 'cedar', 'dogwood']) says(customer, letter);
    expect(await watchClosed(world.closing, PRODUCT)).toMatchObject({ proposed: [], reopened: [] });
    says('elm', 'all-day tasks are gone');
    says('fir', 'where did all-day tasks go');
    expect(await watchClosed(world.closing, PRODUCT)).toMatchObject({ reopened: [{ state: 'reopened-by-evidence' }] });
    expect(JSON.stringify(issueOf(world, '1').comments.at(-1)?.body)).toContain('Reopened: 3 customers asked for this');
  });

  it('never touches again what a person reopened', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    await untilDue(world);
    await applySweep(world.closing, PRODUCT);
    world.jira.person('1', { kind: 'move', status: '1' });
    later(world, 400);
    expect(await watchClosed(world.closing, PRODUCT)).toMatchObject({ byPerson: [{ state: 'reopened-by-person' }] });
    expect((await planSweep(world.closing, PRODUCT)).batch.leftAlone).toEqual({ 'hands-off': 1 });
  });

  it('moves the evidence of a duplicate to its original and back again', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    silentIssue(world, '2');
    const said = heard(world, '1', '2025-05-01T00:00:00.000Z', 'acme');
    world.stored.decisions.push({ signal: said.id, issue: '1', verdict: 'confirmed', at: '2025-05-02T00:00:00.000Z', by: 'pm' });
    issueOf(world, '1').links.push({ kind: 'duplicates', issue: '2', key: 'SHOP-2', isOpen: true });
    await untilDue(world);
    expect((await applySweep(world.closing, PRODUCT)).results.map((one) => one.kind)).toEqual(['closed']);
    expect(world.stored.decisions.map((one) => [one.issue, one.verdict])).toEqual([['1', 'confirmed'], ['2', 'confirmed']]);
    await undoSweep(world.closing, PRODUCT, { since: '2025-06-01T00:00:00.000Z' }, 'pm');
    expect(world.stored.decisions.map((one) => one.issue)).toEqual(['1']);
  });

  it('closes what shipped, naming its release', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    heard(world, '1', '2025-05-01T00:00:00.000Z', 'acme');
    world.stored.releases.push({ id: 'r1', product: PRODUCT, name: '4.2', releasedAt: '2025-05-20T00:00:00.000Z', issues: ['SHOP-1'] });
    await untilDue(world);
    expect(JSON.stringify(issueOf(world, '1').comments[0]?.body)).toContain('4.2');
    expect((await applySweep(world.closing, PRODUCT)).results.map((one) => one.kind)).toEqual(['closed']);
  });
});
