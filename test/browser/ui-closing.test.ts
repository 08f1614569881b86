import { ADMIN_STATES } from '../../static/app/dev/fixtures/admin';
import { BACKLOG_STATES, BANNERS, backlog, closedPage, closingSettings, dryRun, madeCall, standingPage, undoRows } from '../../static/app/dev/fixtures/backlog';
import { flag, promise, releaseView, releases, releaseToCome } from '../../static/app/dev/fixtures/outcomes';
import { themeView } from '../../static/app/dev/fixtures/page';
import { PANEL_STATES, down, evidence, ok, signalList } from '../../static/app/dev/fixtures/panel';
import { raiseStage } from '../../static/app/dev/open-screen';
import type { Stage } from '../../static/app/dev/open-screen';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
}, 180_000);
afterAll(async () => stage.close());

const inputsOf = (calls: readonly { readonly endpoint: string; readonly input: unknown }[], endpoint: string): readonly unknown[] => calls.filter((one) => one.endpoint === endpoint).map(({ input }) => input);
const silent = PANEL_STATES['silent'] ?? evidence();

describe('the backlog', () => {
  it('chooses nothing by itself and approves what a person ticked', async () => {
    const { page, harness } = await stage.open('project.html#/backlog', { 'backlog.open': () => ok(backlog), 'backlog.approve': () => ok({ ...backlog, proposals: backlog.proposals.slice(2) }) });
    await page.getByRole('heading', { name: '3 items could close' }).waitFor();
    const approve = page.getByRole('button', { name: /^Approve/ });
    expect(await approve.isDisabled()).toBe(true);
    await page.getByLabel('Choose TB-357502').check();
    await page.getByLabel('Choose TB-411069').check();
    await page.getByRole('button', { name: 'Approve 2 closes' }).click();
    await page.getByRole('heading', { name: '1 item could close' }).waitFor();
    expect(inputsOf(harness.calls, 'backlog.approve')).toEqual([{ items: ['item-TB-357502', 'item-TB-411069'] }]);
  });

  it('shows the notice and what an undo may not bring back before anyone approves', async () => {
    const { page } = await stage.open('project.html#/backlog', { 'backlog.open': () => ok(backlog) });
    await page.getByText('Its sprint may have ended by then').waitFor();
    await page.getByRole('button', { name: 'Read the notice' }).click();
    await page.getByText('It is not closed because it is bad.').waitFor();
  });

  it('has its own error rate on the front, for everyone', async () => {
    const { page } = await stage.open('project.html#/backlog', { 'backlog.open': () => ok(BACKLOG_STATES['reader'] ?? backlog) });
    await page.getByText('1 of 64 closes was reopened by a customer: our error rate is 1.6 %.').waitFor();
    expect(await page.getByRole('button', { name: /Approve|Reopen|See what/ }).count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });

  it('lets everyone who sees it keep an item', async () => {
    const reader = BACKLOG_STATES['reader'] ?? backlog;
    const { page, harness } = await stage.open('project.html#/backlog', { 'backlog.open': () => ok(reader), 'backlog.keep': () => ok({ ...reader, proposals: reader.proposals.slice(1) }) });
    await page.getByRole('button', { name: 'Keep TB-357502' }).click();
    await page.getByRole('heading', { name: '2 items could close' }).waitFor();
    expect(inputsOf(harness.calls, 'backlog.keep')).toEqual([{ item: 'item-TB-357502' }]);
  });

  it('takes one close back, and a whole batch, after saying what would come back', async () => {
    const { page, harness } = await stage.open('project.html#/backlog', {
      'backlog.open': () => ok(backlog), 'backlog.list': () => ok(closedPage), 'backlog.previewUndo': () => ok({ rows: undoRows.slice(0, 1) }), 'backlog.undo': () => ok({ rows: undoRows.slice(0, 1) }),
    });
    await page.getByRole('button', { name: 'See what would come back of 9 Jun 2025' }).click();
    await page.getByText('would be open again').waitFor();
    await page.getByRole('button', { name: 'Take 1 back' }).click();
    await page.getByText('is open again').waitFor();
    await page.getByRole('link', { name: '59 stayed closed: open the list' }).click();
    await page.getByRole('button', { name: 'Undo TB-580252' }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('is open again').waitFor();
    expect(inputsOf(harness.calls, 'backlog.undo')).toEqual([{ batch: 'b0' }, { items: ['i1'] }]);
  });

  it('takes a decision, and a person’s word that a release made an item obsolete, where the item is listed', async () => {
    const { page, harness } = await stage.open('project.html#/backlog/unsupported', {
      'backlog.list': () => ok(standingPage), 'backlog.makeCall': () => ok({ ...madeCall, of: 50_000, triggerKind: 'value' }), 'backlog.proposeObsolete': () => ok({ proposed: false, why: { id: 'protected.assigned', params: {} } }),
    });
    await page.getByRole('button', { name: 'Decide on TB-1' }).click();
    await page.getByLabel('Reason').fill('Others do it better');
    await page.getByLabel('Bring it back after').fill('50000');
    await page.getByLabel('New customers or yearly revenue').selectOption('value');
    await page.getByRole('button', { name: 'Note the decision' }).click();
    await page.getByText('It comes back after new accounts that pay 50,000 a year').waitFor();
    await page.getByRole('button', { name: 'Obsolete TB-2' }).click();
    await page.getByRole('button', { name: 'Propose to close' }).click();
    await page.getByText('Not proposed: assigned.').waitFor();
    expect(inputsOf(harness.calls, 'backlog.makeCall')).toEqual([{ subject: { kind: 'issue', id: '1' }, call: 'not-now', reason: 'Others do it better', trigger: { kind: 'value', amount: 50_000 } }]);
    expect(inputsOf(harness.calls, 'backlog.proposeObsolete')).toEqual([{ issue: '2', release: '17' }]);
  });

  it.each(['observe', 'stopped'])('cannot approve while it is %s', async (name) => {
    const { page } = await stage.open('project.html#/backlog', { 'backlog.open': () => ok(BACKLOG_STATES[name] ?? backlog) });
    await page.getByRole('heading', { name: '3 items could close' }).waitFor();
    expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
  });

  it('opens the complete list behind a number', async () => {
    const { page, harness } = await stage.open('project.html#/backlog', { 'backlog.open': () => ok(backlog), 'backlog.list': () => ok({ ...standingPage, total: 350, pages: 18, rows: [] }) });
    await page.getByRole('link', { name: '350', exact: true }).click();
    await page.getByRole('heading', { name: 'Open items that we cannot judge350' }).waitFor();
    expect(inputsOf(harness.calls, 'backlog.list')).toEqual([{ list: 'cannot-judge', reason: 'not-searchable', page: 1 }]);
  });

  it('says what would come back before it takes closes back', async () => {
    const { page, harness } = await stage.open('project.html#/backlog', { 'backlog.open': () => ok(backlog), 'backlog.previewUndo': () => ok({ rows: undoRows }), 'backlog.undo': () => ok({ rows: undoRows }) });
    await page.getByLabel('Closed since').fill('2025-05-01');
    await page.getByRole('button', { name: 'See what would come back', exact: true }).click();
    await page.getByText('stays as it is: The workflow knows no way back').waitFor();
    await page.getByRole('button', { name: 'Take 1 back' }).click();
    await page.getByText('is open again').waitFor();
    expect(inputsOf(harness.calls, 'backlog.undo')).toEqual([{ since: '2025-05-01T00:00:00.000Z' }]);
  });

  it('notes a decision with what brings it back', async () => {
    const { page, harness } = await stage.open('project.html#/theme/t3', { 'page.theme': () => ok(themeView), 'backlog.makeCall': () => ok(madeCall) });
    await page.getByRole('button', { name: 'Decide' }).click();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByLabel('Reason').fill('Another product does this');
    await page.getByLabel('Bring it back after').fill('7');
    await page.getByRole('button', { name: 'Note the decision' }).click();
    await page.getByText('Noted: No, with 197 accounts known today. It comes back after 7 accounts more.').waitFor();
    expect(inputsOf(harness.calls, 'backlog.makeCall')).toEqual([{ subject: { kind: 'theme', id: 't3' }, call: 'no', reason: 'Another product does this', trigger: { kind: 'customers', count: 7 } }]);
  });
});

describe('the banner on an issue', () => {
  it('keeps an issue with one click', async () => {
    const { page, harness } = await stage.open('panel.html', { 'panel.open': () => ok(silent), 'closing.banner': () => ok(BANNERS['noticed'] ?? { kind: 'none' }), 'closing.keep': () => ok(BANNERS['kept'] ?? { kind: 'none' }) });
    await page.getByText('Closes on 31 Jul 2025 unless someone keeps it').waitFor();
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByText('Kept open until 1 Jul 2026').waitFor();
    expect(inputsOf(harness.calls, 'closing.keep')).toEqual([{}]);
  });

  it('says that it could not be read, instead of saying nothing', async () => {
    const { page } = await stage.open('panel.html', { 'panel.open': () => ok(silent), 'closing.banner': () => down });
    await page.getByText('Whether this issue is about to close could not be read.').waitFor();
  });
});

describe('how far closing may go', () => {
  const open = { 'admin.open': () => ok(ADMIN_STATES['running'] ?? { products: [], projects: [], synthetic: false }) };

  it('cannot be Live before what is missing is there, and says what a step would have done before it is taken', async () => {
    const { page, harness } = await stage.open('admin.html', { ...open, 'admin.dryRun': () => ok(dryRun), 'admin.changeMode': () => ok({ ...closingSettings, policy: { ...closingSettings.policy, mode: 'suggest' } }) });
    expect(await page.getByRole('radio', { name: /^Live/ }).isDisabled()).toBe(true);
    await page.getByText('Proposals have to run for 28 days first').waitFor();
    await page.getByRole('radio', { name: /^Suggest/ }).check();
    await page.getByText('Over the last 90 days this would have closed 41; 3 would have been wrong. Wrong: TB-1.').waitFor();
    expect(inputsOf(harness.calls, 'admin.changeMode')).toEqual([]);
    await page.getByRole('button', { name: 'Change to Suggest' }).click();
    await page.getByRole('radio', { name: /^Suggest/, checked: true }).waitFor();
    expect(inputsOf(harness.calls, 'admin.changeMode')).toEqual([{ product: 'thunderbird', mode: 'suggest' }]);
  });

  it('takes an admin’s approval of Live when nothing else is missing', async () => {
    const waiting = { ...closingSettings, mayApproveLive: true, liveGaps: [{ id: 'live.approve', params: {} }], policy: { ...closingSettings.policy, mode: 'suggest' as const } };
    const approved = { ...waiting, liveGaps: [{ id: 'live.second-admin', params: {} }], approvals: [{ isYours: true, at: '2025-07-01T00:00:00.000Z' }] };
    const { page, harness } = await stage.open('admin.html', { ...open, 'admin.closing': () => ok(waiting), 'admin.dryRun': () => ok(dryRun), 'admin.changeMode': () => ok(approved) });
    await page.getByRole('radio', { name: /^Live/ }).check();
    await page.getByRole('button', { name: 'Approve Live' }).click();
    await page.getByText('Your approval is noted.').waitFor();
    await page.getByText('Live was approved by you on 1 Jul 2025.').waitFor();
    expect(inputsOf(harness.calls, 'admin.changeMode')).toEqual([{ product: 'thunderbird', mode: 'live' }]);
  });

  it('can be stopped at once', async () => {
    const { page, harness } = await stage.open('admin.html', { ...open, 'admin.stopClosing': () => ok({ stopped: true }) });
    await page.getByRole('button', { name: 'Stop all closing now' }).waitFor();
    harness.say({ ...open, 'admin.stopClosing': () => ok({ stopped: true }), 'admin.closing': () => ok({ ...closingSettings, stopped: true }) });
    await page.getByRole('button', { name: 'Stop all closing now' }).click();
    await page.getByText('All closing is stopped.').waitFor();
    expect(inputsOf(harness.calls, 'admin.stopClosing')).toEqual([{}]);
  });

  it('arms a breaker again only with a reason, and accepts another way to close only by name', async () => {
    const { fallbacks: _offered, ...rest } = closingSettings;
    const settings = { ...rest, policy: { ...closingSettings.policy, fallback: { kind: 'resolution' as const, name: 'Won’t do', acceptedBy: 'po', acceptedAt: '2025-07-01T00:00:00.000Z' } } };
    const { page, harness } = await stage.open('admin.html', { ...open, 'admin.rearmBreaker': () => ok(settings), 'admin.acceptFallback': () => ok(settings) });
    const arm = page.getByRole('button', { name: 'Arm again' });
    expect(await arm.isDisabled()).toBe(true);
    await page.getByLabel('What was found').fill('Both were undone by mistake');
    await page.getByRole('button', { name: 'Accept closing as “Won’t do”' }).click();
    await page.getByRole('button', { name: /Accept closing/ }).waitFor({ state: 'detached' });
    const rearmed = page.waitForResponse((response) => response.request().postData()?.includes('admin.rearmBreaker') ?? false);
    await arm.click();
    await rearmed;
    expect(inputsOf(harness.calls, 'admin.rearmBreaker')).toEqual([{ product: 'thunderbird', reason: 'Both were undone by mistake' }]);
    expect(inputsOf(harness.calls, 'admin.acceptFallback')).toEqual([{ product: 'thunderbird', kind: 'resolution', name: 'Won’t do' }]);
  });

  it('says where a bound held', async () => {
    const { page, harness } = await stage.open('admin.html', { ...open, 'admin.changePolicy': () => ok({ settings: closingSettings, corrections: [{ field: 'graceDays', asked: '1', used: '7' }] }) });
    await page.getByText('Rules of closing').click();
    await page.getByLabel(/Days between notice and close/).fill('1');
    await page.getByLabel('When customers ask for a closed item again').selectOption('itself');
    await page.getByLabel(/Labels that protect/).fill('vip, roadmap,');
    await page.getByLabel('First quiet day').fill('2025-12-22');
    await page.getByLabel('Last quiet day').fill('2026-01-01');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await page.getByText('Saved, within the bounds: Days between notice and close: 7 instead of 1.').waitFor();
    expect(inputsOf(harness.calls, 'admin.changePolicy')).toEqual([
      { product: 'thunderbird', wish: { graceDays: 1, reopenBy: 'itself', protectedLabels: ['vip', 'roadmap'], freezes: [{ from: '2025-12-22T00:00:00.000Z', to: '2026-01-02T00:00:00.000Z' }] } },
    ]);
  });
});

describe('release outcomes', () => {
  it('lead from the scoreboard to a release and the signals behind a number', async () => {
    const { page, harness } = await stage.open('project.html#/releases', { 'outcomes.releases': () => ok(releases), 'outcomes.release': () => ok(releaseView), 'outcomes.members': ({ page: number }) => ok(signalList(61, number)) });
    await page.getByText('about 0.8 by chance alone').waitFor();
    await page.getByRole('link', { name: '128.3.3 ×2' }).click();
    await page.getByRole('button', { name: '56 accounts before, 61 signals' }).click();
    await page.getByText('1 to 20 of 61').waitFor();
    expect(inputsOf(harness.calls, 'outcomes.members')).toEqual([{ contract: 'c-128.3.3', issue: '1', measure: 'themes:t9', readOut: 8, window: 'before', page: 1 }]);
  });

  it('open the list behind an early flag, and tell it on the issues that it is about', async () => {
    const { page, harness } = await stage.open('project.html#/releases/c-128.3.3', { 'outcomes.release': () => ok(releaseView), 'outcomes.flagMembers': ({ page: number }) => ok(signalList(12, number)) });
    await page.getByRole('heading', { name: 'More customers hit “Linked pictures zoom instead of opening” since 128.3.3: 10 accounts, about 0.1 expected' }).waitFor();
    await page.getByRole('button', { name: '10 accounts since, 12 signals' }).click();
    await page.getByText('1 to 12 of 12').waitFor();
    expect(inputsOf(harness.calls, 'outcomes.flagMembers')).toEqual([{ contract: 'c-128.3.3', theme: 't7', page: 1 }]);
    const panel = await stage.open('panel.html', { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: { id: 'outcome.no-contract', params: {} }, flags: [flag] }) });
    await panel.page.getByRole('heading', { name: 'Since 128.3.3' }).waitFor();
    await panel.page.getByText('It could be seen 5 days after the release. Nothing was promised about it, so no read-out follows.').waitFor();
    expect(await panel.page.getByText('No release has shipped this yet').count()).toBe(0);
  });

  it('open the same lists from the panel, and lead back', async () => {
    const { page, harness } = await stage.open('panel.html', {
      'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: promise.title, contract: 'c-128.3.3', view: promise, flags: [flag] }),
      'outcomes.membersOfIssue': ({ page: number }) => ok(signalList(61, number)), 'outcomes.flagMembersOfIssue': ({ page: number }) => ok(signalList(12, number)),
    });
    await page.getByRole('button', { name: '56 accounts before, 61 signals' }).click();
    await page.getByText('1 to 20 of 61').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: '10 accounts since, 12 signals' }).click();
    await page.getByText('1 to 12 of 12').waitFor();
    expect([...inputsOf(harness.calls, 'outcomes.membersOfIssue'), ...inputsOf(harness.calls, 'outcomes.flagMembersOfIssue')]).toEqual([
      { contract: 'c-128.3.3', issue: '1', measure: 'themes:t9', readOut: 8, window: 'before', page: 1 }, { contract: 'c-128.3.3', theme: 't7', page: 1 },
    ]);
  });

  it('say by which rules they judge, and let a person add what only a person knows', async () => {
    const { page, harness } = await stage.open('project.html#/releases/c-128.3.3', { 'outcomes.release': () => ok(releaseToCome), 'outcomes.freeze': () => ok(releaseToCome) });
    await page.getByText('How it is judged').click();
    await page.getByText('Left out: 7 Apr 2025 to 9 Apr 2025, when something else broke.').waitFor();
    await page.getByLabel('Something else broke from').fill('2025-05-05');
    await page.getByLabel('to', { exact: true }).fill('2025-05-06');
    await page.getByRole('button', { name: 'Leave these weeks out' }).click();
    await page.getByLabel('Least change worth the name').selectOption('0.3');
    await page.waitForFunction(() => document.querySelector('select')?.disabled === false);
    expect(inputsOf(harness.calls, 'outcomes.freeze')).toEqual([
      { release: '128.3.3', incidents: [{ from: '2025-04-07T00:00:00.000Z', to: '2025-04-09T23:59:59.999Z' }, { from: '2025-05-05T00:00:00.000Z', to: '2025-05-06T23:59:59.999Z' }] },
      { release: '128.3.3', leastEffect: 0.3 },
    ]);
  });

  it('note a customer’s answer, and send nothing', async () => {
    const { page, harness } = await stage.open('project.html#/releases/c-128.3.3', {
      'outcomes.release': () => ok(releaseView),
      'outcomes.drafts': () => ok({ notToAsk: 0, drafts: [{ signal: 's', source: 'zendesk', account: 'Kestrel Labs', text: { id: 'outcome.did-it-help', params: { saidAt: '2025-05-01', release: '128.3.3', releasedAt: '2025-05-27', issue: 'TB-1' } } }] }),
      'outcomes.confirm': () => ok({ ...releaseView, promises: [{ ...promise, confirmed: { kind: 'confirmed', customers: 1, by: ['customer'] } }] }),
    });
    const first = page.locator('.rs-promise').first();
    await first.getByRole('button', { name: 'Write “Did it help?”' }).click();
    await page.getByText('Nothing is sent: copy one into its source.').waitFor();
    await first.getByRole('button', { name: 'Note an answer' }).click();
    await first.getByRole('button', { name: 'It helped' }).click();
    await page.getByText('Confirmed by 1 customer').waitFor();
    expect(inputsOf(harness.calls, 'outcomes.confirm')).toEqual([{ contract: 'c-128.3.3', issue: '1', how: 'customer', helped: true }]);
  });

  it('name who fell silent, and take a conversation at its word', async () => {
    const { page, harness } = await stage.open('project.html#/releases/c-128.3.3', { 'outcomes.release': () => ok(releaseView), 'outcomes.confirm': () => ok(releaseView) });
    const first = page.locator('.rs-promise').first();
    await first.getByText('2 accounts hit this before and were not heard anywhere from the release to 1 Aug 2025').click();
    await first.getByText('Acme, Birch. Content, or gone').waitFor();
    await first.getByRole('button', { name: 'Note an answer' }).click();
    await first.getByLabel('How do you know?').selectOption('conversation');
    await first.getByRole('button', { name: 'It did not help' }).click();
    await page.waitForFunction(() => document.querySelector('.rs-edit') === null);
    expect(inputsOf(harness.calls, 'outcomes.confirm')).toEqual([{ contract: 'c-128.3.3', issue: '1', how: 'conversation', helped: false }]);
  });

  it('let who administers the project say what an issue should change, and what is written on Jira', async () => {
    const choices = { canChange: true, themes: [{ id: 't/1', label: 'Mail opens blank', signals: 61 }], events: ['feature-used:export'], releases: [] };
    const { page, harness } = await stage.open('project.html#/releases/c-128.3.3', { 'outcomes.release': () => ok(releaseView), 'outcomes.choices': () => ok(choices), 'outcomes.freeze': () => ok({ ...releaseView, withoutTarget: [] }) });
    await page.getByRole('button', { name: 'Choose what it should change' }).click();
    await page.getByLabel('What should TB-1923765 change?').selectOption({ label: 'Mail opens blank (61 signals)' });
    await page.getByRole('button', { name: 'Measure by this' }).click();
    await page.getByRole('heading', { name: 'Cannot be judged' }).waitFor({ state: 'detached' });
    expect(inputsOf(harness.calls, 'outcomes.freeze')).toEqual([{ release: '128.3.3', themes: [{ issue: '5', themes: ['t/1'] }] }]);
    const settings = await stage.open('project.html#/releases', { 'outcomes.releases': () => ok(releases), 'outcomes.choices': () => ok(choices), 'outcomes.annotations': () => ok({ commentRole: null, versionLink: true, problem: 'fields commentLevel', canChange: true }), 'outcomes.saveAnnotations': (wish) => ok({ ...(wish as { commentRole: string; versionLink: boolean }), canChange: true }) });
    await settings.page.getByText('Jira refused the last write (fields commentLevel)').waitFor();
    await settings.page.getByLabel('A comment on each issue when its result is read, for one role only').check();
    await settings.page.getByRole('button', { name: 'Save' }).click();
    await settings.page.getByText('Jira refused the last write').waitFor({ state: 'detached' });
    expect(inputsOf(settings.harness.calls, 'outcomes.saveAnnotations')).toEqual([{ versionLink: true, commentRole: 'Administrators' }]);
  });

  it('stand on the issue that shipped, with their weeks on request', async () => {
    const { page } = await stage.open('panel.html', { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: promise.title, contract: 'c', view: promise, flags: [] }) });
    await page.getByText('Fewer customers hit this: 56 accounts in 12 weeks before 128.3.3').first().waitFor();
    expect(await page.locator('.rs-outcome-chart').count()).toBe(0);
    await page.getByRole('button', { name: 'Show the weeks' }).click();
    await page.locator('.rs-outcome-chart').waitFor();
    expect(await page.locator('.rs-outcome-chart tbody tr').count()).toBe(21);
  });
});
