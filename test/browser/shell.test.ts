import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { Host } from '../../host/forge/host-api';
import { openHost } from '../../host/forge/open-host';
import { openJira } from '../../host/jira/jira';
import type { Jira } from '../../host/jira/jira';
import { buildShell, SHELL_FOLDER } from '../../host/shell/build';
import { NOW, seed } from '../unit/jira/a-site';

const APP = resolve(__dirname, '../fixtures/shell-app');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

let host: Host;
let jira: Jira;
let browser: Browser;
let page: Page;
let folder: string;
const complaints: string[] = [];

beforeAll(async () => {
  if (CHROMIUM === undefined) throw new Error('These tests need Chromium (on Debian: apt-get install chromium).');
  await Promise.all([buildShell(), build({ entryPoints: [join(APP, 'ui/page.ts')], outfile: join(APP, 'dist/page.js'), bundle: true, format: 'iife', platform: 'browser', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'error' })]);
  mkdirSync(join(APP, 'dist'), { recursive: true });
  copyFileSync(join(APP, 'ui/index.html'), join(APP, 'dist/index.html'));
  folder = mkdtempSync(join(tmpdir(), 'shell-'));
  jira = await openJira({ folder: join(folder, 'jira'), clock: () => host.clock(), onEvent: () => undefined });
  const seeds = [seed(), seed({ tenant: 'beta', siteName: 'Beta', synthetic: false, issues: [] })];
  const tenants = seeds.map(({ tenant, siteName, users }) => ({ name: tenant, siteName, users }));
  host = await openHost({ appFolder: APP, stateFolder: join(folder, 'forge'), bundleFolder: join(folder, 'bundles'), shellFolder: SHELL_FOLDER, tenants, jiraUrl: jira.url, schedules: 'manual', log: () => undefined });
  host.setClock(NOW);
  for (const one of seeds) jira.seed(one.tenant, one);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await host?.close();
  await jira?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  complaints.length = 0;
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

/** A page of the shell as somebody. */
async function open(path: string, accountId = 'u-admin', mode = 'light'): Promise<void> {
  await page.addInitScript(([who, colors]) => {
    localStorage.setItem('local-forge-host:person:acme', who ?? '');
    if (localStorage.getItem('local-forge-host:color-mode') === null) localStorage.setItem('local-forge-host:color-mode', colors ?? '');
  }, [accountId, mode]);
  await page.goto(host.addresses.shell + path);
  await page.locator('.content h1').waitFor();
}

const frame = (within: string): FrameLocator => page.frameLocator(`${within} iframe`);
const said = (within: string): Promise<string | null> => frame(within).locator('#said').textContent();

async function ask(within: string, button: string, answer: RegExp): Promise<void> {
  await frame(within).getByRole('button', { name: button, exact: true }).click();
  expect(await poll(() => said(within), (text) => answer.test(text ?? ''))).toMatch(answer);
}

async function poll<Value>(read: () => Promise<Value>, until: (value: Value) => boolean): Promise<Value> {
  const deadline = Date.now() + 10_000;
  let value = await read();
  while (!until(value) && Date.now() < deadline) {
    await page.waitForTimeout(50);
    value = await read();
  }
  return value;
}

describe('the issue view', () => {
  it('shows the panel only after a person clicked its button, and keeps it for that issue', async () => {
    await open('/browse/MAIL-1', 'u-member');
    await frame('.context').locator('#where').waitFor();
    expect(await page.locator('.panel').count()).toBe(0);
    await page.getByRole('button', { name: 'Add Sample panel' }).click();
    await frame('.panel').locator('#where').waitFor();
    expect(await frame('.panel').locator('#where').textContent()).toBe('{"module":"panel","issue":"MAIL-1","project":"MAIL"}');
    expect(await page.getByRole('button', { name: 'Add Sample panel' }).count()).toBe(0);
    await open('/browse/MAIL-4', 'u-member');
    expect(await page.locator('.panel').count()).toBe(0);
  });

  it('shows the panel on every issue of a project where an administrator pinned it', async () => {
    const pin = { moduleId: 'ari:cloud:ecosystem::extension/app/env/static/panel', projectList: [{ action: 'PIN', projectIdOrKey: 'MAIL' }] };
    await fetch(`${jira.url}/rest/api/3/forge/panel/action/bulk/async`, { method: 'POST', headers: { 'x-emulated-tenant': 'acme', 'x-emulated-actor': 'u-admin' }, body: JSON.stringify(pin) });
    await open('/browse/MAIL-2', 'u-viewer');
    await frame('.panel').locator('#where').waitFor();
    const height = (): Promise<number> => page.locator('.panel iframe').evaluate((element) => element.clientHeight);
    const before = await poll(height, (pixels) => pixels < 480);
    await ask('.panel', 'grow', /grown/);
    expect(await poll(height, (pixels) => pixels >= before + 900)).toBeGreaterThanOrEqual(before + 900);
  });

  it('answers what the app asks: its functions, Jira as the person, refusals as refusals', async () => {
    await open('/browse/MAIL-2', 'u-viewer');
    await ask('.panel', 'who', /"from":"page".*"accountId":"u-viewer".*"issue":"MAIL-2"|"issue":"MAIL-2"/);
    await ask('.panel', 'fail', /refused: .*the resolver failed/);
    await ask('.panel', 'jira', /200 u-viewer/);
    await ask('.panel', 'rovo', /refused/);
  });

  it('shows flags whose actions reach the app', async () => {
    await open('/browse/MAIL-2');
    await ask('.panel', 'flag', /flag shown/);
    await page.locator('.flag').getByText('Until Friday').waitFor();
    await page.locator('.flag').getByRole('button', { name: 'Undo' }).click();
    expect(await poll(() => said('.panel'), (text) => text === 'undone')).toBe('undone');
    await page.locator('.flag').getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.locator('.flag').count()).toBe(0);
  });

  it('opens the app\'s dialog with its context, and gives back what it closed with', async () => {
    await open('/browse/MAIL-2');
    await ask('.panel', 'modal', /modal open/);
    expect(await poll(() => frame('dialog').locator('#where').textContent(), () => true)).toContain('"modal":{"list":"all"}');
    await frame('dialog').getByRole('button', { name: 'close', exact: true }).click();
    expect(await poll(() => said('.panel'), (text) => text?.includes('closed') === true)).toBe('{"closed":{"kept":2}}');
    expect(await page.locator('dialog').count()).toBe(0);
    await ask('.panel', 'modal', /modal open/);
    await page.getByRole('button', { name: 'Close dialog' }).click();
    expect(await page.locator('dialog').count()).toBe(0);
  });

  it('carries the app\'s events between its frames, and its ways to other pages', async () => {
    await open('/browse/MAIL-2');
    await frame('.context').locator('#where').waitFor();
    await frame('.panel').getByRole('button', { name: 'emit', exact: true }).click();
    expect(await poll(() => said('.context'), (text) => text?.includes('heard') === true)).toBe('{"heard":{"by":"panel"}}');
    await frame('.panel').getByRole('button', { name: 'browse', exact: true }).click();
    await page.waitForURL('**/browse/MAIL-4');
  });

  it('moves the issue through its workflow, asking for the resolution that the screen holds', async () => {
    await open('/browse/MAIL-4', 'u-member');
    await page.locator('.status-menu summary').click();
    await page.getByRole('button', { name: /^Close/ }).click();
    await page.locator('dialog select').selectOption({ label: 'No customer evidence' });
    await page.locator('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await page.locator('.resolution').getByText('No customer evidence').waitFor();
    await page.getByRole('button', { name: 'History' }).click();
    await page.locator('.history').getByText('To Do → Closed').waitFor();
  });

  it('takes a comment', async () => {
    await open('/browse/MAIL-1', 'u-member');
    await page.getByRole('button', { name: 'Comments' }).click();
    await page.getByRole('textbox', { name: 'Add a comment' }).fill('Seen again today');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.comment').getByText('Seen again today').waitFor();
  });

  it('says the same of an issue that is hidden and one that is not there', async () => {
    const words = async (key: string): Promise<string> => {
      await open(`/browse/${key}`, 'u-member');
      return (await page.locator('main').textContent()) ?? '';
    };
    expect(await words('MAIL-3')).toBe(await words('MAIL-99'));
  });
});

describe('the app\'s pages', () => {
  it('keep their place in the address bar, back and forth', async () => {
    await open('/projects/MAIL/apps/resurface#/first');
    expect(await poll(() => said('.app-frame'), (text) => text === 'at #/first')).toBe('at #/first');
    await frame('.app-frame').getByRole('button', { name: 'deep', exact: true }).click();
    await page.waitForURL('**/projects/MAIL/apps/resurface#/themes/7');
    await page.goBack();
    expect(await poll(() => said('.app-frame'), (text) => text === 'at #/first')).toBe('at #/first');
    await ask('.app-frame', 'title', /title changed/);
    expect(await page.title()).toBe('Changed by the app');
  });

  it('are for administrators of the site in the administration', async () => {
    await open('/admin/resurface', 'u-admin');
    await frame('.app-frame').locator('#where').waitFor();
    await open('/apps/resurface', 'u-admin');
    expect(await frame('.app-frame').locator('#where').textContent()).toContain('"module":"global"');
    const other = await browser.newContext();
    page = await other.newPage();
    await open('/admin/resurface', 'u-member');
    expect(await page.locator('iframe').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Sample admin settings' }).count()).toBe(0);
  });
});

describe('around the pages', () => {
  it('finds, filters and lists', async () => {
    await open('/projects/MAIL/backlog', 'u-admin');
    await page.getByText('Showing 2 of 2').waitFor();
    await page.getByRole('combobox', { name: 'Show' }).selectOption('all');
    await page.waitForURL('**/backlog?show=all');
    await page.getByText('Showing 4 of 4').waitFor();
    await page.getByRole('searchbox', { name: 'Search this backlog' }).fill('secret');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('link', { name: 'A secret acquisition' }).click();
    await page.waitForURL('**/browse/MAIL-3');
    await open('/projects/MAIL/versions', 'u-admin');
    await page.getByRole('row', { name: /139\.0/ }).getByRole('button', { name: 'Release', exact: true }).click();
    await page.getByRole('row', { name: /139\.0/ }).getByRole('button', { name: 'Unrelease' }).waitFor();
  });

  it('changes person and site; nothing of one site shows on the other', async () => {
    await open('/', 'u-admin');
    await page.getByText('Synthetic data').waitFor();
    await page.locator('.people summary').click();
    await page.getByRole('button', { name: /Oth Er/ }).click();
    await page.getByLabel('You are Oth Er').waitFor();
    await page.getByRole('heading', { name: 'Calendar' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Mail' }).count()).toBe(0);
    await page.locator('.sites summary').click();
    await page.getByRole('button', { name: 'Beta' }).click();
    await page.locator('.site-name').getByText('Beta').waitFor();
    expect(await page.getByText('Compacting').count()).toBe(0);
    expect(await page.getByText('Synthetic data').count()).toBe(0);
  });

  it('moves the clock', async () => {
    await open('/');
    const day = async (): Promise<string> => (await page.locator('.clock summary').textContent()) ?? '';
    const before = new Date(`${await day()} UTC`).getTime();
    await page.locator('.clock summary').click();
    await page.getByRole('button', { name: '+1 week' }).click();
    expect(new Date(`${await poll(day, (text) => new Date(`${text} UTC`).getTime() >= before + 7 * 86_400_000)} UTC`).getTime() - before).toBe(7 * 86_400_000);
  });

  it('turns dark with everything in it, and remembers', async () => {
    await open('/browse/MAIL-2');
    const mode = (): Promise<string | null> => frame('.panel').locator('html').getAttribute('data-color-mode');
    expect(await poll(mode, (value) => value === 'light')).toBe('light');
    await page.getByRole('button', { name: 'Dark colours' }).click();
    expect(await poll(mode, (value) => value === 'dark')).toBe('dark');
    await page.reload();
    expect(await page.locator('html').getAttribute('data-color-mode')).toBe('dark');
    expect(await poll(mode, (value) => value === 'dark')).toBe('dark');
  });

  it.each(['/', '/browse/MAIL-1', '/projects/MAIL/backlog', '/projects/MAIL/versions', '/projects/MAIL/apps/resurface', '/admin/resurface', '/nowhere'])('%s fits from 320 to 1600 px, with one heading and landmarks', async (path) => {
    await open(path);
    for (const width of [320, 600, 768, 1024, 1280, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)]).toEqual([width, 0]);
    }
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('header, nav, main').count()).toBeGreaterThanOrEqual(3);
    const unnamed = await page.evaluate(() => [...document.querySelectorAll('button, a, input, select, textarea, summary, iframe')].filter((one) => !(one.textContent?.trim() || one.getAttribute('aria-label') || one.getAttribute('title'))).map((one) => one.outerHTML));
    expect(unnamed).toEqual([]);
  });
});
