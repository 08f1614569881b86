import fc from 'fast-check';
import type { SignalView } from '../../../src/contract/page';
import type { SignalList } from '../../../src/contract/panel';
import type { LinkVerdict } from '../../../src/domain/evidence';
import type { Issue } from '../../../src/domain/issue';
import { nameIssues } from '../../../src/surfaces/issues-of-signals';
import { readPageSite } from '../../build/page-site';
import { aDigest, aLink, anIssue, aRun, aSignal } from '../../build/stored';
import { fakePorts, type FakePorts } from '../../fakes/ports';

const AT = '2025-07-01T00:00:00.000Z';
const shownOn = (issue: string, signal: string, shown = true, confidence = 0.8) => {
  const digest = aDigest(issue, [signal]);
  return { ...digest, evidence: digest.evidence.map((row) => ({ ...row, shown, confidence })) };
};

/** Two signals; the first is shown on issue 1, held back on issue 2, and a faint link to issue 3. */
async function site(issues: readonly Issue[] = [anIssue('1', 'TB-1'), anIssue('2', 'TB-2'), anIssue('3', 'TB-3')]): Promise<FakePorts> {
  const ports = fakePorts();
  await ports.stores.signals.saveSignals('mail', [aSignal('1'), aSignal('2')], AT);
  await ports.stores.issues.saveIssues('mail', issues, AT);
  const links = [{ ...aLink('forum:1', '1', 1), confidence: 0.8 }, { ...aLink('forum:1', '2', 2), confidence: 0.7 }, { ...aLink('forum:1', '3', 3), confidence: 0.1 }];
  await ports.stores.evidence.saveRun('mail', aRun({ computedAt: AT, signals: 2, links, digests: [shownOn('1', 'forum:1'), shownOn('2', 'forum:1', false), shownOn('3', 'forum:1', false, 0.1)] }));
  for (const { id } of issues) ports.tracker.rights.browse.add(id);
  return ports;
}
const decided = (ports: FakePorts, signal: string, issue: string, verdict: LinkVerdict) => ports.stores.decisions.saveDecision('mail', { signal, issue, verdict, at: AT, by: 'ann' });
const named = async (ports: FakePorts, except?: string) => (await nameIssues(ports, 'mail', [{ signal: 'forum:1' }, { signal: 'forum:2' }], except)).map((row) => row.issues?.map((one) => `${one.key} ${one.standing}`));

describe('the issues that a signal is about', () => {
  it('are those whose panel shows it, and for the others nothing is said', async () => {
    expect(await named(await site())).toEqual([['TB-1 suggested'], undefined]);
  });

  it('are confirmed where a person says so, first, and gone where a person says otherwise', async () => {
    const ports = await site();
    await decided(ports, 'forum:1', '3', 'confirmed');
    await decided(ports, 'forum:2', '2', 'related');
    expect(await named(ports)).toEqual([['TB-3 confirmed', 'TB-1 suggested'], undefined]);
    await decided(ports, 'forum:1', '1', 'rejected');
    expect(await named(ports)).toEqual([['TB-3 confirmed'], undefined]);
  });

  it('are three at most, and not the one whose list it is', async () => {
    const ports = await site([...['1', '2', '3', '4', '5'].map((id) => anIssue(id, `TB-${id}`))]);
    for (const issue of ['2', '3', '4', '5']) await decided(ports, 'forum:1', issue, 'confirmed');
    expect((await named(ports))[0]).toHaveLength(3);
    expect(await named(await site(), '1')).toEqual([undefined, undefined]);
  });

  it('are never one that is restricted, gone, of another product, or that the reader may not see', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('hidden', 'gone', 'elsewhere', 'unseen', 'none' as const), fc.boolean(), async (why, isConfirmed) => {
        const ports = await site([anIssue('1', 'TB-1', why === 'hidden' && !isConfirmed ? { visibility: 'hidden' } : {}), anIssue('2', 'TB-2')]);
        if (isConfirmed) await decided(ports, 'forum:1', '1', 'confirmed');
        if (why === 'hidden') await ports.stores.issues.saveIssues('mail', [anIssue('1', 'TB-1', { visibility: 'hidden' })], AT);
        if (why === 'gone' || why === 'elsewhere') await ports.stores.issues.removeIssues(['1']);
        if (why === 'elsewhere') await ports.stores.issues.saveIssues('other', [anIssue('1', 'TB-1')], AT);
        if (why === 'unseen') ports.tracker.rights.browse.delete('1');
        expect(await named(ports)).toEqual([why === 'none' ? [`TB-1 ${isConfirmed ? 'confirmed' : 'suggested'}`] : undefined, undefined]);
      }),
      { numRuns: 30 },
    );
  });

  it('cost nothing of Jira where none is likely', async () => {
    const ports = await site();
    const refused = { ...ports, tracker: { ...ports.tracker, browsable: () => Promise.reject(new Error('asked')) } };
    expect(await nameIssues(refused, 'mail', [{ signal: 'forum:2' }])).toEqual([{ signal: 'forum:2' }]);
    await expect(nameIssues(refused, 'mail', [{ signal: 'forum:1' }])).rejects.toThrow('asked');
  });
});

it('stand in the list of a theme as on the issue’s panel, and not for who may not see the issue', async () => {
  const needs = [['Compacting folders fails with a disk space error', 'the compact command says disk is full when I compact folders'], ['Calendar reminders ring twice', 'every calendar reminder pops up again after the update'], ['Attachments vanish from sent messages', 'sent mail has lost the attachment that I added'], ['Search finds nothing in archived mail', 'searching does not look into the archive']];
  const openings = ['Since yesterday', 'Hello, for two weeks', 'On my laptop', 'After the last restart', 'Again today', 'In our office'];
  const rows = Array.from({ length: 120 }, (_, n) => ({ id: `q${n}`, at: `2025-06-${String((n % 28) + 1).padStart(2, '0')}T00:00:00Z`, title: needs[n % 4]![n % 3 === 0 ? 0 : 1], text: `${openings[n % 6]} ${needs[n % 4]![1]}. I tried it ${n} times. ${needs[n % 4]![0]}.`, account: `Account ${n}` }));
  const issues = needs.map(([summary], n) => ({ ...anIssue(String(10_001 + n), `TB-${n + 1}`), summary: summary! }));
  const issue = issues[0]!;
  const page = await readPageSite({ projects: ['TB'], issues, sources: [{ id: 'forum', visibility: 'open', rows }] });
  const onPanel = { extension: { issue: { id: '10001', key: 'TB-1' }, project: { id: '1', key: 'TB' } } };
  const suggested = await page.get<SignalList>('panel.list', { list: 'suggested', page: 1 }, onPanel);
  const ids = new Set(suggested.rows.map((row) => row.signal));
  const { themes } = await page.get<SignalView>('page.signal');
  const listed = async (): Promise<SignalList['rows']> => (await Promise.all([...themes.map((theme) => theme.id), null].map((theme) => page.get<SignalList>('page.themeSignals', { theme, page: 1 })))).flatMap((list) => list.rows);
  expect(ids.size).toBeGreaterThan(0);
  const rowsOfIt = (await listed()).filter((row) => ids.has(row.signal));
  expect(rowsOfIt.length).toBeGreaterThan(0);
  expect(rowsOfIt.map((row) => row.issues)).toEqual(rowsOfIt.map(() => [{ key: 'TB-1', summary: issue.summary, standing: 'suggested' }]));
  expect(suggested.rows.every((row) => row.issues === undefined)).toBe(true);
  page.ports.tracker.rights.browse.delete('10001');
  expect(JSON.stringify(await listed())).not.toContain('"TB-1"');
});
