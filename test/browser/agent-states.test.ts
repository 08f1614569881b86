import type { Page } from 'playwright-core';
import type { LocalSite } from '../../host/local-site';
import { closingSeed } from '../build/closing-seed';
import { openSiteInBrowser, panel, tab, type SiteInBrowser } from '../fixtures/made-up-site-in-browser';
import { openScriptedProvider } from '../fixtures/scripted-provider';

/** What people see while a model is off, has no budget, is away, runs out of it, and is back. A script written by hand stands in for the model. The steps build on each other. */
const MINUTE = 60_000;
const LONG = 240_000;
const ON = { product: 'mail', provider: 'openai', model: 'gpt-4.1-mini-2025-04-14', inputPrice: 0.4, outputPrice: 1.6, reads: 'candidates', tokens: 100_000_000, dollars: 100 } as const;
const { arrivals: _, ...seed } = closingSeed();

let inBrowser: SiteInBrowser;
let site: LocalSite;
let provider: Awaited<ReturnType<typeof openScriptedProvider>>;
let verdict: string | null;

beforeAll(async () => {
  provider = await openScriptedProvider();
  inBrowser = await openSiteInBrowser(seed, { 'https://api.openai.com': provider.url });
  site = inBrowser.site;
}, LONG);
afterAll(async () => {
  await inBrowser?.close();
  await provider?.close();
});
afterEach(async () => expect(await inBrowser.leave()).toEqual([]));

const as: SiteInBrowser['as'] = (...who) => inBrowser.as(...who);
const pictures: SiteInBrowser['pictures'] = (...what) => inBrowser.pictures(...what);

async function ask(endpoint: string, payload: object): Promise<void> {
  const answer = (await site.host.invoke('larch', { functionKey: endpoint, moduleKey: 'admin-page', accountId: 'larch:admin', payload, extension: {} })) as { readonly ok: boolean; readonly code?: string };
  if (!answer.ok) throw new Error(`${endpoint}: ${answer.code}`);
}

async function switchOn(more: object = {}): Promise<void> {
  await ask('agent.save', { ...ON, ...more });
  await ask('agent.saveKey', { product: 'mail', key: 'sk-scripted-key' });
}

/** Time passes in steps, with the hourly round. */
async function pass(minutes: number): Promise<void> {
  site.host.runScheduled('larch', 'hourly');
  for (let left = minutes; left > 0; left -= 20) {
    await site.host.advanceClock(Math.min(20, left) * MINUTE);
    await site.host.idle();
  }
}

/** The panel with its brief, which says `words`; the verdict is the one that was there without a model. */
async function panelSays(words: RegExp, name: string): Promise<void> {
  const shown = (page: Page): Promise<unknown> => panel(page).getByText(words).first().waitFor();
  const page = await as('developer', '/browse/MAIL-8');
  await shown(page);
  expect(await panel(page).locator('h2').first().textContent()).toBe(verdict);
  await pictures(name, 'developer', '/browse/MAIL-8', shown);
}

it('without a model: the panel has its brief by rule, and says so', async () => {
  const page = await as('developer', '/browse/MAIL-8');
  await panel(page).getByText('Put together by rules: no model is switched on.').waitFor();
  verdict = await panel(page).locator('h2').first().textContent();
  expect(verdict).toMatch(/customer|account/);
  await pictures('1-panel-off', 'developer', '/browse/MAIL-8', (one) => panel(one).getByText('Put together by rules').waitFor());
}, LONG);

it('on a budget of zero: the panel answers as before, and says that the budget is spent', async () => {
  await switchOn({ tokens: 0, dollars: 0 });
  await pass(60);
  expect(provider.requests).toBe(0);
  await panelSays(/Put together by rules: this month’s budget for the model is spent\. Read by the agent: 0 of \d+ signals\./, '2-panel-budget-zero');
}, LONG);

it('away for an hour: the panel answers as before, and says since when nobody answers; the admin sees it too', async () => {
  provider.state = 'down';
  await switchOn();
  await pass(60);
  await panelSays(/Put together by rules: since \d+ Jul 2025 the model’s provider has a fault\./, '3-panel-away');
  const admin = await as('admin', '/admin/resurface');
  await tab(admin).getByText(/since \d+ Jul 2025/i).first().waitFor();
  await pictures('4-admin-away', 'admin', '/admin/resurface', (one) => tab(one).getByText('Read by the agent').first().waitFor());
}, LONG);

it('out of money in mid-run: the panel answers as before, and says how much was read', async () => {
  provider.state = 'up';
  await switchOn({ tokens: 20_000 });
  await pass(60);
  await panelSays(/this month’s budget for the model is spent\. Read by the agent: [1-9]\d* of \d+ signals/, '5-panel-exhausted');
  const admin = await as('admin', '/admin/resurface');
  await tab(admin).getByText(/Read by the agent: [1-9]\d* signals; [1-9][\d,]* wait/).waitFor();
}, LONG);

it('back: the brief is in its words, the verdict is still the store’s; both sides, prototype and invitations say who worded what', async () => {
  await switchOn();
  await pass(80);
  await panelSays(/Written by openai:gpt-4\.1-mini-2025-04-14, numbers and quotes from the store\./, '6-panel-written');
  const issue = await as('developer', '/browse/MAIL-8');
  await panel(issue).getByRole('button', { name: 'Prototype brief' }).click();
  const dialog = issue.frameLocator('dialog iframe');
  await dialog.getByRole('button', { name: 'Write the brief' }).click();
  // By rule until the job was through, which may be sooner than we look.
  await dialog.getByText(/written by rule: the model has not written it yet|worded by AI from these quotes/).first().waitFor();
  await pass(20);
  const openPrototype = async (page: Page, button: string, words: RegExp): Promise<void> => {
    await panel(page).getByRole('button', { name: button }).click();
    await page.frameLocator('dialog iframe').getByText(words).first().waitFor();
  };
  const again = await as('developer', '/browse/MAIL-8');
  await openPrototype(again, 'Prototype brief', /need and smallest thing worded by AI from these quotes, the rest by rule/);
  await pictures('7-prototype', 'developer', '/browse/MAIL-8', (page) => openPrototype(page, 'Prototype brief', /worded by AI/));
  await pictures('8-debate', 'developer', '/browse/MAIL-8', (page) => openPrototype(page, 'For and against', /^For/));
  const talk = await as('owner', '/projects/MAIL/apps/resurface#/talk');
  await tab(talk).getByText('Draft, not sent; one sentence by the agent in their words, the rest by rule').first().waitFor();
  await pictures('9-talk', 'owner', '/projects/MAIL/apps/resurface#/talk', (page) => tab(page).getByText('Draft, not sent').first().waitFor());
  await pictures('10-admin', 'admin', '/admin/resurface', (page) => tab(page).getByText('Read by the agent').first().waitFor());
}, LONG);

it('closed nothing in all this', async () => {
  for (const { key, status } of seed.issues) {
    const answer = await fetch(`${site.jira.url}/rest/api/3/issue/${key}?fields=status,comment`, { headers: { 'x-emulated-tenant': 'larch', 'x-emulated-actor': 'larch:developer' } });
    expect(await answer.json()).toMatchObject({ fields: { status: { name: status }, comment: { total: 0 } } });
  }
}, LONG);
