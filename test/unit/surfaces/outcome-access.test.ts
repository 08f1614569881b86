import { openApp } from '../../../src/app';
import type { Answer } from '../../../src/contract/answer';
import type { DraftsView, ReleaseView } from '../../../src/contract/outcomes';
import type { SignalList } from '../../../src/contract/panel';
import { measureKey } from '../../../src/domain/outcome';
import { DAY_IN_MS } from '../../../src/domain/time';
import { readOut } from '../../../src/measure/read-out';
import { pageResolver } from '../../../src/surfaces/page/page';
import { aContract, weeksFromRelease } from '../../build/outcomes';
import { measuredWorld, PRODUCT } from '../../build/measured-world';
import { fakeClosing } from '../../fakes/closing';

const project = { project: { id: '1', key: 'TB' } };

/** A release whose promise about issue 10 was read out, with the list behind its number. */
async function openReadOut() {
  const { ports, measuring } = await measuredWorld();
  ports.tracker.rights.projects.add('TB');
  const contract = aContract({ product: PRODUCT });
  await ports.outcomes.saveContract(contract);
  const app = openApp({ ports, closing: fakeClosing(ports), prepare: async () => undefined });
  const resolver = pageResolver(app);
  const ask = async <Value>(endpoint: string, payload: object): Promise<Answer<Value>> =>
    (await resolver({ call: { functionKey: endpoint, payload }, context: { extension: project } as never }, { principal: { accountId: 'ann' } })) as never;
  const [target] = contract.targets;
  if (target === undefined) throw new Error('the contract promises nothing');
  const hide = async (): Promise<void> => {
    const found = await ports.stores.issues.findIssue(target.issue);
    if (found === undefined) throw new Error('no such issue');
    await ports.stores.issues.saveIssues(PRODUCT, [{ ...found.issue, visibility: 'hidden' }], weeksFromRelease(9));
  };
  return { ports, measuring, contract, target, ask, hide };
}

describe('what customers said about a promise', () => {
  it('is not told to who may not see its issue: neither the list behind a number, nor a draft, nor an answer noted', async () => {
    const { contract, target, ask, hide } = await openReadOut();
    const members = { contract: contract.id, issue: target.issue, measure: measureKey(target.measure), readOut: 8, window: 'before', page: 1 };
    const closed: readonly (readonly [string, object])[] = [
      ['outcomes.members', members], ['outcomes.drafts', { contract: contract.id, issue: target.issue }],
      ['outcomes.confirm', { contract: contract.id, issue: target.issue, how: 'customer', helped: true }],
    ];
    expect(await ask<SignalList>('outcomes.members', members)).toMatchObject({ ok: true });
    expect(await ask<DraftsView>('outcomes.drafts', { contract: contract.id, issue: target.issue })).toMatchObject({ ok: true });
    await hide();
    for (const [endpoint, payload] of closed) expect([endpoint, await ask(endpoint, payload)]).toMatchObject([endpoint, { ok: false }]);
  });

  it('nor are lines of the release’s log that name such an issue', async () => {
    const { ports, contract, ask } = await openReadOut();
    const logged = (detail: string) => ({ at: contract.frozenAt, by: 'jira', what: 'issue-added' as const, detail });
    await ports.outcomes.saveContract({ ...contract, edits: [logged('10'), logged('not-to-be-seen'), { at: contract.frozenAt, by: 'jira', what: 'date-moved', detail: '2025-01-01' }] });
    const release = await ask<ReleaseView>('outcomes.release', { contract: contract.id });
    expect(release.ok && release.value.edits.map((edit) => edit.detail)).toEqual(['10', '2025-01-01']);
  });
});

describe('the rules of a release', () => {
  it('may be changed by who administers the project until a result was seen, and the log says so', async () => {
    const { ports, measuring, contract, ask } = await openReadOut();
    const rulesOf = async (): Promise<ReleaseView['rules'] | undefined> => {
      const release = await ask<ReleaseView>('outcomes.release', { contract: contract.id });
      return release.ok ? release.value.rules : undefined;
    };
    ports.tracker.rights.projectAdmin.clear();
    expect(await rulesOf()).toMatchObject({ canChange: false, leastEffect: 0.2, incidents: [] });
    ports.tracker.rights.projectAdmin.add('TB');
    expect(await rulesOf()).toMatchObject({ canChange: true });
    const incidents = [{ from: weeksFromRelease(-3), to: weeksFromRelease(-2) }];
    expect(await ask('outcomes.freeze', { release: contract.release.id, incidents: [{ from: weeksFromRelease(-2), to: weeksFromRelease(-3) }] })).toMatchObject({ ok: false, code: 'edge/bad-input' });
    const changed = await ask<ReleaseView>('outcomes.freeze', { release: contract.release.id, leastEffect: 0.3, incidents });
    expect(changed.ok && [changed.value.rules.leastEffect, changed.value.rules.incidents, changed.value.edits.map((edit) => edit.what)]).toEqual([0.3, incidents, ['edited-by-hand']]);
    ports.clock.advance(10 * 7 * DAY_IN_MS);
    await readOut(measuring, contract.id, 4);
    expect(await rulesOf()).toMatchObject({ canChange: false });
    expect(await ask('outcomes.freeze', { release: contract.release.id, leastEffect: 0.5 })).toMatchObject({ ok: false });
  });
});

describe('"did it help?"', () => {
  it('is not drafted for a customer who asked not to be contacted, and says how many those are', async () => {
    const { ports, contract, target, ask } = await openReadOut();
    const before = await ask<DraftsView>('outcomes.drafts', { contract: contract.id, issue: target.issue });
    if (!before.ok) throw new Error(before.code);
    expect(before.value.notToAsk).toBe(0);
    const account = before.value.drafts[0]?.account;
    expect(account).toBeDefined();
    await ports.talk.saveContact({ product: PRODUCT, person: `account:${account}`, consent: 'do-not-contact', at: contract.frozenAt, by: 'ann' });
    const after = await ask<DraftsView>('outcomes.drafts', { contract: contract.id, issue: target.issue });
    if (!after.ok) throw new Error(after.code);
    expect(after.value.notToAsk).toBe(1);
    expect(after.value.drafts.map((draft) => draft.account)).toEqual(before.value.drafts.slice(1).map((draft) => draft.account));
  });
});
