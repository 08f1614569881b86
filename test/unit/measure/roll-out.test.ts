import { amendContract } from '../../../src/measure/amend-contract';
import { editContract } from '../../../src/measure/edit-contract';
import type { OutcomeTarget } from '../../../src/domain/outcome';
import { dailyGuard } from '../../../src/measure/daily-guard';
import { freezeForRelease } from '../../../src/measure/freeze-for-release';
import { releaseToAll, rollBack, startRollOut, type RollOut } from '../../../src/measure/roll-out';
import { aContract, RELEASED_AT, weeksFromRelease } from '../../build/outcomes';
import { measuredWorld, PRODUCT } from '../../build/measured-world';

const ring: RollOut = { product: PRODUCT, id: 'call-7', name: 'TB-10, first ring', issues: ['TB-10'], accounts: ['a0', 'a1', 'a1'], startsAt: RELEASED_AT, by: 'ann' };

describe('a ring or a flag', () => {
  it('freezes a contract that lists who has it, and is started once', async () => {
    const { measuring } = await measuredWorld();
    expect(await startRollOut(measuring, ring)).toMatchObject({
      kind: 'started',
      contract: { origin: 'roll-out', release: { name: 'TB-10, first ring', releasedAt: RELEASED_AT }, adoption: { kind: 'days' }, exposure: [{ account: 'a0', at: RELEASED_AT }, { account: 'a1', at: RELEASED_AT }] },
    });
    expect((await startRollOut(measuring, ring)).kind).toBe('already-started');
    expect(await measuring.outcomes.listContracts(PRODUCT)).toHaveLength(1);
  });
  it('widened: who is new has it from then on, and the log says how many', async () => {
    const { measuring } = await measuredWorld();
    await startRollOut(measuring, ring);
    const wider = await startRollOut(measuring, { ...ring, accounts: ['a1', 'a2'], startsAt: weeksFromRelease(2) });
    expect(wider).toMatchObject({ kind: 'already-started', contract: { exposure: [{ account: 'a0' }, { account: 'a1' }, { account: 'a2', at: weeksFromRelease(2) }], edits: [{ what: 'exposed', detail: '1', by: 'ann' }] } });
  });
  it.each<[string, Partial<RollOut>]>([['no-accounts', { accounts: [] }], ['no-issues', { issues: [] }], ['not-released-yet', { startsAt: weeksFromRelease(30) }], ['too-many-accounts', { accounts: Array.from({ length: 5_001 }, (_, n) => `x${n}`) }]])('is refused: %s', async (reason, over) => {
    const { measuring } = await measuredWorld();
    expect(await startRollOut(measuring, { ...ring, ...over })).toEqual({ kind: 'refused', reason });
    expect(await measuring.outcomes.listContracts(PRODUCT)).toEqual([]);
  });
  it('taken back is withdrawn, visibly; the daily check leaves a ring alone, no version has its id', async () => {
    const { measuring, at } = await measuredWorld();
    await startRollOut(measuring, ring);
    at(0.5);
    await dailyGuard(measuring, PRODUCT);
    expect((await measuring.outcomes.listContracts(PRODUCT)).find((one) => one.origin === 'roll-out')?.state).toEqual({ kind: 'live' });
    await rollBack(measuring, ring);
    expect((await measuring.outcomes.listContracts(PRODUCT)).find((one) => one.origin === 'roll-out')).toMatchObject({ state: { kind: 'withdrawn', reason: 'rolled-back' }, edits: [{ what: 'released-to-all' }, { what: 'rolled-back' }] });
    expect(await rollBack(measuring, ring)).toBeUndefined();
  });
  it('ends when everybody has it: by hand, or because the version shipped', async () => {
    const { measuring } = await measuredWorld();
    await startRollOut(measuring, { ...ring, startsAt: weeksFromRelease(-2) });
    await freezeForRelease(measuring, { release: { id: '4.2', product: PRODUCT, name: '4.2', releasedAt: RELEASED_AT, issues: ['TB-10'] }, origin: 'released', by: 'ann' });
    const found = async (): Promise<unknown> => (await measuring.outcomes.listContracts(PRODUCT)).find((one) => one.origin === 'roll-out')?.edits.map(({ what, detail }) => [what, detail]);
    expect(await found()).toEqual([['released-to-all', RELEASED_AT]]);
    await releaseToAll(measuring, ring, weeksFromRelease(1));
    expect(await found()).toEqual([['released-to-all', RELEASED_AT]]);
  });
});

describe('a person changes a contract', () => {
  const at = weeksFromRelease(1);
  const chosen: OutcomeTarget = { issue: '10', issueKey: 'TB-10', measure: { kind: 'theme', themes: ['other'] }, direction: 'fewer', decidedAt: RELEASED_AT };
  it('before a result was seen all of it may change: the theme is no control any more, and the log says what', () => {
    const amended = amendContract(aContract(), { leastEffect: 0.4 }, [chosen], { at, by: 'ann', isReadOut: false });
    expect(amended).toMatchObject({ kind: 'amended', contract: { leastEffect: 0.4, targets: [chosen], controls: ['third'], edits: [{ at, by: 'ann', what: 'edited-by-hand', detail: 'rules' }, { what: 'edited-by-hand', detail: 'TB-10' }] } });
  });
  it('after a result was seen no promise changes; an issue without one may get one', () => {
    const ask = { at, by: 'ann', isReadOut: true };
    expect(amendContract(aContract(), {}, [chosen], ask)).toEqual({ kind: 'refused', reason: 'read-out-seen' });
    expect(amendContract(aContract(), { leastEffect: 0.5 }, [], ask)).toEqual({ kind: 'refused', reason: 'read-out-seen' });
    const bare = aContract({ withoutTarget: [{ issue: '11', reason: 'no-theme' }] });
    const late = amendContract(bare, {}, [{ ...chosen, issue: '11', issueKey: 'TB-11' }], ask);
    expect(late).toMatchObject({ kind: 'amended', contract: { withoutTarget: [], edits: [{ what: 'edited-by-hand', detail: 'TB-11' }] } });
  });
  it('a contract that no longer stands is not changed', () => {
    const gone = editContract(aContract(), { kind: 'unreleased' }, at, 'ann').contract;
    expect(amendContract(gone, {}, [chosen], { at, by: 'ann', isReadOut: false })).toEqual({ kind: 'refused', reason: 'not-live' });
  });
});
