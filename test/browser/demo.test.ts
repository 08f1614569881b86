import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { FrameLocator } from 'playwright-core';
import { demoSignals } from '../../host/seed/demo/signals';
import { demoTruth, nameOf } from '../../host/seed/demo/truth';
import { openDemoSite, type DemoSite } from '../fixtures/demo-site';
import { shownOf } from '../fixtures/planted-releases';

let demo: DemoSite;
beforeAll(async () => {
  demo = await openDemoSite();
}, 300_000);
afterAll(async () => demo.close());

const DISPATCH = '/projects/DSP/apps/resurface';
const Theme = z.object({ id: z.string(), label: z.string(), customers: z.number(), recentCustomers: z.number(), signals: z.number(), columns: z.record(z.string(), z.number()) });
const Themes = z.object({ themes: z.array(Theme), coverage: z.object({ read: z.number() }) });
const Signals = z.object({ total: z.number(), pages: z.number(), countsOnly: z.number().default(0), rows: z.array(z.object({ signal: z.string(), account: z.string().optional() })) });
const numberIn = (text: string | null): number => Number(/[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', ''));

/** All rows of a paged list, page by page, as a person would turn them. */
async function rowsOf(app: FrameLocator, row: string): Promise<string[]> {
  const all: string[] = [];
  for (;;) {
    const from = numberIn(await app.getByRole('navigation', { name: 'Pages' }).textContent());
    all.push(...(await app.locator(row).allTextContents()));
    const next = app.getByRole('button', { name: 'Next' });
    if ((await next.count()) === 0 || (await next.isDisabled())) return all;
    await next.click();
    await app.getByText(new RegExp(`^${(from + 20).toLocaleString('en')} to `)).waitFor();
  }
}

async function listAll(theme: string): Promise<z.output<typeof Signals>['rows']> {
  const rows = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const list = await demo.ask('dana', 'DSP', 'page.themeSignals', { theme, page }, Signals);
    pages = list.pages;
    rows.push(...list.rows);
  }
  return rows;
}

it('leads a new product leader in ten minutes from Jira to a finding, its words, its sources, the plan and an issue', async () => {
  const { page, app, complaints } = await demo.visit('dana', '/');
  await page.getByRole('listitem').filter({ hasText: 'DSP' }).getByRole('link', { name: 'Resurface' }).click();
  // Nothing was planted in this product's last week; what chance lifts over the band may still be named.
  await app.getByRole('heading', { name: /^(\d+ of \d+ themes (is|are) above|Nothing unusual: all \d+ themes are within) a normal week$/ }).waitFor();
  await app.locator('.rs-quote-large blockquote').waitFor();
  await app.getByText('Synthetic data').first().waitFor();
  await app.getByRole('heading', { name: 'Loud but unplanned' }).waitFor();
  await app.getByRole('link', { name: 'Signal', exact: true }).click();
  await app.getByRole('heading', { name: /is the loudest of \d+ themes$/ }).waitFor();
  await app.getByRole('heading', { name: /^Read 9,\d{3} of 9,\d{3} signals$/ }).waitFor();
  for (const kind of ['Zendesk', 'Intercom', 'Service requests (JSM)', 'GitHub issues', 'NPS answers', 'Sales calls', 'Customer success conversations', 'Exit surveys', 'Usage events', 'Marked in Slack', 'Forwarded mail']) {
    await app.getByRole('row', { name: new RegExp(`^${kind.replace(/[()]/g, '\\$&')} `) }).waitFor();
  }
  // What was marked and forwarded came through the door for vendors and was kept, and its silence is no gap.
  for (const kind of ['Marked in Slack', 'Forwarded mail']) await app.getByRole('row', { name: new RegExp(`^${kind} 4 of 4 handed in none \\d+ Feb 2026 none$`) }).waitFor();
  await app.getByRole('link', { name: 'Roadmap', exact: true }).click();
  await app.getByRole('heading', { name: /loud themes have no planned work that we know of; / }).waitFor();
  await app.getByRole('heading', { name: /^Planned but silent/ }).waitFor();
  for (const tab of ['Backlog', 'Releases']) {
    await app.getByRole('link', { name: tab, exact: true }).click();
    await app.locator('main h1').waitFor();
  }
  await page.goto(`${demo.site.host.addresses.shell}/browse/DSP-363`);
  await page.frameLocator('.panel iframe').getByText(/^Read 9,\d{3} of 9,\d{3}/).waitFor();
  expect(complaints).toEqual([]);
});

it('finds the loudest theme that nobody planned, and every customer behind its number', async () => {
  const { app } = await demo.visit('dana', DISPATCH);
  const truth = demoTruth();
  await app.getByRole('link', { name: 'All on the roadmap' }).click();
  const first = app.locator('.rs-matrix tbody tr').first();
  const label = (await first.locator('.rs-theme-name').textContent()) ?? '';
  const number = app.getByRole('link', { name: /accounts in 12 weeks: open the list/ }).first();
  const count = numberIn(await number.textContent());
  await number.click();
  await app.getByRole('heading', { name: `${count} accounts in 12 weeks` }).waitFor();
  const names = await rowsOf(app, '.rs-customers-table tbody th');
  const unnamed = app.getByText(/more spoke only in sources/);
  const beside = (await unnamed.count()) === 0 ? 0 : Number(/([\d,]+) more/.exec((await unnamed.textContent()) ?? '')?.[1]);
  expect(names.length + beside).toBe(count);
  expect(new Set(names).size).toBe(names.length);
  const { themes } = await demo.ask('dana', 'DSP', 'page.signal', {}, Themes);
  const theme = themes.find((one) => one.label === label);
  const needs = Object.entries(Object.groupBy(await listAll(theme?.id ?? ''), ({ signal }) => truth.needOf.get(signal) ?? '')).sort(([, a = []], [, b = []]) => b.length - a.length);
  // Planted as the loudest of all, and promised a place by nobody.
  expect(needs[0]?.[0]).toBe('new-board');
});

describe('what the planted releases did stands on the page and on the panels by itself', () => {
  const truth = demoTruth().releases;
  const of = (release: string): (typeof truth)[number] => truth.find((one) => one.release === release) ?? truth[0]!;
  const READ: Readonly<Record<string, string>> = { fewer: 'fewer', more: 'more', 'no clear change': 'no-clear-change', 'too few to tell': 'too-few-to-tell', 'not attributable': 'not-attributable: spike-before-release' };

  // 3.9 promised nothing about crashes: what it brought is told as an early flag.
  it.each(truth.filter((one) => READ[one.outcome] !== undefined && one.release !== '3.9'))('$project $release, $need: $outcome', async (release) => {
    const { verdicts } = await shownOf(demo, release);
    const loudest = Object.entries(Object.groupBy(verdicts, (one) => one)).sort(([, a = []], [, b = []]) => b.length - a.length)[0]?.[0];
    expect(loudest).toBe(READ[release.outcome]);
  });
  it.each([['3.9', /^More customers hit “.+” since 3\.9: \d+ accounts, about \d expected$/], ['4.1', /^More customers hit “.+” since 4\.1: \d+ accounts, about \d expected$/]])('%s: what it brought is flagged, with the list behind the number', async (release, words) => {
    const { flags, verdicts } = await shownOf(demo, of(release));
    // One need may have become two themes, as the order of reading falls: each is flagged, and nothing else.
    expect([...new Set(flags.map((one) => one.need))]).toEqual([of(release).need]);
    expect(flags[0]?.title).toMatch(words);
    expect(verdicts).toEqual([]);
  });
  it('CRW 4.0, a third fewer in truth: the week in which a source was not heard is named beside whatever is said of the change', async () => {
    const { verdicts, notes } = await shownOf(demo, of('4.0'));
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts).not.toContain('more');
    expect(notes.filter((id) => id === 'outcome.unheard-weeks')).toHaveLength(verdicts.length);
  });
});

it('merges 12 and 30 accounts to 38, four of them counted once, and takes it back', async () => {
  const { themes } = await demo.ask('dana', 'DSP', 'page.signal', {}, Themes);
  const rows = await listAll(themes[0]?.id ?? '');
  const byAccount = [...Map.groupBy(rows.filter((row) => row.account !== undefined), (row) => row.account).values()];
  const twice = byAccount.filter((signals) => signals.length > 1).slice(0, 4);
  const others = byAccount.filter((signals) => !twice.includes(signals)).slice(0, 8 + 26);
  const split = (label: string, signals: readonly (string | undefined)[]) => demo.ask('dana', 'DSP', 'page.split', { theme: themes[0]?.id, label, signals }, z.object({ theme: z.string() }));
  const small = await split('Colours of the board', [...twice.map((signals) => signals[0]?.signal), ...others.slice(0, 8).map((signals) => signals[0]?.signal)]);
  await split('Speed of the board', [...twice.map((signals) => signals[1]?.signal), ...others.slice(8).map((signals) => signals[0]?.signal)]);
  const { app } = await demo.visit('dana', `${DISPATCH}#/theme/${small.theme}`);
  await app.getByRole('link', { name: '12 accounts', exact: true }).waitFor();
  await app.getByRole('button', { name: 'Merge' }).click();
  await app.getByLabel(/^Merge “Colours of the board” into/).selectOption({ label: 'Speed of the board (30 accounts)' });
  await app.getByText('12 + 30 = 38 accounts (4 counted once)').waitFor();
  await app.getByRole('region', { name: 'Merge' }).getByRole('button', { name: 'Merge' }).click();
  await app.getByRole('heading', { name: 'Speed of the board' }).waitFor();
  await app.getByRole('link', { name: '38 accounts', exact: true }).click();
  await app.getByRole('heading', { name: '38 accounts', exact: true }).waitFor();
  expect(await rowsOf(app, '.rs-customers-table tbody th')).toHaveLength(38);
  await app.getByRole('button', { name: 'Undo' }).click();
  await app.getByRole('heading', { name: 'Colours of the board' }).waitFor();
  await app.getByRole('link', { name: '12 accounts', exact: true }).waitFor();
  await app.getByRole('link', { name: 'Signal', exact: true }).first().click();
  await app.getByLabel('Find a theme').fill('of the board');
  await app.getByRole('link', { name: '30 accounts in all: open the list' }).waitFor();
  await app.getByRole('link', { name: '12 accounts in all: open the list' }).waitFor();
});

it('follows a quote to its own ticket: theme, signals, source in two clicks', async () => {
  const urls = new Map(demoSignals().map((signal) => [nameOf(signal), signal]));
  const { page, app } = await demo.visit('dana', `${DISPATCH}#/signal`);
  // The loudest: how themes are called depends on the order in which the sources were read.
  await app.locator('.rs-theme-name').first().click();
  const all = app.getByRole('link', { name: /^All [\d,]+ signals$/ });
  const total = numberIn(await all.textContent());
  await all.click();
  await app.getByText(/^1 to 20 of /).waitFor();
  const row = app.locator('.rs-row').filter({ has: app.locator('.rs-open') }).first();
  const text = (await row.locator('blockquote').textContent()) ?? '';
  const link = row.locator('.rs-open');
  const address = await link.getAttribute('href');
  const [ticket] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await ticket.waitForLoadState();
  expect(ticket.url()).toBe(address);
  // Names and numbers were taken out before anything was kept; between the marks stand the customer's own words.
  const pieces = text.slice(0, 40).split(/\[[^\]]*\]?/).filter((piece) => piece.trim() !== '');
  expect(pieces.length).toBeGreaterThan(0);
  expect([...urls.values()].filter((signal) => signal.url === address).map((signal) => pieces.filter((piece) => signal.text?.includes(piece) !== true))).toEqual([[]]);
  const [file] = await Promise.all([page.waitForEvent('download'), app.getByRole('button', { name: 'Export JSON' }).click()]);
  const beside = app.getByText(/more behind this number/);
  const counted = (await beside.count()) === 0 ? 0 : numberIn(await beside.textContent());
  expect(readFileSync(await file.path(), 'utf8').trim().split('\n').length + counted).toBe(total);
});

describe('a viewer without rights', () => {
  it('sees numbers of what they may see alone, and nothing to change', async () => {
    const truth = demoTruth();
    const visible = demoSignals().filter((signal) => signal.product === 'dispatch' && signal.at < demo.site.host.clock() && signal.place.visibility !== 'hidden');
    const { page, app } = await demo.visit('odile', `${DISPATCH}#/signal`);
    await app.getByRole('heading', { name: /^Read / }).waitFor();
    expect(await app.getByText('Security desk').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Crew' }).count()).toBe(0);
    const { themes, coverage } = await demo.ask('odile', 'DSP', 'page.signal', {}, Themes);
    expect(coverage.read).toBe(visible.length);
    const listed = await Promise.all(themes.slice(0, 12).map((theme) => demo.ask('odile', 'DSP', 'page.themeSignals', { theme: theme.id, page: 1 }, Signals)));
    expect(listed.map((list) => list.total + list.countsOnly)).toEqual(themes.slice(0, 12).map((theme) => theme.signals));
    const restricted = new Set(truth.restricted);
    for (const { id } of themes.slice(0, 12)) expect((await listAll(id)).filter((row) => restricted.has(row.signal) || row.signal.startsWith('customer-success-conversations:'))).toEqual([]);
    await app.locator('.rs-theme-name').first().click();
    await app.getByRole('heading', { name: 'In their words' }).waitFor();
    expect(await app.getByRole('button', { name: /^(Rename|Merge|Decide)$/ }).count()).toBe(0);
    await expect(demo.ask('odile', 'DSP', 'page.rename', { theme: themes[0]?.id, label: 'Mine' }, z.unknown())).rejects.toThrow('access/not-allowed');
  });

  it('sees the products of their projects, and nobody else any', async () => {
    const odile = await demo.visit('odile', '/apps/resurface');
    await odile.app.getByRole('row', { name: /^Dispatch / }).waitFor();
    expect(await odile.app.locator('tbody tr').count()).toBe(1);
    const sam = await demo.visit('sam', '/apps/resurface');
    await sam.app.getByRole('heading', { name: 'No product that you may see.' }).waitFor();
    await expect(demo.ask('sam', 'DSP', 'page.week', {}, z.unknown())).rejects.toThrow('access/not-allowed');
    const vik = await demo.visit('vik', '/apps/resurface');
    await vik.app.getByRole('row', { name: /^Crew / }).waitFor();
    await vik.app.getByRole('row', { name: /^Dispatch / }).getByRole('link', { name: /^\d+ themes?$/ }).click();
    await vik.page.waitForURL(/\/projects\/DSP\/apps\/resurface#\/roadmap\?show=unplanned$/);
    await vik.app.getByRole('heading', { name: /loud themes? ha(ve|s) no planned work/ }).waitFor();
  });
});
