import { z } from 'zod';
import type { LocalSite } from '../../host/local-site';
import { handOver } from '../../host/seed/apply-seed';
import { closingSeed } from '../build/closing-seed';
import { openSiteInBrowser, panel, tab, type SiteInBrowser } from '../fixtures/made-up-site-in-browser';

/** A whole cycle of closing on the local host, in the browser, by people with different rights, with the clock moved on. The steps build on each other. */
const DAY_MS = 86_400_000;
const TAB = '/projects/MAIL/apps/resurface#/backlog';

const InJira = z.object({ fields: z.object({ status: z.object({ name: z.string() }), resolution: z.object({ name: z.string() }).nullish(), comment: z.object({ total: z.number() }) }) });

const seed = closingSeed();
let inBrowser: SiteInBrowser;
let site: LocalSite;

beforeAll(async () => {
  inBrowser = await openSiteInBrowser(seed);
  site = inBrowser.site;
}, 180_000);
afterAll(async () => inBrowser?.close());
afterEach(async () => expect(await inBrowser.leave()).toEqual([]));

const as: SiteInBrowser['as'] = (...who) => inBrowser.as(...who);
const picture: SiteInBrowser['picture'] = (...what) => inBrowser.picture(...what);

/** Time passes: customers go on speaking, and the app's hourly round runs once at the end. */
async function after(days: number): Promise<void> {
  const from = site.host.clock();
  const to = new Date(Date.parse(from) + days * DAY_MS).toISOString();
  site.host.setClock(to);
  await site.host.idle();
  await handOver(site.host, seed, seed.arrivals?.(from, to) ?? [], () => undefined);
  await site.host.idle();
  site.host.runScheduled(seed.tenant, 'hourly');
  await site.host.idle();
}

/** What Jira says of an issue, asked as a developer. */
async function inJira(key: string): Promise<{ readonly status: string; readonly resolution: string | undefined; readonly comments: number }> {
  const address = `${site.jira.url}/rest/api/3/issue/${key}?fields=status,resolution,comment`;
  const answer = await fetch(address, { headers: { 'x-emulated-tenant': seed.tenant, 'x-emulated-actor': 'larch:developer' } });
  const { fields } = InJira.parse(await answer.json());
  return { status: fields.status.name, resolution: fields.resolution?.name, comments: fields.comment.total };
}

describe('a cycle of closing', () => {
  it('shows everyone the proposals, each with a reason; a reporter may keep one and decide nothing else', async () => {
    const page = await as('viewer', TAB);
    await tab(page).getByRole('heading', { name: '6 items could close' }).waitFor();
    await tab(page).getByText(/^Nobody in 2,\d+ contacts since .* mentions this$/).first().waitFor();
    await tab(page).getByText('Went out with 4.2 on 3 Jun 2025').waitFor();
    expect(await tab(page).getByRole('button', { name: /Approve|Undo|Decide/ }).count()).toBe(0);
    await picture(page, '1-reporter');
    await tab(page).getByRole('button', { name: 'Keep MAIL-5' }).click();
    await tab(page).getByRole('heading', { name: '5 items could close' }).waitFor();
  });

  it('lets the product owner read the notice, choose and approve', async () => {
    const page = await as('owner', TAB);
    await tab(page).getByRole('button', { name: 'Read the notice' }).click();
    await picture(page, '2-owner-notice');
    for (const key of ['MAIL-2', 'MAIL-3', 'MAIL-4', 'MAIL-6']) await tab(page).getByLabel(`Choose ${key}`).check();
    await tab(page).getByRole('button', { name: 'Approve 4 closes' }).click();
    await tab(page).getByRole('heading', { name: 'Under way4' }).waitFor();
    await site.host.idle();
    await page.reload();
    await tab(page).getByText('told on 1 Jul 2025, closes on 15 Jul 2025 unless kept').first().waitFor();
    await picture(page, '3-owner-under-way');
  });

  it('opens from Jira’s own backlog, with what could close', async () => {
    const page = await as('owner', '/projects/MAIL/backlog');
    await page.getByRole('button', { name: 'Items that nobody asks for' }).click();
    const dialog = page.frameLocator('dialog iframe');
    await dialog.getByRole('heading', { name: '1 item could close' }).waitFor();
    await dialog.getByRole('link', { name: '1 cannot judge: open the list' }).click();
    await dialog.getByRole('heading', { name: 'Open items that we cannot judge1' }).waitFor();
    await picture(page, '3b-owner-dialog');
  });

  it('tells people on the issue, and a developer keeps it with one click', async () => {
    const page = await as('developer', '/browse/MAIL-4');
    await panel(page).getByText('Closes on 15 Jul 2025 unless someone keeps it').waitFor();
    await picture(page, '4-developer-noticed');
    await panel(page).getByRole('button', { name: 'Keep' }).click();
    await panel(page).getByText('Kept open until 1 Jul 2026').waitFor();
    expect((await inJira('MAIL-4')).comments).toBe(1);
  });

  it('shows nothing to a person without permission', async () => {
    const page = await as('outsider', '/browse/MAIL-2');
    expect(await page.locator('iframe').count()).toBe(0);
    const project = await as('outsider', TAB);
    expect(await project.getByText('could close').count()).toBe(0);
    await picture(project, '5-outsider');
  });

  it('closes nothing while an admin has stopped it', async () => {
    const page = await as('admin', '/admin/resurface');
    await tab(page).getByRole('button', { name: 'Stop all closing now' }).click();
    await tab(page).getByText('All closing is stopped.').waitFor();
    await picture(page, '6-admin-stopped');
    await after(14);
    expect(await inJira('MAIL-2')).toMatchObject({ status: 'To Do', comments: 1 });
    const owner = await as('owner', TAB);
    await tab(owner).getByText('Closing is stopped by an admin').waitFor();
    await picture(owner, '7-owner-stopped');
  });

  it('closes what is due when it is started again, as “No customer evidence”, and leaves what was kept', async () => {
    const page = await as('admin', '/admin/resurface');
    await tab(page).getByRole('button', { name: 'Start again' }).click();
    await tab(page).getByText('Closing is not stopped.').waitFor();
    await after(1 / 24);
    for (const key of ['MAIL-2', 'MAIL-3', 'MAIL-6']) expect(await inJira(key)).toEqual({ status: 'Done', resolution: 'No customer evidence', comments: 2 });
    for (const key of ['MAIL-4', 'MAIL-5']) expect(await inJira(key)).toMatchObject({ status: 'To Do' });
    const owner = await as('owner', TAB);
    await tab(owner).getByText('0 of 3 closes were reopened by a customer: our error rate is 0 %.').waitFor();
    await picture(owner, '8-owner-closed');
  });

  it('gives one close back to whoever may edit the issue', async () => {
    const page = await as('developer', '/browse/MAIL-3');
    await panel(page).getByText('Closed on 15 Jul 2025').waitFor();
    await picture(page, '9-developer-closed');
    await panel(page).getByRole('button', { name: 'Undo' }).click();
    await panel(page).getByText('The close was undone. We leave it alone').waitFor();
    expect(await inJira('MAIL-3')).toMatchObject({ status: 'To Do', resolution: undefined });
  });

  it('brings back what customers ask for after the close, in their words, and counts it as our error', async () => {
    await after(9);
    const page = await as('owner', TAB);
    await tab(page).getByRole('heading', { name: 'Closed, and asked for again' }).waitFor();
    await tab(page).getByText(/I need a tethered microphone at the reception/).first().waitFor();
    await picture(page, '10-owner-asked-again');
    await tab(page).getByRole('button', { name: 'Reopen MAIL-2' }).click();
    await tab(page).getByText('1 of 3 closes was reopened by a customer: our error rate is 33.3 %.').waitFor();
    await tab(page).getByRole('link', { name: '1 reopened by a person: open the list' }).waitFor();
    await tab(page).getByRole('link', { name: '1 reopened by a customer: our error: open the list' }).waitFor();
    expect(await inJira('MAIL-2')).toMatchObject({ status: 'To Do', resolution: undefined });
  });

  it('stands still by itself after two of one run came back, until an admin has said what was found', async () => {
    await after(1);
    const owner = await as('owner', TAB);
    await tab(owner).getByText('Two closes of one run were undone, on 25 Jul 2025. An admin has to arm it again.').waitFor();
    await picture(owner, '11-owner-breaker');
    const page = await as('admin', '/admin/resurface');
    await tab(page).getByText('Closing stands still since 25 Jul 2025').waitFor();
    await tab(page).getByLabel('What was found').fill('Both were looked at; the rule stays.');
    await picture(page, '12-admin-breaker');
    await tab(page).getByRole('button', { name: 'Arm again' }).click();
    await tab(page).getByText('Closing stands still').waitFor({ state: 'detached' });
    await tab(page).getByRole('button', { name: 'Compare the record with Jira' }).click();
    await tab(page).getByText(/ entries, 1 compared with Jira, 0 unexplained\./).waitFor();
  });

  it('takes a batch back from the tab, after saying what would come back', async () => {
    const page = await as('owner', TAB);
    await tab(page).getByRole('button', { name: 'See what would come back of 1 Jul 2025' }).click();
    await tab(page).getByText('would be open again').waitFor();
    await picture(page, '13-owner-batch');
    await tab(page).getByRole('button', { name: 'Take 1 back' }).click();
    await tab(page).getByText('is open again', { exact: true }).waitFor();
    expect(await inJira('MAIL-6')).toMatchObject({ status: 'To Do', resolution: undefined });
    expect(site.host.failures(seed.tenant)).toEqual([]);
  });
});
