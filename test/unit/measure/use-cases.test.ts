import { dailyGuard } from '../../../src/measure/daily-guard';
import { freezeForRelease, recordReleaseEvent } from '../../../src/measure/freeze-for-release';
import { readOut } from '../../../src/measure/read-out';
import { DAY_IN_MS } from '../../../src/domain/time';
import { anIssue } from '../../build/stored';
import { RELEASED_AT, weeksFromRelease } from '../../build/outcomes';
import { measuredWorld, PRODUCT } from '../../build/measured-world';

const release = { id: '4.2', product: PRODUCT, name: '4.2', releasedAt: RELEASED_AT, issues: ['TB-10'] };
const request = { release, origin: 'released', by: 'ann' } as const;

describe('freezing', () => {
  it('writes down issues, themes, controls, sources, unit and mode before anything after the release is seen', async () => {
    const { measuring } = await measuredWorld();
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
    const { measuring, at } = await measuredWorld();
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
    // The result that was seen stands, nothing new is frozen on any later day, and the log says so.
    await measuring.stores.issues.saveReleases([{ ...release, releasedAt: weeksFromRelease(1) }]);
    expect(await dailyGuard(measuring, PRODUCT)).toMatchObject({ frozen: 0 });
    const after = await measuring.outcomes.listContracts(PRODUCT);
    expect(after.map((one) => one.state.kind).sort()).toEqual(['live', 'superseded']);
    expect(after.find((one) => one.state.kind === 'live')?.edits.map((edit) => [edit.what, edit.detail])).toEqual([['date-moved', weeksFromRelease(1)]]);
  });
  it('unreleased is withdrawn, visibly', async () => {
    const { measuring } = await measuredWorld();
    await freezeForRelease(measuring, request);
    const unreleased = { id: '4.2', product: PRODUCT, name: '4.2', issues: ['TB-10'] };
    expect(await freezeForRelease(measuring, { ...request, release: unreleased })).toMatchObject({ kind: 'withdrawn', contract: { state: { kind: 'withdrawn', reason: 'unreleased' }, edits: [{ what: 'unreleased', by: 'ann' }] } });
    await recordReleaseEvent(measuring, release, { kind: 'deleted' }, 'ann');
    expect((await measuring.outcomes.listContracts(PRODUCT))[0]?.edits).toHaveLength(1);
  });
});

describe('the daily check', () => {
  it('freezes what an event that got lost should have, reads out at four and eight weeks, once', async () => {
    const { measuring, at } = await measuredWorld();
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
    const { measuring, at } = await measuredWorld();
    await dailyGuard(measuring, PRODUCT);
    at(9.01);
    const [contract] = await measuring.outcomes.listContracts(PRODUCT);
    const said = { contract: contract?.id ?? '', issue: '10', how: 'customer', helped: true, at: weeksFromRelease(9), by: 'ann', account: 'a1' } as const;
    await measuring.outcomes.saveConfirmation(PRODUCT, said);
    expect((await readOut(measuring, said.contract, 8))[0]?.confirmed).toEqual({ kind: 'confirmed', customers: 1, by: ['customer'] });
    await measuring.outcomes.saveConfirmation(PRODUCT, { ...said, helped: false, account: 'a2' });
    expect((await readOut(measuring, said.contract, 8))[0]?.confirmed).toEqual({ kind: 'disputed', customers: 1 });
    await measuring.outcomes.saveConfirmation(PRODUCT, { ...said, account: 'a2', at: weeksFromRelease(9.5) });
    expect((await readOut(measuring, said.contract, 8))[0]?.confirmed).toEqual({ kind: 'confirmed', customers: 2, by: ['customer'] });
  });
  it('reads out again what fell into an outage, once that was read', async () => {
    const { measuring, ports, at } = await measuredWorld();
    await dailyGuard(measuring, PRODUCT);
    const [known] = await ports.stores.products.listCoverage(PRODUCT);
    if (known === undefined) throw new Error('no coverage');
    await ports.stores.products.saveCoverage(PRODUCT, { ...known, gaps: [{ from: weeksFromRelease(1), to: weeksFromRelease(4), reason: 'unreachable' }] });
    at(9.01);
    await dailyGuard(measuring, PRODUCT);
    expect((await measuring.outcomes.outcomesOfIssue(PRODUCT, '10')).map((one) => one.verdict)).toMatchObject([{ reason: 'source-gap' }, { reason: 'source-gap' }]);
    await ports.stores.products.saveCoverage(PRODUCT, known);
    ports.clock.advance(DAY_IN_MS);
    await dailyGuard(measuring, PRODUCT);
    expect((await measuring.outcomes.outcomesOfIssue(PRODUCT, '10')).map((one) => one.verdict.kind)).toEqual(['fewer', 'fewer']);
  });
  it('waits while sources are being read, and judges when they are', async () => {
    const { measuring, ports, at } = await measuredWorld();
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
  it('promises nothing while a source is read for the first time, also beside one that has a gap', async () => {
    const { measuring, ports } = await measuredWorld();
    const [known] = await ports.stores.products.listCoverage(PRODUCT);
    if (known === undefined) throw new Error('no coverage');
    await ports.stores.products.saveCoverage(PRODUCT, { ...known, gaps: [{ from: weeksFromRelease(5), reason: 'unreachable' }] });
    const { lastReadAt: _never, ...unread } = { ...known, source: 'second', name: 'Second' };
    await ports.stores.products.saveCoverage(PRODUCT, { ...unread, read: known.read, total: known.read + 1 });
    expect(await dailyGuard(measuring, PRODUCT)).toEqual({ frozen: 0, readOuts: 0, fired: 0, adverse: 0 });
    await ports.stores.products.saveCoverage(PRODUCT, { ...known, source: 'second', name: 'Second' });
    expect((await dailyGuard(measuring, PRODUCT)).frozen).toBeGreaterThan(0);
  });
  it('logs issues that come and go, and withdraws what is unreleased', async () => {
    const { measuring, ports, at } = await measuredWorld();
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
  it('a version that is gone was deleted; where all its issues went to one other, it was merged into that one', async () => {
    for (const [others, state] of [[[], { kind: 'withdrawn', reason: 'version-deleted' }], [[{ ...release, id: '4.3', name: '4.3', releasedAt: weeksFromRelease(2), issues: ['TB-10', 'TB-11'] }], { kind: 'superseded', reason: 'version-merged', by: '4.3' }]] as const) {
      const { measuring, ports, at } = await measuredWorld();
      await dailyGuard(measuring, PRODUCT);
      at(1);
      await ports.stores.issues.removeReleases(PRODUCT, ['4.2']);
      await ports.stores.issues.saveReleases(others);
      await dailyGuard(measuring, PRODUCT);
      expect((await measuring.outcomes.listContracts(PRODUCT)).find((one) => one.release.id === '4.2')?.state).toMatchObject(state);
    }
  });
  it('an issue that ships by itself has no version in its key: it waits a week, not for adoption', async () => {
    const { measuring, ports } = await measuredWorld();
    const versioned = { source: 'forum', kind: 'said', text: 'w', visibility: 'open' } as const;
    await ports.stores.signals.saveSignals(PRODUCT, Array.from({ length: 1_200 }, (_, n) => ({ ...versioned, id: `forum:v${n}`, externalId: `v${n}`, at: weeksFromRelease(-2), version: '4.1' })), RELEASED_AT);
    await ports.stores.issues.saveIssues(PRODUCT, [anIssue('12', 'TB-12', { statusCategory: 'done', resolvedAt: weeksFromRelease(-1) })], RELEASED_AT);
    await dailyGuard(measuring, PRODUCT);
    const rules = (await measuring.outcomes.listContracts(PRODUCT)).map((one) => [one.release.name, one.adoption.kind]).sort();
    expect(rules).toEqual([['4.2', 'version-share'], ['TB-12', 'days']]);
  });
  it('a done issue in no version ships on the day it was resolved', async () => {
    const { measuring, ports } = await measuredWorld();
    await ports.stores.issues.saveIssues(PRODUCT, [anIssue('12', 'TB-12', { statusCategory: 'done', resolvedAt: weeksFromRelease(-1) })], RELEASED_AT);
    await dailyGuard(measuring, PRODUCT);
    expect((await measuring.outcomes.listContracts(PRODUCT)).map((one) => [one.origin, one.release.name]).sort()).toEqual([['daily-check', '4.2'], ['issue-done', 'TB-12']]);
  });
});
