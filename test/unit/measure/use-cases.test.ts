import { dailyGuard } from '../../../src/measure/daily-guard';
import { freezeForRelease, recordReleaseEvent } from '../../../src/measure/freeze-for-release';
import type { Measuring } from '../../../src/measure/measuring';
import { readOut } from '../../../src/measure/read-out';
import { signalId, type Signal } from '../../../src/domain/signal';
import { DAY_IN_MS } from '../../../src/domain/time';
import { anIssue, aRun } from '../../build/stored';
import { aThemeNamed, momentsOf, RELEASED_AT, weeksFromRelease } from '../../build/outcomes';
import { fakePorts, type FakePorts } from '../../fakes/ports';

const PRODUCT = 'mail';

/** A product with one shipped issue whose theme eased, and two themes that went on as before. */
async function world(): Promise<{ readonly ports: FakePorts; readonly measuring: Measuring; readonly at: (weeks: number) => void }> {
  const ports = fakePorts();
  const moments = [
    ...momentsOf('treated', -20, 0, (week) => 9 + (week % 2)), ...momentsOf('treated', 0, 10, () => 2),
    ...momentsOf('other', -20, 10, () => 20), ...momentsOf('third', -20, 10, () => 22),
  ];
  const signals = moments.map((one, n): Signal => ({ id: signalId('forum', String(n)), source: 'forum', externalId: String(n), at: one.at, kind: 'said', text: 'words', visibility: 'open', ...(one.account === undefined ? {} : { account: one.account }) }));
  const { stores } = ports;
  await stores.products.saveProduct({ id: PRODUCT, name: 'Mail', projects: ['TB'] });
  await stores.products.saveCoverage(PRODUCT, { source: 'forum', name: 'Forum', kind: 'file', total: 1, totalBy: 'offered', read: 1, kept: 1, skipped: {}, oldestAt: weeksFromRelease(-20), gaps: [] });
  await stores.signals.saveSignals(PRODUCT, signals, RELEASED_AT);
  await stores.issues.saveIssues(PRODUCT, [anIssue('10', 'TB-10', { statusCategory: 'done', fixVersions: ['4.2'], createdAt: weeksFromRelease(-50) }), anIssue('11', 'TB-11')], RELEASED_AT);
  await stores.issues.saveReleases([{ id: '4.2', product: PRODUCT, name: '4.2', releasedAt: RELEASED_AT, issues: ['TB-10'] }]);
  await stores.evidence.saveRun(PRODUCT, aRun({
    themes: ['treated', 'other', 'third'].map((id) => aThemeNamed(id)),
    assignments: signals.map((signal, n) => ({ signal: signal.id, theme: moments[n]?.theme ?? '', fit: 1 })),
    themeIssues: [{ theme: 'treated', issue: '10', strength: 0.6, signals: 30 }],
  }));
  const start = Date.parse(ports.clock.now());
  let moved = 0;
  const at = (weeks: number): void => {
    const target = Date.parse(weeksFromRelease(weeks)) - start;
    ports.clock.advance(target - moved);
    moved = target;
  };
  at(0.01);
  return { ports, measuring: { outcomes: ports.outcomes, stores, clock: ports.clock, logger: ports.logger }, at };
}

const release = { id: '4.2', product: PRODUCT, name: '4.2', releasedAt: RELEASED_AT, issues: ['TB-10'] };
const request = { release, origin: 'released', by: 'ann' } as const;

describe('freezing', () => {
  it('writes down issues, themes, controls, sources, unit and mode before anything after the release is seen', async () => {
    const { measuring } = await world();
    const frozen = await freezeForRelease(measuring, request);
    expect(frozen).toMatchObject({
      kind: 'frozen',
      contract: {
        targets: [{ issue: '10', measure: { kind: 'theme', themes: ['treated'] }, decidedAt: RELEASED_AT }], controls: ['other', 'third'],
        sources: [{ source: 'forum' }], unit: 'account', mode: 'full', state: { kind: 'live' }, adoption: { kind: 'days', days: 7 },
      },
    });
    expect(JSON.stringify(frozen)).not.toContain('words');
  });
  it('twice is once; in the future is refused; a moved date freezes anew until a read-out was seen', async () => {
    const { measuring, at } = await world();
    await freezeForRelease(measuring, request);
    expect((await freezeForRelease(measuring, request)).kind).toBe('already-frozen');
    expect(await freezeForRelease(measuring, { ...request, release: { ...release, id: '5', releasedAt: weeksFromRelease(3) } })).toEqual({ kind: 'refused', reason: 'not-released-yet' });
    at(0.5);
    const later = { ...request, release: { ...release, releasedAt: weeksFromRelease(0.2) } };
    expect((await freezeForRelease(measuring, later)).kind).toBe('frozen');
    const contracts = await measuring.outcomes.listContracts(PRODUCT);
    expect(contracts.map((one) => one.state.kind).sort()).toEqual(['live', 'superseded']);
    at(9.5);
    await readOut(measuring, contracts.find((one) => one.state.kind === 'live')?.id ?? '', 8);
    expect(await freezeForRelease(measuring, { ...request, release: { ...release, releasedAt: weeksFromRelease(1) } })).toEqual({ kind: 'refused', reason: 'date-moved-after-read-out' });
  });
  it('unreleased is withdrawn, visibly', async () => {
    const { measuring } = await world();
    await freezeForRelease(measuring, request);
    const unreleased = { id: '4.2', product: PRODUCT, name: '4.2', issues: ['TB-10'] };
    expect(await freezeForRelease(measuring, { ...request, release: unreleased })).toMatchObject({ kind: 'withdrawn', contract: { state: { kind: 'withdrawn', reason: 'unreleased' }, edits: [{ what: 'unreleased', by: 'ann' }] } });
    await recordReleaseEvent(measuring, release, { kind: 'deleted' }, 'ann');
    expect((await measuring.outcomes.listContracts(PRODUCT))[0]?.edits).toHaveLength(1);
  });
});

describe('the daily check', () => {
  it('freezes what an event that got lost should have, reads out at four and eight weeks, once', async () => {
    const { measuring, at } = await world();
    expect(await dailyGuard(measuring, PRODUCT)).toEqual({ frozen: 1, readOuts: 0, fired: 0, adverse: 0 });
    expect(await dailyGuard(measuring, PRODUCT)).toEqual({ frozen: 0, readOuts: 0, fired: 0, adverse: 0 });
    at(5.01);
    expect(await dailyGuard(measuring, PRODUCT)).toMatchObject({ readOuts: 1 });
    at(9.01);
    expect(await dailyGuard(measuring, PRODUCT)).toMatchObject({ frozen: 0, readOuts: 1 });
    expect(await dailyGuard(measuring, PRODUCT)).toMatchObject({ readOuts: 0 });
    const outcomes = await measuring.outcomes.outcomesOfIssue(PRODUCT, '10');
    expect(outcomes.map((one) => [one.readOut, one.verdict.kind, one.confirmed.kind])).toEqual([[4, 'fewer', 'not-yet-confirmed'], [8, 'fewer', 'not-yet-confirmed']]);
  });
  it('a customer’s word confirms, another’s disputes', async () => {
    const { measuring, at } = await world();
    await dailyGuard(measuring, PRODUCT);
    at(9.01);
    const [contract] = await measuring.outcomes.listContracts(PRODUCT);
    const said = { contract: contract?.id ?? '', issue: '10', how: 'customer', helped: true, at: weeksFromRelease(9), by: 'ann', account: 'a1' } as const;
    await measuring.outcomes.saveConfirmation(PRODUCT, said);
    expect((await readOut(measuring, said.contract, 8))[0]?.confirmed).toEqual({ kind: 'confirmed', customers: 1, by: ['customer'] });
    await measuring.outcomes.saveConfirmation(PRODUCT, { ...said, helped: false, account: 'a2' });
    expect((await readOut(measuring, said.contract, 8))[0]?.confirmed).toEqual({ kind: 'disputed', customers: 1 });
  });
  it('waits while sources are being read, and judges when they are', async () => {
    const { measuring, ports, at } = await world();
    await dailyGuard(measuring, PRODUCT);
    const [known] = await ports.stores.products.listCoverage(PRODUCT);
    if (known === undefined) throw new Error('no coverage');
    await ports.stores.products.saveCoverage(PRODUCT, { ...known, total: 500 });
    at(9.01);
    expect(await dailyGuard(measuring, PRODUCT)).toMatchObject({ readOuts: 0 });
    const [contract] = await measuring.outcomes.listContracts(PRODUCT);
    expect((await readOut(measuring, contract?.id ?? '', 4)).map((one) => one.verdict)).toEqual([{ kind: 'cannot-judge', reason: 'still-reading' }]);
    await ports.stores.products.saveCoverage(PRODUCT, known);
    ports.clock.advance(DAY_IN_MS);
    expect(await dailyGuard(measuring, PRODUCT)).toMatchObject({ readOuts: 2 });
    expect((await measuring.outcomes.outcomesOfIssue(PRODUCT, '10')).map((one) => one.verdict.kind)).toEqual(['fewer', 'fewer']);
  });
  it('logs issues that come and go, and withdraws what is unreleased', async () => {
    const { measuring, ports, at } = await world();
    await dailyGuard(measuring, PRODUCT);
    at(1);
    await ports.stores.issues.saveReleases([{ ...release, issues: ['TB-11'] }]);
    await dailyGuard(measuring, PRODUCT);
    expect((await measuring.outcomes.listContracts(PRODUCT))[0]?.edits.map((edit) => [edit.what, edit.detail])).toEqual([['issue-moved-away', '10'], ['issue-added', '11']]);
    const unreleased = { id: '4.2', product: PRODUCT, name: '4.2', issues: ['TB-10'] };
    await ports.stores.issues.saveReleases([unreleased]);
    await dailyGuard(measuring, PRODUCT);
    expect((await measuring.outcomes.listContracts(PRODUCT)).map((one) => one.state.kind)).toEqual(['withdrawn']);
  });
  it('a done issue in no version ships on the day it was resolved', async () => {
    const { measuring, ports } = await world();
    await ports.stores.issues.saveIssues(PRODUCT, [anIssue('12', 'TB-12', { statusCategory: 'done', resolvedAt: weeksFromRelease(-1) })], RELEASED_AT);
    await dailyGuard(measuring, PRODUCT);
    expect((await measuring.outcomes.listContracts(PRODUCT)).map((one) => [one.origin, one.release.name]).sort()).toEqual([['daily-check', '4.2'], ['issue-done', 'TB-12']]);
  });
});
