import { ADMIN_STATES } from '../../static/app/dev/fixtures/admin';
import { BACKLOG_STATES, BANNERS, backlog, closingSettings, dryRun, madeCall, undoRows } from '../../static/app/dev/fixtures/backlog';
import { promise, releaseView, releases } from '../../static/app/dev/fixtures/outcomes';
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
    expect(await page.getByRole('button', { name: /Approve|Keep|Reopen|See what/ }).count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });

  it.each(['observe', 'stopped'])('cannot approve while it is %s', async (name) => {
    const { page } = await stage.open('project.html#/backlog', { 'backlog.open': () => ok(BACKLOG_STATES[name] ?? backlog) });
    await page.getByRole('heading', { name: '3 items could close' }).waitFor();
    expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
  });

  it('opens the complete list behind a number', async () => {
    const { page, harness } = await stage.open('project.html#/backlog', { 'backlog.open': () => ok(backlog), 'backlog.list': () => ok({ total: 350, page: 1, pages: 18, rows: [] }) });
    await page.getByRole('link', { name: '350', exact: true }).click();
    await page.getByRole('heading', { name: 'Open items that we cannot judge350' }).waitFor();
    expect(inputsOf(harness.calls, 'backlog.list')).toEqual([{ list: 'cannot-judge', reason: 'not-searchable', page: 1 }]);
  });

  it('says what would come back before it takes closes back', async () => {
    const { page, harness } = await stage.open('project.html#/backlog', { 'backlog.open': () => ok(backlog), 'backlog.previewUndo': () => ok({ rows: undoRows }), 'backlog.undo': () => ok({ rows: undoRows }) });
    await page.getByLabel('Closed since').fill('2025-05-01');
    await page.getByRole('button', { name: 'See what would come back' }).click();
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

  it('cannot be Live before what is missing is there, and says what a step would have done', async () => {
    const { page, harness } = await stage.open('admin.html', { ...open, 'admin.changeMode': () => ok({ settings: { ...closingSettings, policy: { ...closingSettings.policy, mode: 'suggest' } }, dryRun }) });
    expect(await page.getByRole('radio', { name: /^Live/ }).isDisabled()).toBe(true);
    await page.getByText('Proposals have to run for 28 days first').waitFor();
    await page.getByRole('radio', { name: /^Suggest/ }).check();
    await page.getByRole('button', { name: 'Change to Suggest' }).click();
    await page.getByText('Over the last 90 days this would have closed 41; 3 would have been wrong.').waitFor();
    expect(inputsOf(harness.calls, 'admin.changeMode')).toEqual([{ product: 'thunderbird', mode: 'suggest' }]);
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
    const settings = { ...closingSettings, policy: { ...closingSettings.policy, fallback: { kind: 'resolution' as const, name: 'Won’t do', acceptedBy: 'po', acceptedAt: '2025-07-01T00:00:00.000Z' } } };
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
    await page.getByText('Numbers of the policy').click();
    await page.getByLabel(/Days between notice and close/).fill('1');
    await page.getByRole('button', { name: 'Save the numbers' }).click();
    await page.getByText('Saved, within the bounds: Days between notice and close: 7 instead of 1.').waitFor();
    expect(inputsOf(harness.calls, 'admin.changePolicy')).toEqual([{ product: 'thunderbird', wish: { graceDays: 1 } }]);
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

  it('note a customer’s answer, and send nothing', async () => {
    const { page, harness } = await stage.open('project.html#/releases/c-128.3.3', {
      'outcomes.release': () => ok(releaseView),
      'outcomes.drafts': () => ok({ drafts: [{ signal: 's', source: 'zendesk', account: 'Kestrel Labs', text: { id: 'outcome.did-it-help', params: { saidAt: '2025-05-01', release: '128.3.3', releasedAt: '2025-05-27', issue: 'TB-1' } } }] }),
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

  it('stand on the issue that shipped, with their weeks on request', async () => {
    const { page } = await stage.open('panel.html', { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: promise.title, contract: 'c', view: promise }) });
    await page.getByText('Fewer customers hit this: 56 accounts in 12 weeks before 128.3.3').first().waitFor();
    expect(await page.locator('.rs-outcome-chart').count()).toBe(0);
    await page.getByRole('button', { name: 'Show the weeks' }).click();
    expect(await page.locator('.rs-outcome-chart tbody tr').count()).toBe(21);
  });
});
