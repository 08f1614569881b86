import { applySweep } from '../../src/decide/apply-sweep';
import { changeMode, changePolicy } from '../../src/decide/change-policy';
import { giveNotices } from '../../src/decide/give-notices';
import { loadBacklog } from '../../src/decide/load-backlog';
import { listCalls, makeCall, type PageMembers } from '../../src/decide/make-call';
import { planSweep } from '../../src/decide/plan-sweep';
import { proposeObsolete } from '../../src/decide/propose-obsolete';
import { publishProperties } from '../../src/decide/publish-properties';
import { scoreDryRun } from '../../src/decide/score-dry-run';
import { judgeSuggestion } from '../../src/decide/stop-closing';
import { closingWorld, heard, PRODUCT, silentIssue, type World } from '../fakes/closing-world';

const later = (world: World, days: number): void => {
  world.clock.forward(days);
  world.sync();
  world.derive();
};

describe('unattended closing', () => {
  it('comes into force only after 28 days, 200 judgements and a second admin, and leaves with the next change of a number', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    await planSweep(world.closing, PRODUCT);
    expect(await changeMode(world.closing, PRODUCT, { mode: 'live', by: 'ada', isSoleAdmin: false })).toEqual({ kind: 'not-yet', gaps: ['observe-28-days', 'judge-200', 'precision-98', 'second-admin'] });
    for (let at = 0; at < 200; at += 1) await judgeSuggestion(world.closing, PRODUCT, String(1_000 + at), { right: true, by: 'pm' });
    later(world, 28);
    expect(await changeMode(world.closing, PRODUCT, { mode: 'live', by: 'ada', isSoleAdmin: false })).toMatchObject({ kind: 'not-yet', gaps: ['second-admin'] });
    expect(await changeMode(world.closing, PRODUCT, { mode: 'live', by: 'bob', isSoleAdmin: false })).toMatchObject({ kind: 'changed', policy: { mode: 'live' } });
    await giveNotices(world.closing, PRODUCT);
    later(world, 29);
    world.clock.now = '2025-07-30T10:00:00.000Z';
    world.derive();
    expect((await applySweep(world.closing, PRODUCT)).results).toEqual([]);
    later(world, 5);
    expect((await applySweep(world.closing, PRODUCT)).results.map((result) => result.kind)).toEqual(['closed']);
    expect((await changePolicy(world.closing, PRODUCT, { graceDays: 2 }, 'ada')).policy).toMatchObject({ mode: 'suggest', graceDays: 14, version: 2 });
    expect(await changeMode(world.closing, PRODUCT, { mode: 'live', by: 'ada', isSoleAdmin: false })).toMatchObject({ kind: 'not-yet', gaps: ['second-admin'] });
  });

  it('closes nothing that was noticed unasked while it only may notify', async () => {
    const world = closingWorld({ policy: { mode: 'notice-only' } });
    silentIssue(world, '1');
    await planSweep(world.closing, PRODUCT);
    expect((await giveNotices(world.closing, PRODUCT)).given).toHaveLength(1);
    later(world, 35);
    expect((await applySweep(world.closing, PRODUCT)).results).toEqual([{ kind: 'held', reason: 'not-live' }]);
  });

  it('writes every change of settings into the ledger before it is in force', async () => {
    const world = closingWorld();
    await changePolicy(world.closing, PRODUCT, { graceDays: 20 }, 'ada');
    await changeMode(world.closing, PRODUCT, { mode: 'observe', by: 'ada', isSoleAdmin: true });
    expect(world.ledger.entries.map((entry) => [entry.kind, entry.by, entry.body.version, entry.body.mode])).toEqual([['policy-changed', 'ada', 2, 'suggest'], ['policy-changed', 'ada', 2, 'observe']]);
    expect(world.points.indexOf('after ledger policy-changed')).toBeLessThan(world.points.indexOf('before policy'));
  });
});

describe('the Backlog tab', () => {
  it('shows how every open item stands, and that no verdict is older than a week', async () => {
    const world = closingWorld();
    for (const id of ['1', '2', '3', '4']) silentIssue(world, id);
    heard(world, '2', '2025-05-01T00:00:00.000Z', 'acme');
    const said = heard(world, '3', '2025-05-01T00:00:00.000Z', 'birch', false);
    world.stored.decisions.push({ signal: said.id, issue: '3', verdict: 'confirmed', at: '2025-05-02T00:00:00.000Z', by: 'pm' });
    world.stored.digests = world.stored.digests.filter((digest) => digest.issue !== '4');
    await planSweep(world.closing, PRODUCT);
    const backlog = await loadBacklog(world.closing, PRODUCT);
    expect(backlog.standing).toEqual({ confirmed: ['3'], suggested: ['2'], unsupported: ['1'], cannotJudge: { 'never-derived': ['4'] }, at: world.clock.now });
    expect(backlog.overdue).toBe(0);
    expect(backlog).toMatchObject({ stopped: false, breaker: { kind: 'shut' }, proposals: [{ issue: '1' }], scoreboard: { closed: 0 } });
    later(world, 8);
    expect((await loadBacklog(world.closing, PRODUCT)).overdue).toBe(4);
  });

  it('replays the last 90 days before a step up', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    silentIssue(world, '2');
    heard(world, '2', '2025-05-20T00:00:00.000Z', 'acme');
    expect(await scoreDryRun(world.closing, PRODUCT)).toMatchObject({ wouldHaveClosed: 2, wrong: 1, wrongIssues: ['2'] });
  });

  it('takes a person’s word that a release made an item obsolete, and goes the same way', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    world.stored.releases.push({ id: 'r1', product: PRODUCT, name: '5.0', releasedAt: '2025-05-20T00:00:00.000Z', issues: [] });
    expect(await proposeObsolete(world.closing, PRODUCT, '1', 'r1')).toMatchObject({ state: 'proposed', ground: { kind: 'shipped', how: 'obsolete', releaseName: '5.0' } });
  });

  it('tells JQL what everyone may know, and only when it changed', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    silentIssue(world, '2');
    heard(world, '2', '2025-05-01T00:00:00.000Z', 'acme');
    await planSweep(world.closing, PRODUCT);
    expect(await publishProperties(world.closing, PRODUCT, new Map([['2', 'fewer']]), 1)).toEqual({ written: 1, unchanged: 0, left: 1 });
    expect(await publishProperties(world.closing, PRODUCT, new Map([['2', 'fewer']]), 10)).toEqual({ written: 1, unchanged: 1, left: 0 });
    expect(world.jira.issues.get('2')?.properties.resurface).toEqual({ verdict: 'supported', accounts: 1, lastSignal: '2025-05-01', outcome: 'fewer' });
    expect(await publishProperties(world.closing, PRODUCT, new Map([['2', 'fewer']]), 10)).toEqual({ written: 0, unchanged: 2, left: 0 });
    // What shipped is done and closing has no verdict on it: its outcome can be asked for all the same.
    silentIssue(world, '3');
    expect(await publishProperties(world.closing, PRODUCT, new Map([['2', 'fewer'], ['3', 'not-attributable']]), 10)).toEqual({ written: 1, unchanged: 2, left: 0 });
    expect(world.jira.issues.get('3')?.properties.resurface).toEqual({ accounts: 0, outcome: 'not-attributable' });
  });
});

describe('No-list', () => {
  const none: PageMembers = async () => ({ rows: [] });
  const NOBODY_LISTED = { factsOf: async () => new Map() };
  it('freezes the evidence, counts who asked again, and brings the call back at its trigger', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    heard(world, '1', '2025-05-01T00:00:00.000Z', 'acme');
    const call = await makeCall(world.closing, none, PRODUCT, { subject: { kind: 'issue', id: '1' }, call: 'no', reason: 'Not our job', trigger: { kind: 'customers', count: 2 } }, 'pm');
    expect(call.snapshot).toMatchObject({ customers: 1, signals: 1 });
    heard(world, '1', '2025-06-04T00:00:00.000Z', 'acme');
    heard(world, '1', '2025-06-05T00:00:00.000Z', 'birch');
    expect(await listCalls(world.closing, none, PRODUCT, NOBODY_LISTED)).toMatchObject([{ reAsked: { since: 1, of: 2, isReached: false } }]);
    heard(world, '1', '2025-06-06T00:00:00.000Z', 'cedar');
    expect(await listCalls(world.closing, none, PRODUCT, NOBODY_LISTED)).toMatchObject([{ reAsked: { since: 2, of: 2, isReached: true } }]);
    expect(world.ledger.entries).toMatchObject([{ kind: 'decision-made', by: 'pm', body: { call: 'no', customers: 1 } }]);
    expect(JSON.stringify(world.ledger.entries)).not.toContain('Not our job');
    await makeCall(world.closing, none, PRODUCT, { subject: { kind: 'issue', id: '1' }, call: 'build', reason: 'They were right' }, 'pm');
    expect((await listCalls(world.closing, none, PRODUCT, NOBODY_LISTED)).map((one) => one.decision.call)).toEqual(['build']);
  });

  it('waits for what new accounts pay a year where that is asked for, as the list of accounts says', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    heard(world, '1', '2025-05-01T00:00:00.000Z', 'acme');
    await makeCall(world.closing, none, PRODUCT, { subject: { kind: 'issue', id: '1' }, call: 'no', reason: 'Not our job', trigger: { kind: 'value', amount: 500 } }, 'pm');
    for (const account of ['birch', 'cedar']) {
      const signal = heard(world, '1', '2025-06-05T00:00:00.000Z', account);
      world.stored.signals.splice(world.stored.signals.indexOf(signal), 1, { ...signal, account, value: 9_999, reactions: 9_999 });
    }
    const asked: (readonly string[])[] = [];
    const listed = { factsOf: async (accounts: readonly string[]) => (asked.push(accounts), new Map([['birch', [{ account: 'birch', from: '2025-01-01T00:00:00.000Z', revenue: 600 }]]])) };
    expect(await listCalls(world.closing, none, PRODUCT, listed)).toMatchObject([{ reAsked: { since: 600, of: 500, isReached: true, worth: { unknown: 1 } } }]);
    expect(asked.map((one) => [...one].sort())).toEqual([['birch', 'cedar']]);
  });

  it('counts a theme by the signals that stand in it', async () => {
    const world = closingWorld();
    silentIssue(world, '1');
    const ids = ['acme', 'birch'].map((customer, at) => heard(world, '1', `2025-05-0${at + 1}T00:00:00.000Z`, customer).id);
    const pages: PageMembers = async ({ theme }, after) => (theme !== 't1' ? { rows: [{ id: 'forum:other' }] } : after === undefined ? { rows: [{ id: ids[0] ?? '' }], next: 'x' } : { rows: [{ id: ids[1] ?? '' }] });
    const call = await makeCall(world.closing, pages, PRODUCT, { subject: { kind: 'theme', id: 't1' }, call: 'not-now', reason: 'Later' }, 'pm');
    expect(call.snapshot).toMatchObject({ customers: 2, signalIds: [...ids].sort() });
    await expect(makeCall(world.closing, pages, PRODUCT, { subject: { kind: 'theme', id: 't1' }, call: 'no', reason: ' ' }, 'pm')).rejects.toThrow('between 1 and 500');
  });
});
