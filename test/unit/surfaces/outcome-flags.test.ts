import { openApp } from '../../../src/app';
import type { Answer } from '../../../src/contract/answer';
import type { OutcomeLineView, ReleaseView, ReleasesView } from '../../../src/contract/outcomes';
import type { SignalList } from '../../../src/contract/panel';
import type { Signal } from '../../../src/domain/signal';
import { pageResolver } from '../../../src/surfaces/page/page';
import { panelResolver } from '../../../src/surfaces/panel/panel';
import { aContract, RELEASED_AT, weeksFromRelease } from '../../build/outcomes';
import { measuredWorld, PRODUCT } from '../../build/measured-world';
import { fakeClosing } from '../../fakes/closing';

const said = (id: string, visibility: Signal['visibility'], week: number): Signal => ({ id: `desk:${id}`, source: 'desk', externalId: id, at: weeksFromRelease(week), kind: 'said', text: `words of ${id}`, visibility });
const contract = aContract({ product: PRODUCT });

/** Four flagged signals: two open, one of which numbers alone are shared, one hidden; and one that is gone. */
async function openFlagged() {
  const { ports } = await measuredWorld();
  ports.tracker.rights.projects.add('TB');
  ports.tracker.rights.browse.add('10');
  await ports.stores.signals.saveSignals(PRODUCT, [said('a', 'open', 1), said('b', 'open', 2), said('c', 'counts', 2), said('d', 'hidden', 2)], RELEASED_AT);
  await ports.outcomes.saveContract(contract);
  await ports.outcomes.saveAdverse(PRODUCT, { contract: contract.id, theme: 'other', flaggedAt: weeksFromRelease(2), daysAfterRelease: 9, observed: 4, expected: 0.4, signals: ['desk:a', 'desk:b', 'desk:c', 'desk:d', 'desk:erased'] });
  const app = openApp({ ports, closing: fakeClosing(ports), prepare: async () => undefined });
  const doors = { page: pageResolver(app), panel: panelResolver(app) };
  const ask = async <Value>(door: keyof typeof doors, endpoint: string, payload: object, extension: object): Promise<Answer<Value>> =>
    (await doors[door]({ call: { functionKey: endpoint, payload }, context: { extension } as never }, { principal: { accountId: 'ann' } })) as never;
  return { ports, ask };
}
const project = { project: { id: '1', key: 'TB' } };
const members = { contract: contract.id, theme: 'other', page: 1 };

describe('an early flag', () => {
  it('opens the list behind its number: open words newest first, the rest as a count, nothing hidden', async () => {
    const { ask } = await openFlagged();
    const release = await ask<ReleaseView>('page', 'outcomes.release', { contract: contract.id }, project);
    expect(release.ok && release.value.adverse).toMatchObject([{ theme: 'other', observed: 4, signals: 5, title: { id: 'outcome.flag' }, note: { params: { days: 9 } } }]);
    const list = await ask<SignalList>('page', 'outcomes.flagMembers', members, project);
    expect(list.ok && [list.value.total, list.value.countsOnly, list.value.rows.map((row) => row.signal)]).toEqual([2, 1, ['desk:b', 'desk:a']]);
    expect(JSON.stringify(list)).not.toContain('words of c');
    expect(JSON.stringify(list)).not.toContain('words of d');
  });

  it('has no list for who may not see the project, for another product’s release, or for a theme that was not flagged', async () => {
    const { ports, ask } = await openFlagged();
    expect(await ask('page', 'outcomes.flagMembers', { ...members, theme: 'treated' }, project)).toMatchObject({ ok: false, code: 'access/not-found' });
    await ports.outcomes.saveContract({ ...contract, id: 'theirs', product: 'another' });
    expect(await ask('page', 'outcomes.flagMembers', { ...members, contract: 'theirs' }, project)).toMatchObject({ ok: false, code: 'access/not-found' });
    ports.tracker.rights.projects.clear();
    expect(await ask('page', 'outcomes.flagMembers', members, project)).toMatchObject({ ok: false });
  });

  it('stands in the list of releases and on the panel of an issue that the release shipped', async () => {
    const { ask } = await openFlagged();
    const releases = await ask<ReleasesView>('page', 'outcomes.releases', {}, project);
    expect(releases.ok && releases.value.releases.map((one) => one.adverse)).toEqual([1]);
    const line = await ask<OutcomeLineView>('panel', 'outcomes.ofIssue', {}, { issue: { id: '10', key: 'TB-10' }, ...project });
    expect(line.ok && line.value.flags.map((flag) => flag.title.params['theme'])).toEqual(['other']);
  });

  it('opens its list on the panel of that issue, and of no other', async () => {
    const { ports, ask } = await openFlagged();
    const onIssue = (id: string) => ({ issue: { id, key: `TB-${id}` }, ...project });
    const list = await ask<SignalList>('panel', 'outcomes.flagMembersOfIssue', members, onIssue('10'));
    expect(list.ok && [list.value.total, list.value.countsOnly]).toEqual([2, 1]);
    ports.tracker.rights.browse.add('11');
    expect(await ask('panel', 'outcomes.flagMembersOfIssue', members, onIssue('11'))).toMatchObject({ ok: false, code: 'access/not-found' });
    const behind = { contract: contract.id, issue: '10', measure: 'themes:treated', readOut: 8, window: 'before', page: 1 };
    expect(await ask('panel', 'outcomes.membersOfIssue', behind, onIssue('10'))).toMatchObject({ ok: true });
    expect(await ask('panel', 'outcomes.membersOfIssue', behind, onIssue('11'))).toMatchObject({ ok: false, code: 'access/not-found' });
    ports.tracker.rights.browse.clear();
    expect(await ask('panel', 'outcomes.membersOfIssue', behind, onIssue('10'))).toMatchObject({ ok: false });
  });

  it('does not show an id where its theme is gone', async () => {
    const { ports, ask } = await openFlagged();
    await ports.outcomes.saveAdverse(PRODUCT, { contract: contract.id, theme: 'theme-x1', flaggedAt: weeksFromRelease(2), daysAfterRelease: 2, observed: 9, expected: 1, signals: [] });
    const line = await ask<OutcomeLineView>('panel', 'outcomes.ofIssue', {}, { issue: { id: '10', key: 'TB-10' }, ...project });
    expect(line.ok && line.value.flags.map((flag) => flag.label)).toEqual(['a theme that was regrouped since', 'other']);
  });
});
